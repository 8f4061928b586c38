package leak

import (
	"bytes"
	"encoding/base64"
	"html"
	"iter"
	"net/url"
	"regexp"
	"strconv"
	"unicode/utf8"
)

// scratch holds the buffers of one search, for reuse by the next one.
type scratch struct {
	decoded, visible, numbers []byte
	writer                    normaliser
	harmless                  map[string]bool // runs of base64 in which nothing was found
}

// Harmless runs are cached up to a length and a number: all pages of a portal share a few
// thousand words that look like base64.
const (
	longestHarmless = wrapped - 1
	mostHarmless    = 1 << 13
)

// eachForm calls search with each form of a text in turn: decoded from HTML escapes (twice,
// because feeds hold pages as text), and from there decoded from URL escapes, JSON escapes
// and base64, as far as it has them; each of these once with its markup and once without.
// A form is valid until search returns, which reports whether it found something.
func (r *scratch) eachForm(text []byte, search func(form []byte) bool) {
	both := func(form []byte) (found bool) {
		found = search(form)
		marked := false
		if r.visible, marked = appendVisible(r.visible[:0], form); marked {
			found = search(r.visible) || found
		}
		return found
	}
	for range 2 {
		if bytes.IndexByte(text, '&') >= 0 {
			text = []byte(html.UnescapeString(string(text)))
		}
	}
	both(text)
	if bytes.IndexByte(text, '%') >= 0 {
		both(percent.ReplaceAllFunc(text, func(run []byte) []byte {
			plain, _ := url.PathUnescape(string(run)) // a run holds nothing but complete escapes
			return []byte(plain)
		}))
	}
	if bytes.IndexByte(text, '\\') >= 0 {
		both(escaped.ReplaceAllFunc(text, unescape))
	}
	for run := range runs(text) {
		if r.isHarmless(run, both) {
			continue
		}
		r.decoded = r.decoded[:0]
		for run := range runs(text) {
			r.decoded = appendRun(r.decoded, run)
		}
		both(r.decoded)
		break
	}
}

// isHarmless reports whether a run of base64 is short and search finds nothing in it when
// it is decoded by itself.
func (r *scratch) isHarmless(run []byte, search func(form []byte) bool) bool {
	if len(run) > longestHarmless {
		return false
	}
	if r.harmless[string(run)] {
		return true
	}
	r.decoded = appendRun(r.decoded[:0], run)
	if search(r.decoded) {
		return false
	}
	if r.harmless == nil || len(r.harmless) == mostHarmless {
		r.harmless = map[string]bool{}
	}
	r.harmless[string(run)] = true
	return true
}

// shortestRun is the fewest characters of base64 in a row that are decoded: fewer are
// shorter than any secret.
const shortestRun = 10

// wrapped is after how many characters a line of base64 may go on in the next: mail breaks
// it at 76, keys at 64.
const wrapped = 64

// runs returns the runs of base64 characters in a text. Most are ordinary words.
func runs(text []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for start := 0; start+shortestRun <= len(text); {
			end := start + shortestRun
			for end > start && isBase64[text[end-1]] {
				end--
			}
			if end > start { // the shortest run would contain the character before end
				start = end
				continue
			}
			end = endOfRun(text, start, end+shortestRun)
			if !yield(text[start:end]) {
				return
			}
			start = end + 1
		}
	}
}

// endOfRun returns the offset at which a run ends. Line is the offset at which its first
// line begins, at an offset that it reaches.
func endOfRun(text []byte, line, at int) int {
	for ; at < len(text); at++ {
		c := text[at]
		if !isBase64[c] && (at-line < wrapped || c != '\r' && c != '\n') {
			return at
		}
		if c == '\n' {
			line = at + 1
		}
	}
	return at
}

// appendRun appends the decoded bytes of a run, as lines. Because letters and slashes around
// the encoded text look like a part of it, it is decoded from each of its first four
// characters on, if it is of one alphabet, and between slashes.
func appendRun(b, run []byte) []byte {
	oneAlphabet := !bytes.ContainsAny(run, "+/") || !bytes.ContainsAny(run, "-_")
	for from := 0; from < 4 && len(run)-from >= shortestRun && oneAlphabet; from++ {
		b = appendPart(b, run[from:])
	}
	if bytes.IndexByte(run, '/') < 0 {
		return b
	}
	for segment := range bytes.SplitSeq(run, []byte("/")) {
		if len(segment) >= shortestRun {
			b = appendPart(b, segment)
		}
	}
	return b
}

// appendPart decodes a part of a run, as far as it is of one alphabet, and ends it with a line
// break.
func appendPart(b, part []byte) []byte {
	start, alphabet := len(b), base64.RawStdEncoding
	if bytes.ContainsAny(part, "-_") {
		alphabet = base64.RawURLEncoding
	}
	b, _ = alphabet.AppendDecode(b, part)
	return append(readable(b, start), '\n')
}

// readable replaces, in b from start on, each stretch of bytes that are no text by one line
// break, and drops text shorter than a secret between invalid bytes: ordinary words decode
// to noise, which would take longer to search than all the rest.
func readable(b []byte, start int) []byte {
	kept, text := b[:start], start // text is where the text after the last invalid byte begins
	for i := start; i < len(b); {
		r, size := rune(b[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(b[i:])
		}
		invalid := r == utf8.RuneError
		if invalid && len(kept)-text < shortest {
			kept = kept[:text]
		}
		switch {
		case r >= ' ' && !invalid && r != 0x7f:
			kept = append(kept, b[i:i+size]...)
		case len(kept) > start && kept[len(kept)-1] != '\n':
			kept = append(kept, '\n')
		}
		if invalid {
			text = len(kept)
		}
		i += size
	}
	return kept
}

// isBase64 reports, by byte, the characters of both alphabets of base64.
var isBase64 = func() (in [256]bool) {
	for _, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_") {
		in[c] = true
	}
	return in
}()

var (
	percent = regexp.MustCompile(`(%[0-9A-Fa-f]{2})+`)
	escaped = regexp.MustCompile(`(\\u[0-9A-Fa-f]{4})+|\\.`)
)

// unescape decodes a run of JSON escapes.
func unescape(run []byte) []byte {
	if plain, err := strconv.Unquote(`"` + string(run) + `"`); err == nil {
		return []byte(plain)
	}
	return run[1:]
}
