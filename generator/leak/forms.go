package leak

import (
	"bytes"
	"html"
	"iter"
	"net/url"
	"regexp"
	"strconv"
	"unicode/utf8"
)

// reading is the memory of one search, for the next one to use again.
type reading struct {
	unescaped              [2][]byte
	decoded, read, numbers []byte
	writer                 writer
	harmless               map[string]bool // runs of base64 in which nothing was found
}

// Runs of base64 are remembered up to a length and a number: on all pages of a portal the
// same few thousand words look like one.
const (
	longestHarmless = wrapped - 1
	mostHarmless    = 1 << 13
)

// forms calls search with each form of a text in turn: with each kind of escape
// undone that it has, and each of these a second time without its markup. HTML
// escapes are undone twice, because feeds hold pages as text; what has none is not
// changed by it, so that this form stands for the text as it is. A form is valid
// until search returns, which reports whether it found something.
func (r *reading) forms(text []byte, search func(form []byte) bool) {
	both := func(form []byte) (found bool) {
		found = search(form)
		marked := false
		if r.read, marked = appendRead(r.read[:0], form); marked {
			found = search(r.read) || found
		}
		return found
	}
	for i := range r.unescaped {
		if bytes.IndexByte(text, '&') >= 0 {
			r.unescaped[i] = appendUnescaped(r.unescaped[i][:0], text)
			text = r.unescaped[i]
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

// isHarmless reports that a run of base64 is short, and that nothing is found in what it
// holds by itself.
func (r *reading) isHarmless(run []byte, search func(form []byte) bool) bool {
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

// appendUnescaped appends a text with its HTML escapes undone.
func appendUnescaped(b, text []byte) []byte {
	for {
		before, after, more := bytes.Cut(text, []byte("&"))
		b = append(b, before...)
		if !more {
			return b
		}
		end := 0
		for end < len(after) && inEscape[after[end]] {
			end++
		}
		b = append(b, html.UnescapeString("&"+string(after[:end]))...)
		text = after[end:]
	}
}

// shortestRun is how many characters of base64 in a row are decoded: fewer hold
// no secret.
const shortestRun = 10

// wrapped is after how many characters a line of base64 may go on in the next: mail breaks
// it at 76, keys at 64.
const wrapped = 64

// runs returns the runs of base64 in a text. Most are ordinary words, whose bytes are no
// text.
func runs(text []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for start := 0; start+shortestRun <= len(text); {
			end := start + shortestRun
			for end > start && sextets[text[end-1]].alphabets != 0 {
				end--
			}
			if end > start { // behind what cannot stand in a run of this length
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

// endOfRun returns where a run ends that begins on a line and has come to a place.
func endOfRun(text []byte, line, at int) int {
	for ; at < len(text); at++ {
		c := text[at]
		if sextets[c].alphabets == 0 && (at-line < wrapped || c != '\r' && c != '\n') {
			return at
		}
		if c == '\n' {
			line = at + 1
		}
	}
	return at
}

// appendRun appends what a run holds, without the ends of its lines: as a whole only if it is of one alphabet. It is
// decoded from each of its first four characters on, and between slashes, because
// letters and slashes around the encoded text look like a part of it.
func appendRun(b, run []byte) []byte {
	if bytes.IndexByte(run, '\n') >= 0 {
		run = bytes.Map(func(c rune) rune {
			if c == '\r' || c == '\n' {
				return -1
			}
			return c
		}, run)
	}
	alphabets := ofStandard | ofURL
	for _, c := range run {
		alphabets &= sextets[c].alphabets
	}
	for from := 0; from < 4 && len(run)-from >= shortestRun && alphabets != 0; from++ {
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

// appendPart decodes a part of a run, and ends it with a line break.
func appendPart(b, part []byte) []byte {
	start, bits, count := len(b), uint32(0), 0
	for _, c := range part {
		bits = bits<<6 | uint32(sextets[c].bits)
		if count += 6; count >= 8 {
			count -= 8
			b = append(b, byte(bits>>count))
		}
	}
	return append(readable(b, start), '\n')
}

// readable keeps, of the bytes from start on, those that can be text; a stretch
// of others becomes one line break. Ordinary words decode to noise, which would cost
// more to compare than all the rest: what is shorter than a secret between bytes that
// stand in no text goes too.
func readable(b []byte, start int) []byte {
	kept, text := b[:start], start // text is where the last byte of the kind was left out
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

const lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

// inEscape are the characters of an HTML escape, behind its &.
var inEscape = func() (in [256]bool) {
	for _, c := range []byte(lettersAndDigits + "#;") {
		in[c] = true
	}
	return in
}()

// sextet is what a character of base64 stands for.
type sextet struct{ bits, alphabets uint8 }

// The two alphabets of base64.
const (
	ofStandard uint8 = 1 << iota
	ofURL
)

var sextets = func() (table [256]sextet) {
	for i, c := range []byte(lettersAndDigits) {
		table[c] = sextet{uint8(i), ofStandard | ofURL}
	}
	table['+'], table['/'] = sextet{62, ofStandard}, sextet{63, ofStandard}
	table['-'], table['_'] = sextet{62, ofURL}, sextet{63, ofURL}
	return table
}()

var (
	percent = regexp.MustCompile(`(%[0-9A-Fa-f]{2})+`)
	escaped = regexp.MustCompile(`(\\u[0-9A-Fa-f]{4})+|\\.`)
)

// unescape undoes a run of JSON escapes.
func unescape(run []byte) []byte {
	if plain, err := strconv.Unquote(`"` + string(run) + `"`); err == nil {
		return []byte(plain)
	}
	return run[1:]
}
