package picture

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Initials returns an SVG for a person without a picture: the first letter of their
// name, white on a colour that follows from the name, or the outline of a person
// when the name has no letters. One letter only: of two, some make a word, and
// nobody's picture should say NO. It is square, scales to any size, and the same
// name always gives the same bytes.
//
// The letter includes the accents or vowel signs that follow it.
func Initials(name string) []byte {
	name = norm.NFC.String(name)
	var b bytes.Buffer
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 100 100">`)
	fmt.Fprintf(&b, `<rect width="100" height="100" fill="%s"/>`, colourOf(name))
	if text := initial(name); text == "" {
		b.WriteString(`<g fill="#fff"><circle cx="50" cy="38" r="17"/><path d="M16 100a34 38 0 0 1 68 0z"/></g>`)
	} else {
		writeText(&b, text)
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

func writeText(b *bytes.Buffer, text string) {
	size := 52
	if len([]rune(text)) > 1 {
		size = 38
	}
	fmt.Fprintf(b, `<text x="50" y="50" fill="#fff" font-family="system-ui, sans-serif" font-size="%d"`+
		` text-anchor="middle" dominant-baseline="central">`, size)
	// Writing to memory cannot fail.
	_ = xml.EscapeText(b, []byte(text))
	b.WriteString("</text>")
}

// colours are dark enough for white letters: at least 7 to 1, WCAG's AAA.
func colours() []string {
	return []string{
		"#7a2e2e", "#7d3a0c", "#5c4a00", "#3f5212", "#1e5631", "#0b5450",
		"#0f4c75", "#2b3f8c", "#4a2f85", "#6a2a7b", "#7a2557", "#4a4a4a",
	}
}

func colourOf(name string) string {
	h := fnv.New32a()
	h.Write([]byte(name))
	all := colours()
	return all[h.Sum32()%uint32(len(all))]
}

// initial returns the first letter of a name, "" when it has none.
func initial(name string) string {
	for _, word := range strings.Fields(name) {
		if letter := firstLetter(word); letter != "" {
			return letter
		}
	}
	return ""
}

// maxMarks bounds the marks of a letter, because a stack of many could cover the page.
const maxMarks = 7

// firstLetter returns the first letter or digit of a word in title case, with its marks. A
// virama, which would join the next consonant of an Indic syllable, ends it.
func firstLetter(word string) string {
	var letter []rune
	for _, r := range word {
		switch {
		case len(letter) > 0 && unicode.IsMark(r) && !isVirama(r) && len(letter) <= maxMarks:
			letter = append(letter, r)
		case len(letter) > 0:
			return string(letter)
		// Thai and Lao write some vowels before the consonant that carries them.
		case (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Logical_Order_Exception, r):
			letter = append(letter, unicode.ToTitle(r))
		}
	}
	return string(letter)
}

// isVirama reports whether a mark silences the vowel of its consonant.
func isVirama(r rune) bool {
	const class = 9
	return norm.NFC.PropertiesString(string(r)).CCC() == class
}
