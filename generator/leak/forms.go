package leak

import (
	"encoding/base64"
	"html"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// forms returns a text with each kind of escape undone that it has, and each of
// these a second time without its markup. HTML escapes are undone twice, because
// feeds hold pages as text; what has none is not changed by it, so that this form
// stands for the text as it is.
func forms(text string) []string {
	plain := html.UnescapeString(html.UnescapeString(text))
	all := []string{plain}
	if strings.Contains(plain, "%") {
		all = append(all, percent.ReplaceAllStringFunc(plain, func(run string) string {
			text, _ := url.PathUnescape(run) // a run holds nothing but complete escapes
			return text
		}))
	}
	if strings.Contains(plain, `\`) {
		all = append(all, escaped.ReplaceAllStringFunc(plain, unescape))
	}
	if decoded := decoded(plain); decoded != "" {
		all = append(all, decoded)
	}
	for _, form := range all {
		if read, found := withoutMarkup(form); found {
			all = append(all, read)
		}
	}
	return all
}

// shortestRun is how many characters of base64 in a row are decoded: fewer hold
// no secret.
const shortestRun = 10

// decoded returns what the runs of base64 in a text hold. A run is decoded from
// each of its first four characters on, and between slashes, because letters and
// slashes around the encoded text look like a part of it. Most runs are ordinary
// words, whose bytes are no text.
func decoded(text string) string {
	var b []byte
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
	return string(b)
}

// appendRun appends what a run holds.
func appendRun(b []byte, run string) []byte {
	for from := 0; from < 4 && len(run)-from >= shortestRun; from++ {
		b = appendDecoded(b, run[from:])
	}
	if !strings.Contains(run, "/") {
		return b
	}
	for segment := range strings.SplitSeq(run, "/") {
		if len(segment) >= shortestRun {
			b = appendDecoded(b, segment)
		}
	}
	return b
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
	start := len(b)
	decoded, err := encoding.AppendDecode(b, []byte(run))
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

// inBase64 holds the characters of both alphabets.
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
