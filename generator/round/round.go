// Package round assigns all requests of a cycle to mentors at once.
//
// It takes a snapshot and a cycle, makes a market of its requests and mentors with the
// decisions that people made, has package cohort assign them, checks the proof, and
// returns the outcome as data: pairs with their evidence, who was left out and why, the
// report, and a table in which the organizer decides. Nothing of it may be published.
//
// It does not know flags, terminals and HTML, and writes no files.
package round

import (
	"maps"
	"slices"
	"strings"

	"ithaca/generator"
	"ithaca/generator/cohort"
	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/theme"
)

// Options say what is matched.
type Options struct {
	Cycle    string // id; "" for the only one that is open
	MinScore int    // the lowest score of a pair, in ten-thousandths

	Earlier []PairIDs      // the pairs of the last run
	More    map[string]int // what if: so many more places, by mentor
	Without []string       // what if: mentors who take no part
	Relax   []string       // what if: filters that rule nobody out
}

// Outcome is the result of matching a cycle.
type Outcome struct {
	Cycle    string         `json:"cycle"`
	Title    string         `json:"title"`
	Requests int            `json:"requests"` // that look for a mentor
	Mentors  int            `json:"mentors"`  // with places in the cycle
	Places   int            `json:"places"`
	Pairs    []Pair         `json:"pairs"`    // by request
	LeftOut  []LeftOut      `json:"left_out"` // who takes no part, and why
	Report   *cohort.Report `json:"report"`
	Proof    Proof          `json:"proof"`
	Weights  map[string]int `json:"weights"` // of the parts of the score
	MinScore int            `json:"min_score"`
	Missing  []Missing      `json:"missing"` // fields that people left empty

	// Changes is what differs from the last run; nil without one.
	Changes *cohort.Changes `json:"changes,omitempty"`

	// People are the names of mentees by the slugs of their requests, where they are to be
	// shown.
	People map[string]string `json:"-"`

	gathered *gathered
	words    *theme.Words
}

// Proof says whether the outcome was proved optimal.
type Proof struct {
	Exact       bool               `json:"exact"`  // false where there were too many groups to try
	Faults      []string           `json:"faults"` // what the independent check found; empty when all is right
	Certificate cohort.Certificate `json:"certificate"`
}

// LeftOut is a request or mentor that takes no part in the round or, where both are set, a
// pair that does not.
type LeftOut struct {
	Request string `json:"request,omitempty"`
	Mentor  string `json:"mentor,omitempty"`
	Why     Why    `json:"why"`
}

// Why is a reason to take no part.
type Why string

// The reasons. Those of mentors are also the values of portal.Closed.
const (
	Draft      Why = "draft"   // the request is a draft: something is still asked
	NoConsent  Why = "consent" // the person has not agreed to be matched
	Ended      Why = "exit"    // the pair ended, and nobody else is sought
	MentorGone Why = "gone"    // the two were made a pair, and the mentor is no longer in the portal
)

// Match matches a cycle. The error is a *diag.Refusal where it cannot be matched.
func Match(s *generator.Snapshot, w *theme.Words, o Options) (*Outcome, error) {
	p := s.Portal()
	cycle, err := chooseCycle(p, o.Cycle)
	if err != nil {
		return nil, err
	}
	if err := o.check(p); err != nil {
		return nil, err
	}
	in := gather(p, s.Matches(), cycle, o)
	if len(in.requests) == 0 {
		return nil, diag.Refuse("no request of the cycle `"+cycle.ID+"` looks for a mentor", "requests name their cycle (`cycle: "+cycle.ID+"`) and state `consent`; --requests FOLDER reads another folder")
	}
	result, err := in.solve()
	if err != nil {
		return nil, err
	}
	out := &Outcome{
		gathered: in, words: w, Cycle: cycle.ID, Title: cycle.Title, Requests: len(in.requests), LeftOut: in.leftOut,
		Pairs: in.pairs(result, w), Report: result.Report(), Weights: weights(p.Program), MinScore: o.MinScore, Missing: in.missing(),
		Proof: Proof{result.Exact, append([]string{}, cohort.Check(&in.market, result)...), result.Certificate},
	}
	for i := range out.Report.Unmatched {
		if u := &out.Report.Unmatched[i]; u.Change == nil {
			u.Change = in.elsewhere(u.Request)
		}
	}
	if o.Earlier != nil {
		changes := result.Changes(o.Earlier)
		out.Changes = &changes
	}
	for _, m := range in.market.Mentors {
		out.Places += m.Places
		out.Mentors += min(1, m.Places)
	}
	return out, nil
}

// Over returns the day on which the cycle ended, as YYYY-MM-DD; "" where it has not.
func (o *Outcome) Over() string {
	if end := o.gathered.cycle.End; !end.IsZero() && end.Before(o.gathered.portal.Today) {
		return end.String()
	}
	return ""
}

func weights(p *portal.Program) map[string]int {
	all := map[string]int{}
	for _, s := range portal.Signals() {
		all[s.Name] = p.Weights.Of(s)
	}
	return all
}

// chooseCycle finds the cycle of an id, or the only one before its start for which there
// are requests.
func chooseCycle(p *portal.Portal, id string) (*portal.Cycle, error) {
	var ids, open []string
	for i := range p.Program.Cycles {
		c := &p.Program.Cycles[i]
		ids = append(ids, c.ID)
		asked := slices.ContainsFunc(p.Requests, func(r *portal.Request) bool { return r.Cycle == c.ID })
		if phase := c.Phase(p.Today); asked && phase != portal.Running && phase != portal.Ended {
			open = append(open, c.ID)
		}
	}
	switch {
	case id != "" && p.Program.Cycle(id) == nil:
		return nil, diag.Refuse("there is no cycle `"+id+"`", diag.DidYouMean(id, ids))
	case id != "":
		return p.Program.Cycle(id), nil
	case len(open) == 1:
		return p.Program.Cycle(open[0]), nil
	case len(ids) == 0:
		return nil, diag.Refuse("content/index.md names no cycle", "add one under `cycles`, and name it in the requests")
	case len(open) == 0:
		return nil, diag.Refuse("no cycle that has not begun has requests", "name one with --cycle: "+strings.Join(ids, ", "))
	}
	return nil, diag.Refuse("several cycles have requests and have not begun", "name one with --cycle: "+strings.Join(open, ", "))
}

// leftOut returns why a request looks for no mentor in its cycle; "" where it does.
func leftOut(r *portal.Request) Why {
	switch {
	case r.Consent.IsZero():
		return NoConsent
	case portal.Quit(r) && !portal.Settled(r):
		return Ended
	}
	return ""
}

// WhatIf reports whether the options change places, mentors or filters for a trial.
func (o *Options) WhatIf() bool { return len(o.More)+len(o.Without)+len(o.Relax) > 0 }

// Base returns the options without those changes.
func (o Options) Base() Options {
	o.More, o.Without, o.Relax = nil, nil, nil
	return o
}

// PairIDs returns who is with whom, to be compared with another outcome.
func (o *Outcome) PairIDs() []PairIDs {
	return each.Of(o.Pairs, func(p Pair) PairIDs { return PairIDs{Request: p.Request, Mentor: p.Mentor} })
}

// Relaxable returns the filters that Options.Relax takes.
func Relaxable() (filters []string) {
	for _, f := range match.Filters() {
		if changeable(f) {
			filters = append(filters, string(f))
		}
	}
	return filters
}

// check refuses unknown mentors and filters that cannot be relaxed.
func (o *Options) check(p *portal.Portal) error {
	slugs, filters := portal.Slugs(p.Mentors), Relaxable()
	for _, slug := range slices.Concat(o.Without, slices.Sorted(maps.Keys(o.More))) {
		if !slices.Contains(slugs, slug) {
			return diag.Refuse("there is no mentor `"+slug+"`", diag.DidYouMean(slug, slugs))
		}
	}
	for _, f := range o.Relax {
		if !slices.Contains(filters, f) {
			return diag.Refuse("`"+f+"` is no filter that people could relax", "those are "+strings.Join(filters, ", "))
		}
	}
	return nil
}
