package site

import (
	"cmp"
	"slices"

	"ithaca/generator/portal"
)

// Program is how the program works and when: the view of "program".
type Program struct {
	*portal.Program
	Own      *Text // the organizers' text, of content/pages/program.md; nil without one
	Ways     Ways
	Rounds   []Round     // to come and under way; those that people can still apply for first
	Past     []Round     // over, the latest first
	Next     *NextDate   // nil when nothing is to come
	Events   []EventCard // the next ones
	Calendar string      // URL of the calendar of all dates; "" without dates
}

// Round is a cycle of the program as it stands on the portal's day.
type Round struct {
	portal.Cycle
	Phase    portal.Phase
	Dates    []RoundDate // in the order of a round
	Calendar string      // URL of its calendar file; "" when it is over or has no dates
}

// RoundDate is a stretch of days in a round; of a single day both ends are the
// same.
type RoundDate struct {
	Key string // signup, requests, match, confirm, start, review or end
	portal.Span
	Now  bool // it has begun and is not over
	Over bool
}

// NextDate is what comes next for somebody who looks for a mentor, or else for
// somebody who wants to be one.
type NextDate struct {
	Key      string // requests-from, requests-until, start, signup-from or signup-until
	Day      portal.Date
	Round    string // title of the cycle
	Calendar string // URL of the cycle's calendar file
}

// programEvents is how many events stand on the program's page.
const programEvents = 4

func roundPath(c *portal.Cycle) string { return "/program/" + c.ID + ".ics" }

// planProgram plans the page of the program where there is something to say: of
// dates, of questions, of how mentors are checked, or in the organizers' words.
func planProgram(pl *planner) {
	p := pl.portal.Program
	if pl.page("program") == nil && len(p.Cycles) == 0 && len(p.Questions) == 0 && len(p.Screening) == 0 {
		return
	}
	pl.addOwn("program", "program", func(own *Text) any { return pl.program(own) })
}

func (pl *planner) program(own *Text) *Program {
	v := &Program{
		Program: pl.portal.Program, Own: own, Ways: pl.ways(), Next: pl.nextDate(),
		Calendar: pl.url("/events.ics"),
	}
	v.Rounds, v.Past = pl.rounds()
	v.Events, _ = pl.eventCards(pl.portal.Events)
	v.Events = v.Events[:min(programEvents, len(v.Events))]
	return v
}

// rounds returns the rounds that are not over, first those that people can still
// apply for, each the soonest first, and those that are over, the latest first.
func (pl *planner) rounds() (active, past []Round) {
	for i := range pl.portal.Program.Cycles {
		if r := pl.round(&pl.portal.Program.Cycles[i]); r.Phase == portal.Ended {
			past = append(past, r)
		} else {
			active = append(active, r)
		}
	}
	slices.SortStableFunc(active, func(a, b Round) int {
		return cmp.Or(cmp.Compare(late(a), late(b)), compareRounds(a, b))
	})
	slices.SortStableFunc(past, func(a, b Round) int { return compareRounds(b, a) })
	return active, past
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
	return a.Dates[0].first().Time().Compare(b.Dates[0].first().Time())
}

// first returns the day with which a stretch begins, or else its last.
func (d RoundDate) first() portal.Date {
	if d.From.IsZero() {
		return d.Until
	}
	return d.From
}

func (pl *planner) round(c *portal.Cycle) Round {
	today := pl.portal.Today
	r := Round{Cycle: *c, Phase: c.Phase(today), Calendar: pl.url(roundPath(c)), Dates: datesOf(c)}
	r.Title = cmp.Or(c.Title, c.ID)
	for i := range r.Dates {
		d := &r.Dates[i]
		d.Over = !d.Until.IsZero() && d.Until.Before(today)
		d.Now = !d.Over && !d.first().After(today)
	}
	return r
}

// datesOf returns the dates that a cycle states, in the order of a round.
func datesOf(c *portal.Cycle) []RoundDate {
	var dates []RoundDate
	add := func(key string, s portal.Span) {
		if !s.IsZero() {
			dates = append(dates, RoundDate{Key: key, Span: s})
		}
	}
	on := func(day portal.Date) portal.Span { return portal.Span{From: day, Until: day} }
	add("signup", c.Signup)
	add("requests", c.Requests)
	add("match", on(c.Match))
	add("confirm", on(c.ConfirmUntil))
	add("start", on(c.Start))
	for _, day := range c.Reviews {
		add("review", on(day))
	}
	add("end", on(c.End))
	return dates
}

// nextDate returns the soonest date from today on, one for mentees before one for
// mentors; nil when there is none.
func (pl *planner) nextDate() *NextDate {
	var mentees, mentors *NextDate
	for i := range pl.portal.Program.Cycles {
		c := &pl.portal.Program.Cycles[i]
		sooner := func(best *NextDate, key string, day portal.Date) *NextDate {
			if day.IsZero() || day.Before(pl.portal.Today) || best != nil && !day.Before(best.Day) {
				return best
			}
			return &NextDate{key, day, cmp.Or(c.Title, c.ID), pl.url(roundPath(c))}
		}
		mentees = sooner(mentees, "requests-from", c.Requests.From)
		mentees = sooner(mentees, "requests-until", c.Requests.Until)
		mentees = sooner(mentees, "start", c.Start)
		mentors = sooner(mentors, "signup-from", c.Signup.From)
		mentors = sooner(mentors, "signup-until", c.Signup.Until)
	}
	if mentees != nil {
		return mentees
	}
	return mentors
}
