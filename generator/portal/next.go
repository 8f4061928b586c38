package portal

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
