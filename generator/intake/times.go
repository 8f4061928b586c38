package intake

import (
	"fmt"
	"strings"

	"ithaca/generator/content/kinds"
	"ithaca/generator/edit"
	"ithaca/generator/intake/answer"
	"ithaca/generator/portal"
)

// day returns the day on which the form was sent, and asks where it cannot be read.
func (p *person) day() (portal.Date, bool) {
	text := p.cell("timestamp")
	day, ok := p.dates.Read(text)
	switch {
	case !ok:
		p.ask("timestamp", "", "on which day was the form sent? Nothing tells when this was agreed and confirmed", "", "confirmed", "consent.publish", "consent.matching", "availability.until", "waiting_since")
	case day.After(p.Today.AddDays(1)):
		p.ask("timestamp", "", "the form was sent on "+day.String()+", which is still to come", "", "confirmed", "consent.publish", "consent.matching", "availability.until", "waiting_since")
		return portal.Date{}, false
	}
	return day, ok
}

// halfYear returns the day six months after a day, at most kinds.MaxConfirmed days later.
func halfYear(day portal.Date) portal.Date {
	half, most := portal.DateOf(day.Time().AddDate(0, 6, 0)), day.AddDays(kinds.MaxConfirmed)
	if half.After(most) {
		return most
	}
	return half
}

// setAvailability sets status, until, capacity and windows of a mentor.
func (p *person) setAvailability(day portal.Date, dated bool) {
	p.set(edit.Text(string(portal.Open)), "availability", "status")
	if dated {
		until := halfYear(day)
		if !p.Until.IsZero() && !p.Until.Before(day) {
			if day.DaysUntil(p.Until) <= kinds.MaxConfirmed {
				until = p.Until
			} else {
				until = day.AddDays(kinds.MaxConfirmed)
				p.convert("until", p.Until.String(), "183 days after the form was sent, the most that can be promised")
			}
		}
		p.set(edit.Plain(p.until(day, until).String()), "availability", "until")
	}
	if text := p.cell("capacity"); text != "" {
		n, exact := answer.Capacity(text)
		switch {
		case !exact && n > 0:
			p.ask("capacity", text, "how many at a time?", fmt.Sprint(n), "availability.capacity")
		case !exact:
			p.ask("capacity", text, "how many at a time?", "", "availability.capacity")
		default:
			p.convert("capacity", text, fmt.Sprint(n))
			p.set(edit.Whole(n), "availability", "capacity")
		}
	}
	p.setWindows("availability")
}

// until returns the day until which the person is available by their own word, at most most.
func (p *person) until(day, most portal.Date) portal.Date {
	text := p.cell("until")
	said, known := p.dates.Read(text)
	switch {
	case text == "":
		return most
	case !known || said.Before(day):
		p.ask("until", text, "which day, as 2027-04-30? At most half a year counts", "", "availability.until")
		return most
	case said.Before(most):
		most = said
	}
	p.convert("until", text, most.String())
	return most
}

// setWindows sets the windows of a week, in the group at a path; at the top without one.
func (p *person) setWindows(within ...string) {
	text := p.cell("windows")
	exact, open := answer.Windows(text)
	path := append(within, "windows")
	for _, part := range open {
		settled, known := p.Map.lookup("windows", part)
		meant, left := answer.Windows(settled)
		switch {
		case known && len(left) == 0:
			p.convert("windows", part, settled)
			exact = append(exact, meant...)
		case !answer.IsNothing(part):
			p.ask("windows", part, "which hours, as \"Tue 18:00-21:00\"?", answer.ProposeWindows(part), strings.Join(path, "."))
		}
	}
	if len(open) == 0 && len(exact) > 0 {
		p.convert("windows", text, strings.Join(exact, ", "))
	}
	exact = distinct(exact, identity)
	p.set(edit.Texts(exact[:min(20, len(exact))]...), path...)
}
