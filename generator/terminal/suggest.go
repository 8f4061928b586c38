package terminal

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/ask"
	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/order"
)

// Best prints the best mentors, or why there are none.
func (t *Terminal) Best(answer ask.Answer) error {
	if t.Format == "json" {
		return t.JSON(answer)
	}
	if answer.Named == 0 {
		t.nobody(answer)
		return nil
	}
	for i, s := range answer.Suggested {
		if i > 0 {
			t.Say("")
		}
		t.Say("%d. %s: %s", s.Rank, whole(s), cmp.Or(s.Pair(), s.Band))
		t.reasons(s)
		t.unstated(s)
	}
	if gap := answer.Suggested[0].Gap; gap != nil && gap.Want == "must" {
		t.Say("\n%s does not answer a must in full. A must counts 3, a want 2, a nice-to-have 1,", answer.Suggested[0].Name)
		t.Say("and a level below the goal counts for less; nobody is left out for one of them.")
	}
	return nil
}

// unstated prints which filters could not be judged.
func (t *Terminal) unstated(s ask.Suggested) {
	if len(s.Unstated) > 0 {
		t.Say("   ? not stated by one of the two: %s", strings.Join(s.Unstated, ", "))
	}
}

// reasons prints what speaks for a mentor, then the largest thing missing; what is
// half an answer stands there alone.
func (t *Terminal) reasons(s ask.Suggested) {
	for _, e := range s.Evidence {
		t.Say("   + %s", e.Text)
	}
	if s.Gap != nil {
		t.Say("   - %s", s.Gap.Text)
	}
	if s.NoHour != nil {
		t.Say("   - %s", s.NoHour.Text)
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
func (t *Terminal) nobody(n ask.Answer) {
	if n.Nobody != "" {
		t.Say("Nobody can be suggested: %s.", n.Nobody)
		return
	}
	t.Say("Nobody can be suggested. Of %s", diag.Count(n.Considered, "mentor", "mentors"))
	for _, f := range n.Filtered {
		t.Say("  %4d  ruled out by %s: %s", f.Count, f.Filter, f.Text)
	}
	if n.Weak > 0 {
		t.Say("  %4d  could be asked, and suit too little of what is asked for", n.Weak)
	}
	if len(n.Closest) > 0 {
		t.Say("The closest:")
	}
	for _, v := range n.Closest {
		t.Say("  %s: %s", whole(v.Suggested), v.Text)
	}
}

// hundredths returns ten-thousandths as hundredths with one decimal.
func hundredths(n int) string { return fmt.Sprintf("%.1f", float64(n)/100) }

// Circle prints a group of mentors, of whom so many were asked for, and who answers what.
func (t *Terminal) Circle(c ask.Circle, size int) error {
	if t.Format == "json" {
		return t.JSON(c)
	}
	if len(c.Members) == 0 {
		t.nobody(c.Nobody)
		return nil
	}
	for i, member := range c.Members {
		t.Say("%d. %s: %s; answers %s", i+1, whole(member.Suggested), member.Band, strings.Join(member.Adds, ", "))
		t.reasons(member.Suggested)
	}
	if len(c.Members) < size {
		t.Say("\nNobody else answers more of it.")
	}
	t.Say("")
	row := func(begins string, cell func(ask.Member) string) []string {
		return append([]string{begins}, each.Of(c.Members, cell)...)
	}
	rows := [][]string{row("", func(m ask.Member) string { return m.Name })}
	for j, need := range c.Needs {
		rows = append(rows, row(need, func(m ask.Member) string { return cmp.Or(m.Cover[j], "-") }))
	}
	t.Table(rows)
	for i, need := range c.Uncovered {
		t.heading(i, "")
		t.Say("Nobody who can be asked answers %s.", need)
	}
	return nil
}

// Pair explains one pair: whether the mentor is suggested, what each part of the score
// adds, and what is missing.
func (t *Terminal) Pair(v ask.Verdict) error {
	if t.Format == "json" {
		return t.JSON(v)
	}
	t.Say("%s", whole(v.Suggested))
	score := "Score %s of 100, %s."
	if v.Failed != "" {
		t.Say("Ruled out by %s: %s.", v.Failed, v.Text)
		for _, holder := range v.TakenBy {
			t.Say("   by %s", holder)
		}
		for _, also := range v.Also {
			t.Say("Ruled out also because %s.", also)
		}
		score = "But for that: %s points of 100, %s."
	} else {
		t.Say("%s.", Sentence(v.Text, v.Name))
	}
	t.evidence("", "+", v.Evidence)
	if v.Score > 0 {
		t.Say("")
		t.Say(score, hundredths(v.Score), standing(v.Band, v.Would))
		t.parts(&v)
	}
	return nil
}

// standing says a band and a rank in words.
func standing(band string, rank int) string {
	if rank == 0 {
		return "but too low a fit to be suggested, whatever else adds"
	}
	return cmp.Or(band, "below the bands") + ", number " + strconv.Itoa(rank)
}

// parts prints how many of its points each part of a score has, the one that lacks
// most first, each with what speaks for the mentor and what is missing.
func (t *Terminal) parts(v *ask.Verdict) {
	all := 0
	for _, p := range v.Parts {
		all += p.Weight
	}
	const full = 10_000
	points := func(p ask.Part, of int) int { return p.Weight * of / all }
	missing := func(p ask.Part) int { return points(p, full-p.Value) }
	sorted := slices.Clone(v.Parts)
	order.Stable(sorted, func(x, y ask.Part) int { return cmp.Compare(missing(y), missing(x)) })
	for _, p := range sorted {
		t.Say("   %-8s %5s of %5s points", p.Signal, hundredths(points(p, p.Value)), hundredths(points(p, full)))
		t.evidence(p.Signal, "+", v.Evidence)
		t.evidence(p.Signal, "-", v.Lacking)
	}
	t.unstated(v.Suggested)
}

// evidence prints what belongs to a part of the score.
func (t *Terminal) evidence(part, sign string, all []ask.Evidence) {
	for _, e := range all {
		if e.Signal == part {
			text := e.Text
			if sign == "+" && e.Goal > 0 && e.Level == 0 {
				text += "; no level is stated, so not the full points"
			}
			t.Say("      %s %s", sign, text)
		}
	}
}
