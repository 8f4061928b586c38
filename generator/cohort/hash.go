package cohort

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
)

// Hash returns a hash of all that decides on the assignment of a market, for the line
// of a report that says how to reproduce it. The order of the input does not change it.
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
