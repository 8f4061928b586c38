package terminal

import (
	"fmt"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/round"
)

// Outcome prints a cycle matched: what the organizer looks for first comes first.
func (t *Terminal) Outcome(o *round.Outcome) error {
	if t.Format == "json" {
		return t.JSON(o)
	}
	r := o.Report
	t.Say("%s (%s): %d of %s matched with %s of %s", o.Title, o.Cycle, r.Objective.People, diag.Count(o.Requests, "request", "requests"),
		diag.Count(o.Mentors, "mentor", "mentors"), diag.Count(o.Places, "place", "places"))
	t.Say("")
	for i := range o.Pairs {
		t.matched(&o.Pairs[i])
	}
	for i, text := range o.Beyond() {
		t.heading(i, "\nDecisions go beyond what there is:")
		t.Say("   %s", text)
	}
	t.without(o)
	t.idle(o)
	t.helpful(o)
	t.scarce(o)
	if c := o.Changes; c != nil {
		t.Say("\nSince the last run %s: %d new, %d gone.", diag.Count(c.Kept, "pair stays", "pairs stay"), len(c.New), len(c.Gone))
	}
	t.proved(o)
	return nil
}

func (t *Terminal) matched(p *round.Pair) {
	said := p.Band
	switch {
	case p.Made == "lock":
		said = "locked"
	case p.Waits != "":
		said = "waits for the " + p.Waits
	case p.Made == "accept":
		said = "accepted"
	case p.Rank > 1:
		said = fmt.Sprintf("%s, number %d for this request", p.Band, p.Rank)
	}
	t.Say("%s with %s (%s): %s", p.Request, p.Name, p.Mentor, said)
	for _, e := range p.Evidence[:min(3, len(p.Evidence))] {
		t.Say("   + %s", e)
	}
	if p.Gap != "" {
		t.Say("   - %s", p.Gap)
	}
	if p.Rather != nil {
		t.Say("   - would choose %s; `suggest %s %s` says what keeps them apart", p.Rather.Name, p.Request, p.Rather.Mentor)
	}
}

// without prints the requests that got fewer mentors than they want, and why.
func (t *Terminal) without(o *round.Outcome) {
	for i, u := range o.Report.Unmatched {
		t.heading(i, "\nWithout a mentor, or with fewer than wanted:")
		t.Say("   %s: %s", u.Request, o.Reason(&u))
		if c := u.Change; c != nil {
			t.Say("      %s", o.Nearest(c))
		}
	}
}

// idle prints the mentors who have places and nobody, and who takes no part.
func (t *Terminal) idle(o *round.Outcome) {
	for i := range o.Report.Unused {
		t.heading(i, "\nMentors with places and nobody:")
		u := &o.Report.Unused[i]
		t.Say("   %s: %s", o.Name(u.Mentor), o.Unneeded(u))
	}
	for i, l := range o.Absent() {
		t.heading(i, "\nThese take no part:")
		t.Say("   %s: %s", l.Why, strings.Join(l.Who, ", "))
	}
}

// helpful prints where one more place would help most.
func (t *Terminal) helpful(o *round.Outcome) {
	const shown = 5
	for i, g := range o.Report.Places[:min(shown, len(o.Report.Places))] {
		t.heading(i, "\nOne more place would help most with:")
		if g.Pairs > 0 {
			t.Say("   %s (%s): %s would get a mentor", o.Name(g.Mentor), g.Mentor, g.Helps)
		} else {
			t.Say("   %s (%s): %s points more in all", o.Name(g.Mentor), g.Mentor, hundredths(int(g.Score)))
		}
	}
}

// scarce prints the topics and languages for which mentors are lacking.
func (t *Terminal) scarce(o *round.Outcome) {
	const shown = 8
	all := o.Recruit()
	for i, lack := range all[:min(shown, len(all))] {
		t.heading(i, "\nTo recruit for:                    asked by, without a mentor, offered by, their places, still open")
		t.Say("   %-32s %5d %5d %5d %5d %5d", o.Topic(lack.Topic), lack.Asked, lack.Unmatched, lack.Offered, lack.Places, lack.Open)
	}
}

// proved prints what the result is worth, and how it can be had again.
func (t *Terminal) proved(o *round.Outcome) {
	r := o.Report
	t.Say("\nMatched, and points in all: %d, %s. First come, first served: %d, %s. Best pair first: %d, %s.",
		r.Objective.People, hundredths(int(r.Objective.Score)), r.FirstCome.People, hundredths(int(r.FirstCome.Score)),
		r.Greedy.People, hundredths(int(r.Greedy.Score)))
	t.Say("%s", o.Proved())
	if n := len(r.Blocking); n > 0 {
		t.Say("The best for all together is not the best for each: in %s, a mentee and a mentor suit each other better", diag.Count(n, "case", "cases"))
		t.Say("than whom they have. Others would lose more if they were matched; lock such a pair if you want it all the same.")
	} else {
		t.Say("No mentee and mentor who are not matched suit each other better than whom they have.")
	}
	t.Say("Input %s", r.Hash[:16])
}

// heading prints a line before the first of a list.
func (t *Terminal) heading(i int, text string) {
	if i == 0 {
		t.Say("%s", text)
	}
}

// WhatIf prints what would be different.
func (t *Terminal) WhatIf(base, changed *round.Outcome) error {
	if t.Format == "json" {
		return t.JSON(map[string]*round.Outcome{"base": base, "changed": changed})
	}
	t.Say("%-22s %10s %10s %10s", "", "as it is", "then", "difference")
	row := func(name string, before, then int) { t.Say("%-22s %10d %10d %+10d", name, before, then, then-before) }
	row("requests matched", base.Report.Objective.People, changed.Report.Objective.People)
	row("pairs", len(base.Pairs), len(changed.Pairs))
	row("places", base.Places, changed.Places)
	row("points", int(base.Report.Objective.Score/100), int(changed.Report.Objective.Score/100))
	for _, n := range changed.Changes.New {
		t.Say("   + %s with %s", n.Request, n.Mentor)
	}
	for _, n := range changed.Changes.Gone {
		t.Say("   - %s with %s", n.Request, n.Mentor)
	}
	return nil
}
