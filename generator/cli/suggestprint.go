package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ithaca/generator/ask"
)

// json writes a result for programs.
func (a *app) json(value any) error {
	e := json.NewEncoder(a.Out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(value)
}

// best prints the best mentors, or why there are none.
func (a *app) best(m *ask.Matching, asked *ask.Question, limit int) error {
	answer := m.Answer(asked, limit)
	if a.format == "json" {
		return a.json(found(m, asked, &answer))
	}
	if answer.Nobody != nil {
		a.nobody(answer.Nobody)
		return nil
	}
	for i, s := range answer.Suggested {
		if i > 0 {
			a.say("")
		}
		a.person(s, s.Rank)
	}
	if gap := answer.Suggested[0].Gap; gap != nil && gap.Want == "must" {
		a.say("\n%s does not answer a must in full. A must counts 3, a want 2, a nice-to-have 1,", answer.Suggested[0].Name)
		a.say("and a level below the goal counts for less; nobody is left out for one of them.")
	}
	return nil
}

// found is an answer as programs read it.
func found(m *ask.Matching, asked *ask.Question, answer *ask.Answer) any {
	out := struct {
		ask.Counts
		Named     int             `json:"named"`
		Suggested []ask.Suggested `json:"suggested"`
		Nobody    string          `json:"nobody,omitempty"` // why there is nobody to choose from
		Closest   []ask.Verdict   `json:"closest,omitempty"`
	}{Named: len(answer.Suggested), Suggested: answer.Suggested}
	if n := answer.Nobody; n != nil {
		out.Counts, out.Nobody, out.Closest = n.Counts, n.Text, n.Closest
	} else {
		out.Counts = m.Counts(asked)
	}
	return out
}

// person prints one mentor with the reasons.
func (a *app) person(s ask.Suggested, place int) {
	a.say("%d. %s: %s", place, whole(s), cmp.Or(s.Pair(), s.Band))
	a.reasons(s)
	a.unstated(s)
}

// unstated prints which filters could not be judged.
func (a *app) unstated(s ask.Suggested) {
	if len(s.Unstated) > 0 {
		a.say("   ? not stated by one of the two: %s", strings.Join(s.Unstated, ", "))
	}
}

// reasons prints what speaks for a mentor, then the largest thing missing; what is
// half an answer stands there alone.
func (a *app) reasons(s ask.Suggested) {
	for _, e := range s.Evidence {
		a.say("   + %s", e.Text)
	}
	if s.Gap != nil {
		a.say("   - %s", s.Gap.Text)
	}
	if s.NoHour != nil {
		a.say("   - %s", s.NoHour.Text)
	}
}

// whole returns a mentor's name, file and role.
func whole(s ask.Suggested) string {
	text := s.Name + " (" + s.Slug + ")"
	if s.Role != "" {
		text += ", " + s.Role
	}
	return text
}

// nobody says why there is no suggestion.
func (a *app) nobody(n *ask.Nobody) {
	if n.Text != "" {
		a.say("Nobody can be suggested: %s.", n.Text)
		return
	}
	a.say("Nobody can be suggested. Of %s", count(n.Considered, "mentor", "mentors"))
	for _, f := range n.Filtered {
		a.say("  %4d  ruled out by %s: %s", f.Count, f.Filter, f.Text)
	}
	if n.Weak > 0 {
		a.say("  %4d  could be asked, and suit too little of what is asked for", n.Weak)
	}
	if len(n.Closest) > 0 {
		a.say("The closest:")
	}
	for _, v := range n.Closest {
		a.say("  %s: %s", whole(v.Suggested), v.Text)
	}
}

func decimal(n int) string { return strconv.Itoa(n) }

// hundredths returns ten-thousandths as hundredths with one decimal.
func hundredths(n int) string { return fmt.Sprintf("%.1f", float64(n)/100) }

// circle prints a group of mentors and who answers what.
func (a *app) circle(m *ask.Matching, asked *ask.Question, size int) error {
	c := m.Circle(asked, size)
	if a.format == "json" {
		return a.json(c)
	}
	if c.Nobody != nil {
		a.nobody(c.Nobody)
		return nil
	}
	for i, member := range c.Members {
		a.say("%d. %s: %s; answers %s", i+1, whole(member.Suggested), member.Band, strings.Join(member.Adds, ", "))
		a.reasons(member.Suggested)
	}
	if len(c.Members) < size {
		a.say("\nNobody else answers more of it.")
	}
	a.say("")
	wide := 0
	for _, need := range c.Needs {
		wide = max(wide, utf8.RuneCountInString(need))
	}
	head := pad("", wide)
	for _, member := range c.Members {
		head += "  " + pad(member.Name, column(member))
	}
	a.say("%s", strings.TrimRight(head, " "))
	for j, need := range c.Needs {
		row := pad(need, wide)
		for _, member := range c.Members {
			row += "  " + pad(cmp.Or(member.Cover[j], "-"), column(member))
		}
		a.say("%s", strings.TrimRight(row, " "))
	}
	a.uncovered(c)
	return nil
}

// uncovered prints what a circle leaves open, and who else could answer it.
func (a *app) uncovered(c ask.Circle) {
	if len(c.Uncovered) > 0 {
		a.say("")
	}
	for _, need := range c.Uncovered {
		i := slices.IndexFunc(c.Would, func(w ask.Would) bool { return w.Need == need })
		switch {
		case i < 0:
			a.say("Nobody answers %s.", need)
		case c.Would[i].More == 0:
			a.say("Only %s would answer %s: %s.", c.Would[i].Name, need, c.Would[i].Text)
		default:
			a.say("%s would be answered by %s and %s. The first: %s.", need, c.Would[i].Name, count(c.Would[i].More, "other", "others"), c.Would[i].Text)
		}
	}
}

// column returns the width of a member's column.
func column(m ask.Member) int { return max(utf8.RuneCountInString(m.Name), len("strong")) }

// pad fills a text with spaces.
func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(text)))
}
