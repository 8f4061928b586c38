package page

import (
	"slices"

	"ithaca/generator/each"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// Suggested is a mentor who suits, with the reasons: never a number, because it
// would pretend to know more than anybody does.
type Suggested struct {
	Card    MentorCard
	Band    string   // how well, in words: strong, good or possible
	Reasons []Reason // the weightiest first
	Gap     Reason   // the largest thing missing
}

// How many reasons a page shows for one mentor.
const (
	fewReasons  = 2
	allReasons  = 4
	alsoReasons = 2
)

// suggest returns the best mentors for a request, with so many reasons each.
func (pl views) suggest(r *portal.Request, k, reasons int) []Suggested {
	return each.Of(pl.Matches().Suggest(r, k), func(s match.Suggestion) Suggested { return pl.suggested(&s, reasons) })
}

func (pl views) suggested(s *match.Suggestion, reasons int) Suggested {
	v := Suggested{Card: pl.mentorCard(s.Mentor), Band: string(s.Band)}
	for i := range s.Evidence {
		r := ReasonOf(&s.Evidence[i], false, pl.toTopic)
		said := func(before Reason) bool { return before.Topic == r.Topic && r.Topic != (site.Link{}) }
		if len(v.Reasons) < reasons && !slices.ContainsFunc(v.Reasons, said) {
			v.Reasons = append(v.Reasons, r)
		}
	}
	if s.Gap != nil {
		v.Gap = ReasonOf(s.Gap, true, pl.toTopic)
	}
	return v
}

// asking returns the request of somebody who looks for help with topics: goals,
// challenges and fields of work, in which nobody has a level, as goals.
func (pl views) asking(topics []*portal.Topic) *portal.Request {
	r := &portal.Request{Consent: pl.Portal.Today}
	for _, t := range topics {
		ref := portal.TopicRef{Text: t.Title, Key: portal.Fold(t.Slug)}
		if t.IsNeed() || t.Kind == portal.IndustryTopic {
			r.Goals = append(r.Goals, ref)
		} else {
			r.Needs = append(r.Needs, portal.Need{Topic: ref, Want: portal.WantHave})
		}
	}
	return r
}

// shownHelpers is how many people stand below a text.
const shownHelpers = 3

// helpers returns people who can help with what a text is about, but those whom it
// names anyway.
func (pl views) helpers(refs []portal.TopicRef, named ...string) []Suggested {
	if len(refs) == 0 {
		return nil
	}
	r := pl.asking(pl.TopicsOf(refs))
	r.Avoid = named
	return pl.suggest(r, shownHelpers, fewReasons)
}

// Circle is a small group of people who together cover more of what belongs to
// a topic than one of them alone. Without members there is none.
type Circle struct {
	Members   []Member
	Uncovered []site.Link // what none of them covers
}

// Member is one of a circle.
type Member struct {
	site.Link
	Adds []site.Link // what they cover best of all
}

// What a circle is made of: as many topics, so many people.
const (
	circleTopics = 5
	circleSize   = 3
)

// circle suggests a group for somebody who comes with a topic and with what
// often comes along with it.
func (pl views) circle(t *portal.Topic) Circle {
	topics := append([]*portal.Topic{t}, pl.around(t)...)
	if len(topics) == 1 {
		return Circle{}
	}
	found := pl.Matches().Circle(pl.asking(topics[:min(circleTopics, len(topics))]), circleSize)
	best := map[*portal.Topic]int{}
	for i := range found.Members {
		for _, topic := range found.Members[i].Adds {
			best[topic] = i // each adds only what those before them cover less well
		}
	}
	c := Circle{Uncovered: each.Of(found.Uncovered, pl.toTopic)}
	for i := range found.Members {
		adds := slices.DeleteFunc(slices.Clone(found.Needs), func(n *portal.Topic) bool {
			covers, answered := best[n]
			return !answered || covers != i
		})
		if m := found.Members[i].Mentor; len(adds) > 0 {
			c.Members = append(c.Members, Member{pl.toMentor(m), each.Of(adds, pl.toTopic)})
		}
	}
	if len(c.Members) < 2 {
		return Circle{}
	}
	return c
}

// around returns the topics that often come along with one: those that its file
// names, its parts, then those whose files name it.
func (pl views) around(t *portal.Topic) []*portal.Topic {
	near := pl.TopicsOf(t.Related)
	near = append(near, pl.About(t).Narrower...)
	for _, other := range pl.About(t).Naming {
		if !slices.Contains(near, other) {
			near = append(near, other)
		}
	}
	return slices.DeleteFunc(near, func(n *portal.Topic) bool { return n == t || !site.Shown(n) })
}

// Reason is why a mentor is suggested or, as a gap, what is missing. The function
// reason words it with the message reason-NAME or gap-NAME, whose placeholders are
// filled with the fields. Which of them are set depends on the name.
type Reason struct {
	Name    string       // of the sentence: need-narrower, move; "" is no reason
	Gap     bool         // it is missing
	Topic   site.Link    // what was asked for
	By      site.Link    // the mentor's own topic that answers it
	From    site.Link    // of a move
	To      site.Link    // of a move
	Want    portal.Want  // how much the topic counts
	Level   portal.Level // of the mentor; 0 where it is not stated
	Goal    portal.Level // the level wished for
	Place   int          // among those whom the person would choose, from 1
	Minutes int          // shared in a week, or between two clocks
	Weeks   int          // in how many of OfWeeks that holds; 0 where it always does
	OfWeeks int
	Words   []string // shared by both
}

// ReasonOf returns a piece of evidence, or of what is missing, as a reason, with
// topics as link gives them.
func ReasonOf(e *match.Evidence, gap bool, link func(*portal.Topic) site.Link) Reason {
	return Reason{
		Name: sentence(e, gap), Gap: gap, Topic: link(e.Topic), By: link(e.By), From: link(e.From), To: link(e.To),
		Want: e.Want, Level: e.Level, Goal: e.Goal, Place: e.Rank, Minutes: e.Minutes, Weeks: e.Weeks, OfWeeks: e.OfWeeks, Words: e.Words,
	}
}

// Unlinked names a topic where there are no pages: with its slug in place of an address.
func Unlinked(t *portal.Topic) site.Link {
	if t == nil {
		return site.Link{}
	}
	return site.Link{Title: t.Title, URL: t.Slug}
}

// sentence names the sentence for a piece of evidence: the evidence's own name and,
// where that needs words of its own, how near the mentor's topic comes to the one
// asked for, or which end of a move is known. The theme uses the sentence of the
// evidence's own name where there is none of the longer one.
func sentence(e *match.Evidence, gap bool) string {
	name := string(e.Reason)
	switch {
	case e.Relation == match.Sibling, e.Relation == match.Related, gap && e.By != nil && e.Relation != match.Same:
		return name + "-near"
	case e.Relation != "":
		return name + "-" + string(e.Relation)
	case e.OfWeeks > 0:
		return name + "-weeks"
	case e.From == nil && e.To != nil:
		return name + "-to"
	case e.From != nil && e.To == nil:
		return name + "-from"
	}
	return name
}

// beside returns what else speaks for a mentor on a topic's page: what they cover
// of what comes along with it beside what was said already, and a move they
// made. For a goal every move is one: whoever wants to get somewhere can ask how
// it was done.
func (pl views) beside(m *portal.Mentor, t *portal.Topic, said []Reason) []Reason {
	around := pl.around(t)
	var reasons []Reason
	for _, own := range pl.TopicsOf(m.Topics()) {
		link := pl.toTopic(own)
		if len(reasons) == alsoReasons || !slices.Contains(around, own) ||
			slices.ContainsFunc(said, func(r Reason) bool { return r.By == link }) {
			continue
		}
		reasons = append(reasons, Reason{Name: "also", Topic: link})
	}
	for _, s := range m.Path {
		from, to := pl.Portal.Topics.Of(s.From), pl.Portal.Topics.Of(s.To)
		if s.Kind != portal.Move || from == nil || to == nil {
			continue
		}
		if from == t || to == t || t.Kind == portal.GoalTopic {
			return append(reasons, Reason{Name: string(match.MadeTheMove), From: pl.toTopic(from), To: pl.toTopic(to)})
		}
	}
	return reasons
}
