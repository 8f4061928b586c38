package page

import (
	"slices"

	"ithaca/generator/each"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// TopicIndex lists every topic by what it is: the view of "topic-index".
type TopicIndex struct {
	Needs      []TopicEntry // goals and challenges
	Skills     []TopicEntry // and topics of no stated kind
	Industries []TopicEntry
}

// TopicEntry is a topic in a list, with how many mentors help with it.
type TopicEntry struct {
	site.Link
	Topic   *portal.Topic
	Mentors int
	Open    int // of them with a free place
}

// Topic is everything the portal has about a topic: the view of "topic".
type Topic struct {
	*portal.Topic
	About     site.Prose
	Broader   []site.Link
	Narrower  []site.Link
	Related   []site.Link
	Best      []Suggested  // who suits best and has a place; on the first page, as all below but the pager
	Mentors   []MentorCard // the others
	Total     int          // mentors on all pages
	Open      int          // of them with a free place
	Pager     Pager
	Circle    Circle
	Guides    []Card
	Resources []Card
	Stories   []Card
	Events    []EventCard // to come, the soonest first
	Sheets    []Card
	Sheet     site.Link // the worksheet that finds out what one needs
}

func (pl views) topicEntry(t *portal.Topic) TopicEntry {
	mentors := pl.About(t).Mentors
	return TopicEntry{pl.toTopic(t), t, len(mentors), pl.OpenAmong(mentors)}
}

func planTopicIndex(pl planner) {
	pl.addIndex("topics", len(pl.Portal.Topics.All()), func() any { return newTopicIndex(pl.views) })
}

func newTopicIndex(pl views) *TopicIndex {
	v := &TopicIndex{}
	for _, t := range pl.ShownTopics() {
		switch {
		case t.IsNeed():
			v.Needs = append(v.Needs, pl.topicEntry(t))
		case t.Kind == portal.IndustryTopic:
			v.Industries = append(v.Industries, pl.topicEntry(t))
		default:
			v.Skills = append(v.Skills, pl.topicEntry(t))
		}
	}
	return v
}

func planTopics(pl planner) {
	topics, needs := pl.Trail("nav-topics", "/topics/"), pl.Trail("nav-needs", needsPath)
	for _, t := range pl.Portal.Topics.All() {
		if !site.Shown(t) {
			continue
		}
		l := list{path: site.TopicPath(t), head: site.Head{Title: t.Title, Section: "topics", Breadcrumb: topics}}
		if t.IsNeed() {
			l.head.Section, l.head.Breadcrumb = "needs", needs
		}
		if t.File != "" {
			l.item = &t.Item
		}
		mentors := pl.About(t).Mentors
		l.n, l.view = len(mentors), func(from, to int, pager Pager) any {
			return newTopic(pl.views, t, mentors[from:to], pager)
		}
		pl.addList(l)
	}
}

func newTopic(pl views, t *portal.Topic, mentors []*portal.Mentor, pager Pager) *Topic {
	about := pl.About(t)
	v := &Topic{Topic: t, Pager: pager, Total: len(about.Mentors), Open: pl.OpenAmong(about.Mentors)}
	if pager.Number > 1 {
		v.Mentors = each.Of(mentors, pl.mentorCard)
		return v // the rest stands on the first page
	}
	v.Best = pl.best(t)
	for _, m := range mentors {
		card := pl.mentorCard(m)
		if !slices.ContainsFunc(v.Best, func(s Suggested) bool { return s.Card.URL == card.URL }) {
			v.Mentors = append(v.Mentors, card)
		}
	}
	v.Circle = pl.circle(t)
	v.About = pl.Prose(&t.Item)
	v.Broader = pl.toRefs(t.Broader)
	v.Narrower = each.Of(about.Narrower, pl.toTopic)
	v.Related = pl.toRefs(t.Related)
	v.Guides, v.Resources = each.Of(about.Guides, pl.guideCard), each.Of(about.Resources, pl.listCard)
	if len(v.Best) == 0 && len(v.Guides) == 0 {
		v.Guides, _ = pl.instead([]*portal.Topic{t})
	}
	v.Stories = each.Of(about.Stories, pl.storyCard)
	v.Events, _ = pl.eventCards(about.Events)
	v.Sheets, v.Sheet = pl.sheetsAbout(about), pl.sheetFor(portal.RequestProduct, "")
	return v
}

// shownBest is how many mentors stand first on a topic's page.
const shownBest = 6

// best returns those who suit a topic best, each with what they have to do with it.
func (pl views) best(t *portal.Topic) []Suggested {
	found := pl.Matches().Listed(pl.asking([]*portal.Topic{t}), shownBest)
	best := make([]Suggested, len(found))
	for i := range found {
		best[i] = pl.suggested(&found[i], 1)
		best[i].Gap = Reason{}
		said := best[i].Reasons
		beside := pl.beside(found[i].Mentor, t, said)
		for j := range said {
			if len(beside) > 0 && said[j].Name == string(match.OnlyWords) {
				said[j].Name = string(match.SharesWords) // they are not alone
			}
		}
		best[i].Reasons = append(said, beside...)
		if len(said) > 0 && len(best[i].Reasons) > len(said) && said[0].By == pl.toTopic(t) && said[0].Level == 0 {
			best[i].Reasons = best[i].Reasons[1:] // the page's heading says this one
		}
	}
	return best
}

// sheetsAbout returns the worksheets that go with the guides and stories about a
// topic.
func (pl views) sheetsAbout(about *site.Coverage) []Card {
	var used []string
	for _, g := range about.Guides {
		if g.IsForMentees() {
			used = append(used, g.Worksheet)
		}
	}
	for _, s := range about.Stories {
		used = append(used, s.Worksheet)
	}
	unused := func(w *portal.Worksheet) bool { return !slices.Contains(used, w.Slug) }
	return each.Of(slices.DeleteFunc(slices.Clone(pl.Portal.Worksheets), unused), pl.sheetCard)
}

// Needs is what people want to reach and what is in their way, in their own
// words: the view of "needs".
type Needs struct {
	Goals      []NeedEntry
	Challenges []NeedEntry
}

// NeedEntry is a need, with what to read where nobody can help now.
type NeedEntry struct {
	TopicEntry
	Guides []Card
	Lists  []Card // both only where nobody has a free place
}

const needsPath = "/needs/"

func planNeeds(pl planner) {
	for _, t := range pl.Portal.Topics.All() {
		if t.IsNeed() && site.Shown(t) {
			pl.add(needsPath, nil, site.Head{Section: "needs", Breadcrumb: pl.Trail()}, func() any { return newNeeds(pl.views) })
			return
		}
	}
}

func newNeeds(pl views) *Needs {
	v := &Needs{}
	for _, n := range newTopicIndex(pl).Needs {
		e := NeedEntry{TopicEntry: n}
		if n.Open == 0 {
			e.Guides, e.Lists = pl.instead([]*portal.Topic{n.Topic})
			e.Guides, e.Lists = e.Guides[:min(1, len(e.Guides))], e.Lists[:min(1, len(e.Lists))]
		}
		if n.Topic.Kind == portal.GoalTopic {
			v.Goals = append(v.Goals, e)
		} else {
			v.Challenges = append(v.Challenges, e)
		}
	}
	return v
}
