package site

import (
	"cmp"
	"slices"
	"strings"

	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// Finder is the private match finder: the view of "match". Scripts score in the
// visitor's browser, from two data files; without them the page leads to the
// pages of needs, which show the same for one need.
type Finder struct {
	Data       string // URL of the match records; "" in a portal too large for one file
	Cards      string // URL of the mentors' cards
	Needs      []Choice
	Topics     []Choice // everything else one can ask for, by title
	Industries []Choice
	Languages  []string // tags without regions, the most spoken first
	Stages     []portal.Stage
	Kinds      []portal.Kind
	Formats    []portal.Format
	Offers     []portal.Offer
	Values     []string
	Weights    []Weight
	Apply      string // URL of the program's form, with {needs}; "" without one
	ApplyPage  string // URL
	Round      *Round // that one can apply for now, or next; nil without one
	Ways       Ways
	Sheet      Link // the worksheet for the same on paper
	Contact    Link
	TopicPage  string // URL of a topic's page, with {topic}
	WritePage  string // URL of the message builder for a mentor, with {mentor}
}

// Choice is a topic that one can choose.
type Choice struct {
	Slug    string
	Title   string
	Asks    string // the need in people's words
	Mentors int
}

// Weight is a part of the score and how much it counts.
type Weight struct {
	Part   string
	Weight int
}

const finderPath = "/match/"

func planFinder(pl *planner) {
	if len(pl.portal.Mentors) == 0 || len(pl.portal.Topics.All()) == 0 {
		return
	}
	pl.add(finderPath, &Page{
		Template: "match",
		Head:     Head{Section: "match", Breadcrumb: pl.trail()},
		view:     func() any { return pl.finder() },
	})
}

func (pl *planner) finder() *Finder {
	program := pl.portal.Program
	v := &Finder{
		Data: pl.url(matchPath), Cards: pl.url(cardsPath), Languages: primaries(pl.spoken()),
		Stages: portal.Stages(), Kinds: portal.Kinds(), Formats: portal.Formats(), Offers: portal.Offers(), Values: program.Values,
		Weights: weighed(program.Weights), ApplyPage: pl.url("/apply/"), Round: pl.nextRound(), Ways: pl.ways(),
		Contact:   Link{Title: program.Contact.Name, URL: program.Contact.URL},
		TopicPage: pl.prefix + "/topics/{topic}/", WritePage: pl.prefix + writePath + "#to={mentor}",
	}
	if strings.Contains(program.Apply, "{needs}") {
		cycle := ""
		if v.Round != nil {
			cycle = v.Round.ID
		}
		v.Apply = strings.NewReplacer("{mentor}", "", "{cycle}", cycle).Replace(program.Apply)
	}
	for _, t := range pl.byTitle(pl.portal.Topics.All()) {
		if !shown(t) {
			continue
		}
		c := Choice{Slug: t.Slug, Title: t.Title, Mentors: len(pl.about[t].mentors)}
		switch {
		case t.IsNeed():
			if len(t.Asks) > 0 {
				c.Asks = t.Asks[0]
			}
			v.Needs = append(v.Needs, c)
		default:
			v.Topics = append(v.Topics, c)
			if t.Kind == portal.IndustryTopic {
				v.Industries = append(v.Industries, c)
			}
		}
	}
	slices.SortStableFunc(v.Needs, func(a, b Choice) int { return cmp.Compare(b.Mentors, a.Mentors) })
	for _, w := range pl.portal.Worksheets {
		if v.Sheet.URL == "" && w.Produces == portal.RequestProduct {
			v.Sheet = pl.sheet(w.Slug)
		}
	}
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
	slices.SortStableFunc(weights, func(a, b Weight) int { return cmp.Compare(b.Weight, a.Weight) })
	return weights
}

// primaries returns each language once, without scripts and regions: people who
// speak two variants of a language understand each other.
func primaries(tags []string) []string {
	var languages []string
	for _, tag := range tags {
		primary, _, _ := strings.Cut(tag, "-")
		if !slices.Contains(languages, primary) {
			languages = append(languages, primary)
		}
	}
	return languages
}

// nextRound returns the round that requests can be for: the first that has not
// been matched, nil when there is none.
func (pl *planner) nextRound() *Round {
	for i := range pl.portal.Program.Cycles {
		c := &pl.portal.Program.Cycles[i]
		switch c.Phase(pl.portal.Today) {
		case portal.Upcoming, portal.SigningUp, portal.Requesting:
			r := pl.round(c)
			return &r
		}
	}
	return nil
}
