package upkeep

import (
	"cmp"

	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/edit"
	"ithaca/generator/portal"
)

// Confirmation is what people say when they are asked whether their profile still holds.
type Confirmation struct {
	Until    portal.Date   // of the availability; zero for the one stated, or six months where it ends soon
	Status   portal.Status // "" for the one stated
	Capacity int           // how many people at a time; -1 for what is stated
	Cycle    string        // another cycle they take part in; "" for none
	Consent  bool          // they agree to the privacy notice of today
	Unasked  bool          // the organizer knows it, and nobody was asked: no day changes
}

// soon is how many days before its end an availability is to be confirmed.
const soon = 30

// Confirm plans that mentors confirm their profiles today, each as they replied. A
// *diag.Refusal names every reply that cannot be noted.
func (s *Site) Confirm(replies []Reply) (*Plan, error) {
	p := s.plan(len(replies) > 1)
	var wrong refusals
	for _, reply := range replies {
		if err := wrong.add(reply.Line, p.confirm(reply)); err != nil {
			return nil, err
		}
	}
	return p, wrong.err()
}

// confirm adds what one mentor replied to a plan.
func (p *Plan) confirm(reply Reply) error {
	s := p.site
	if err := s.possible(reply.Confirmation); err != nil {
		return err
	}
	doc, err := s.person(reply.Mentor)
	if err != nil {
		return err
	}
	m := portal.Find(s.portal.Mentors, doc.Item().Slug)
	switch day, left := s.portal.Left[doc.Path]; {
	case left:
		return diag.Refuse("`"+nameOf(doc)+"` left on "+day.String(), "nothing is to be done; who comes back gets a new file")
	case doc.Folder() != "mentors":
		return diag.Refuse("`"+nameOf(doc)+"` is a request, and mentors confirm their profiles", "name a mentor")
	case m == nil:
		return diag.Refuse("the profile "+doc.Path+" cannot be read", "mend it first; `ithaca check` shows what is wrong")
	case reply.Leaves:
		p.note("%s wants to leave: ithaca people leave %s", m.Name, m.Slug)
	case reply.Refuses:
		p.note("%s does not agree to the privacy notice, so nothing is confirmed, and the page must go: ithaca people leave %s", m.Name, m.Slug)
	case reply.Denies:
		p.note("%s says that the profile does not hold, so nothing is confirmed: ask what has changed", m.Name)
	case reply.Silent:
		p.note("%s answers nothing, so nothing is confirmed; if the profile holds: ithaca people confirm %s", m.Name, m.Slug)
	default:
		until := reply.until(m, s.portal.Today)
		if reply.Unasked {
			p.note("%s was not asked, and stays confirmed on %s", m.Name, m.Confirmed)
		} else {
			p.note("%s is %s until %s", m.Name, cmp.Or(map[portal.Status]string{portal.Waitlist: "full", portal.Paused: "paused"}[reply.Status], "available"), until)
		}
		return p.apply(doc.Path, reply.changes(until, m, s.portal.Today, s.portal.Program.Privacy.Version)...)
	}
	return nil
}

// possible reports what is confirmed that cannot be.
func (s *Site) possible(c Confirmation) error {
	today := s.portal.Today
	switch latest := today.AddDays(kinds.MaxConfirmed); {
	case c.Until.After(latest):
		return diag.Refuse("availability holds until "+c.Until.String()+", more than half a year", "name "+latest.String()+" or an earlier day, and confirm again before it")
	case !c.Until.IsZero() && c.Until.Before(today):
		return diag.Refuse("availability would have ended on "+c.Until.String()+" already", "name a day from "+today.String()+" on")
	case c.Cycle != "" && s.portal.Program.Cycle(c.Cycle) == nil:
		return diag.Refuse("there is no cycle `"+c.Cycle+"`", "write an id from `cycles` in content/index.md")
	case c.Consent && s.portal.Program.Privacy.Version == "":
		return diag.Refuse("the privacy notice has no version to agree to", "state `privacy: {version: …}` in content/index.md")
	}
	return nil
}

// until returns the day until which a confirmed availability holds.
func (c Confirmation) until(m *portal.Mentor, today portal.Date) portal.Date {
	switch stated := m.Availability.Until; {
	case !c.Until.IsZero():
		return c.Until
	case stated.Before(today.AddDays(soon + 1)):
		return today.AddDays(kinds.MaxConfirmed)
	default:
		return stated
	}
}

// changes returns what a mentor's confirmation changes in the profile.
func (c Confirmation) changes(until portal.Date, m *portal.Mentor, today portal.Date, terms string) []edit.Change {
	all := []edit.Change{
		edit.Set(edit.Plain(today.String()), "confirmed"),
		edit.Set(edit.Plain(until.String()), "availability", "until"),
	}
	if c.Unasked {
		all = nil
	}
	if c.Status != "" {
		all = append(all, edit.Set(edit.Text(string(c.Status)), "availability", "status"))
	}
	if c.Capacity >= 0 {
		all = append(all, edit.Set(edit.Whole(c.Capacity), "availability", "capacity"))
	}
	if c.Cycle != "" && len(m.Cycles) > 0 { // who names none takes part in all
		all = append(all, edit.Add(edit.Text(c.Cycle), "cycles"))
	}
	if c.Consent {
		all = append(all, edit.Set(edit.Plain(today.String()), "consent", "publish"), edit.Set(edit.Text(terms), "consent", "terms"))
	}
	return all
}
