package upkeep

import (
	"fmt"
	"slices"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// waits reports whether a request has asked for somebody in vain so far.
func (s *status) waits(r *portal.Request) bool {
	return !r.Consent.IsZero() && !portal.Settled(r) && !portal.Quit(r)
}

// since returns the day since when a request waits.
func since(r *portal.Request) portal.Date {
	if !r.WaitingSince.IsZero() {
		return r.WaitingSince
	}
	return r.Consent
}

// waiting finds requests that nobody was found for although their cycle has been matched.
func waiting(s *status) {
	for _, r := range s.portal.Requests {
		c := s.portal.Program.Cycle(r.Cycle)
		if c == nil || !s.waits(r) || s.today.Before(c.Match) || !c.Requests.Until.IsZero() && !s.today.After(c.Requests.Until) {
			continue
		}
		settle, when := "ithaca match --cycle "+c.ID, "since"
		if c.Phase(s.today) == portal.Ended {
			settle = "plan the next cycle and name it in the request, or: " + s.leave(r.Slug)
			if next := s.next(); next != nil {
				settle = "ask whether they still look for somebody, and write `cycle: " + next.ID + "`"
			}
			when = "which is over, since"
		}
		s.add(Line{Who: r.Slug, Text: fmt.Sprintf("%s waits in %s, %s %s", r.Slug, c.ID, when, since(r)), Since: since(r).String(), Settle: settle, File: r.File})
	}
}

// unanswerable finds requests for which nobody is suggested.
func unanswerable(s *status) {
	for _, r := range s.portal.Requests {
		why, none := s.Unanswered[r.Slug]
		if none && s.waits(r) && !s.portal.Over([]string{r.Cycle}) {
			s.add(Line{Who: r.Slug, Text: r.Slug + ": " + why, Since: since(r).String(), Settle: "ithaca suggest " + r.Slug, File: r.File})
		}
	}
}

// broken finds pairs of cycles that are not over in which somebody is missing: the mentor has
// left, or has not answered in time.
func broken(s *status) {
	for _, r := range s.portal.Requests {
		c := s.portal.Program.Cycle(r.Cycle)
		if c == nil || c.Phase(s.today) == portal.Ended {
			continue
		}
		for mentor := range portal.Together(r, r.Cycle) {
			line := Line{Who: r.Slug, Since: portal.Decided(r, r.Cycle, mentor).Date.String(), Settle: "ithaca match --cycle " + c.ID, File: r.File}
			by := portal.AcceptedBy(r, r.Cycle, mentor)
			switch late := !c.ConfirmUntil.IsZero() && s.today.After(c.ConfirmUntil); {
			case portal.Find(s.portal.Mentors, mentor) == nil:
				line.Text = fmt.Sprintf("%s was together with %s, who is not there any more", r.Slug, mentor)
				line.Settle = "write `do: exit` and `rematch: true` under `decisions`, then: ithaca match --cycle " + c.ID
			case late && !by[portal.ByMentor]:
				line.Text = fmt.Sprintf("%s with %s: no answer of the mentor by %s", r.Slug, mentor, c.ConfirmUntil)
				line.Settle = "ask again, and fill in `accept` or `decline`: ithaca import decisions pairs.csv"
			case late && !by[portal.ByMentee]:
				line.Text = fmt.Sprintf("%s with %s: no answer of the mentee by %s", r.Slug, mentor, c.ConfirmUntil)
				line.Settle = "ask again, and fill in `accept` or `decline`: ithaca import decisions pairs.csv"
			default:
				continue
			}
			s.add(line)
		}
	}
}

// kept finds requests that are kept longer than the privacy notice says: one command takes
// all of them out.
func kept(s *status) {
	months := s.portal.Program.Privacy.RetentionMonths
	if months == 0 {
		return
	}
	before, names := len(s.lines), []string(nil)
	for _, r := range slices.Concat(s.portal.Requests, s.portal.Drafts.Requests) {
		if s.portal.Left[r.File] != (portal.Date{}) {
			continue
		}
		last := since(r)
		if c := s.portal.Program.Cycle(r.Cycle); c != nil && c.End.After(last) {
			last = c.End
		}
		for _, d := range r.Decisions {
			if d.Date.After(last) {
				last = d.Date
			}
		}
		if ends := portal.DateOf(last.Time().AddDate(0, months, 0)); !last.IsZero() && ends.Before(s.today) {
			s.add(Line{Who: r.Slug, Text: fmt.Sprintf("%s: nothing since %s, and the notice says %s", r.Slug, last, diag.Count(months, "month", "months")), Since: last.String(), File: r.File})
			names = append(names, r.Slug)
		}
	}
	for i := range s.lines[before:] {
		s.lines[before+i].Settle = s.leave(names...)
	}
}
