package round

import (
	"fmt"
	"strings"

	"ithaca/generator/cohort"
)

// Reason says why a request has fewer mentors than it wants.
func Reason(u *cohort.Unmatched) string {
	switch u.Reason {
	case cohort.NoPair:
		text := "nobody suits"
		if u.Got > 0 {
			text = "nobody else suits"
		}
		var by []string
		for _, f := range u.RuledOut[:min(2, len(u.RuledOut))] {
			by = append(by, fmt.Sprintf("%d by %s", f.Count, f.Filter))
		}
		if len(by) > 0 {
			text += " (ruled out: " + strings.Join(by, ", ") + ")"
		}
		return text
	case cohort.AllFull:
		var names []string
		for _, f := range u.Full {
			names = append(names, f.Mentor)
		}
		return "all who suit have no place left: " + strings.Join(names, ", ")
	}
	return "the groups that would suit do not come about"
}

// Nearest says what would give a request a mentor.
func Nearest(c *cohort.Change) string {
	switch {
	case c == nil:
		return ""
	case c.Kind == cohort.WithoutFilter:
		return fmt.Sprintf("%s would suit, but for %s", c.Mentor, c.Filter)
	case c.Kind == cohort.OpenGroup:
		return "the group of " + c.Mentor + " would suit, with more people in it"
	case c.Reserved:
		return "one more place at " + c.Mentor + ", kept for this request, would help"
	case len(c.Moves) == 1:
		return "one more place at " + c.Mentor + " would help; 1 other would change mentors"
	case len(c.Moves) > 1:
		return fmt.Sprintf("one more place at %s would help; %d others would change mentors", c.Mentor, len(c.Moves))
	}
	return "one more place at " + c.Mentor + " would help"
}

// ending says why a pair of the last run is not made again.
func ending(e cohort.Ending) string {
	switch e {
	case cohort.RequestLeft:
		return "the request takes no part any more"
	case cohort.MentorLeft:
		return "the mentor has no place in the cycle any more"
	case cohort.NowRuledOut:
		return "the two may not be a pair any more"
	}
	return "another assignment is better for all together"
}
