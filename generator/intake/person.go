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
	refused     bool            // consent: no new file is made
	unchanged   map[string]bool // fields that stay as they are in an existing file, by path
	asked       []Question
	topicsNamed []topic
}

// set adds a setting, unless the value is empty.
func (p *person) set(value edit.Value, path ...string) {
	if !value.IsEmpty() {
		p.settings = append(p.settings, setting{path: path, value: value})
	}
}

// ask adds a question. Its arguments are Field, Value, Text, Proposal and keeps of Question.
func (p *person) ask(name, value, text, proposal string, keeps ...string) {
	p.asked = append(p.asked, Question{Line: p.line, Name: p.name, Email: p.email, File: p.file, Field: name, Value: value, Text: text, Proposal: proposal, keeps: keeps})
	for _, key := range keeps {
		p.unchanged[key] = true
	}
}

// cell returns the text of a field in the row, or what the map says that it means; "" for
// nothing.
func (p *person) cell(name string) string {
	text := strings.TrimSpace(p.cells[name])
	if text == "" {
		return ""
	}
	text, known := p.settled(name, text)
	if !known && answer.IsNothing(text) {
		p.convert(name, text, "")
		return ""
	}
	return text
}

// settled returns what the map says that a part of a cell means, and otherwise the part.
func (p *person) settled(name, part string) (text string, known bool) {
	if text, known = p.Map.lookup(name, part); !known {
		return part, false
	}
	p.convert(name, part, text)
	return text, true
}

// lineOf returns the text of a field as one line of at most most characters, without e-mail
// addresses and telephone numbers.
func (p *person) lineOf(name string, most int) string {
	text := answer.OneLine(p.clean(name, p.cell(name)))
	if short := answer.Cut(text, most); short != text {
		p.ask(name, "", "shorten it to "+edit.Whole(most).Text()+" characters; the beginning was taken", short)
		return short
	}
	return text
}

// clean returns a text without addresses and telephone numbers, and "" for a formula.
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

// text returns the person's settings and body as a new file.
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

// maxMistakes is how many mistakes are removed from a file at most.
const maxMistakes = 10

// takeOutMistakes removes the settings that `check` would refuse, and asks about each; a
// file that lacks a required field becomes a draft.
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

// takeOut removes the field or body in which a mistake is.
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
		p.unchanged["body"] = true
		return
	}
	p.settings = slices.DeleteFunc(p.settings, func(s setting) bool {
		if s.path[0] == key {
			p.unchanged[s.key()] = true
		}
		return s.path[0] == key
	})
}
