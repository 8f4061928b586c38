package intake

import (
	"fmt"
	"regexp"
	"strings"

	"ithaca/generator/content/kinds"
	"ithaca/generator/edit"
	"ithaca/generator/intake/answer"
	"ithaca/generator/portal"
	"ithaca/generator/world"
)

// countryBehind matches the country behind a town, as in "Porto, Portugal" and "Dakar (Senegal)". Of
// short names most are those of states, as in "Portland, OR".
var countryBehind = regexp.MustCompile(`[,(]\s*([^,()]{4,}|UK|USA)\)?$`)

// setLocation sets location, country and timezone.
func (p *person) setLocation() {
	location := p.lineOf("location", 80)
	p.set(edit.Text(location), "location")
	country := ""
	if text, m := p.cell("country"), countryBehind.FindStringSubmatch(location); text == "" && m != nil && m[1] != "Georgia" {
		if country = world.Country(m[1]); country != "" {
			p.convert("country", location, country)
		}
	} else if text != "" {
		if country = world.Country(text); country == "" {
			p.ask("country", text, "which country?", "", "country")
		} else {
			p.convert("country", text, country)
		}
	}
	p.set(edit.Text(country), "country")
	text := p.cell("timezone")
	name, candidates := answer.Zone(text, country, location)
	switch {
	case name != "":
		p.convert("timezone", text, name)
		p.set(edit.Text(name), "timezone")
	case text != "":
		p.ask("timezone", text, "which city's clocks?", strings.Join(candidates, " or "), "timezone")
	}
}

func (p *person) setLanguages() {
	text := p.cell("languages")
	codes, unknown := answer.Languages(text)
	if len(codes) > 0 {
		p.convert("languages", text, strings.Join(codes, ", "))
	}
	open := 0
	for _, u := range unknown {
		settled, known := p.Map.lookup("languages", u)
		if meant, left := answer.Languages(settled); known && len(left) == 0 {
			p.convert("languages", u, settled)
			codes = append(codes, meant...)
			continue
		}
		open++
		p.ask("languages", u, "which language?", "")
	}
	codes = distinct(codes, identity)
	if len(codes) == 0 {
		p.unchanged["languages"] = true
		if open == 0 {
			p.ask("languages", "", "in which languages?", "")
		}
	}
	p.set(edit.Texts(codes[:min(12, len(codes))]...), "languages")
}

func (p *person) setStage() {
	if text := p.cell("stage"); text != "" {
		stage, known := answer.Meaning("stage", text)
		if !known {
			p.ask("stage", text, "which stage: student, early, mid, senior, lead, executive, retired?", "", "stage")
		} else {
			p.convert("stage", text, stage)
		}
		p.set(edit.Text(stage), "stage")
	}
}

// setFormats sets kinds and formats, and of a mentor the stages they accept.
func (p *person) setFormats() {
	p.set(edit.Texts(p.chosen("kinds", "kind")...), "kinds")
	p.set(edit.Texts(p.chosen("formats", "format")...), "formats")
	if p.Kind == Mentors {
		p.set(edit.Texts(p.chosen("accepts", "stage")...), "accepts", "stages")
	}
}

// chosen returns the values, as files write them, of a cell with several answers.
func (p *person) chosen(name, asked string) (all []string) {
	text := p.cell(name)
	if text == "" {
		return nil
	}
	for _, part := range betweenLists.Split(strings.ReplaceAll(text, ",", ";"), -1) {
		part, _ = p.settled(name, part)
		if word, known := answer.Meaning(asked, part); known {
			all = append(all, word)
		} else if part != "" && !answer.IsNothing(part) {
			p.ask(name, part, "what does it mean here?", "", name)
		}
	}
	return distinct(all, identity)
}

func identity(text string) string { return text }

// distinct returns the elements without those whose key an earlier one has.
func distinct[T any](all []T, key func(T) string) (once []T) {
	seen := map[string]bool{}
	for _, one := range all {
		if !seen[key(one)] {
			once = append(once, one)
		}
		seen[key(one)] = true
	}
	return once
}

// consent reports whether the person agreed, and otherwise makes the file a draft and asks.
func (p *person) consent(to string) bool {
	text, _ := p.settled("consent", strings.TrimSpace(p.cells["consent"]))
	agreed, known := answer.Consent(text)
	if agreed && known {
		return true
	}
	p.draft = true
	switch {
	case !known:
		p.ask("consent", text, "is this a yes?", "", "consent.publish", "consent.matching")
	case text == "":
		p.ask("consent", "", "may what you wrote be "+to+"? Nothing was answered", "")
	default:
		p.refused = true
		p.ask("consent", "", "may what you wrote be "+to+"? The answer was no", "")
	}
	return false
}

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
