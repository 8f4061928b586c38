// Package cohort assigns the requests of a cycle to mentors, all at once.
//
// It takes a Market: requests and how many mentors each wants, mentors and their
// places, and the pairs that are possible, each with a score. It returns an
// assignment for which no better one exists, a certificate of that which can be
// checked without trusting the solver, and the organizer's report as data: why
// somebody got nobody, what would change it, what one more place would be worth.
//
// Better means, in this order: what people decided holds; more people have a
// mentor; more pairs; a higher sum of scores; and among equals less load on those
// who have most, those who waited longest, and a fair draw. In mathematical terms
// it is a b-matching of greatest weight, solved by shortest augmenting paths with
// prices (the Hungarian method on sparse graphs).
//
// All arithmetic is on integers, and neither the order of the input nor the number
// of cores changes the result. It knows no portal, files, HTML or sentences: whom a
// filter rules out, and what people ask for, comes with the market.
package cohort

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
)

// Market is what there is to assign. Requests and mentors are named by their indexes in
// it, called positions. Ids must differ, and numbers be in the ranges stated below.
type Market struct {
	Requests []Request
	Mentors  []Mentor
	Pairs    []Pair  // the pairs that may be made, each once, in any order
	Fixed    []Fixed // the pairs that are made already, each once
}

// Request is somebody who looks for mentors.
type Request struct {
	ID      string
	Wants   int // how many mentors, those of fixed pairs among them; at least 1
	Waiting int // days waited, at least 0
	// Unlisted is the most that a pair of the request which is not among Pairs can
	// score; 0 where all that may be made are among them.
	Unlisted int
	Facts    Facts
}

// Mentor is somebody who has places.
type Mentor struct {
	ID      string
	Places  int // in all, those of fixed pairs among them
	Minimum int // the fewest people of a group, which else gets nobody; 0 or 1 for none
	Taken   int // pairs of other cycles, which add to the load; their places are not among Places
	Facts   Facts
}

// Facts are what the report says of somebody; the assignment ignores them.
type Facts struct {
	Topics   []string    // keys of what is asked for or offered
	RuledOut []FilterSum // the filters that rule out pairs of theirs, the one that rules out most first
	Near     []Near      // the pairs that a single filter rules out, the best first
}

// FilterSum is a filter and how many pairs it is the first to rule out.
type FilterSum struct {
	Filter string `json:"filter"`
	Count  int    `json:"pairs"`
}

// Near is a pair that only one filter rules out.
type Near struct {
	Other  int // the position of the mentor; in facts of a mentor that of the request
	Filter string
	Score  int
}

// Link is a request and a mentor by their positions.
type Link struct{ Request, Mentor int }

// Pair is a pair that may be made. Scores are ten-thousandths, from 0 to 10,000.
type Pair struct {
	Request, Mentor int
	Score           int
}

// Fixed is a pair that people decided on, which every assignment includes.
type Fixed struct {
	Request, Mentor int
	Score           int    // 0 where it is not known
	By              string // the kind of decision, copied to Assigned.Fixed; not ""
}

// MaxScore is the highest score of a pair.
const MaxScore = 10_000

// Hash returns a SHA-256, in hexadecimal, of all that decides on the assignment of a
// market, by which a report is reproduced. The order of the input does not change it.
func (m *Market) Hash() string {
	var lines []string
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	for _, r := range m.Requests {
		add("request %q %d %d %d", r.ID, r.Wants, r.Waiting, r.Unlisted)
	}
	for _, o := range m.Mentors {
		add("mentor %q %d %d %d", o.ID, o.Places, o.Minimum, o.Taken)
	}
	for _, p := range m.Pairs {
		add("pair %q %q %d", m.Requests[p.Request].ID, m.Mentors[p.Mentor].ID, p.Score)
	}
	for _, f := range m.Fixed {
		add("fixed %q %q %d %q", m.Requests[f.Request].ID, m.Mentors[f.Mentor].ID, f.Score, f.By)
	}
	slices.Sort(lines)
	h := sha256.New()
	for _, line := range lines {
		fmt.Fprintln(h, line)
	}
	return hex.EncodeToString(h.Sum(nil))
}
