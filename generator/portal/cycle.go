package portal

import "ithaca/generator/each"

// CycleDate is a stretch of days in a cycle; of a single day both ends are the
// same.
type CycleDate struct {
	Key string // signup, requests, match, confirm, start, review or end
	Span
}

// Dates returns the dates that a cycle states, in the order in which they come.
func (c *Cycle) Dates() []CycleDate {
	var dates []CycleDate
	add := func(key string, s Span) {
		if !s.IsZero() {
			dates = append(dates, CycleDate{key, s})
		}
	}
	on := func(day Date) Span { return Span{From: day, Until: day} }
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

// First returns the day with which a stretch begins, or else its last.
func (s Span) First() Date {
	if s.From.IsZero() {
		return s.Until
	}
	return s.From
}

// Cycle returns the cycle of an id, or nil.
func (p *Program) Cycle(id string) *Cycle {
	for i := range p.Cycles {
		if p.Cycles[i].ID == id {
			return &p.Cycles[i]
		}
	}
	return nil
}

// CycleIDs returns the ids of all cycles, in the order of index.md.
func (p *Program) CycleIDs() []string {
	return each.Of(p.Cycles, func(c Cycle) string { return c.ID })
}

// NextReview returns the day on which pairs are asked next how it goes, today included;
// zero for none.
func (c *Cycle) NextReview(today Date) Date {
	for _, day := range c.Reviews {
		if !day.Before(today) {
			return day
		}
	}
	return Date{}
}

// NextDate is what comes next for somebody who looks for a mentor, or else for
// somebody who wants to be one.
type NextDate struct {
	Key   string // requests-from, requests-until, start, signup-from or signup-until
	Day   Date
	Cycle *Cycle
}

// Next returns the soonest date from a day on, one for mentees before one for
// mentors; nil when there is none.
func (p *Program) Next(today Date) *NextDate {
	var mentees, mentors *NextDate
	for i := range p.Cycles {
		c := &p.Cycles[i]
		sooner := func(best *NextDate, key string, day Date) *NextDate {
			if day.IsZero() || day.Before(today) || best != nil && !day.Before(best.Day) {
				return best
			}
			return &NextDate{key, day, c}
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
