package theme

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"ithaca/generator/diag"
)

// MissingMessage is reported where the interface has no words in the portal's
// language and shows them in English.
const MissingMessage diag.Code = "missing-message"

// wordReader fills words from the files of a language and of those it falls
// back to.
type wordReader struct {
	words *words
	rules map[language.Tag]*pluralRule
	diags *diag.List
}

// readWords reads the messages of English, then of the language, the more
// general tag first; within a language the later layer wins, message by message.
func readWords(f *files, lang string, diags *diag.List) *words {
	tag := language.Make(orElse(lang, "en"))
	w := &words{
		lang: tag, messages: map[string]*message{}, used: map[string]bool{},
		names: newNames(tag), rtl: direction(tag.String()) == "rtl",
	}
	r := &wordReader{words: w, rules: map[language.Tag]*pluralRule{}, diags: diags}
	chain := fallbacks(tag)
	for _, t := range chain {
		for _, file := range f.words {
			if strings.EqualFold(path.Base(file.Path), t.String()+".toml") {
				r.read(file, t)
			}
		}
	}
	r.judgeMissing(f, tag)
	return w
}

// fallbacks gives English, then the language's more general tags, then itself.
func fallbacks(tag language.Tag) []language.Tag {
	var chain []language.Tag
	for t := tag; t != language.Und; t = t.Parent() {
		chain = append(chain, t)
	}
	slices.Reverse(chain)
	if !slices.Contains(chain, language.English) {
		chain = append([]language.Tag{language.English}, chain...)
	}
	return chain
}

func (r *wordReader) read(f file, tag language.Tag) {
	unmarshal := map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal}
	parsed, err := i18n.ParseMessageFileBytes([]byte(f.Text), f.Path, unmarshal)
	if err != nil {
		line, column, text := 0, 0, err.Error()
		if e := (toml.ParseError{}); errors.As(err, &e) {
			line, column, text = e.Position.Line, e.Position.Col, e.Message
		}
		r.diags.Errorf(diag.Position{File: f.At, Line: line, Column: column}, TemplateMistake, "", "%s", text)
		return
	}
	slices.SortFunc(parsed.Messages, func(a, b *i18n.Message) int { return strings.Compare(a.ID, b.ID) })
	for _, m := range parsed.Messages {
		r.add(f, tag, m)
	}
}

// add judges a message and puts it in force.
func (r *wordReader) add(f file, tag language.Tag, m *i18n.Message) {
	at := diag.Position{File: f.At, Line: lineOf(f.Text, m.ID)}
	made, err := newMessage(m)
	if err != nil {
		r.diags.Errorf(at, TemplateMistake, "", "`%s`: %s", m.ID, err)
		return
	}
	if first := r.words.messages[m.ID]; first != nil {
		for _, name := range made.names() {
			if known := first.names(); name != countName && !slices.Contains(known, name) {
				r.diags.Errorf(at, TemplateMistake, diag.DidYouMean(name, known),
					"`%s` has nothing to fill in for {{.%s}}", m.ID, name)
				return
			}
		}
	}
	if r.rules[tag] == nil {
		r.rules[tag] = newPluralRule(tag)
	}
	made.rule, made.lang, made.from = r.rules[tag], tag, f.At
	r.words.messages[m.ID] = made
}

// lineOf gives the line on which a message begins, 0 where it is not found.
func lineOf(text, id string) int {
	at := regexp.MustCompile(`(?m)^[ \t]*(\[\s*)?["']?` + regexp.QuoteMeta(id) + `["']?\s*[=\]]`).FindStringIndex(text)
	if at == nil {
		return 0
	}
	return strings.Count(text[:at[0]], "\n") + 1
}

// judgeMissing warns once of all messages that stay English in a portal of
// another language.
func (r *wordReader) judgeMissing(f *files, tag language.Tag) {
	base, _ := tag.Base()
	if english, _ := language.English.Base(); base == english {
		return
	}
	var missing []string
	for _, key := range r.words.keys() {
		if b, _ := r.words.messages[key].lang.Base(); b != base {
			missing = append(missing, key)
		}
	}
	if len(missing) == 0 {
		return
	}
	what := fmt.Sprintf("%d messages of the interface have no words in this language and are shown in English, such as `%s`", len(missing), missing[0])
	if len(missing) == 1 {
		what = fmt.Sprintf("the message `%s` of the interface has no words in this language and is shown in English", missing[0])
	}
	r.diags.Warnf(diag.Position{File: path.Join(f.last, wordsFolder, tag.String()+".toml")}, MissingMessage,
		"copy them from the built-in "+wordsFolder+"/en.toml and translate what stands in quotes", "%s", what)
}
