package page

import (
	"slices"

	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// Reason is why a mentor is suggested, or what is missing. Kind says which
// sentence it is, and so which fields are set; a Kind of "" is no reason.
type Reason struct {
	Kind  ReasonKind
	Topic site.Link // what was asked for
	By    site.Link // the mentor's own topic that answers it
	Must  bool      // it must not be missing
	Level portal.Level
	Goal  portal.Level // what was wished, where Level is below it
	From  site.Link    // of the mentor's own move
	To    site.Link
	Hours int // that clocks differ
}

// ReasonKind names a sentence.
type ReasonKind string

// The sentences: what speaks for a mentor, then what is missing.
const (
	SameTopic     ReasonKind = "same"     // Topic, Level, Must
	NarrowerTopic ReasonKind = "narrower" // By, Level, a part of Topic, Must
	BroaderTopic  ReasonKind = "broader"  // By, Level, which Topic is a part of, Must
	NearTopic     ReasonKind = "near"     // By, Level, close to Topic, Must
	AlsoTopic     ReasonKind = "also"     // Topic, which often comes along with what was asked
	MadeMove      ReasonKind = "move"     // From, To
	NearClocks    ReasonKind = "clocks"   // Hours
	NoTopic       ReasonKind = "no-topic" // Topic, Must
	OnlyTopic     ReasonKind = "only"     // Topic, By, Must
	LowerLevel    ReasonKind = "lower"    // Topic, Level, Goal, Must
	FarClocks     ReasonKind = "far"      // Hours
)

// ReasonKinds returns every sentence.
func ReasonKinds() []ReasonKind {
	return []ReasonKind{
		SameTopic, NarrowerTopic, BroaderTopic, NearTopic, AlsoTopic, MadeMove, NearClocks,
		NoTopic, OnlyTopic, LowerLevel, FarClocks,
	}
}

// reason words a piece of evidence. Evidence that a page must not show, because
// it would tell what nobody may know of a request, gives no reason.
func (pl suggestions) reason(e *match.Evidence) Reason {
	r := Reason{Must: e.Want == portal.MustHave, Level: e.Level, Hours: hours(e.Minutes)}
	switch e.Reason {
	case match.AnswersNeed, match.AnswersGoal:
		r.Topic, r.By = pl.toTopic(e.Topic), pl.toTopic(e.By)
		switch e.Relation {
		case match.Same:
			r.Kind = SameTopic
		case match.Narrower:
			r.Kind = NarrowerTopic
		case match.Broader:
			r.Kind = BroaderTopic
		case match.Sibling, match.Related:
			r.Kind = NearTopic
		}
	case match.NearClocks:
		r.Kind = NearClocks
	}
	return r
}

// gap words what is missing.
func (pl suggestions) gap(e *match.Evidence) Reason {
	r := pl.reason(e)
	switch r.Kind {
	case NearClocks:
		r.Kind = FarClocks
	case SameTopic:
		r.Kind, r.Goal = LowerLevel, e.Goal
	case NarrowerTopic, BroaderTopic, NearTopic:
		r.Kind = OnlyTopic
	default:
		if e.Reason == match.AnswersNeed || e.Reason == match.AnswersGoal {
			r.Kind = NoTopic
		}
	}
	return r
}

// hours rounds minutes.
func hours(minutes int) int { return (minutes + 30) / 60 }

// beside returns what else speaks for a mentor on a topic's page: what they cover
// of what comes along with it beside what was said already, and a move they
// made. For a goal every move is one: whoever wants to get somewhere can ask how
// it was done.
func (pl suggestions) beside(m *portal.Mentor, t *portal.Topic, said []Reason) []Reason {
	around := pl.around(t)
	var reasons []Reason
	for _, own := range pl.TopicsOf(site.MentorTopics(m)) {
		link := pl.toTopic(own)
		if len(reasons) == alsoReasons || !slices.Contains(around, own) ||
			slices.ContainsFunc(said, func(r Reason) bool { return r.By == link }) {
			continue
		}
		reasons = append(reasons, Reason{Kind: AlsoTopic, Topic: link})
	}
	for _, s := range m.Path {
		from, to := pl.Portal.Topics.Of(s.From), pl.Portal.Topics.Of(s.To)
		if s.Kind != portal.Move || from == nil || to == nil {
			continue
		}
		if from == t || to == t || t.Kind == portal.GoalTopic {
			return append(reasons, Reason{Kind: MadeMove, From: pl.toTopic(from), To: pl.toTopic(to)})
		}
	}
	return reasons
}
