package intake

import (
	"fmt"
	"strings"
	"time"

	"ithaca/generator/content/field"
	"ithaca/generator/edit"
	"ithaca/generator/intake/answer"
	"ithaca/generator/portal"
)

// mentor states the fields of a mentor's file.
func (p *person) mentor() {
	p.set(edit.Text(answer.Cut(p.name, 80)), "name")
	role, organisation := p.work()
	p.set(edit.Text(role), "role")
	p.set(edit.Text(p.lineOf("pronouns", 30)), "pronouns")
	skills, needs := p.topics()
	p.headline(role, append(append([]topic{}, skills...), needs...))
	p.place()
	p.languages()
	p.set(edit.Text(organisation), "organisation")
	p.stage()
	p.set(names(skills), "skills")
	p.set(names(needs), "helps_with")
	p.ways()
	day, dated := p.day()
	p.availability(day, dated)
	if p.Cycle != "" {
		p.set(edit.Texts(p.Cycle), "cycles")
	}
	p.set(edit.Text(string(portal.ViaOrganizer)), "contact", "via")
	p.links()
	if p.consent("published") && dated {
		p.set(edit.Plain(day.String()), "consent", "publish")
	}
	if dated {
		p.set(edit.Plain(day.String()), "confirmed")
	}
	p.body = p.about()
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
	for _, word := range []string{"company", "employer", "organisation", "organization", "empresa", "entreprise", "employeur", "firma", "arbeitgeber", "unternehmen", "where"} {
		if strings.Contains(folded, "-"+word+"-") {
			return true
		}
	}
	return false
}

// headlines begin a derived headline in the portal's language.
var headlines = map[string][2]string{
	"en": {"I can help you with %s", "I share what I learnt as %s"},
	"es": {"Puedo ayudarte con %s", "Comparto lo que aprendí como %s"},
	"fr": {"Je peux vous aider : %s", "Je partage mon expérience : %s"},
	"pt": {"Posso ajudar com %s", "Partilho o que aprendi como %s"},
	"de": {"Ich helfe bei: %s", "Ich teile meine Erfahrung: %s"},
}

// headline states the headline, which is derived where the form has none.
func (p *person) headline(role string, help []topic) {
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
		var titles []string
		for _, t := range help[:n] {
			titles = append(titles, t.title)
		}
		if text = fmt.Sprintf(words[0], strings.Join(titles, ", ")); len([]rune(text)) > 100 {
			text = ""
		}
	}
	if text == "" && role != "" {
		text = answer.Cut(fmt.Sprintf(words[1], role), 100)
	}
	if text == "" {
		p.ask("headline", "", "one sentence that begins with \"I can help you\"", "")
		p.draft = true
		return
	}
	p.settings = append(p.settings, setting{[]string{"headline"}, edit.Text(text), "derived from the form"})
	p.ask("headline", "", "is this right, or how would you say it?", text, "headline")
}

// place states where somebody lives and what their clocks show.
func (p *person) place() {
	location := p.lineOf("location", 80)
	p.set(edit.Text(location), "location")
	country := ""
	if text := p.cell("country"); text != "" {
		if country = field.CountryMeant(text); country == "" {
			p.ask("country", text, "which country?", "", "country")
		} else if country != text {
			p.convert("country", text, country)
		}
	}
	p.set(edit.Text(country), "country")
	text := p.cell("timezone")
	name, candidates := answer.Zone(text, country, location)
	switch {
	case name != "":
		if name != text {
			p.convert("timezone", text, name)
		}
		p.set(edit.Text(name), "timezone")
	case text != "":
		p.ask("timezone", text, "which city's clocks?", strings.Join(candidates, " or "), "timezone")
	}
}

func (p *person) languages() {
	text := p.cell("languages")
	codes, unknown := answer.Languages(text)
	if len(codes) > 0 && strings.Join(codes, ", ") != text {
		p.convert("languages", text, strings.Join(codes, ", "))
	}
	for _, u := range unknown {
		p.ask("languages", u, "which language?", "")
	}
	if len(codes) == 0 {
		p.held["languages"] = true
		if len(unknown) == 0 {
			p.ask("languages", "", "in which languages?", "")
		}
	}
	p.set(edit.Texts(codes[:min(12, len(codes))]...), "languages")
}

func (p *person) stage() {
	if text := p.cell("stage"); text != "" {
		stage, known := answer.WordOf(answer.Stages, text)
		if !known {
			p.ask("stage", text, "which stage: student, early, mid, senior, lead, executive, retired?", "", "stage")
		} else if string(stage) != text {
			p.convert("stage", text, string(stage))
		}
		p.set(edit.Text(string(stage)), "stage")
	}
}

// ways states kinds of mentoring and ways to meet.
func (p *person) ways() {
	p.set(edit.Texts(chosen(p, "kinds", answer.Kinds)...), "kinds")
	p.set(edit.Texts(chosen(p, "formats", answer.Formats)...), "formats")
	if p.Kind == Mentors {
		p.set(edit.Texts(chosen(p, "accepts", answer.Stages)...), "accepts", "stages")
	}
}

// chosen returns the words that several values of a cell stand for.
func chosen[W ~string](p *person, name string, words map[W]string) (all []string) {
	text := p.cell(name)
	if text == "" {
		return nil
	}
	for _, part := range betweenLists.Split(strings.ReplaceAll(text, ",", ";"), -1) {
		if word, known := answer.WordOf(words, part); known {
			all = append(all, string(word))
		} else if part != "" && !answer.IsNothing(part) {
			p.ask(name, part, "what does it mean here?", "", name)
		}
	}
	return distinct(all)
}

func distinct(all []string) (once []string) {
	seen := map[string]bool{}
	for _, one := range all {
		if !seen[one] {
			once = append(once, one)
		}
		seen[one] = true
	}
	return once
}

// topics returns what the mentor helps with: skills, and goals and challenges.
func (p *person) topics() (skills, needs []topic) {
	for _, t := range p.known("topics", "skills", "helps_with") {
		if t.need && len(needs) < 20 {
			needs = append(needs, t)
		} else if !t.need && len(skills) < 40 {
			skills = append(skills, t)
		}
	}
	return skills, needs
}

// known returns the topics of a cell, and asks for the others.
func (p *person) known(name string, holds ...string) []topic {
	text := p.cell(name)
	found, unknown := p.vocabulary.list(text)
	var settled []topic
	for _, u := range unknown {
		to, known := p.Map.settled(name, u)
		switch {
		case known:
			p.convert(name, u, to)
			for _, one := range strings.Split(to, ",") {
				settled = append(settled, p.topicOf(name, strings.TrimSpace(one))...)
			}
		case strings.HasPrefix(u, "+"): // an answer
			settled = append(settled, p.topicOf(name, u)...)
		case p.NewTopics:
			if t, ok := p.vocabulary.add(u); ok {
				settled = append(settled, t)
				p.convert(name, u, u+" (a new topic)")
			}
		default:
			near := p.vocabulary.near(u)
			if near == "" {
				near = "+" + u
			}
			p.ask(name, u, "no topic of the site: which is meant, or is it a new one?", near, holds...)
		}
	}
	all := unique(append(found, settled...))
	p.shown(name, answer.OneLine(text), all)
	return all
}

// shown tells what a cell was taken for, unless that is what it says.
func (p *person) shown(name, text string, all []topic) {
	if len(all) == 0 || len(all) == 1 && (portal.Fold(text) == portal.Fold(all[0].name) || portal.Fold(text) == portal.Fold(all[0].title)) {
		return
	}
	var titles []string
	for _, t := range all {
		titles = append(titles, t.title)
	}
	p.convert(name, text, strings.Join(titles, ", "))
}

// topicOf returns the topic that the map names; one after a + is new.
func (p *person) topicOf(name, text string) []topic {
	text, isNew := strings.CutPrefix(text, "+")
	t, known := p.vocabulary.find(text)
	switch {
	case text == "":
		return nil
	case !known && isNew:
		t, known = p.vocabulary.add(text)
	}
	if !known {
		p.ask(name, text, "the map names a topic that the site does not know; write a + before it for a new one", p.vocabulary.near(text))
		return nil
	}
	return []topic{t}
}

func names(topics []topic) edit.Value {
	var all []string
	for _, t := range topics {
		all = append(all, t.name)
	}
	return edit.Texts(all...)
}

// day returns the day on which the form was sent.
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

func monthsLater(day portal.Date, months int) string {
	return time.Date(day.Year, day.Month+time.Month(months), day.Day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// availability states places and hours.
func (p *person) availability(day portal.Date, dated bool) {
	p.set(edit.Text(string(portal.Open)), "availability", "status")
	if dated {
		until := halfYear(day)
		if !p.Until.IsZero() && !p.Until.Before(day) {
			if day.DaysUntil(p.Until) <= 183 {
				until = p.Until
			} else {
				until = day.AddDays(183)
				p.convert("until", p.Until.String(), "183 days after the form was sent, the most that can be promised")
			}
		}
		p.set(edit.Plain(until.String()), "availability", "until")
	}
	if text := p.cell("capacity"); text != "" {
		n, exact := answer.Capacity(text)
		switch {
		case !exact && n > 0:
			p.ask("capacity", text, "how many at a time?", fmt.Sprint(n), "availability.capacity")
		case !exact:
			p.ask("capacity", text, "how many at a time?", "", "availability.capacity")
		default:
			if fmt.Sprint(n) != text {
				p.convert("capacity", text, fmt.Sprint(n))
			}
			p.set(edit.Whole(n), "availability", "capacity")
		}
	}
	p.windows("availability")
}

// windows states the hours of a week, in a group or at the top.
func (p *person) windows(within ...string) {
	text := p.cell("windows")
	exact, rest, proposal := answer.Windows(text)
	path := append(within, "windows")
	if rest != "" && !answer.IsNothing(rest) {
		p.ask("windows", rest, "which hours, as \"Tue 18:00-21:00\"?", proposal, strings.Join(path, "."))
	}
	if joined := strings.Join(exact, ", "); rest == "" && joined != text && len(exact) > 0 {
		p.convert("windows", text, joined)
	}
	p.set(edit.Texts(distinct(exact)[:min(20, len(distinct(exact)))]...), path...)
}

func (p *person) links() {
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
		if address != part {
			p.convert("links", part, address)
		}
		all = append(all, edit.Group(edit.Entry{Key: "kind", Value: edit.Text(kind)}, edit.Entry{Key: "url", Value: edit.Text(address)}))
	}
	p.set(edit.List(all[:min(10, len(all))]...), "links")
}

// consent reports whether the person agreed; without it there is a draft and a question.
func (p *person) consent(to string) bool {
	text := strings.TrimSpace(p.cells["consent"])
	if settled, is := p.Map.settled("consent", text); is {
		p.convert("consent", text, settled)
		text = settled
	}
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

// about returns the text below the fields.
func (p *person) about() string {
	text := p.clean("about", p.cell("about"))
	if strings.ContainsAny(text, "<>") {
		text = strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(text)
	}
	var lines []string
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		line = strings.TrimRight(line, " \t\r")
		if strings.HasPrefix(line, "#") || strings.Trim(line, "-=") == "" && line != "" {
			line = `\` + line // no heading of theirs
		}
		lines = append(lines, line)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
