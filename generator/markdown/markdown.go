// Package markdown parses the prose that contributors write.
//
// It takes the body of one file and returns it parsed once: HTML with slots for what
// depends on the page (the URL of a link, interface words in the page's language), the
// headings, the links with their positions, and the plain text. Mistakes of authors are
// returned as diagnostics.
//
// Prose is written by strangers, so four things always hold:
//
//   - The shape of a text is checked before it is parsed (package shape), because a
//     few kilobytes can keep a Markdown parser busy for seconds. A text beyond
//     the limits is refused with a line and a reason.
//   - The HTML has only elements and attributes that are written in this
//     package. HTML in the text is escaped, never passed on.
//   - Only an address on a list of what is allowed (address.go) becomes a link. Its
//     href is what the caller of Render returns for it.
//   - The same text gives the same document.
//
// It does not know the portal, files on the disk, or which URLs exist. It is
// the only package that knows goldmark.
package markdown

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/text"

	"ithaca/generator/diag"
)

// Options say where a text comes from and how it is rendered.
type Options struct {
	File  string // the file's name, for diagnostics
	Line  int    // the file's line on which the body begins, 1-based; 0 means 1
	Top   int    // the level that the highest heading gets, 2 or 3; 0 means 2
	Limit int    // the largest body in bytes; 0 means 64 KiB
}

// Document is a parsed text. It is immutable and safe for use by several
// goroutines. The zero value is an empty text.
type Document struct {
	// Links holds links and images in the order of the page, those in footnotes
	// last. Addresses that were refused are not among them.
	Links []Link
	// Headings holds the headings in the order of the page.
	Headings []Heading
	// Words is the length of Text in words, see countWords.
	Words int

	html   string
	text   string
	slots  []slot
	emails []EmailAt
}

// Link is a link or an image.
type Link struct {
	// Dest is the address as written, with character references and backslashes
	// resolved. "www.example.org" gets "https://", an e-mail address "mailto:".
	Dest string
	// Text is the link's words, or the image's alternative text.
	Text string
	// Image reports whether it is an image, not a link.
	Image bool
	// External reports whether Dest has a scheme (https, http, mailto or tel). All
	// else is a path or a #fragment that the site has to resolve.
	External bool
	// Position is that of the link's "[", "!" or "<", or of its first character.
	Position diag.Position

	title string
}

// Heading is a heading with its anchor.
type Heading struct {
	Level    int    // 2 to 6
	ID       string // unique in the page; never "main" and never beginning with "i-"
	Text     string
	Position diag.Position
}

// Parse parses a body and returns every mistake in it. The Document is never nil, and is
// empty when the text is beyond the limits. The body is not kept.
//
// Lines end with LF. Invalid UTF-8 and NUL, which callers refuse earlier, are
// shown as U+FFFD.
func Parse(body []byte, o Options) (*Document, diag.List) {
	if !utf8.Valid(body) {
		body = bytes.ToValidUTF8(body, []byte("\uFFFD"))
	}
	notes := reporter{source: body, file: o.File, first: max(o.Line, 1)}
	body = withoutConflicts(body, &notes)
	if !checkShape(body, o.Limit, &notes) {
		return &Document{}, notes.found
	}
	if bytes.IndexByte(body, 0) >= 0 { // reported by checkShape
		body = bytes.ReplaceAll(body, []byte{0}, []byte("\uFFFD"))
		notes.source = body
	}
	w := newWriter(body, max(o.Top, 2), &notes)
	tree := grammar.Parse(text.NewReader(body))
	w.blocks(tree)
	w.footnotes()
	left := newLinter(body, &notes)
	left.blocks(tree)
	left.reportDefinitions(tree)
	return w.document(), notes.found
}

// Empty reports whether the text shows nothing.
func (d *Document) Empty() bool { return d.html == "" }

// Text returns the text without its markup, words and blocks separated by single
// spaces: for search, summaries and the leak gate.
func (d *Document) Text() string { return d.text }

// Minutes returns the reading time at 200 words a minute, rounded up. It is at
// least 1 unless the text is empty.
func (d *Document) Minutes() int {
	if d.Empty() {
		return 0
	}
	return max(1, (d.Words+199)/200)
}

// shownFirst is how many paragraphs are before a fold.
const shownFirst = 2

// Fold splits a document after its first two blocks, if both are paragraphs and at least two
// more paragraphs follow. Otherwise it returns the document and nil.
func (d *Document) Fold() (first, rest *Document) {
	const ends = "</p>\n"
	at := 0
	for range shownFirst {
		end := strings.Index(d.html[at:], ends)
		if !strings.HasPrefix(d.html[at:], "<p ") || end < 0 {
			return d, nil
		}
		at += end + len(ends)
	}
	if strings.Count(d.html[at:], ends) < shownFirst {
		return d, nil
	}
	n := 0
	for n < len(d.slots) && int(d.slots[n].at) <= at {
		n++
	}
	first, rest = &Document{}, &Document{}
	*first, *rest = *d, *d
	first.html, first.slots = d.html[:at], d.slots[:n]
	rest.html, rest.slots = d.html[at:], slices.Clone(d.slots[n:])
	for i := range rest.slots {
		rest.slots[i].at -= uint32(at)
	}
	return first, rest
}

// countWords returns the length of a text in words: sequences without spaces that contain a
// letter or digit. In scripts without spaces between words (Chinese, Japanese, Thai, Lao,
// Khmer, Burmese, Tibetan) two letters count as a word, rounded up over the whole text.
func countWords(text string) int {
	words, letters := 0, 0
	inWord := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			inWord = false
		case r >= 0x0E00 && unicode.In(r, unspacedLetters...):
			if unicode.IsLetter(r) {
				letters++
			}
		case !inWord && (unicode.IsLetter(r) || unicode.IsNumber(r)):
			inWord = true
			words++
		}
	}
	return words + (letters+1)/2
}

// unspacedLetters are the scripts without spaces between words.
var unspacedLetters = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan,
}

// maxRepeats is how often one code is reported in one text, so that a stranger's text cannot
// flood a terminal.
const maxRepeats = 20

// reporter collects the mistakes of one text.
type reporter struct {
	source []byte // the body
	file   string
	first  int // the file's line on which the body begins
	found  diag.List
	counts map[diag.Code]int
}

// position returns the position in the file of an offset.
func (r *reporter) position(offset int) diag.Position {
	return diag.PositionOf(r.file, r.source, offset, r.first)
}

func (r *reporter) error(offset int, code diag.Code, hint, format string, args ...any) {
	if more, keeps := r.count(code); keeps {
		r.found.Errorf(r.position(offset), code, hint, format+more, args...)
	}
}

func (r *reporter) warn(offset int, code diag.Code, hint, format string, args ...any) {
	if more, keeps := r.count(code); keeps {
		r.found.Warnf(r.position(offset), code, hint, format+more, args...)
	}
}

// count counts a report and returns whether it is one of the first maxRepeats; for the last
// of these also more, the end of a message which says that there may be others.
func (r *reporter) count(code diag.Code) (more string, report bool) {
	if r.counts == nil {
		r.counts = map[diag.Code]int{}
	}
	r.counts[code]++
	if r.counts[code] == maxRepeats {
		more = " (what follows of this kind is not reported)"
	}
	return more, r.counts[code] <= maxRepeats
}
