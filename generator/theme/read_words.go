package theme

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"ithaca/generator/diag"
	"ithaca/generator/toml"
	"ithaca/generator/tongue"
)

// MissingMessage is reported where the interface has no words in the portal's
// language and shows them in English.
const MissingMessage diag.Code = "missing-message"

// wordReader reads messages from the files of a language and of its fallbacks.
type wordReader struct {
	words   *Words
	diags   *diag.List
	renames []func() // run when all messages are read
	unread  bool     // whether a file could not be parsed, so that missing messages are not known
}

// readWords reads the messages of English, then of the language, the more
// general tag first; within a language the later layer wins, message by message.
func readWords(f *files, lang string, diags *diag.List) *Words {
	tag := language.Make(cmp.Or(lang, "en"))
	w := &Words{
		lang: tag, messages: map[string]*message{}, used: map[string]bool{}, families: map[string]bool{"reason": true, "gap": true},
		rtl: direction(tag.String()) == "rtl",
	}
	w.languageNames, w.countryNames = tongue.Namers(tag)
	r := &wordReader{words: w, diags: diags}
	chain := fallbacks(tag)
	for _, t := range chain {
		for _, file := range f.words {
			if strings.EqualFold(path.Base(file.Path), t.String()+".toml") {
				r.read(file, t)
			}
		}
	}
	for _, rename := range r.renames {
		rename()
	}
	r.reportMissing(f, tag)
	return w
}

// fallbacks returns English, then the language's more general tags, then itself.
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
	parsed := map[string]any{}
	if err := toml.Unmarshal([]byte(f.Text), &parsed); err != nil {
		line, column, text := 0, 0, err.Error()
		if e := (*toml.Mistake)(nil); errors.As(err, &e) {
			line, column, text = e.Line, e.Column, e.Text
		}
		r.diags.Errorf(diag.Position{File: f.At, Line: line, Column: column}, TemplateMistake, "", "%s", text)
		r.unread = true
		return
	}
	lines := linesOf(f.Text)
	for _, key := range slices.Sorted(maps.Keys(parsed)) {
		r.add(f, tag, key, parsed[key], lines[key])
	}
}

// add checks a message and, without a mistake, sets it.
func (r *wordReader) add(f file, tag language.Tag, key string, value any, line int) {
	at := diag.Position{File: f.At, Line: line}
	if key == renameKey {
		r.rename(tag, value, at)
		return
	}
	made, err := newMessage(value)
	if err != nil {
		r.diags.Errorf(at, TemplateMistake, "", "`%s`: %s", key, err)
		return
	}
	first := r.words.messages[key]
	if first != nil {
		for _, name := range made.names() {
			if known := first.names(); name != countName && !slices.Contains(known, name) {
				r.diags.Errorf(at, TemplateMistake, diag.DidYouMean(name, known),
					"`%s` has nothing to fill in for {{.%s}}", key, name)
				return
			}
		}
		if f.Layer > 0 && len(first.forms) > 1 {
			r.reportMissingForms(at, tag, key, made)
		}
		if !sameLanguage(first.lang, tag) {
			r.reportMissingPlaceholders(at, key, first, made)
		}
	}
	made.lang, made.at, made.layer = tag, at, f.Layer
	made.own = f.Layer > 0 && (first == nil || first.own)
	r.words.messages[key] = made
}

// rename notes the words with which a program replaces those of the theme.
func (r *wordReader) rename(tag language.Tag, value any, at diag.Position) {
	renaming, err := newRenaming(tag, value)
	if err != nil {
		r.diags.Errorf(at, TemplateMistake, "", "%s", err)
		return
	}
	r.renames = append(r.renames, func() { renaming.apply(r.words, at, r.diags) })
}

// reportMissingForms warns of the plural forms of a language that a message lacks.
func (r *wordReader) reportMissingForms(at diag.Position, tag language.Tag, key string, m *message) {
	for _, form := range formsOf(tag) {
		if numbers := numbersOf(tag, form); m.forms[form] == nil && numbers != "" {
			r.diags.Warnf(at, MissingMessage, "add "+form+` = "…", which numbers such as `+numbers+" take",
				"`%s` has no words for the plural form `%s`", key, form)
		}
	}
}

// reportMissingPlaceholders warns of placeholders of a message that its translation lacks.
func (r *wordReader) reportMissingPlaceholders(at diag.Position, key string, first, made *message) {
	for _, name := range first.names() {
		if name != countName && !slices.Contains(made.names(), name) {
			r.diags.Warnf(at, MissingMessage, "write {{."+name+"}} where it belongs in the sentence", "`%s` leaves out {{.%s}}, which it fills in elsewhere", key, name)
		}
	}
}

func sameLanguage(a, b language.Tag) bool {
	here, _ := a.Base()
	there, _ := b.Base()
	return here == there
}

// linesOf returns the line on which each message of a file begins.
func linesOf(text string) map[string]int {
	lines, number := map[string]int{}, 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimLeft(line, " \t[\"'")
		if end := strings.IndexAny(line, " \t]=\"'"); end > 0 && lines[line[:end]] == 0 {
			lines[line[:end]] = number
		}
	}
	return lines
}

// reportMissing warns once of all messages without words in the portal's language.
func (r *wordReader) reportMissing(f *files, tag language.Tag) {
	if r.unread || sameLanguage(tag, language.English) {
		return
	}
	var missing []string
	for _, key := range r.words.keys() {
		if !sameLanguage(r.words.messages[key].lang, tag) {
			missing = append(missing, key)
		}
	}
	if len(missing) == 0 {
		return
	}
	r.diags.Warnf(diag.Position{File: path.Join(f.last, wordsFolder, tag.String()+".toml")}, MissingMessage,
		fmt.Sprintf("%d messages are missing: `ithaca reference words %s` prints them all, to be translated", len(missing), tag),
		"words of the interface are missing and are shown in English, the first is `%s`", missing[0])
}

// reportUnused warns of a site's own messages that no template uses, which may be misspelt.
// Those of a family, such as link-website, are used for values of content; of them only
// those one letter away from another are reported.
func (w *Words) reportUnused(diags *diag.List) {
	for _, key := range w.keys() {
		m := w.messages[key]
		if !m.own || w.used[key] {
			continue
		}
		known := slices.DeleteFunc(w.keys(), func(k string) bool { return w.messages[k].own })
		family := func(name string) bool { return strings.HasPrefix(key, name+"-") && !misspelt(key, name, known) }
		if slices.ContainsFunc(slices.Collect(maps.Keys(w.families)), family) {
			continue
		}
		diags.Warnf(m.at, TemplateMistake, diag.DidYouMean(key, known), "no template asks for the message `%s`", key)
	}
}

// misspelt reports whether a message of a family is one letter away from a known one and
// longer than a code of two letters, such as a country's.
func misspelt(key, family string, known []string) bool {
	near := diag.Nearest(key, known)
	return near != "" && len(key) > len(family)+3 && diag.Distance(key, near) == 1
}
