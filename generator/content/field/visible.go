package field

import (
	"unicode/utf8"

	"ithaca/generator/hidden"
	"ithaca/generator/markdown"
)

// visible reports characters that show nothing but change what people or
// programs see, and control characters.
func (d *Decoder) visible(n Node, text string) bool {
	if isPlain(text) {
		return true // most texts are, and need no closer look
	}
	offset, found := hidden.Find(text)
	if offset < 0 {
		return true
	}
	d.Errorf(n, markdown.HiddenCharacters, "write it again by hand instead of pasting it",
		"`%s` holds the invisible character U+%04X", d.field, found)
	return false
}

// isPlain reports whether a text holds nothing but the visible characters of ASCII
// and spaces.
func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] >= 0x7f {
			return false
		}
	}
	return true
}

// maxControls is how many characters of one file printable reports.
const maxControls = 20

// printable reports characters that the YAML reader refuses without saying
// where, and those that it takes for a line's end and editors do not: places
// after them would be wrong.
func (d *Decoder) printable(block []byte) bool {
	found := 0
	for i := 0; i < len(block) && found < maxControls; {
		c := block[i]
		if c >= ' ' && c < 0x7f || c == '\n' || c == '\t' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(block[i:])
		if unprintable(r) {
			found++
			d.Diags.Errorf(d.within(block, i, 2), markdown.HiddenCharacters, "delete the character; it often comes along when text is pasted",
				"the fields hold the control character U+%04X", r)
		}
		i += size
	}
	return found == 0
}

func unprintable(r rune) bool {
	return r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xfffe || r == 0xffff
}
