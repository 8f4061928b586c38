package upkeep

import (
	"cmp"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// Running is a request of a round and what became of it.
type Running struct {
	Request string `json:"request"`
	Mentor  string `json:"mentor"` // slug; "" for nobody
	Name    string `json:"name"`
	State   State  `json:"state"`
	Since   string `json:"since"`
	Reason  string `json:"reason,omitempty"` // why a pair ended, where it was said
	Next    string `json:"next"`             // the day of the next review, or of the end; "" for none
}

// State is how far a pair is.
type State string

// The states, in the order in which they need somebody.
const (
	NoMentor     State = "no mentor"
	Gone         State = "the mentor is gone"
	Proposed     State = "nobody has answered"
	NoMenteeWord State = "waits for the mentee"
	NoMentorWord State = "waits for the mentor"
	Together     State = "together"
	Over         State = "ended"
)

func states() []State {
	return []State{NoMentor, Gone, Proposed, NoMenteeWord, NoMentorWord, Together, Over}
}

// Round returns the requests of a cycle with what became of them, those first that need
// somebody.
func Round(p *portal.Portal, cycle string) ([]Running, error) {
	c := p.Program.Cycle(cycle)
	if c == nil {
		ids := p.Program.CycleIDs()
		return nil, diag.Refuse("there is no cycle `"+cycle+"`", cmp.Or(diag.DidYouMean(cycle, ids), "the cycles are "+strings.Join(ids, ", ")))
	}
	all := []Running{}
	for _, r := range p.Requests {
		all = append(all, pairsOf(p, r, c)...)
	}
	order.Stable(all, func(a, b Running) int {
		return cmp.Or(cmp.Compare(slices.Index(states(), a.State), slices.Index(states(), b.State)), cmp.Compare(a.Since, b.Since), cmp.Compare(a.Request, b.Request), cmp.Compare(a.Mentor, b.Mentor))
	})
	return all, nil
}

// pairsOf returns what became of a request in a cycle.
func pairsOf(p *portal.Portal, r *portal.Request, c *portal.Cycle) []Running {
	var all []Running
	now := portal.Together(r, c.ID)
	for mentor := range now {
		one := Running{Request: r.Slug, Mentor: mentor, State: stateOf(p, r, c, mentor), Since: portal.Decided(r, c.ID, mentor).Date.String()}
		if m := portal.Find(p.Mentors, mentor); m != nil {
			one.Name = m.Name
		}
		next := c.NextReview(p.Today)
		if next.IsZero() && !c.End.Before(p.Today) {
			next = c.End
		}
		one.Next = next.String()
		all = append(all, one)
	}
	exits := map[string]int{} // by mentor: the place of the line, that of two who ended it as well
	for _, d := range r.Decisions {
		if _, still := now[d.Mentor]; d.Cycle != c.ID || d.Do != portal.Exit || still {
			continue
		}
		at, listed := exits[d.Mentor]
		if !listed {
			at = len(all)
			exits[d.Mentor], all = at, append(all, Running{Request: r.Slug, Mentor: d.Mentor, State: Over})
		}
		all[at].Since, all[at].Reason = d.Date.String(), cmp.Or(d.Note, string(d.Reason), all[at].Reason)
	}
	if len(now) == 0 && !portal.Quit(r) && r.Cycle == c.ID && !r.Consent.IsZero() {
		all = append(all, Running{Request: r.Slug, State: NoMentor, Since: since(r).String()})
	}
	return all
}

func stateOf(p *portal.Portal, r *portal.Request, c *portal.Cycle, mentor string) State {
	by := portal.AcceptedBy(r, c.ID, mentor)
	switch {
	case portal.Find(p.Mentors, mentor) == nil && c.Phase(p.Today) != portal.Ended:
		return Gone
	case by[portal.ByMentor] && by[portal.ByMentee] && c.Phase(p.Today) == portal.Ended:
		return Over
	case by[portal.ByMentor] && by[portal.ByMentee]:
		return Together
	case by[portal.ByMentor]:
		return NoMenteeWord
	case by[portal.ByMentee]:
		return NoMentorWord
	}
	return Proposed
}
