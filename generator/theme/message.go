package theme

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"ithaca/generator/diag"
)

// message is a message of the interface in one language, taken apart once so
// that filling it in costs no parsing. Immutable.
type message struct {
	forms map[string][]piece // by CLDR plural form; "other" always exists
	rule  *pluralRule
	lang  language.Tag
	at    diag.Position
	own   bool // it is a site's own: the built-in theme has none of this key
}

// piece is a stretch of a message: text, or the name of what is filled in.
type piece struct{ text, name string }

// placeholder is a word to be filled in: {{.Name}}.
var placeholder = regexp.MustCompile(`\{\{\s*\.([A-Za-z]+)\s*\}\}`)

// newMessage takes a message's forms apart. It fails on braces that are not a
// placeholder.
func newMessage(m *i18n.Message) (*message, error) {
	made := &message{forms: map[string][]piece{}}
	for form, text := range map[string]string{
		"zero": m.Zero, "one": m.One, "two": m.Two, "few": m.Few, "many": m.Many, "other": m.Other,
	} {
		if text == "" {
			continue
		}
		pieces, err := split(text)
		if err != nil {
			return nil, err
		}
		made.forms[form] = pieces
	}
	if made.forms["other"] == nil {
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

// plain returns the text of a message that is the same whatever is filled in.
func (m *message) plain() (string, bool) {
	if len(m.forms) != 1 || len(m.forms["other"]) != 1 {
		return "", false
	}
	p := m.forms["other"][0]
	return p.text, p.name == ""
}

// names returns what the message asks for, sorted. One with several forms always
// asks for the count that chooses among them.
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

// form returns the pieces for a count. Where a message has words for none they
// are used for 0 in every language, also in those whose plural has no such form.
func (m *message) form(count int) []piece {
	if pieces := m.forms["zero"]; count == 0 && pieces != nil {
		return pieces
	}
	if pieces := m.forms[m.rule.form(count)]; pieces != nil {
		return pieces
	}
	return m.forms["other"]
}

// pluralRule tells the CLDR plural form of a number in a language. It is safe
// for concurrent use.
type pluralRule struct {
	localizer *i18n.Localizer
	small     [200]string // the forms of the numbers that nearly all pages use
}

// newPluralRule asks go-i18n, which has the rules but does not show them: a
// message whose forms are their own names says which one was chosen.
func newPluralRule(lang language.Tag) *pluralRule {
	bundle := i18n.NewBundle(lang)
	names := &i18n.Message{ID: "form", Zero: "zero", One: "one", Two: "two", Few: "few", Many: "many", Other: "other"}
	r := &pluralRule{}
	if bundle.AddMessages(lang, names) == nil {
		r.localizer = i18n.NewLocalizer(bundle, lang.String())
	}
	for n := range r.small {
		r.small[n] = r.ask(n)
	}
	return r
}

func (r *pluralRule) form(n int) string {
	if 0 <= n && n < len(r.small) {
		return r.small[n]
	}
	return r.ask(n)
}

// ask returns "other" in languages whose rules are not known.
func (r *pluralRule) ask(n int) string {
	if r.localizer == nil {
		return "other"
	}
	form, err := r.localizer.Localize(&i18n.LocalizeConfig{MessageID: "form", PluralCount: n})
	if err != nil {
		return "other"
	}
	return form
}
