package match

import (
	"ithaca/generator/match/search"
	"ithaca/generator/portal"
)

// signal is a part of the score, in a file of its own. One that suffices must have find:
// a search scores only mentors on the postings that were read.
type signal struct {
	name     string                                          // as in portal.Signals
	suffices bool                                            // whether it can make a mentor a match by itself
	asked    func(*Query) bool                               // reports whether the request says anything of it
	score    func(*Query, *entry) int64                      // returns 0 to scale
	find     func(q *Query, s *search.Search, share float32) // reads the postings of all who score above 0, for a share of the score of 0 to 1; nil where that may be anybody
	explain  func(*explanation)                              // adds what speaks for the mentor, and what is missing
	columns  []column                                        // what the finder in the browser needs; nil where it asks nothing for it
}

// signals is the table of signals, in the order of equally weighty evidence.
func signals() []signal {
	return []signal{
		fitSignal(),
		rankedSignal(),
		goalsSignal(),
		pathSignal(),
		timeSignal(),
		styleSignal(),
		offersSignal(),
	}
}

// FinderSignals returns the names of the signals for which the finder in the
// browser asks a visitor.
func FinderSignals() []string {
	var names []string
	for _, s := range signals() {
		if s.columns != nil {
			names = append(names, s.name)
		}
	}
	return names
}

// weighted is a signal with its weight, which is above 0.
type weighted struct {
	signal
	weight int64
}

// weigh returns the signals that have a weight.
func weigh(w portal.Weights) []weighted {
	var found []weighted
	named := portal.Signals() // in the order of the table, as a test insists
	for i, s := range signals() {
		if weight := w.Of(named[i]); weight > 0 {
			found = append(found, weighted{s, int64(weight)})
		}
	}
	return found
}
