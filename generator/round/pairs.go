package round

import (
	"cmp"
	"slices"

	"ithaca/generator/cohort"
	"ithaca/generator/each"
	"ithaca/generator/match"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/site/page"
	"ithaca/generator/theme"
)

// Pair is a request and the mentor it was assigned, with why.
type Pair struct {
	Request      string           `json:"request"`
	Mentor       string           `json:"mentor"` // slug
	Name         string           `json:"name"`
	Made         string           `json:"made,omitempty"`  // lock or accept where people had made the pair; "" for a proposal
	Waits        string           `json:"waits,omitempty"` // for an accepted pair: mentor or mentee, who has not answered
	Band         string           `json:"band,omitempty"`
	Score        int              `json:"score"` // in ten-thousandths
	Rank         int              `json:"rank"`  // of the mentor for the request, among those of the market; 0 where they are not possible otherwise
	Evidence     []string         `json:"evidence"`
	Gap          string           `json:"gap,omitempty"`
	Rather       *Choice          `json:"rather,omitempty"` // whom the mentee would choose first, where that is somebody else and nobody decided
	shareable    []match.Evidence // the evidence that both sides may read: without ranks and shared words
	shareableGap *match.Evidence  // the gap that both sides may read; nil for none
	Others       []Choice         `json:"others"` // the second and third choice: the best others, whether they have places left or not
}

// Choice is another mentor who would suit a request.
type Choice struct {
	Mentor string   `json:"mentor"`
	Name   string   `json:"name"`
	Score  int      `json:"score"`
	With   []string `json:"with"` // the requests that have the mentor's places
}

// pairs returns the pairs of a result with their reasons.
func (g *gathered) pairs(r *cohort.Result, w *theme.Words) []Pair {
	offers := make([][]cohort.Pair, len(g.requests))
	for _, p := range g.market.Pairs {
		offers[p.Request] = append(offers[p.Request], p)
	}
	all := []Pair{}
	with := make([][]string, len(g.mentors))
	for _, p := range r.Pairs {
		with[p.Mentor] = append(with[p.Mentor], g.requests[p.Request].Slug)
	}
	for _, p := range r.Pairs {
		list := offers[p.Request]
		order.Stable(list, func(a, b cohort.Pair) int {
			return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(g.mentors[a.Mentor].Slug, g.mentors[b.Mentor].Slug))
		})
		all = append(all, g.pair(p, list, with, w))
	}
	return all
}

func (g *gathered) pair(p cohort.Assigned, offers []cohort.Pair, with [][]string, w *theme.Words) Pair {
	request, mentor := g.requests[p.Request], g.mentors[p.Mentor]
	j := g.index.Query(request).Explain(mentor)
	one := Pair{
		Request: request.Slug, Mentor: mentor.Slug, Name: mentor.Name, Made: p.Fixed, Band: string(j.Band), Score: p.Score,
		Evidence: each.Of(j.Evidence, func(e match.Evidence) string { return w.Reason(page.ReasonOf(&e, false, page.Unlinked)) }), Others: []Choice{},
	}
	if by := portal.AcceptedBy(request, g.cycle.ID, mentor.Slug); len(by) == 1 {
		one.Waits = string(portal.ByMentor)
		if by[portal.ByMentor] {
			one.Waits = string(portal.ByMentee)
		}
	}
	public := g.public.Query(request).Explain(mentor)
	for i := range public.Evidence {
		switch e := &public.Evidence[i]; e.Reason {
		case match.WouldChoose, match.LockedPair, match.AcceptedPair, match.SharesWords: // shared words, such as "working", are no reason to a person
		default:
			one.shareable = append(one.shareable, *e)
		}
	}
	one.shareableGap = public.Gap
	if j.Gap != nil {
		one.Gap = w.Reason(page.ReasonOf(j.Gap, true, page.Unlinked))
	}
	if at := slices.IndexFunc(request.Ranked, func(slug string) bool { return portal.Find(g.portal.Mentors, slug) != nil }); at >= 0 && p.Fixed == "" {
		if first := portal.Find(g.portal.Mentors, request.Ranked[at]); first != mentor {
			one.Rather = &Choice{Mentor: first.Slug, Name: first.Name, Score: g.index.Query(request).Score(first).Total, With: []string{}}
			if j, here := g.at[first.Slug]; here {
				one.Rather.With = append(one.Rather.With, with[j]...)
			}
		}
	}
	const others = 2
	for i, o := range offers {
		if o.Mentor == p.Mentor {
			one.Rank = i + 1
		} else if other := g.mentors[o.Mentor]; len(one.Others) < others {
			one.Others = append(one.Others, Choice{other.Slug, other.Name, o.Score, with[o.Mentor]})
		}
	}
	return one
}
