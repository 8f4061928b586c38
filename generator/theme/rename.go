package theme

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"ithaca/generator/diag"
)

// renameKey is the entry of a word file that is no message: a table of words and of
// what the program says instead, as mentor = "guide", mentors = "guides".
const renameKey = "rename"

// renaming replaces words of the messages in a language by a program's own. Only whole words
// are replaced, and the case of the first letter is kept; of entries within each other, such
// as "a mentor" and "mentor", the longer one counts.
type renaming struct {
	lang         language.Tag
	replacements map[string]string
	pattern      *regexp.Regexp
}

func newRenaming(lang language.Tag, value any) (*renaming, error) {
	table, ok := value.(map[string]any)
	r := &renaming{lang: lang, replacements: map[string]string{}}
	for from, to := range table {
		text, isText := to.(string)
		ok = ok && isText && from != "" && text != ""
		r.replacements[strings.ToLower(from)] = text
	}
	if !ok || len(table) == 0 {
		return nil, fmt.Errorf(`%s takes words and what to say instead: { mentor = "guide", mentors = "guides" }`, renameKey)
	}
	words := slices.SortedFunc(maps.Keys(r.replacements), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	for i, word := range words {
		words[i] = regexp.QuoteMeta(word)
	}
	r.pattern = regexp.MustCompile("(?i)" + strings.Join(words, "|"))
	return r, nil
}

// apply renames in the built-in messages of the language, and warns of words that
// none of them has.
func (r *renaming) apply(w *Words, at diag.Position, diags *diag.List) {
	met := map[string]bool{}
	base, _ := r.lang.Base()
	for _, m := range w.messages {
		if own, _ := m.lang.Base(); own != base || m.layer > 0 {
			continue
		}
		for _, pieces := range m.forms {
			for i := range pieces {
				pieces[i].text = r.replace(pieces[i].text, met)
			}
		}
	}
	page, _ := w.lang.Base()
	for _, word := range slices.Sorted(maps.Keys(r.replacements)) {
		if !met[word] && page == base { // else its own language says so
			diags.Warnf(at, TemplateMistake, "write words as they stand in the built-in messages", "no message has the word `%s`", word)
		}
	}
}

// replace returns a text with its words replaced, and notes which were met.
func (r *renaming) replace(text string, met map[string]bool) string {
	var b strings.Builder
	from := 0
	for _, at := range r.pattern.FindAllStringIndex(text, -1) {
		before, _ := utf8.DecodeLastRuneInString(text[:at[0]])
		after, _ := utf8.DecodeRuneInString(text[at[1]:])
		if inWord(before) || inWord(after) {
			continue
		}
		word := strings.ToLower(text[at[0]:at[1]])
		met[word] = true
		b.WriteString(text[from:at[0]])
		b.WriteString(withCaseOf(text[at[0]:at[1]], r.replacements[word]))
		from = at[1]
	}
	return b.String() + text[from:]
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// withCaseOf returns a word with a capital first letter if model has one.
func withCaseOf(model, word string) string {
	first, _ := utf8.DecodeRuneInString(model)
	if r, size := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
		return string(unicode.ToUpper(r)) + word[size:]
	}
	return word
}
