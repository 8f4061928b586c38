package cli

import (
	"cmp"
	"slices"

	"ithaca/generator/ask"
	"ithaca/generator/order"
)

// pair explains one pair: whether the mentor is suggested, what each part of the score
// adds, what is missing, and what would change it.
func (a *app) pair(m *ask.Matching, asked *ask.Question, mentor string) error {
	v, err := m.WhyNot(asked, mentor)
	if err != nil {
		return misunderstood(err)
	}
	if a.format == "json" {
		return a.json(v)
	}
	a.say("%s", whole(v.Suggested))
	score := "Score %s of 100, %s."
	if v.Failed != "" {
		a.say("Ruled out by %s: %s.", v.Failed, v.Text)
		for _, also := range v.Also {
			a.say("Ruled out also because %s.", also)
		}
		score = "But for that: %s points of 100, %s."
	} else {
		a.say("%s.", sentence(v.Text, v.Name))
	}
	a.evidence("", "+", v.Evidence)
	if v.Score > 0 {
		a.say("")
		a.say(score, hundredths(v.Score), standing(v.Band, v.Would))
		a.parts(&v)
	}
	if len(v.Changes) > 0 {
		a.say("What would change it:")
	}
	for _, c := range v.Changes {
		a.say("   if %s: %s points, %s", c.Text, hundredths(c.Score), standing(c.Band, c.Rank))
	}
	return nil
}

// standing says a band and a rank in words.
func standing(band string, rank int) string {
	if rank == 0 {
		return "too low a fit to be suggested, which takes 20"
	}
	return cmp.Or(band, "below the bands") + ", number " + decimal(rank)
}

// parts prints how many of its points each part of a score has, the one that lacks
// most first, each with what speaks for the mentor and what is missing.
func (a *app) parts(v *ask.Verdict) {
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
		a.say("   %-8s %5s of %5s points", p.Name, hundredths(points(p, p.Value)), hundredths(points(p, full)))
		a.evidence(p.Name, "+", v.Evidence)
		a.evidence(p.Name, "-", v.Lacking)
	}
	a.unstated(v.Suggested)
}

// evidence prints what belongs to a part of the score.
func (a *app) evidence(part, sign string, all []ask.Evidence) {
	for _, e := range all {
		if e.Part == part {
			a.say("      %s %s", sign, e.Text)
		}
	}
}
