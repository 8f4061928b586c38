package portal

// Signal is one thing that speaks for two people as a pair: a part of the matching
// score.
type Signal struct {
	Name   string // as index.md and the data files have it
	Weight int    // how much it counts where index.md does not say
	About  string // for the reference of index.md
}

// Signals returns every signal, in the order in which index.md's reference has them.
// How each is scored stands in match's table, which has the same names.
func Signals() []Signal {
	return []Signal{
		{"fit", 50, "What they need and say against what the mentor can and says."},
		{"ranked", 20, "Whom they would choose themselves."},
		{"goals", 12, "Goals and challenges."},
		{"path", 10, "The same move made before."},
		{"time", 10, "Shared time in a week."},
		{"style", 5, "Style and values."},
		{"offers", 3, "Industry and offers."},
	}
}

// Weights holds the weights that index.md states, by signal; nil when it states
// none. Each is 0 or more; only their proportions count.
type Weights map[string]int

// Of returns a signal's weight: the one that is stated, else the default.
func (w Weights) Of(signal Signal) int {
	if weight, stated := w[signal.Name]; stated {
		return weight
	}
	return signal.Weight
}
