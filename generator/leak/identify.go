package leak

import (
	"bytes"
	"regexp"
	"strings"
)

// leads finds what leads to a person even when it stands alone: e-mail addresses,
// web addresses, telephone numbers.
var leads = regexp.MustCompile(`[\pL\pN._%+-]+@[\pL\pN-]+(\.[\pL\pN-]+)+|https?://[^\s<>"]+|\+?\(?\d[\d ()./-]{5,}\d`)

// dated recognises days and years, which look like telephone numbers.
var dated = regexp.MustCompile(`^(\d{4}|\d\d?)[./ -]+\d\d?[./ -]+(\d{4}|\d\d?)$|^(19|20)\d\d ?[-/] ?(19|20)\d\d$`)

// identifying returns the e-mail addresses, web addresses and telephone numbers in
// a text.
func identifying(text string) []string {
	text = asciiDigits(text)
	if !strings.ContainsAny(text, "@:0123456789") {
		return nil // nothing of the kind, and the expression is slow
	}
	var found []string
	for _, part := range leads.FindAllString(text, -1) {
		if !dated.MatchString(part) {
			found = append(found, strings.TrimRight(part, ".,;:!?)'"))
		}
	}
	return found
}

// A telephone number has at least fewestDigits; of a longer one the last telling
// are compared, because what precedes them may be written as +49, 0049 or 0.
const (
	fewestDigits = 7
	telling      = 9
)

// digits returns the digits by which a telephone number is recognised, "" for what
// is none.
func digits(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		switch {
		case '0' <= c && c <= '9':
			b.WriteByte(c)
		case !strings.ContainsRune("+ ()./-", rune(c)):
			return ""
		}
	}
	all := b.String()
	if len(all) < fewestDigits {
		return ""
	}
	return all[max(0, len(all)-telling):]
}

// appendDigitRuns appends the numbers of a text in normal form: those with nothing
// but spaces between them as one run, a bar between runs.
func appendDigitRuns(b, text []byte) []byte {
	const digits = "0123456789"
	for word := range bytes.SplitSeq(text, []byte(" ")) {
		if len(bytes.Trim(word, digits)) == 0 {
			b = append(b, word...)
		} else if bytes.ContainsAny(word, digits) || len(b) > 0 && b[len(b)-1] != '|' {
			b = append(b, '|')
		}
	}
	return b
}
