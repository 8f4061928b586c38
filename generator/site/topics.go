package site

import (
	"slices"
	"sync"

	"ithaca/generator/portal"
)

// TopicIndex lists every topic by what it is: the view of "topic-index".
type TopicIndex struct {
	Needs      []TopicEntry // goals and challenges
	Skills     []TopicEntry // and topics of no stated kind
	Industries []TopicEntry
}

// TopicEntry is a topic in a list, with how many mentors help with it.
type TopicEntry struct {
	Link
	Asks    string // the need in people's words; "" for other topics
	Mentors int
	Open    int // of them with a free place
}

// Topic is everything the portal has about a topic: the view of "topic".
type Topic struct {
	*portal.Topic
	About     Prose
	Broader   []Link
	Narrower  []Link
	Related   []Link
	Best      []Suggested  // who suits best and has a place; on the first page, as all below but the pager
	Mentors   []MentorCard // the others
	Total     int          // mentors on all pages
	Open      int          // of them with a free place
	Pager     Pager
	Circle    Circle
	Guides    []GuideCard
	Resources []ResourceCard
	Stories   []StoryCard
	Events    []EventCard // to come, the soonest first
	Sheets    []SheetCard
	Ways      Ways
}

func topicPath(t *portal.Topic) string { return "/topics/" + t.Slug + "/" }

// topicLink links a reference to its topic; the zero Link for no reference.
func (pl *planner) topicLink(ref portal.TopicRef) Link {
	if t := pl.portal.Topics.Of(ref); t != nil {
		return Link{Title: t.Title, URL: pl.url(topicPath(t))}
	}
	return Link{Title: ref.Text}
}

// topicLinks links references in their order, each topic once.
func (pl *planner) topicLinks(refs []portal.TopicRef) []Link {
	links := make([]Link, 0, len(refs))
next:
	for _, ref := range refs {
		link := pl.topicLink(ref)
		for _, l := range links {
			if l == link {
				continue next
			}
		}
		links = append(links, link)
	}
	return links
}

func (pl *planner) topicsLinked(topics []*portal.Topic) []Link {
	links := make([]Link, len(topics))
	for i, t := range topics {
		links[i] = Link{Title: t.Title, URL: pl.url(topicPath(t))}
	}
	return links
}

func (pl *planner) topicEntry(t *portal.Topic) TopicEntry {
	e := TopicEntry{Link: Link{Title: t.Title, URL: pl.url(topicPath(t))}}
	if t.IsNeed() && len(t.Asks) > 0 {
		e.Asks = t.Asks[0]
	}
	e.Mentors = len(pl.about[t].mentors)
	e.Open = pl.openAmong(pl.about[t].mentors)
	return e
}

// openAmong counts the mentors who can take somebody on today. Every number of
// free places on every page comes from here.
func (pl *planner) openAmong(mentors []*portal.Mentor) int {
	n := 0
	for _, m := range mentors {
		if pl.canTake(m) {
			n++
		}
	}
	return n
}

// shown reports whether a topic has a page: one that is replaced by another has
// none, its references lead to the other.
func shown(t *portal.Topic) bool { return t.Use.Key == "" }

func planTopicIndex(pl *planner) {
	if len(pl.portal.Topics.All()) == 0 {
		return
	}
	pl.add("/topics/", &Page{
		Template: "topic-index",
		Head:     Head{Section: "topics", Breadcrumb: pl.trail()},
		view:     func() any { return pl.topicIndex() },
	})
}

func (pl *planner) topicIndex() *TopicIndex {
	v := &TopicIndex{}
	for _, t := range pl.byTitle(pl.portal.Topics.All()) {
		switch {
		case !shown(t):
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

func planTopics(pl *planner) {
	topics, needs := pl.trail("nav-topics", "/topics/"), pl.trail("nav-needs", needsPath)
	for _, t := range pl.portal.Topics.All() {
		if !shown(t) {
			continue
		}
		page := Page{Template: "topic", Head: Head{Title: t.Title, Section: "topics", Breadcrumb: topics}}
		if t.IsNeed() {
			page.Head.Section, page.Head.Breadcrumb = "needs", needs
		}
		if t.File != "" {
			page.item = &t.Item
		}
		mentors := pl.about[t].mentors
		open := sync.OnceValue(func() int { return pl.openAmong(mentors) })
		pl.chapters(topicPath(t), len(mentors), page, func(from, to int, pager Pager) any {
			v := pl.topic(t, mentors[from:to], pager)
			v.Open = open()
			return v
		})
	}
}

func (pl *planner) topic(t *portal.Topic, mentors []*portal.Mentor, pager Pager) *Topic {
	about := pl.about[t]
	v := &Topic{Topic: t, Pager: pager, Total: len(about.mentors)}
	if pager.Number > 1 {
		v.Mentors = pl.mentorCards(mentors)
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
	v.About = pl.prose(&t.Item)
	v.Broader = pl.topicLinks(t.Broader)
	v.Narrower = pl.topicsLinked(about.narrower)
	v.Related = pl.topicLinks(t.Related)
	v.Guides, v.Resources = pl.guideCards(about.guides), pl.resourceCards(about.resources)
	if len(v.Best) == 0 && len(v.Guides) == 0 {
		v.Guides, _ = pl.instead([]*portal.Topic{t})
	}
	v.Stories = pl.storyCards(about.stories)
	v.Events, _ = pl.eventCards(about.events)
	v.Sheets, v.Ways = pl.sheetsAbout(about), pl.ways()
	return v
}

// shownBest is how many mentors stand first on a topic's page.
const shownBest = 6

// best returns those who suit a topic best, each with what they have to do with it.
func (pl *planner) best(t *portal.Topic) []Suggested {
	found := pl.matches().Suggest(pl.asking([]*portal.Topic{t}), shownBest)
	best := make([]Suggested, len(found))
	for i := range found {
		best[i] = pl.suggested(&found[i], 1)
		best[i].Gap = Reason{}
		best[i].Reasons = append(best[i].Reasons, pl.beside(found[i].Mentor, t, best[i].Reasons)...)
	}
	return best
}

// sheetsAbout returns the worksheets that go with the guides and stories about a
// topic.
func (pl *planner) sheetsAbout(about *coverage) []SheetCard {
	var sheets []SheetCard
	add := func(slug string) {
		w := portal.Find(pl.portal.Worksheets, slug)
		if w == nil {
			return
		}
		if card := pl.sheetCard(w); !slices.Contains(sheets, card) {
			sheets = append(sheets, card)
		}
	}
	for _, g := range about.guides {
		if forMentees(g) {
			add(g.Worksheet)
		}
	}
	for _, s := range about.stories {
		add(s.Worksheet)
	}
	return sheets
}
