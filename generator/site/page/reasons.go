package page

import (
	"slices"

	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

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
