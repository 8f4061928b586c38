package page

import (
	"cmp"
	"slices"
	"strings"

	"ithaca/generator/match"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// Finder is the private match finder: the view of "match". Scripts score in the
// visitor's browser; without them the page leads to the
// pages of needs, which show the same for one need.
type Finder struct {
	Later      string // URL of what its scripts clone and say
	Apart      bool   // the host can see which parts of the data are loaded
	Needs      []TopicEntry
	Industries []TopicEntry
	Languages  []string // tags without regions, the most spoken first
	Stages     []portal.Stage
	Kinds      []portal.Kind
	Formats    []portal.Format
	Durations  []portal.Duration
	Offers     []portal.Offer
	Values     []string
	Weights    []Weight
	Apply      string    // URL of the program's form, with {needs}; "" without one
	Round      *Round    // that one can apply for now, or next; nil without one
	Closed     bool      // applications for it open on a day that is stated, with a calendar
	Sheet      site.Link // the worksheet for the same on paper
	TopicPage  string    // URL of a topic's page, with {topic}
	WritePage  string    // URL of the message builder for a mentor, with {mentor}
}

// Weight is a part of the score and how much it counts.
type Weight struct {
	Part   string
	Weight int
}

const finderPath = "/match/"

func planFinder(pl planner) {
	if len(pl.Portal.Mentors) == 0 || len(pl.Portal.Topics.All()) == 0 {
		return
	}
	view := func() any { return newFinder(pl.views) }
	pl.add(finderPath, nil, site.Head{Section: "match", Breadcrumb: pl.Trail()}, view)
	pl.addLater(finderPath, view)
}

func newFinder(pl views) *Finder {
	program := pl.Portal.Program
	v := &Finder{
		Later: pl.URL(laterPath(finderPath)), Apart: len(pl.Ordered) > site.FinderTogether, Languages: pl.spoken(),
		Stages: portal.Stages(), Kinds: portal.Kinds(), Formats: portal.Formats(), Durations: portal.Durations(), Offers: portal.Offers(), Values: program.Values,
		Weights: weighed(program.Weights), Round: pl.openRound(),
		Sheet:     pl.sheetFor(portal.RequestProduct, ""),
		TopicPage: pl.Site.Prefix + "/topics/{topic}/", WritePage: pl.Site.Prefix + writePath + "#to={mentor}",
	}
	if r := v.Round; r != nil && (r.Phase == portal.Upcoming || r.Phase == portal.SigningUp) {
		v.Closed = r.Calendar != "" && !r.Requests.From.IsZero()
	}
	if strings.Contains(program.Apply, "{needs}") {
		cycle := ""
		if v.Round != nil {
			cycle = v.Round.ID
		}
		v.Apply = strings.NewReplacer("{mentor}", "", "{cycle}", cycle).Replace(program.Apply)
	}
	topics := newTopicIndex(pl)
	v.Needs, v.Industries = topics.Needs, topics.Industries
	order.Stable(v.Needs, func(a, b TopicEntry) int { return cmp.Compare(b.Mentors, a.Mentors) })
	return v
}

// weighed returns the parts of the score that a visitor can fill in, the weightiest
// first.
func weighed(w portal.Weights) []Weight {
	asked := match.FinderSignals()
	var weights []Weight
	for _, s := range portal.Signals() {
		if slices.Contains(asked, s.Name) {
			weights = append(weights, Weight{s.Name, w.Of(s)})
		}
	}
	order.Stable(weights, func(a, b Weight) int { return cmp.Compare(b.Weight, a.Weight) })
	return weights
}
