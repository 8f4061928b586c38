package page

import (
	"slices"

	"ithaca/generator/portal"
)

// Wish is a published request that a mentor would suit, with the reasons.
type Wish struct {
	RequestCard
	Reasons []Reason
}

// shownFor is how many mentors stand on a request's page; suitedBy is how many
// are told of it on their own.
const (
	shownFor = 5
	suitedBy = 20
)

// asShown returns what a request's page shows of it, and what rules mentors out and
// may be published. All that pages say of who suits a request is worked out from
// that, so that neither a reason nor who stands there, or is missing, tells more
// than the page does. What is not named here changes no published byte.
func asShown(r *portal.Request) *portal.Request {
	shown := &portal.Request{
		Languages: r.Languages, Timezone: r.Timezone, Needs: r.Needs, Goals: r.Goals, Kinds: r.Kinds, Formats: r.Formats,
		Cycle: r.Cycle, Publish: r.Publish, Consent: r.Consent,
		Country: r.Country, Location: r.Location, Stage: r.Stage, Duration: r.Duration,
	}
	shown.Slug = r.Slug
	return shown
}

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

// answer fills what a request's page says of those who could help.
func (pl views) answer(r *portal.Request, v *Request) {
	shown := asShown(r)
	v.Suggested = pl.suggest(shown, shownFor, allReasons)
	missing := pl.missing(shown, r.Topics())
	for _, t := range missing {
		v.Uncovered = append(v.Uncovered, pl.toTopic(t))
	}
	v.Guides, v.Lists = pl.instead(missing)
}

// missing returns the topics of a request that nobody who fits it answers.
func (pl views) missing(r *portal.Request, refs []portal.TopicRef) []*portal.Topic {
	var missing []*portal.Topic
	for _, t := range pl.TopicsOf(refs) {
		one, asked := *r, pl.asking([]*portal.Topic{t})
		one.Needs, one.Goals = asked.Needs, asked.Goals
		if len(pl.Matches().Query(&one).Best(1)) == 0 {
			missing = append(missing, t)
		}
	}
	return missing
}

// insteadGuides and insteadLists are how much is offered where nobody helps.
const (
	insteadGuides = 3
	insteadLists  = 2
)

// instead returns what to read about topics that nobody helps with, or about what
// is close to them.
func (pl views) instead(topics []*portal.Topic) ([]GuideCard, []ResourceCard) {
	var guides []*portal.Guide
	var lists []*portal.ResourceList
	for _, t := range topics {
		for _, near := range slices.Concat([]*portal.Topic{t}, pl.around(t), pl.TopicsOf(t.Broader)) {
			guides = another(guides, pl.About(near).Guides, insteadGuides, (*portal.Guide).IsForMentees)
			lists = another(lists, pl.About(near).Resources, insteadLists, func(*portal.ResourceList) bool { return true })
		}
	}
	return pl.guideCards(guides), pl.resourceCards(lists)
}
