package page

import (
	"cmp"

	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// Program is how the program works and when: the view of "program".
type Program struct {
	*portal.Program
	Own    *Text       // the organizers' text, of content/pages/program.md; nil without one
	Rounds []Round     // to come and under way; those that people can still apply for first
	Past   []Round     // over, the latest first
	Next   *NextDate   // nil when nothing is to come
	Events []EventCard // the next ones
}

// Round is a cycle of the program as it stands on the portal's day.
type Round struct {
	portal.Cycle
	Phase    portal.Phase
	Dates    []RoundDate // in the order of a round; of those that are over only the last
	Calendar string      // URL of its calendar file; "" when it is over or has no dates
}

// RoundDate is a stretch of days in a round; of a single day both ends are the
// same.
type RoundDate struct {
	Key string // signup, requests, match, confirm, start, review or end
	portal.Span
	More []portal.Date // further days of the same kind
	Now  bool          // it has begun and is not over
	Over bool
}

// NextDate is what comes next for somebody who looks for a mentor, or else for
// somebody who wants to be one.
type NextDate struct {
	Key      string // requests-from, requests-until, start, signup-from or signup-until
	Day      portal.Date
	Round    string // title of the cycle
	Calendar string // URL of a calendar file that reminds of it
}

// planProgram plans the page of the program where there is something to say: of
// dates, of questions, of how mentors are checked, or in the organizers' words.
func planProgram(pl planner) {
	p := pl.Portal.Program
	if portal.Find(pl.Portal.Pages, "program") == nil && len(p.Cycles) == 0 && len(p.Questions) == 0 && len(p.Screening) == 0 {
		return
	}
	pl.addOwn("program", func(own *Text) any { return newProgram(pl.views, own) })
}

func newProgram(pl views, own *Text) *Program {
	v := &Program{
		Program: pl.Portal.Program, Own: own, Next: pl.nextDate(),
	}
	v.Rounds, v.Past = pl.rounds()
	v.Events = pl.nextEvents()
	return v
}

// rounds returns the rounds that are not over, first those that people can still apply
// for, each the soonest first; and those that are over, the latest first.
func (pl views) rounds() (active, past []Round) {
	for i := range pl.Portal.Program.Cycles {
		if r := pl.round(&pl.Portal.Program.Cycles[i]); r.Phase == portal.Ended {
			past = append(past, r)
		} else {
			active = append(active, r)
		}
	}
	order.Stable(active, func(a, b Round) int { return cmp.Or(cmp.Compare(late(a), late(b)), compareRounds(a, b)) })
	order.Stable(past, func(a, b Round) int { return compareRounds(b, a) })
	return active, past
}

// openRound returns the first round that requests can be for, now or later; nil when
// there is none.
func (pl views) openRound() *Round {
	if active, _ := pl.rounds(); len(active) > 0 && late(active[0]) == 0 {
		return &active[0]
	}
	return nil
}

// late is 1 for a round that nobody can apply for any more.
func late(r Round) int {
	if r.Phase == portal.Matching || r.Phase == portal.Running {
		return 1
	}
	return 0
}

// compareRounds orders rounds by their first date; those without any come last.
func compareRounds(a, b Round) int {
	if len(a.Dates) == 0 || len(b.Dates) == 0 {
		return cmp.Compare(len(b.Dates), len(a.Dates))
	}
	return a.Dates[0].First().Time().Compare(b.Dates[0].First().Time())
}

func (pl views) round(c *portal.Cycle) Round {
	today := pl.Portal.Today
	v := Round{Cycle: *c, Phase: c.Phase(today), Calendar: pl.URL(site.CycleFile(c))}
	v.Title = cmp.Or(c.Title, c.ID)
	for _, d := range c.Dates() {
		over := !d.Until.IsZero() && d.Until.Before(today)
		v.add(RoundDate{Key: d.Key, Span: d.Span, Now: !over && !d.First().After(today), Over: over})
	}
	return v
}

// add adds a date: in the place of one before it when both are over, and to the days before
// it when these are of the same kind, such as reviews.
func (r *Round) add(d RoundDate) {
	if n := len(r.Dates); n > 0 {
		before := &r.Dates[n-1]
		switch {
		case before.Over && d.Over:
			*before = d
			return
		case before.Key == d.Key && !before.Over && before.From == before.Until && d.From == d.Until && before.Now == d.Now:
			before.More = append(before.More, d.From)
			return
		}
	}
	r.Dates = append(r.Dates, d)
}

// nextDate returns what comes next; nil when nothing does.
func (pl views) nextDate() *NextDate {
	next := pl.Portal.Program.Next(pl.Portal.Today)
	if next == nil {
		return nil
	}
	return &NextDate{next.Key, next.Day, cmp.Or(next.Cycle.Title, next.Cycle.ID), pl.URL(site.ReminderPath)}
}
