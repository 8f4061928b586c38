package intake

import (
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/edit"
	"ithaca/generator/intake/answer"
	"ithaca/generator/portal"
)

// setRequest sets the fields of a mentee's request, none of which tells who they are.
func (p *person) setRequest() {
	p.setLanguages()
	p.setLocation()
	p.setWindows()
	p.setStage()
	p.setEmployer()
	p.setAdult()
	p.setNeeds()
	p.setGoals()
	p.set(edit.Text(p.paragraph("aims")), "aims", "short")
	p.set(edit.Text(p.paragraph("tried")), "tried")
	p.setFormats()
	p.set(edit.Texts(p.mentorsOf("ranked", 5)...), "ranked")
	p.set(edit.Texts(p.mentorsOf("avoid", 20)...), "avoid")
	day, dated := p.day()
	if dated {
		p.set(edit.Plain(day.String()), "waiting_since")
	}
	p.set(edit.Text(p.Cycle), "cycle")
	if p.consent("used for matching") && dated {
		p.set(edit.Plain(day.String()), "consent", "matching")
	}
}

// setEmployer sets the organisation, from which nobody is suggested.
func (p *person) setEmployer() {
	text := p.lineOf("organisation", 100)
	if answer.WorksNowhere(text) {
		p.convert("organisation", text, "")
		text = ""
	}
	p.set(edit.Text(text), "organisation")
}

func (p *person) paragraph(name string) string {
	return answer.Cut(strings.TrimSpace(p.clean(name, p.cell(name))), 1000)
}

func (p *person) setAdult() {
	text := p.cell("adult")
	if text == "" {
		return
	}
	switch agreed, known := answer.Consent(text); {
	case !known:
		p.ask("adult", text, "is the person of age?", "", "adult")
	default:
		p.set(edit.Plain(fmt.Sprint(agreed)), "adult")
	}
}

// setNeeds sets the needs, the main one first as a must.
func (p *person) setNeeds() {
	all := p.topicsIn("needs", "needs")
	first := p.topicsIn("main-need", "needs")
	var items []edit.Value
	for _, t := range distinct(append(first, all...), topic.fold) {
		want := portal.WantHave
		if slices.ContainsFunc(first, func(f topic) bool { return f.name == t.name }) {
			want = portal.MustHave
		}
		items = append(items, edit.Group(edit.Entry{Key: "topic", Value: edit.Text(t.name)}, edit.Entry{Key: "want", Value: edit.Text(string(want))}))
	}
	if len(items) == 0 {
		p.draft = true
		if p.cell("needs") == "" {
			p.ask("needs", "", "what do you need help with?", "")
		}
	}
	p.set(edit.List(items[:min(20, len(items))]...), "needs")
}

// setGoals sets goals and challenges.
func (p *person) setGoals() {
	goals := p.topicsIn("goals", "goals")
	p.set(names(goals[:min(20, len(goals))]), "goals")
}

// mentorsOf returns the slugs of up to most mentors whom a cell names, and asks about the
// others. A request that asks whom to avoid is a draft until that is answered.
func (p *person) mentorsOf(name string, most int) (slugs []string) {
	for _, part := range betweenLists.Split(strings.ReplaceAll(p.cell(name), ",", ";"), -1) {
		part = answer.OneLine(part)
		if part == "" || answer.IsNothing(part) {
			continue
		}
		text, settled := p.Map.lookup(name, part)
		if !settled {
			text = part
		}
		slug, candidates := p.mentorNamed(text)
		switch {
		case text == "":
		case slug != "" && name == "ranked" && p.hidden[slug]:
			p.convert(name, part, "(left out: the profile is a draft)")
		case slug != "":
			p.convert(name, part, slug)
			slugs = append(slugs, slug)
		default:
			p.ask(name, part, "which mentor?", strings.Join(candidates, " or "), name)
			p.draft = p.draft || name == "avoid"
		}
	}
	slugs = distinct(slugs, identity)
	return slugs[:min(most, len(slugs))]
}

// mentorNamed returns the slug of the mentor with a name, or "" and up to four slugs of
// mentors who may be meant.
func (p *person) mentorNamed(text string) (slug string, candidates []string) {
	key := portal.Fold(text)
	if all := p.byName[key]; len(all) == 1 {
		return all[0], nil
	} else if len(all) > 1 {
		return "", all
	}
	for name, all := range p.byName {
		if strings.HasPrefix(name, key+"-") || strings.HasSuffix(name, "-"+key) {
			candidates = append(candidates, all...)
		}
	}
	slices.Sort(candidates)
	candidates = slices.Compact(candidates)
	return "", candidates[:min(4, len(candidates))]
}
