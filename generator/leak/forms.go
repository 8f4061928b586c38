package leak

import (
	"bytes"
	"encoding/base64"
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
		end := start
		for end < len(text) && inBase64[text[end]] {
			end++
		}
		if end-start >= shortestRun {
			b = appendRun(b, text[start:end])
		}
		start = end + 1
	}
	return b
}

// appendRun appends what a run holds.
func appendRun(b, run []byte) []byte {
	for from := 0; from < 4 && len(run)-from >= shortestRun; from++ {
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

// appendPart decodes a part of a run by the alphabet it is in, and ends it with a
// line break.
func appendPart(b, part []byte) []byte {
	if len(part)%4 == 1 {
		part = part[:len(part)-1] // no number of bytes has this length
	}
	encoding := base64.RawStdEncoding
	if bytes.ContainsAny(part, "-_") {
		encoding = base64.RawURLEncoding
	}
	start := len(b)
	decoded, err := encoding.AppendDecode(b, part)
	if err != nil {
		return b
	}
	return append(readable(decoded, start), '\n')
}

// readable keeps, of the bytes from start on, those that can be text; a stretch
// of others becomes one line break. Ordinary words decode to noise, which would
// cost more to compare than all the rest.
func readable(b []byte, start int) []byte {
	kept := b[:start]
	for i := start; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		switch {
		case r >= ' ' && r != utf8.RuneError && r != 0x7f:
			kept = append(kept, b[i:i+size]...)
		case len(kept) > start && kept[len(kept)-1] != '\n':
			kept = append(kept, '\n')
		}
		i += size
	}
	return kept
}

const lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

var (
	inBase64 = charactersOf(lettersAndDigits + "+/-_") // of both alphabets
	inEscape = charactersOf(lettersAndDigits + "#;")   // of HTML, behind its &
)

func charactersOf(text string) (in [256]bool) {
	for _, c := range []byte(text) {
		in[c] = true
	}
	return in
}

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
