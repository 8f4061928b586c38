package diag

import (
	"fmt"
	"strings"
	"unicode"
)

// Visible writes characters that a terminal would act on or that hide what a
// text says (control characters, line breaks, bidirectional overrides and other
// invisible format characters) as <U+202E>, because messages quote what
// strangers wrote.
func Visible(text string) string { return Escaped(text, hidden) }

// Escaped writes those characters of a text for which a function reports true as
// <U+202E>.
func Escaped(text string, acts func(rune) bool) string {
	if !strings.ContainsFunc(text, acts) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if acts(r) {
			fmt.Fprintf(&b, "<U+%04X>", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Visible returns the diagnostic with the same escapes in its texts, for programs
// that show these by themselves.
func (d Diagnostic) Visible() Diagnostic {
	d.File, d.Message, d.Hint = Visible(d.File), Visible(d.Message), Visible(d.Hint)
	return d
}

func hidden(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) || r == unicode.ReplacementChar
}
