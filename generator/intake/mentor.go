package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ithaca/generator/edit"
	"ithaca/generator/intake/answer"
	"ithaca/generator/portal"
)

// setMentor sets the fields of a mentor's file.
func (p *person) setMentor() {
	p.set(edit.Text(answer.Cut(p.name, 80)), "name")
	role, organisation := p.work()
	p.set(edit.Text(role), "role")
	p.set(edit.Text(p.lineOf("pronouns", 30)), "pronouns")
	p.body = p.about()
	skills, needs := p.topics()
	p.setHeadline(role, append(append([]topic{}, skills...), needs...))
	p.setLocation()
	p.setLanguages()
	p.set(edit.Text(organisation), "organisation")
	p.setStage()
	p.set(names(skills), "skills")
	p.set(names(needs), "helps_with")
	p.setFormats()
	day, dated := p.day()
	p.setAvailability(day, dated)
	if p.Cycle != "" {
		p.set(edit.Texts(p.Cycle), "cycles")
	}
	p.set(edit.Text(string(portal.ViaOrganizer)), "contact", "via")
	p.setLinks()
	if p.consent("published") && dated {
		p.set(edit.Plain(day.String()), "consent", "publish")
	}
	if dated {
		p.set(edit.Plain(day.String()), "confirmed")
	}
}

// work returns the role and the employer.
func (p *person) work() (role, organisation string) {
	text, organisation := p.lineOf("role", 160), p.lineOf("organisation", 100)
	if text == "" || organisation != "" {
		return answer.Cut(text, 80), organisation
	}
	both := false
	for _, c := range p.plan.Columns {
		both = both || c.Field == "role" && asksForBoth(c.Heading)
	}
	role, organisation = answer.SplitRole(text, both)
	if organisation != "" {
		p.convert("role", text, role+" | organisation: "+organisation)
	}
	return answer.Cut(role, 80), answer.Cut(organisation, 100)
}

// asksForBoth reports whether a heading asks for a role together with an employer.
func asksForBoth(heading string) bool {
	folded := "-" + portal.Fold(heading) + "-"
	words := strings.Fields("company employer organisation organization empresa entreprise employeur firma arbeitgeber unternehmen where")
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(folded, "-"+word+"-") })
}

// headlines are, by language, the formats of a derived headline: from topics, and from a role.
var headlines = map[string][2]string{
	"en": {"I can help you with %s", "I share what I learnt as %s"},
	"es": {"Puedo ayudarte con %s", "Comparto lo que aprendí como %s"},
	"fr": {"Je peux vous aider : %s", "Je partage mon expérience : %s"},
	"pt": {"Posso ajudar com %s", "Partilho o que aprendi como %s"},
	"de": {"Ich helfe bei: %s", "Ich teile meine Erfahrung: %s"},
}

// setHeadline sets the headline, which is derived where the form has none.
func (p *person) setHeadline(role string, help []topic) {
	if text := p.lineOf("headline", 100); text != "" {
		p.set(edit.Text(text), "headline")
		return
	}
	language, _, _ := strings.Cut(p.Portal.Program.Language, "-")
	words, known := headlines[language]
	if !known {
		words = headlines["en"]
	}
	text := ""
	for n := min(3, len(help)); n > 0 && text == ""; n-- {
		if text = fmt.Sprintf(words[0], titles(help[:n])); len([]rune(text)) > 100 {
			text = ""
		}
	}
	if text == "" && role != "" {
		text = answer.Cut(fmt.Sprintf(words[1], role), 100)
	}
	if text == "" && !strings.Contains(p.body, "://") {
		text = answer.Cut(answer.OneLine(p.body), 100)
	}
	if text == "" {
		p.ask("headline", "", "one sentence that begins with \"I can help you\"", "")
		p.draft = true
		return
	}
	p.settings = append(p.settings, setting{[]string{"headline"}, edit.Text(text), "derived from the form"})
	p.ask("headline", "", "is this right, or how would you say it?", text, "headline")
}

func (p *person) setLinks() {
	if p.Portal.Program.Minors() {
		return
	}
	var all []edit.Value
	for part := range strings.FieldsSeq(p.cell("links")) {
		address, kind := answer.Link(part)
		if address == "" {
			p.ask("links", "", "which address does it have? It begins with https://", "", "links")
			continue
		}
		p.convert("links", part, address)
		all = append(all, edit.Group(edit.Entry{Key: "kind", Value: edit.Text(kind)}, edit.Entry{Key: "url", Value: edit.Text(address)}))
	}
	p.set(edit.List(all[:min(10, len(all))]...), "links")
}

// markup are tags of HTML, as data of web sites hold them.
var markup = regexp.MustCompile(`(?i)</?(?:a|b|br|div|em|i|li|ol|p|span|strong|u|ul)\b[^<>]*>`)

// about returns the text below the fields.
func (p *person) about() string {
	text := markup.ReplaceAllStringFunc(p.clean("about", p.cell("about")), func(tag string) string {
		p.convert("about", tag, "")
		return map[bool]string{true: "\n"}[strings.HasPrefix(strings.ToLower(tag), "<br")]
	})
	if strings.ContainsAny(text, "<>") {
		text = strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(text)
	}
	var lines []string
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		line = strings.TrimRight(line, " \t\r")
		if _, known := answer.Meaning("consent", line); known { // as "hasBio: true"
			p.convert("about", line, "")
			continue
		}
		if strings.HasPrefix(line, "#") || strings.Trim(line, "-=") == "" && line != "" {
			line = `\` + line // no heading of theirs
		}
		lines = append(lines, line)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
