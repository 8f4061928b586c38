package markdown

import (
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"ithaca/generator/hidden"

	"github.com/yuin/goldmark/util"
)

// plain writes text to the HTML, escaped, and to the plain text.
func (w *writer) plain(text []byte) {
	w.writePlain(text)
	if w.inAlt {
		return
	}
	_, _ = betweenTags.WriteString(&w.html, string(text)) // writing to memory cannot fail
}

// writePlain writes to the plain text only, with runs of white space as one space.
func (w *writer) writePlain(text []byte) {
	from, space := 0, w.atSpace()
	for i, c := range text {
		white := c == ' ' || c == '\n' || c == '\t'
		if white && (space || c != ' ') {
			w.text.Write(text[from:i])
			if !space {
				w.text.WriteByte(' ')
			}
			from = i + 1
		}
		space = white
	}
	w.text.Write(text[from:])
}

// atSpace reports whether the plain text is empty or ends with a space.
func (w *writer) atSpace() bool {
	text := w.text.Bytes()
	return len(text) == 0 || text[len(text)-1] == ' '
}

// betweenTags and inQuotes escape text for elements and for attribute values.
var (
	betweenTags = strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;", "\x00", "\uFFFD")
	inQuotes    = strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;", "\x00", "\uFFFD", `"`, "&#34;")
)

// escapeTo writes a text escaped for both elements and attribute values.
func escapeTo(w io.Writer, text string) { _, _ = inQuotes.WriteString(w, text) }

// raw writes a line of text without resolving anything in it, such as code. Its end becomes
// a space in the plain text.
func (w *writer) raw(text []byte) {
	end := len(text)
	if end > 0 && text[end-1] == '\n' {
		end--
	}
	w.plain(text[:end])
	if end < len(text) {
		w.endText()
		if !w.inAlt {
			w.html.WriteByte('\n')
		}
	}
}

// prose writes the source from one offset to another with backslashes and
// character references resolved.
func (w *writer) prose(from, to int) {
	eachPiece(w.source[from:to], func(text []byte, at int, resolved bool) {
		if resolved {
			w.resolved(text, from+at)
		} else {
			w.plain(text)
		}
	})
}

// eachPiece calls found, with its offset, for each stretch of source without escapes, and
// with resolved for what each character reference means. Backslashes before punctuation are
// left out.
func eachPiece(source []byte, found func(text []byte, at int, resolved bool)) {
	from := 0
	for i := 0; i < len(source); i++ {
		switch source[i] {
		case '\\':
			if i+1 < len(source) && util.IsPunct(source[i+1]) {
				found(source[from:i], from, false)
				i++
				from = i // the next character has no special meaning
			}
		case '&':
			if text, size := reference(source[i:]); size > 0 {
				found(source[from:i], from, false)
				found(text, i, true)
				i += size - 1
				from = i + 1
			}
		}
	}
	found(source[from:], from, false)
}

// resolved writes what a character reference means, and reports it if it is a hidden
// character, which checkShape does not see in a reference.
func (w *writer) resolved(text []byte, offset int) {
	hidden.Each(text, func(_ int, r rune) { reportHidden(w.notes, offset, r, "the reference here") })
	w.plain(text)
}

// referenceForm matches a character reference: a number in decimal or hexadecimal digits, or
// a name.
var referenceForm = regexp.MustCompile(`^&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,7})|([A-Za-z0-9]{1,38}));`)

// reference returns what a character reference like &amp; or &#64; at the start of source
// means, and its size in the source, 0 when there is none.
func reference(source []byte) (text []byte, size int) {
	m := referenceForm.FindSubmatch(source)
	if m == nil {
		return nil, 0
	}
	if m[3] != nil {
		if entity, ok := util.LookUpHTML5EntityByName(string(m[3])); ok {
			return entity.Characters, len(m[0])
		}
		return nil, 0
	}
	value, err := strconv.ParseUint(string(m[1]), 10, 32)
	if m[2] != nil {
		value, err = strconv.ParseUint(string(m[2]), 16, 32)
	}
	r := rune(value)
	if err != nil || r == 0 || !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return utf8.AppendRune(nil, r), len(m[0])
}

// resolve returns a destination or title with backslashes and references
// resolved, once: what a reference stands for is not read again.
func resolve(source []byte) string {
	var b strings.Builder
	eachPiece(source, func(text []byte, _ int, _ bool) { b.Write(text) })
	return b.String()
}

// endText separates the words of two blocks in the plain text.
func (w *writer) endText() {
	if !w.atSpace() {
		w.text.WriteByte(' ')
	}
}
