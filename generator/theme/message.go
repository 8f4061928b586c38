package theme

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"ithaca/generator/diag"
	"ithaca/generator/order"
)

// message is a parsed message of the interface in one language. Immutable.
type message struct {
	forms map[string][]piece // by CLDR plural form; "other" always exists
	lang  language.Tag
	at    diag.Position
	layer int  // of its file: 0 is the built-in theme
	own   bool // whether the built-in theme has no message of this key
}

// piece is a part of a message: a text, or the name of a placeholder.
type piece struct{ text, name string }

// placeholder matches a placeholder: {{.Name}}.
var placeholder = regexp.MustCompile(`\{\{\s*\.([A-Za-z]+)\s*\}\}`)

// newMessage parses a message: a text, or a table with a text for each plural form. Braces
// that are no placeholder are an error.
func newMessage(value any) (*message, error) {
	texts, ok := value.(map[string]any)
	if !ok {
		texts = map[string]any{"other": value}
	}
	made := &message{forms: map[string][]piece{}}
	for form, value := range texts {
		text, ok := value.(string)
		switch {
		case !slices.Contains(formNames, form):
			return nil, fmt.Errorf("there is no plural form `%s`: the forms are %s", form, strings.Join(formNames, ", "))
		case !ok:
			return nil, fmt.Errorf("the words stand in quotes")
		case text == "":
			continue
		}
		pieces, err := split(text)
		if err != nil {
			return nil, err
		}
		made.forms[form] = pieces
	}
	switch {
	case made.forms["other"] == nil && len(made.forms) > 0:
		return nil, fmt.Errorf("the plural form `other` is missing, which every message has")
	case made.forms["other"] == nil:
		return nil, fmt.Errorf("the message has no words")
	}
	return made, nil
}

func split(text string) ([]piece, error) {
	var pieces []piece
	from := 0
	for _, at := range placeholder.FindAllStringSubmatchIndex(text, -1) {
		if at[0] > from {
			pieces = append(pieces, piece{text: text[from:at[0]]})
		}
		pieces = append(pieces, piece{name: text[at[2]:at[3]]})
		from = at[1]
	}
	if from < len(text) {
		pieces = append(pieces, piece{text: text[from:]})
	}
	for _, p := range pieces {
		if strings.Contains(p.text, "{{") || strings.Contains(p.text, "}}") {
			return nil, fmt.Errorf("only placeholders like {{.Name}} can stand in a message")
		}
	}
	return pieces, nil
}

// plain returns the text of a message without placeholders and plural forms; ok is false
// for others.
func (m *message) plain() (string, bool) {
	if len(m.forms) != 1 || len(m.forms["other"]) != 1 {
		return "", false
	}
	p := m.forms["other"][0]
	return p.text, p.name == ""
}

// names returns the names of the message's placeholders, sorted. With several forms
// countName is always among them.
func (m *message) names() []string {
	var names []string
	if len(m.forms) > 1 {
		names = append(names, countName)
	}
	for _, pieces := range m.forms {
		for _, p := range pieces {
			if p.name != "" {
				names = append(names, p.name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// countName is the placeholder that chooses the plural form.
const countName = "Count"

// form returns the pieces for a count. A form "zero" is used for 0 also in languages without
// that plural form.
func (m *message) form(count int) []piece {
	if pieces := m.forms["zero"]; count == 0 && pieces != nil {
		return pieces
	}
	if pieces := m.forms[formOf(m.lang, count)]; pieces != nil {
		return pieces
	}
	return m.forms["other"]
}

// formNames are the names of CLDR's plural forms, as messages write them.
var formNames = []string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}

// formOf returns the plural form of a number in a language, by CLDR; "other" in
// languages whose rules are not known.
func formOf(lang language.Tag, n int) string {
	return formNames[plural.Cardinal.MatchPlural(lang, max(n, -n)%10_000_000, 0, 0, 0, 0)]
}

// formsOf returns the plural forms that numbers take in a language, in the order of
// the first number of each, and "other" at the end.
func formsOf(lang language.Tag) []string {
	var forms []string
	for n := range 200 {
		if form := formOf(lang, n); form != "other" && !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	}
	return append(forms, "other")
}

// Forms is a message for scripts, which fill it in themselves.
type Forms struct {
	Key   string
	Forms []Form // in every plural form that its language has, sorted by name
}

// Form is one of a message's plural forms. Placeholders in its text are written {Name}.
type Form struct{ Name, Text string }

// forms returns a message as scripts need it.
func (w *Words) forms(key string) (*Forms, error) {
	m := w.messages[key]
	if m == nil {
		return nil, fmt.Errorf("there is no message %q", key)
	}
	f := &Forms{Key: key}
	for name, pieces := range m.forms {
		f.Forms = append(f.Forms, Form{name, joinPieces(pieces, "{", "}")})
	}
	order.Stable(f.Forms, func(a, b Form) int { return strings.Compare(a.Name, b.Name) })
	return f, nil
}

// joinPieces returns the pieces of a message as one text, with before and after around the
// names of placeholders.
func joinPieces(pieces []piece, before, after string) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.text)
		if p.name != "" {
			b.WriteString(before + p.name + after)
		}
	}
	return b.String()
}
