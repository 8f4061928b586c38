package cohort

// groupState says what was decided of a group that needs a minimum.
type groupState uint8

const (
	groupFree   groupState = iota // any number: the minimum is ignored
	groupOpened                   // at least the minimum
	groupClosed                   // nobody
)

// maxBranches is how often a market is solved at most to decide which groups come about.
// A program has a handful of groups, and those that fill by themselves need no branch.
const maxBranches = 200

// branching decides which groups that need a minimum come about: by branch and bound
// over the groups that get some people but fewer than their minimum while it is ignored.
// A branch is pruned when, with minimums ignored, it is no better than the best result.
type branching struct {
	in     *instance
	best   *Result // nil while there is none
	solved int
	cut    bool // branches were left unsolved
}

// assign returns the best assignment of an instance.
func (in *instance) assign() *Result {
	b := &branching{in: in}
	b.branch()
	if b.cut && b.best == nil { // no result within maxBranches: leave out every group with a minimum
		for i, n := range in.minimum {
			in.state[i] = groupFree
			if n > 1 {
				in.state[i] = groupClosed
			}
		}
		in.solve()
		b.best = in.result()
	}
	b.best.Exact, b.best.Solved = !b.cut, b.solved
	return b.best
}

// branch solves the market for the current states of groups and, where a group is left
// below its minimum, branches on it.
func (b *branching) branch() {
	if b.solved >= maxBranches {
		b.cut = true
		return
	}
	b.solved++
	b.in.solve()
	if b.in.unfilled(groupOpened) >= 0 {
		return // a group that was to be opened cannot be filled
	}
	found := b.in.result()
	if b.best != nil && !found.Objective.Better(b.best.Objective) {
		return
	}
	group := b.in.unfilled(groupFree)
	if group < 0 {
		b.best = found
		return
	}
	for _, state := range []groupState{groupClosed, groupOpened} {
		b.in.state[group] = state
		b.branch()
	}
	b.in.state[group] = groupFree
}

// unfilled returns the first mentor, by id, of those in a state who got fewer people
// than the group needs, or -1. A group that is free may stay empty.
func (in *instance) unfilled(state groupState) int {
	for at, i := range in.order[mentorSide] {
		got := int(in.net.sides[mentorSide].used[at])
		if in.state[i] == state && got < in.minimum[i] && (got > 0 || state == groupOpened) {
			return i
		}
	}
	return -1
}
