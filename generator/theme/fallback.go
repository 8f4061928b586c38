package theme

import (
	"bytes"
	"html"
	"html/template"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"ithaca/generator/site/page"
)

// A message without words in the page's language is shown in English, in an element
// that says so: a voice reads it as English, and it runs from left to right. In
// attributes, where no element can stand, html/template leaves the tags out; in the
// page's title, where it shows them, withPlainTitle does.
const (
	englishBegins = `<span lang="en" dir="ltr">`
	englishEnds   = `</span>`
)

// say returns a message for a template, marked where it is English on a page of
// another language.
func (w *Words) say(key string, pairs ...any) (any, error) {
	text, err := w.text(key, pairs...)
	if err != nil {
		return text, err
	}
	return w.marked(key, text), nil
}

// sayTerm is say for a value of a closed set.
func (w *Words) sayTerm(family string, value any) any {
	return w.marked(termKey(family, value), w.term(family, value))
}

// sayReason is say for a reason.
func (w *Words) sayReason(r page.Reason) any { return w.marked(w.reasonKey(r), w.Reason(r)) }

// marked returns the text of a message, marked where that is English.
func (w *Words) marked(key, text string) any {
	if !w.inFallback(key) {
		return text
	}
	return template.HTML(englishBegins + template.HTMLEscapeString(text) + englishEnds)
}

// inFallback reports whether a message is English on a page in another language.
func (w *Words) inFallback(key string) bool {
	m := w.messages[key]
	if m == nil || w.terminal {
		return false
	}
	return sameLanguage(m.lang, language.English) && !sameLanguage(w.lang, language.English)
}

// unmarked returns a marked message as plain text, to be filled into another.
func unmarked(marked template.HTML) string {
	text := strings.TrimSuffix(strings.TrimPrefix(string(marked), englishBegins), englishEnds)
	return html.UnescapeString(text)
}

// withPlainTitle returns a page without the marks in its title.
func withPlainTitle(page []byte) []byte {
	before, rest, found := bytes.Cut(page, []byte("<title>"))
	title, after, closed := bytes.Cut(rest, []byte("</title>"))
	if !found || !closed || !bytes.Contains(title, []byte(titleBegins)) {
		return page
	}
	plain := titleMarks.Replace(string(title))
	return slices.Concat(before, []byte("<title>"+plain+"</title>"), after)
}

const titleBegins = `&lt;span lang=&#34;en&#34; dir=&#34;ltr&#34;&gt;`

var titleMarks = strings.NewReplacer(titleBegins, "", "&lt;/span&gt;", "")
