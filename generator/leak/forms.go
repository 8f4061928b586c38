package leak

import (
	"encoding/base64"
	"html"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// identifying finds what leads to a person even when it stands alone: e-mail
// addresses, telephone numbers, web addresses.
var identifying = regexp.MustCompile(`[\pL\pN._%+-]+@[\pL\pN-]+(\.[\pL\pN-]+)+|\+?\d[\d ()./-]{6,}\d|https?://[^\s<>"]+`)

// normal gives the form in which texts are compared.
func normal(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	pending := false
	for _, r := range decomposed(text) {
		switch {
		case r < 0x80 && ('a' <= r && r <= 'z' || '0' <= r && r <= '9'):
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r >= 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			r = unicode.ToLower(r)
		case r >= 0x80 && unicode.IsMark(r):
			continue
		default:
			pending = true
			continue
		}
		if pending && b.Len() > 0 {
			b.WriteByte(' ')
		}
		pending = false
		b.WriteRune(r)
	}
	return b.String()
}

// decomposed takes letters and their accents apart; plain ASCII stays as it is.
func decomposed(text string) string {
	if isASCII(text) {
		return text
	}
	return norm.NFKD.String(text)
}

// forms gives a text as it is and with each kind of escape undone that it has.
func forms(text string) []string {
	all := []string{text}
	if strings.Contains(text, "&") {
		all = append(all, html.UnescapeString(text))
	}
	if strings.Contains(text, "%") {
		all = append(all, percent.ReplaceAllStringFunc(text, func(run string) string {
			plain, err := url.PathUnescape(run)
			if err != nil {
				return run
			}
			return plain
		}))
	}
	if strings.Contains(text, `\`) {
		all = append(all, escaped.ReplaceAllStringFunc(text, unescape))
	}
	if decoded := decoded(text); decoded != "" {
		all = append(all, decoded)
	}
	return all
}

// shortestRun is how many characters of base64 in a row are decoded: fewer hold
// no secret.
const shortestRun = 8

// decoded gives what the runs of base64 in a text hold. A run is decoded from
// each of its first four characters on, and between slashes, because letters and
// slashes around the encoded text look like a part of it. Most runs are ordinary words, whose bytes
// are no text.
func decoded(text string) string {
	var b []byte
	for start := 0; start < len(text); {
		end := start
		for end < len(text) && inBase64[text[end]] {
			end++
		}
		for from := start; from < start+4 && end-from >= shortestRun; from++ {
			b = appendDecoded(b, text[from:end])
		}
		for segment := range strings.SplitSeq(text[start:end], "/") {
			if len(segment) >= shortestRun {
				b = appendDecoded(b, segment)
			}
		}
		start = end + 1
	}
	return string(b)
}

// appendDecoded decodes a run by the alphabet it is in, and ends it with a line
// break.
func appendDecoded(b []byte, run string) []byte {
	if len(run)%4 == 1 {
		run = run[:len(run)-1] // no number of bytes has this length
	}
	encoding := base64.RawStdEncoding
	if strings.ContainsAny(run, "-_") {
		encoding = base64.RawURLEncoding
	}
	decoded, err := encoding.AppendDecode(b, []byte(run))
	if err != nil {
		return b
	}
	return append(decoded, '\n')
}

// inBase64 tells the characters of both alphabets.
var inBase64 = func() (in [256]bool) {
	for _, c := range "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_" {
		in[c] = true
	}
	return in
}()

var (
	percent = regexp.MustCompile(`(%[0-9A-Fa-f]{2})+`)
	escaped = regexp.MustCompile(`(\\u[0-9A-Fa-f]{4})+|\\.`)
)

// unescape undoes a run of JSON escapes.
func unescape(run string) string {
	if plain, err := strconv.Unquote(`"` + run + `"`); err == nil {
		return plain
	}
	return run[1:]
}
