package field

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"ithaca/generator/diag"
	"ithaca/generator/hidden"
	"ithaca/generator/markdown"
)

// The codes of texts that must not be published as they are.
const (
	// PublicAddress: an e-mail address in a text that everybody can read.
	PublicAddress diag.Code = "public-address"
	// Placeholder: a [[PLACEHOLDER]] of a template that nobody has filled in.
	Placeholder diag.Code = "placeholder"
)

// Placeholders reports the placeholders in a text that begins on a line of the file.
func (d *Decoder) Placeholders(text []byte, line int) {
	if !bytes.Contains(text, []byte("[[")) {
		return
	}
	for _, m := range markdown.Placeholder.FindAllIndex(text, 50) {
		d.placeholder(diag.PositionOf(d.File, text, m[0], line), string(text[m[0]:m[1]]))
	}
}

// hasPlaceholder returns whether a field has a placeholder, and reports it.
func (d *Decoder) hasPlaceholder(n Node, text string) bool {
	if !strings.Contains(text, "[[") {
		return false
	}
	found := markdown.Placeholder.FindString(text)
	if found != "" {
		d.placeholder(d.At(n), found)
	}
	return found != ""
}

// unquotedPlaceholder returns a placeholder without quotes, which is a list in a list in
// YAML, "" for other values.
func unquotedPlaceholder(n Node) string {
	for range 2 {
		items := n.Items()
		if len(items) != 1 {
			return ""
		}
		n = items[0]
	}
	if text := "[[" + n.Value + "]]"; n.isScalar() && markdown.Placeholder.MatchString(text) {
		return text
	}
	return ""
}

// FillIn is the remedy for a placeholder.
const FillIn = "write what holds for your program in its place"

func (d *Decoder) placeholder(at diag.Position, found string) {
	const message = "%s is a placeholder that nobody has filled in"
	if d.Begun {
		d.Diags.Warnf(at, Placeholder, FillIn+", before a mentor, a story or an event is published", message, Short(found))
		return
	}
	d.missing(at, Placeholder, FillIn, message, Short(found))
}

// PublicAddress reports an e-mail address in a text that everybody can read.
func (d *Decoder) PublicAddress(at diag.Position, found string) {
	d.Diags.Errorf(at, PublicAddress, d.AddressHint,
		"the e-mail address %s would be open to everybody, and to address collectors", maskAddress(found))
}

// maskAddress returns an address with only the first letter of its local part, because build
// logs are public.
func maskAddress(address string) string {
	local, domain, _ := strings.Cut(address, "@")
	first, _ := utf8.DecodeRuneInString(local)
	return string(first) + "…@" + domain
}

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
