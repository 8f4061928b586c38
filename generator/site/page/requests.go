package page

import (
	"cmp"
	"slices"

	"ithaca/generator/each"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/zone"
)

// RequestIndex lists the published requests: the view of "request-index".
type RequestIndex struct{ Requests []RequestCard }

// RequestCard is a request in a list, by its pseudonym.
type RequestCard struct {
	site.Link
	Needs     []site.Link // the first three
	More      int
	Languages []string
}

// Request is what may be shown of a request: the view of "request". Nothing else
// of it leaves this package.
type Request struct {
	Pseudonym string
	Needs     []NeedLink
	Goals     []site.Link
	Languages []string
	Kinds     []portal.Kind
	Formats   []portal.Format
	Offset    string // of its clocks from UTC when its cycle starts: "UTC+5:30"; "" when not stated. The zone, which may name a city, is not shown
	Round     string // title of its cycle
	Suggested []Suggested
	Uncovered []site.Link // needs and goals that nobody who fits answers
	Guides    []Card      // about those
	Lists     []Card
}

// NeedLink is a need with its topic linked.
type NeedLink struct {
	site.Link
	portal.Need
}

func requestPath(r *portal.Request) string { return "/requests/" + r.Slug + "/" }

func planRequestIndex(pl planner) {
	requests := pl.Portal.Published()
	if len(requests) == 0 {
		return
	}
	pl.add("/requests/", nil, site.Head{Section: "mentors", Breadcrumb: pl.Trail(), NoIndex: true}, func() any {
		return &RequestIndex{each.Of(requests, pl.requestCard)}
	})
}

func planRequests(pl planner) {
	trail := pl.Trail("nav-requests", "/requests/")
	for _, r := range pl.Portal.Published() {
		pl.add(requestPath(r), nil, site.Head{Title: r.Slug, Section: "mentors", Breadcrumb: trail, NoIndex: true}, func() any { return newRequest(pl.views, r) })
	}
}

// namedTopics is how many topics are named where there may be many.
const namedTopics = 3

func (pl views) requestCard(r *portal.Request) RequestCard {
	links := pl.toRefs(r.Needed())
	more := max(0, len(links)-namedTopics)
	return RequestCard{site.Link{Title: r.Slug, URL: pl.URL(requestPath(r))}, links[:len(links)-more], more, r.Languages}
}

func newRequest(pl views, r *portal.Request) *Request {
	v := &Request{
		Pseudonym: r.Slug, Goals: pl.toRefs(r.Goals), Languages: r.Languages,
		Kinds: r.Kinds, Formats: r.Formats,
		Needs: each.Of(r.Needs, func(n portal.Need) NeedLink { return NeedLink{pl.toRef(n.Topic), n} }),
	}
	start := pl.Portal.Today
	if c := pl.Portal.Program.Cycle(r.Cycle); c != nil {
		v.Round = cmp.Or(c.Title, c.ID)
		if !c.Start.IsZero() {
			start = c.Start
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
	return zone.FromUTC(m.In(location))
}

// shownFor is how many mentors stand on a request's page.
const shownFor = 5

// asShown returns what a request's page shows of it, and what rules mentors out and
// may be published. All that pages say of who suits a request is worked out from
// that, so that neither a reason nor who stands there, or is missing, tells more
// than the page does. What is not named here changes no published byte.
func asShown(r *portal.Request) *portal.Request {
	shown := &portal.Request{
		Languages: r.Languages, Timezone: r.Timezone, Needs: r.Needs, Goals: r.Goals, Kinds: r.Kinds, Formats: r.Formats,
		Cycle: r.Cycle, Publish: r.Publish, Consent: r.Consent,
		Country: r.Country, Location: r.Location, Stage: r.Stage, Duration: r.Duration,
	}
	shown.Slug = r.Slug
	return shown
}

// answer fills what a request's page says of those who could help.
func (pl views) answer(r *portal.Request, v *Request) {
	shown := asShown(r)
	v.Suggested = pl.suggest(shown, shownFor, allReasons)
	missing := pl.missing(shown, r.Topics())
	v.Uncovered = each.Of(missing, pl.toTopic)
	v.Guides, v.Lists = pl.instead(missing)
}

// missing returns the topics of a request that nobody who fits it answers.
func (pl views) missing(r *portal.Request, refs []portal.TopicRef) []*portal.Topic {
	var missing []*portal.Topic
	for _, t := range pl.TopicsOf(refs) {
		one, asked := *r, pl.asking([]*portal.Topic{t})
		one.Needs, one.Goals = asked.Needs, asked.Goals
		if len(pl.Matches().Query(&one).Best(1)) == 0 {
			missing = append(missing, t)
		}
	}
	return missing
}

// insteadGuides and insteadLists are how much is offered where nobody helps.
const (
	insteadGuides = 3
	insteadLists  = 2
)

// instead returns what to read about topics that nobody helps with, or about what
// is close to them.
func (pl views) instead(topics []*portal.Topic) ([]Card, []Card) {
	var near []*portal.Topic
	for _, t := range topics {
		near = slices.Concat(near, []*portal.Topic{t}, pl.around(t), pl.TopicsOf(t.Broader))
	}
	return pl.reading(near, insteadGuides, insteadLists)
}

// reading chooses what to read: for each topic in their order the first texts that are not
// chosen yet.
func (pl views) reading(topics []*portal.Topic, mostGuides, mostLists int) ([]Card, []Card) {
	var guides []*portal.Guide
	var lists []*portal.ResourceList
	for _, t := range topics {
		guides = another(guides, pl.About(t).Guides, mostGuides, (*portal.Guide).IsForMentees)
		lists = another(lists, pl.About(t).Resources, mostLists, func(*portal.ResourceList) bool { return true })
	}
	return each.Of(guides, pl.guideCard), each.Of(lists, pl.listCard)
}

// another adds the first item that fits and is not there yet, up to most.
func another[T comparable](chosen, all []T, most int, fits func(T) bool) []T {
	if len(chosen) == most {
		return chosen
	}
	for _, one := range all {
		if fits(one) && !slices.Contains(chosen, one) {
			return append(chosen, one)
		}
	}
	return chosen
}

// Wish is a published request that a mentor would suit, with the reasons.
type Wish struct {
	RequestCard
	Reasons []Reason
}

// suitedBy is how many mentors are told of a request on their own pages.
const suitedBy = 20

// suitedRequests sorts the published requests by those who would suit them best.
// Those that have found somebody stay: who has is never published.
func (pl views) suitedRequests() map[string][]*portal.Request {
	suited := map[string][]*portal.Request{}
	for _, r := range pl.Portal.Published() {
		shown := asShown(r)
		for _, m := range pl.Matches().Query(shown).Best(suitedBy) {
			suited[m.Slug] = append(suited[m.Slug], shown)
		}
	}
	return suited
}

// wishes returns the published requests that a mentor would suit.
func (pl views) wishes(m *portal.Mentor) []Wish {
	requests := pl.suited()[m.Slug]
	if len(requests) == 0 {
		return nil
	}
	return each.Of(pl.Matches().RequestsFor(m, requests, shownWishes), func(fit match.Fit) Wish {
		return Wish{pl.requestCard(fit.Request), pl.suggested(&fit.Suggestion, fewReasons).Reasons}
	})
}
