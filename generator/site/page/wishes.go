package page

import "ithaca/generator/portal"

// Wish is a published request that a mentor would suit, with the reasons.
type Wish struct {
	RequestCard
	Reasons []Reason
}

// suitedBy is how many mentors are told of a request on their own pages.
const suitedBy = 20

// suitedRequests sorts the published requests by those who would suit them best.
// Those that have found somebody stay: who has is never published.
func (pl views) suitedRequests() map[string][]*portal.Request {
	suited := map[string][]*portal.Request{}
	for _, r := range pl.Portal.Published() {
		shown := asShown(r)
		for _, m := range pl.Matches().Query(shown).Best(suitedBy) {
			suited[m.Slug] = append(suited[m.Slug], shown)
		}
	}
	return suited
}

// wishes returns the published requests that a mentor would suit.
func (pl views) wishes(m *portal.Mentor) []Wish {
	requests := pl.suited()[m.Slug]
	if len(requests) == 0 {
		return nil
	}
	var wishes []Wish
	for _, fit := range pl.Matches().RequestsFor(m, requests, shownWishes) {
		wishes = append(wishes, Wish{pl.requestCard(fit.Request), pl.suggested(&fit.Suggestion, fewReasons).Reasons})
	}
	return wishes
}
