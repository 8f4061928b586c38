package page

import (
	"slices"

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
	found := pl.Matches().Suggest(r, k)
	all := make([]Suggested, len(found))
	for i := range found {
		all[i] = pl.suggested(&found[i], reasons)
	}
	return all
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
