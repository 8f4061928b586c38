package leak

import (
	"bytes"
	"html"
	"net/url"
	"regexp"
	"strconv"
	"unicode/utf8"
)

// reading is the memory of one search, for the next one to use again.
type reading struct {
	unescaped           [2][]byte
	decoded, read, runs []byte
	writer              writer
}

// forms calls search with each form of a text in turn: with each kind of escape
// undone that it has, and each of these a second time without its markup. HTML
// escapes are undone twice, because feeds hold pages as text; what has none is not
// changed by it, so that this form stands for the text as it is. A form is valid
// until search returns.
func (r *reading) forms(text []byte, search func(form []byte)) {
	both := func(form []byte) {
		search(form)
		found := false
		if r.read, found = appendRead(r.read[:0], form); found {
			search(r.read)
		}
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
	if r.decoded = appendDecoded(r.decoded[:0], text); len(r.decoded) > 0 {
		both(r.decoded)
	}
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

// appendDecoded appends what the runs of base64 in a text hold. A run is decoded
// from each of its first four characters on, and between slashes, because letters
// and slashes around the encoded text look like a part of it. Most runs are
// ordinary words, whose bytes are no text.
func appendDecoded(b, text []byte) []byte {
	for start := 0; start < len(text); {
		end, alphabets := start, ofStandard|ofURL
		for end < len(text) && sextets[text[end]].alphabets != 0 {
			alphabets &= sextets[text[end]].alphabets
			end++
		}
		if end-start >= shortestRun {
			b = appendRun(b, text[start:end], alphabets)
		}
		start = end + 1
	}
	return b
}

// appendRun appends what a run holds: as a whole only if it is of one alphabet.
func appendRun(b, run []byte, alphabets uint8) []byte {
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
