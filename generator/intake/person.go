package intake

import (
	"slices"
	"strings"

	"ithaca/generator/content"
	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/edit"
	"ithaca/generator/intake/answer"
)

// setting is a field of a person's file.
type setting struct {
	path    []string
	value   edit.Value
	comment string
}

func (s setting) key() string { return strings.Join(s.path, ".") }

// person is what a row says, as fields of a file, in the order in which a new file
// states them.
type person struct {
	row
	*importer
	name, email string
	file        string // relative to the site's folder
	settings    []setting
	body        string
	draft       bool
	refused     bool            // consent; then no file is made
	kept        map[string]bool // fields that a question keeps as they are
	asked       []Question
	topicsNamed []topic
}

// set states a field. A value that says nothing states none.
func (p *person) set(value edit.Value, path ...string) {
	if !value.IsEmpty() {
		p.settings = append(p.settings, setting{path: path, value: value})
	}
}

// ask adds a question. The value is what stands in the table, where that has to be
// settled; the field stays as it is until then.
func (p *person) ask(name, value, text, proposal string, keeps ...string) {
	p.asked = append(p.asked, Question{Line: p.line, Name: p.name, Email: p.email, File: p.file, Field: name, Value: value, Text: text, Proposal: proposal, keeps: keeps})
	for _, key := range keeps {
		p.kept[key] = true
	}
}

// cell returns what a row says of a field: "" for nothing. What the map settles comes in
// its place.
func (p *person) cell(name string) string {
	text := strings.TrimSpace(p.cells[name])
	if to, settled := p.Map.settled(name, text); settled && text != "" {
		p.convert(name, text, to)
		return to
	}
	if text != "" && answer.IsNothing(text) {
		p.convert(name, text, "")
		return ""
	}
	return text
}

// lineOf returns a text of one line, without ways to reach the person in it.
func (p *person) lineOf(name string, most int) string {
	text := answer.OneLine(p.clean(name, p.cell(name)))
	if short := answer.Cut(text, most); short != text {
		p.ask(name, "", "shorten it to "+edit.Whole(most).Text()+" characters; the beginning was taken", short)
		return short
	}
	return text
}

// clean takes addresses and telephone numbers out of a text, and refuses a formula.
func (p *person) clean(name, text string) string {
	if strings.HasPrefix(text, "=") {
		p.ask(name, "", "a formula of a spreadsheet stands there instead of a text", "", "body")
		return ""
	}
	clean, found := field.WithoutReach(text)
	if found > 0 {
		p.convert(name, "(an address or number in the text)", "…")
	}
	return clean
}

// text returns the person's file as it would be new.
func (p *person) text() []byte {
	var entries []edit.Entry
	for i := 0; i < len(p.settings); i++ {
		s := p.settings[i]
		if len(s.path) == 1 {
			entries = append(entries, edit.Entry{Key: s.path[0], Value: s.value, Comment: s.comment})
			continue
		}
		var inner []edit.Entry
		for ; i < len(p.settings) && p.settings[i].path[0] == s.path[0]; i++ {
			inner = append(inner, edit.Entry{Key: p.settings[i].path[1], Value: p.settings[i].value})
		}
		i--
		entries = append(entries, edit.Entry{Key: s.path[0], Value: edit.Group(inner...)})
	}
	text := "---\n" + edit.Write(entries...) + "---\n"
	if p.body != "" {
		text += "\n" + p.body + "\n"
	}
	return []byte(text)
}

// maxMistakes is how often a file is read again after something was taken out of it.
const maxMistakes = 10

// takeOutMistakes takes out what `check` would refuse, and asks about it; a file that lacks what it
// must have becomes a draft.
func (p *person) takeOutMistakes() {
	if p.draft {
		p.set(edit.Plain("true"), "draft")
	}
	for range maxMistakes {
		doc := content.Decode(p.file, p.text())
		list := doc.Diags.Sorted()
		at := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return d.Severity == diag.Error })
		switch {
		case at < 0:
			return
		case list[at].Code == field.MissingField && !p.draft:
			p.draft = true
			p.set(edit.Plain("true"), "draft")
		default:
			p.takeOut(list[at])
		}
	}
	p.settings, p.body, p.draft = []setting{{path: []string{"draft"}, value: edit.Plain("true")}}, "", true
	p.ask("file", "", "the row has too many mistakes to make a file of it", "")
}

// takeOut takes the field or text out in which a mistake stands.
func (p *person) takeOut(mistake diag.Diagnostic) {
	key := ""
	for i, line := range strings.Split(string(p.text()), "\n") {
		if i+1 > mistake.Line {
			break
		}
		if i > 0 && line == "---" {
			key = "body"
			break
		}
		if name, _, found := strings.Cut(line, ":"); found && !strings.HasPrefix(line, " ") {
			key = name
		}
	}
	what := mistake.Message
	if mistake.Hint != "" {
		what += "; " + mistake.Hint
	}
	p.ask(key, "", "left out, because "+what, "")
	if key == "body" || key == "" {
		p.body = ""
		p.kept["body"] = true
		return
	}
	kept := p.settings[:0]
	for _, s := range p.settings {
		if s.path[0] != key {
			kept = append(kept, s)
		} else {
			p.kept[s.key()] = true
		}
	}
	p.settings = kept
}
