package cohort

import (
	"fmt"
	"strings"
)

// Problem is a mistake in a market.
type Problem struct {
	Kind    string // one of the Bad… constants
	Request string // id; "" where no request is concerned
	Mentor  string // likewise
}

// The kinds of problems.
const (
	BadID        = "id"        // an empty id, or one that two of them have
	BadNumber    = "number"    // a number that is negative, or a score beyond MaxScore
	BadPosition  = "position"  // a pair of somebody who is not in the market
	BadRepeat    = "repeat"    // the same pair twice
	BadDecision  = "decision"  // a pair that is fixed and forbidden
	BadMagnitude = "magnitude" // more people and places than 64-bit integers can rank
)

// Problems are all the mistakes of a market, as an error.
type Problems []Problem

func (p Problems) Error() string {
	var b strings.Builder
	b.WriteString("the market cannot be assigned:")
	for _, one := range p[:min(5, len(p))] {
		fmt.Fprintf(&b, " %s (request %q, mentor %q);", one.Kind, one.Request, one.Mentor)
	}
	if len(p) > 5 {
		fmt.Fprintf(&b, " and %d more", len(p)-5)
	}
	return strings.TrimSuffix(b.String(), ";")
}

// validate returns what is wrong with a market.
func (m *Market) validate() Problems {
	var found Problems
	ids := map[string]bool{}
	for _, r := range m.Requests {
		if r.ID == "" || ids[r.ID] {
			found = append(found, Problem{BadID, r.ID, ""})
		}
		if r.Wants < 1 || r.Waiting < 0 || r.Unlisted < 0 || r.Unlisted > MaxScore {
			found = append(found, Problem{BadNumber, r.ID, ""})
		}
		ids[r.ID] = true
	}
	clear(ids)
	for _, o := range m.Mentors {
		if o.ID == "" || ids[o.ID] {
			found = append(found, Problem{BadID, "", o.ID})
		}
		if o.Places < 0 || o.Minimum < 0 || o.Taken < 0 {
			found = append(found, Problem{BadNumber, "", o.ID})
		}
		ids[o.ID] = true
	}
	return append(found, m.validatePairs()...)
}

func (m *Market) validatePairs() Problems {
	var found Problems
	add := func(kind string, l Link) {
		p := Problem{Kind: kind}
		if l.Request >= 0 && l.Request < len(m.Requests) {
			p.Request = m.Requests[l.Request].ID
		}
		if l.Mentor >= 0 && l.Mentor < len(m.Mentors) {
			p.Mentor = m.Mentors[l.Mentor].ID
		}
		found = append(found, p)
	}
	check := func(l Link, score int) {
		if l.Request < 0 || l.Request >= len(m.Requests) || l.Mentor < 0 || l.Mentor >= len(m.Mentors) {
			add(BadPosition, l)
		} else if score < 0 || score > MaxScore {
			add(BadNumber, l)
		}
	}
	for _, p := range m.Pairs {
		check(Link{p.Request, p.Mentor}, p.Score)
	}
	forbidden, fixed := map[Link]bool{}, map[Link]bool{}
	for _, l := range m.Forbidden {
		check(l, 0)
		forbidden[l] = true
	}
	for _, f := range m.Fixed {
		l := Link{f.Request, f.Mentor}
		check(l, f.Score)
		if forbidden[l] {
			add(BadDecision, l)
		}
		if fixed[l] {
			add(BadRepeat, l)
		}
		fixed[l] = true
	}
	if len(found) == 0 {
		m.repeated(func(p Pair) { add(BadRepeat, Link{p.Request, p.Mentor}) })
	}
	return found
}

// repeated calls back for every pair that stands a second time in the market.
func (m *Market) repeated(report func(Pair)) {
	next := make([]int, len(m.Requests)+1) // by request: where its pairs go
	for _, p := range m.Pairs {
		next[p.Request+1]++
	}
	for i := range m.Requests {
		next[i+1] += next[i]
	}
	sorted := make([]Pair, len(m.Pairs))
	for _, p := range m.Pairs {
		sorted[next[p.Request]] = p
		next[p.Request]++
	}
	seen := make([]int, len(m.Mentors)) // by mentor: the last request that names it, from 1
	for _, p := range sorted {
		if seen[p.Mentor] == p.Request+1 {
			report(p)
		}
		seen[p.Mentor] = p.Request + 1
	}
}
