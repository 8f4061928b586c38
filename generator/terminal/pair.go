package terminal

import (
	"cmp"
	"slices"
	"strconv"

	"ithaca/generator/ask"
	"ithaca/generator/order"
)

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
		return "too low a fit to be suggested, which takes 20"
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
