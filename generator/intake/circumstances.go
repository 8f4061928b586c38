package intake

import (
	"regexp"
	"strings"

	"ithaca/generator/edit"
	"ithaca/generator/intake/answer"
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
