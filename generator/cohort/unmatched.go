package cohort

import (
	"cmp"

	"ithaca/generator/each"
	"ithaca/generator/order"
)

// Unmatched is a request that got fewer mentors than it wants.
type Unmatched struct {
	Request  string      `json:"request"`
	Got      int         `json:"got"` // mentors
	Wants    int         `json:"wants"`
	Waiting  int         `json:"waiting"` // days
	Reason   NoMentor    `json:"reason"`
	RuledOut []FilterSum `json:"ruled_out,omitempty"` // for NoPair: the filters, the one that rules out most first
	Full     []Full      `json:"full,omitempty"`      // for AllFull and NoGroup: the mentors that suit best, at most five
	Change   *Change     `json:"change,omitempty"`    // the nearest single change that would help; nil where none is known
}

// NoMentor is the reason why a request is unmatched.
type NoMentor string

// The reasons.
const (
	NoPair  NoMentor = "no-pair" // nobody passes the filters and suits enough
	AllFull NoMentor = "full"    // everybody who suits has other people, and none of these could move
	NoGroup NoMentor = "group"   // the only ones who suit lead groups that do not come about
)

// Full is a mentor who suits and has no place left.
type Full struct {
	Mentor string   `json:"mentor"`
	Score  int      `json:"score"`
	People []string `json:"people"` // the requests that have the places
	Closed bool     `json:"closed,omitempty"`
}

// Change is a single change that would give a request a mentor.
type Change struct {
	Kind   ChangeKind `json:"kind"`
	Mentor string     `json:"mentor"`
	Filter string     `json:"filter,omitempty"` // for WithoutFilter
	Score  int        `json:"score,omitempty"`
	// Reserved is set where the place must be kept for this request: the best assignment
	// would give it to another.
	Reserved bool `json:"reserved,omitempty"`
	// Moves are the other requests that would change their mentors.
	Moves []Move `json:"moves,omitempty"`
}

// ChangeKind is what a change is.
type ChangeKind string

// The kinds of changes.
const (
	OneMorePlace  ChangeKind = "place"
	WithoutFilter ChangeKind = "filter" // if the two passed one filter that they fail
	OpenGroup     ChangeKind = "open-group"
)

const fullShown = 5

// unmatched returns the requests with fewer mentors than they want: those without any
// first, then those that have waited longest.
func (t *reporter) unmatched(gains []Gain) []Unmatched {
	all := []Unmatched{}
	for _, i := range t.instance.order[requestSide] {
		if t.stillWanted(i) == 0 {
			continue
		}
		r := &t.market.Requests[i]
		u := Unmatched{Request: r.ID, Got: len(t.mentors[i]), Wants: r.Wants, Waiting: r.Waiting}
		t.explain(i, &u)
		u.Change = t.change(i, u.Reason, gains)
		all = append(all, u)
	}
	order.Stable(all, func(a, b Unmatched) int {
		return cmp.Or(cmp.Compare(min(1, a.Got), min(1, b.Got)), b.Waiting-a.Waiting)
	})
	return all
}

// explain sets Reason, Full and RuledOut.
func (t *reporter) explain(request int, u *Unmatched) {
	u.Reason = NoGroup
	for _, p := range t.offers[request] {
		if t.made[Link{p.Request, p.Mentor}] != nil {
			continue
		}
		if !t.closed[p.Mentor] {
			u.Reason = AllFull
		}
		if len(u.Full) < fullShown {
			people := each.Of(t.people[p.Mentor], t.request)
			u.Full = append(u.Full, Full{t.mentor(p.Mentor), p.Score, people, t.closed[p.Mentor]})
		}
	}
	if len(u.Full) == 0 {
		u.Reason, u.RuledOut = NoPair, t.market.Requests[request].Facts.RuledOut
	}
}

// change returns the nearest single change that would give a request one more mentor:
// a place whose best use is this request; else a place kept for it; else the pair that
// only one filter rules out and whose mentor has a place, or could make one.
func (t *reporter) change(request int, reason NoMentor, gains []Gain) *Change {
	id := t.request(request)
	for _, g := range gains {
		if g.Helps == id {
			last := len(g.Moves) - 1
			return &Change{Kind: OneMorePlace, Mentor: g.Mentor, Moves: g.Moves[:last]}
		}
	}
	for _, p := range t.offers[request] {
		if t.made[Link{p.Request, p.Mentor}] != nil {
			continue
		}
		if !t.closed[p.Mentor] {
			return &Change{Kind: OneMorePlace, Mentor: t.mentor(p.Mentor), Score: p.Score, Reserved: true}
		} else if reason == NoGroup {
			return &Change{Kind: OpenGroup, Mentor: t.mentor(p.Mentor), Score: p.Score}
		}
	}
	for _, near := range t.market.Requests[request].Facts.Near {
		if t.canTake(near.Other) {
			return &Change{Kind: WithoutFilter, Mentor: t.mentor(near.Other), Filter: near.Filter, Score: near.Score}
		}
	}
	return nil
}

// canTake reports whether a mentor has a place left, or an alternating path leads from the
// mentor to a place that is left.
func (t *reporter) canTake(mentor int) bool {
	seen, queue := map[int]bool{mentor: true}, []int{mentor}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		if t.placesLeft(at) > 0 {
			return true
		}
		for _, person := range t.people[at] {
			if t.made[Link{person, at}].Fixed != "" {
				continue
			}
			for _, p := range t.offers[person] {
				if !seen[p.Mentor] && !t.closed[p.Mentor] && t.made[Link{person, p.Mentor}] == nil {
					seen[p.Mentor] = true
					queue = append(queue, p.Mentor)
				}
			}
		}
	}
	return false
}

// Unused is a mentor with places and nobody in them.
type Unused struct {
	Mentor   string      `json:"mentor"`
	Places   int         `json:"places"`
	Reason   NoPeople    `json:"reason"`
	RuledOut []FilterSum `json:"ruled_out,omitempty"` // for NoSuitor: the filters, the one that rules out most first
	Suitors  []Suitor    `json:"suitors,omitempty"`   // for Elsewhere and TooFew: who suits best, at most five
	Minimum  int         `json:"minimum,omitempty"`   // for TooFew
}

// NoPeople is the reason why a mentor has nobody.
type NoPeople string

// The reasons.
const (
	NoSuitor  NoPeople = "no-pair"   // nobody passes the filters and suits enough
	Elsewhere NoPeople = "elsewhere" // everybody who suits has other mentors, which is better for all together
	TooFew    NoPeople = "group"     // the group would not reach its minimum, or others would lose too much by it
)

// Suitor is a request that would suit a mentor, and whom it has instead.
type Suitor struct {
	Request string   `json:"request"`
	Score   int      `json:"score"`
	Mentors []string `json:"mentors"`
}

// unused returns the mentors who have places and nobody, by id, those first whom nobody suits.
func (t *reporter) unused() []Unused {
	all := []Unused{}
	for _, i := range t.instance.order[mentorSide] {
		m := &t.market.Mentors[i]
		if m.Places == 0 || len(t.people[i]) > 0 {
			continue
		}
		u := Unused{Mentor: m.ID, Places: m.Places, Reason: Elsewhere}
		u.Suitors = each.Of(t.suitors[i][:min(fullShown, len(t.suitors[i]))], func(p Pair) Suitor {
			return Suitor{t.request(p.Request), p.Score, each.Of(t.mentors[p.Request], t.mentor)}
		})
		switch {
		case len(u.Suitors) == 0:
			u.Reason, u.RuledOut = NoSuitor, m.Facts.RuledOut
		case m.Minimum > 1:
			u.Reason, u.Minimum = TooFew, m.Minimum
		}
		all = append(all, u)
	}
	order.Stable(all, func(a, b Unused) int { return min(1, len(a.Suitors)) - min(1, len(b.Suitors)) })
	return all
}
