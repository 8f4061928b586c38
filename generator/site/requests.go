package site

import (
	"cmp"
	"fmt"

	"ithaca/generator/portal"
	"ithaca/generator/zone"
)

// RequestIndex lists the published requests: the view of "request-index".
type RequestIndex struct{ Requests []RequestCard }

// RequestCard is a request in a list, by its pseudonym.
type RequestCard struct {
	Link
	Needs     []Link // the first three
	More      int
	Languages []string
}

// Request is what may be shown of a request: the view of "request". Nothing else
// of it leaves this package.
type Request struct {
	Pseudonym string
	Needs     []NeedLink
	Goals     []Link
	Languages []string
	Kinds     []portal.Kind
	Formats   []portal.Format
	Offset    string // of its clocks from UTC when its cycle starts: "UTC+5:30"; "" when not stated. The zone, which may name a city, is not shown
	Round     string // title of its cycle
	Suggested []Suggested
	Uncovered []Link      // needs and goals that nobody who fits answers
	Guides    []GuideCard // about those
	Lists     []ResourceCard
}

// NeedLink is a need with its topic linked.
type NeedLink struct {
	Link
	Want portal.Want
	Now  portal.Level
	Goal portal.Level
}

func requestPath(r *portal.Request) string { return "/requests/" + r.Slug + "/" }

// published returns the requests that may have pages: both the person and the
// program must have said so.
func (pl *planner) published() []*portal.Request {
	if pl.portal.Program.Requests.Publish != "pseudonyms" {
		return nil
	}
	var shown []*portal.Request
	for _, r := range pl.portal.Requests {
		if r.Publish {
			shown = append(shown, r)
		}
	}
	return shown
}

func planRequests(pl *planner) {
	requests := pl.published()
	if len(requests) == 0 {
		return
	}
	pl.add("/requests/", &Page{
		Template: "request-index",
		Head:     Head{Section: "mentors", Breadcrumb: pl.trail(), NoIndex: true},
		view: func() any {
			v := &RequestIndex{}
			for _, r := range requests {
				v.Requests = append(v.Requests, pl.requestCard(r))
			}
			return v
		},
	})
	trail := pl.trail("nav-requests", "/requests/")
	for _, r := range requests {
		pl.add(requestPath(r), &Page{
			Template: "request",
			Head:     Head{Title: r.Slug, Section: "mentors", Breadcrumb: trail, NoIndex: true},
			view:     func() any { return pl.request(r) },
		})
	}
}

func (pl *planner) requestCard(r *portal.Request) RequestCard {
	var needs []portal.TopicRef
	for _, n := range r.Needs {
		needs = append(needs, n.Topic)
	}
	links := pl.topicLinks(needs)
	more := max(0, len(links)-cardTopics)
	return RequestCard{Link{Title: r.Slug, URL: pl.url(requestPath(r))}, links[:len(links)-more], more, r.Languages}
}

func (pl *planner) request(r *portal.Request) *Request {
	v := &Request{
		Pseudonym: r.Slug, Goals: pl.topicLinks(r.Goals), Languages: r.Languages,
		Kinds: r.Kinds, Formats: r.Formats,
	}
	for _, n := range r.Needs {
		v.Needs = append(v.Needs, NeedLink{pl.topicLink(n.Topic), n.Want, n.Now, n.Goal})
	}
	start := pl.portal.Today
	for _, c := range pl.portal.Program.Cycles {
		if c.ID == r.Cycle {
			v.Round = cmp.Or(c.Title, c.ID)
			if !c.Start.IsZero() {
				start = c.Start
			}
		}
	}
	v.Offset = offsetAt(r.Timezone, portal.Moment{Day: start, Minute: 12 * 60})
	pl.answer(r, v)
	return v
}

// offsetAt returns how far a zone's clocks are from UTC when they show a moment,
// "" for a zone that is not known.
func offsetAt(name string, m portal.Moment) string {
	location, err := zone.Load(name)
	if err != nil {
		return ""
	}
	_, seconds := m.In(location).Zone()
	sign := "+"
	if seconds < 0 {
		sign, seconds = "−", -seconds
	}
	if minutes := seconds / 60 % 60; minutes != 0 {
		return fmt.Sprintf("UTC%s%d:%02d", sign, seconds/3600, minutes)
	}
	return fmt.Sprintf("UTC%s%d", sign, seconds/3600)
}
