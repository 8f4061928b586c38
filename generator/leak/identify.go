package leak

import (
	"bytes"
	"regexp"
	"strings"
)

// identifiers matches what identifies a person by itself: e-mail addresses, web addresses
// and telephone numbers.
var identifiers = regexp.MustCompile(`[\pL\pN._%+-]+@[\pL\pN-]+(\.[\pL\pN-]+)+|https?://[^\s<>"]+|\+?\(?\d[\d ()./-]{5,}\d`)

// dateLike matches days and years, which look like telephone numbers.
var dateLike = regexp.MustCompile(`^(\d{4}|\d\d?)[./ -]+\d\d?[./ -]+(\d{4}|\d\d?)$|^(19|20)\d\d ?[-/] ?(19|20)\d\d$`)

// identifying returns the e-mail addresses, web addresses and telephone numbers in
// a text.
func identifying(text string) []string {
	text = asciiDigits(text)
	if !strings.ContainsAny(text, "@:0123456789") {
		return nil // cannot match, and the expression is slow
	}
	var found []string
	for _, part := range identifiers.FindAllString(text, -1) {
		if !dateLike.MatchString(part) {
			found = append(found, strings.TrimRight(part, ".,;:!?)'"))
		}
	}
	return found
}

// A telephone number has at least fewestDigits; of a longer one the last comparedDigits
// are compared, because the code before them may be written as +49, 0049 or 0.
const (
	fewestDigits   = 7
	comparedDigits = 9
)

// digits returns the last comparedDigits of a telephone number, "" for other texts.
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
	return all[max(0, len(all)-comparedDigits):]
}

// appendDigitRuns appends the digits of a text in normal form: numbers with nothing but
// spaces between them as one run, with a bar between runs.
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
