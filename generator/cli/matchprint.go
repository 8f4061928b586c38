package cli

import (
	"fmt"
	"strings"

	"ithaca/generator/round"
)

// outcome prints a cycle matched: what the organizer looks for first comes first.
func (a *app) outcome(o *round.Outcome) {
	r := o.Report
	a.say("%s (%s): %d of %s matched with %s of %s", o.Title, o.Cycle, r.Objective.People, count(o.Requests, "request", "requests"),
		count(o.Mentors, "mentor", "mentors"), count(o.Places, "place", "places"))
	a.say("")
	for i := range o.Pairs {
		a.matched(&o.Pairs[i])
	}
	for i, text := range o.Beyond() {
		a.heading(i, "\nDecisions go beyond what there is:")
		a.say("   %s", text)
	}
	a.without(o)
	a.idle(o)
	a.helpful(o)
	a.scarce(o)
	if c := o.Changes; c != nil {
		a.say("\nSince the last run %s: %d new, %d gone.", count(c.Kept, "pair stays", "pairs stay"), len(c.New), len(c.Gone))
	}
	a.proved(o)
}

func (a *app) matched(p *round.Pair) {
	said := p.Band
	switch {
	case p.Made == "lock":
		said = "locked"
	case p.Made == "accept":
		said = "accepted"
	case p.Rank > 1:
		said = fmt.Sprintf("%s, number %d for this request", p.Band, p.Rank)
	}
	a.say("%s with %s (%s): %s", p.Request, p.Name, p.Mentor, said)
	for _, e := range p.Evidence[:min(3, len(p.Evidence))] {
		a.say("   + %s", e)
	}
	if p.Gap != "" {
		a.say("   - %s", p.Gap)
	}
}

// without prints the requests that got fewer mentors than they want, and why.
func (a *app) without(o *round.Outcome) {
	if len(o.Report.Unmatched) == 0 {
		return
	}
	a.say("\nWithout a mentor, or with fewer than wanted:")
	for _, u := range o.Report.Unmatched {
		a.say("   %s: %s", u.Request, o.Reason(&u))
		if c := u.Change; c != nil {
			a.say("      %s", o.Nearest(c))
		}
	}
}

// idle prints the mentors who have places and nobody, and who takes no part.
func (a *app) idle(o *round.Outcome) {
	for i := range o.Report.Unused {
		a.heading(i, "\nMentors with places and nobody:")
		u := &o.Report.Unused[i]
		a.say("   %s: %s", o.Name(u.Mentor), o.Unneeded(u))
	}
	for i, l := range o.Absent() {
		a.heading(i, "\nThese take no part:")
		a.say("   %s: %s", l.Why, strings.Join(l.Who, ", "))
	}
}

// helpful prints where one more place would help most.
func (a *app) helpful(o *round.Outcome) {
	const shown = 5
	for i, g := range o.Report.Places[:min(shown, len(o.Report.Places))] {
		a.heading(i, "\nOne more place would help most with:")
		if g.Pairs > 0 {
			a.say("   %s (%s): %s would get a mentor", o.Name(g.Mentor), g.Mentor, g.Helps)
		} else {
			a.say("   %s (%s): %s points more in all", o.Name(g.Mentor), g.Mentor, hundredths(int(g.Score)))
		}
	}
}

// scarce prints the topics and languages for which mentors are lacking.
func (a *app) scarce(o *round.Outcome) {
	const shown = 8
	all := o.Recruit()
	for i, t := range all[:min(shown, len(all))] {
		a.heading(i, "\nTo recruit for:                    asked by, without a mentor, offered by, their places, still open")
		a.say("   %-32s %5d %5d %5d %5d %5d", o.Topic(t.Topic), t.Asked, t.Unmatched, t.Offered, t.Places, t.Open)
	}
}

// proved prints what the result is worth, and how it can be had again.
func (a *app) proved(o *round.Outcome) {
	r := o.Report
	a.say("\nMatched, and points in all: %d, %s. First come, first served: %d, %s. Best pair first: %d, %s.",
		r.Objective.People, hundredths(int(r.Objective.Score)), r.FirstCome.People, hundredths(int(r.FirstCome.Score)),
		r.Greedy.People, hundredths(int(r.Greedy.Score)))
	a.say("%s", o.Proved())
	if n := len(r.Blocking); n > 0 {
		a.say("The best for all together is not the best for each: in %s, a mentee and a mentor suit each other better", count(n, "case", "cases"))
		a.say("than whom they have. Others would lose more if they were matched; lock such a pair if you want it all the same.")
	} else {
		a.say("No mentee and mentor who are not matched suit each other better than whom they have.")
	}
	a.say("Input %s", r.Hash[:16])
}

// heading prints a line before the first of a list.
func (a *app) heading(i int, text string) {
	if i == 0 {
		a.say("%s", text)
	}
}
