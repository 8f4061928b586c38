package site

import (
	"slices"
	"sync"

	"ithaca/generator/match"
	"ithaca/generator/portal"
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
func (pl *planner) suggest(r *portal.Request, k, reasons int) []Suggested {
	found := pl.matches().Suggest(r, k)
	all := make([]Suggested, len(found))
	for i := range found {
		all[i] = pl.suggested(&found[i], reasons)
	}
	return all
}

func (pl *planner) suggested(s *match.Suggestion, reasons int) Suggested {
	v := Suggested{Card: pl.mentorCard(s.Mentor), Band: string(s.Band)}
	for i := range s.Evidence {
		r := ReasonOf(&s.Evidence[i], false, pl.linked)
		said := func(before Reason) bool { return before.Topic == r.Topic && r.Topic != (Link{}) }
		if len(v.Reasons) < reasons && !slices.ContainsFunc(v.Reasons, said) {
			v.Reasons = append(v.Reasons, r)
		}
	}
	if s.Gap != nil {
		v.Gap = ReasonOf(s.Gap, true, pl.linked)
	}
	return v
}

// asking returns the request of somebody who looks for help with topics: goals,
// challenges and fields of work, in which nobody has a level, as goals.
func (pl *planner) asking(topics []*portal.Topic) *portal.Request {
	r := &portal.Request{Consent: pl.portal.Today}
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

// topicsOf returns the topics that references mean, each once.
func (pl *planner) topicsOf(refs []portal.TopicRef) []*portal.Topic {
	var topics []*portal.Topic
	for _, ref := range refs {
		if t := pl.portal.Topics.Of(ref); t != nil && !slices.Contains(topics, t) {
			topics = append(topics, t)
		}
	}
	return topics
}

// shownHelpers is how many people stand below a text.
const shownHelpers = 3

// helpers returns people who can help with what a text is about, but those whom it
// names anyway.
func (pl *planner) helpers(refs []portal.TopicRef, named ...string) []Suggested {
	if len(refs) == 0 {
		return nil
	}
	r := pl.asking(pl.topicsOf(refs))
	r.Avoid = named
	return pl.suggest(r, shownHelpers, fewReasons)
}

// canTake reports whether a mentor has a place today: they say so, it is still
// confirmed, and the pairs that were decided leave one.
func (pl *planner) canTake(m *portal.Mentor) bool {
	return m.Availability.HasPlaces(pl.portal.Today) && !pl.full[m.Slug]
}

// prepareMatches fills what suggestions are made with. An index that was not
// given is made when the first page asks for it.
func (pl *planner) prepareMatches(given *match.Index) {
	pl.matches = sync.OnceValue(func() *match.Index {
		if given != nil {
			return given
		}
		return match.New(pl.portal)
	})
	pl.suited = sync.OnceValue(pl.suitedRequests)
	pl.full = pl.withoutPlaces()
}

// withoutPlaces returns the mentors who say that they have places, all of which
// are taken. Without decided pairs nobody has to be asked for.
func (pl *planner) withoutPlaces() map[string]bool {
	full := map[string]bool{}
	for slug := range inPairs(pl.portal.Requests) {
		m := portal.Find(pl.portal.Mentors, slug)
		if m != nil && m.Availability.HasPlaces(pl.portal.Today) && !pl.matches().Takes(m) {
			full[slug] = true
		}
	}
	return full
}

// inPairs returns the mentors with whom a pair was decided.
func inPairs(requests []*portal.Request) map[string]bool {
	paired := map[string]bool{}
	for _, r := range requests {
		for _, d := range r.Decisions {
			if d.Do == portal.Lock || d.Do == portal.Accept {
				paired[d.Mentor] = true
			}
		}
	}
	return paired
}
