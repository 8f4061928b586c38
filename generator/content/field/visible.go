package field

import (
	"unicode/utf8"

	"ithaca/generator/diag"
	"ithaca/generator/hidden"
	"ithaca/generator/markdown"
)

// checkVisible reports invisible and control characters in a text, and returns whether there
// are none.
func (d *Decoder) checkVisible(n Node, text string) bool {
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

// isPlain reports whether a text has only printable ASCII characters.
func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] >= 0x7f {
			return false
		}
	}
	return true
}

// maxControls is how many characters of one file checkPrintable reports.
const maxControls = 20

// checkPrintable reports characters that the YAML parser refuses without a position, and
// those that are line ends for it but not for editors, so that positions would be wrong. It
// returns whether there are none.
func (d *Decoder) checkPrintable(block []byte) bool {
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
			d.Diags.Errorf(diag.PositionOf(d.File, block, i, 2), markdown.HiddenCharacters, "delete the character; it often comes along when text is pasted",
				"the fields hold the control character U+%04X", r)
		}
		i += size
	}
	return found == 0
}

func unprintable(r rune) bool {
	return r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xfffe || r == 0xffff
}
