package cohort

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
func (t *told) unused() []Unused {
	all, others := []Unused{}, []Unused{}
	for _, i := range t.others {
		m := &t.market.Mentors[i]
		if m.Places == 0 || len(t.people[i]) > 0 {
			continue
		}
		u := Unused{Mentor: m.ID, Places: m.Places, Reason: Elsewhere}
		for _, p := range t.suitors[i][:min(fullShown, len(t.suitors[i]))] {
			s := Suitor{Request: t.request(p.Request), Score: p.Score, Mentors: []string{}}
			for _, other := range t.mentors[p.Request] {
				s.Mentors = append(s.Mentors, t.mentor(other))
			}
			u.Suitors = append(u.Suitors, s)
		}
		switch {
		case len(u.Suitors) == 0:
			u.Reason, u.RuledOut = NoSuitor, m.Facts.RuledOut
		case m.Minimum > 1:
			u.Reason, u.Minimum = TooFew, m.Minimum
		}
		if u.Reason == NoSuitor {
			all = append(all, u)
		} else {
			others = append(others, u)
		}
	}
	return append(all, others...)
}
