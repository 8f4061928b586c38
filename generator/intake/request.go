package intake

import (
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/edit"
	"ithaca/generator/intake/answer"
	"ithaca/generator/portal"
)

// request states the fields of a mentee's request. Nothing that tells who they are goes
// into it.
func (p *person) request() {
	p.languages()
	p.place()
	p.windows()
	p.stage()
	p.employer()
	p.adult()
	p.needs()
	p.goals()
	p.set(edit.Text(p.paragraph("aims")), "aims", "short")
	p.set(edit.Text(p.paragraph("tried")), "tried")
	p.ways()
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

// employer states where the person works, so that nobody from there is suggested.
func (p *person) employer() {
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

func (p *person) adult() {
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

// needs states what help is needed with, the most important first.
func (p *person) needs() {
	all := p.known("needs", "needs")
	first := p.known("main-need", "needs")
	var items []edit.Value
	for _, t := range distinct(append(first, all...), topic.key) {
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

// goals states goals and challenges.
func (p *person) goals() {
	goals := p.known("goals", "goals")
	p.set(names(goals[:min(20, len(goals))]), "goals")
}

// mentorsOf returns the mentors whom a cell names. Of somebody not to be matched with
// nothing may be lost: until that is settled the request stays a draft.
func (p *person) mentorsOf(name string, most int) (slugs []string) {
	for _, part := range betweenLists.Split(strings.ReplaceAll(p.cell(name), ",", ";"), -1) {
		part = answer.OneLine(part)
		if part == "" || answer.IsNothing(part) {
			continue
		}
		text, settled := p.Map.settled(name, part)
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
	slugs = distinct(slugs, itself)
	return slugs[:min(most, len(slugs))]
}

// mentorNamed returns the slug of the mentor of a name, else those who may be meant.
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
