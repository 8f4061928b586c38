package theme

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/bidi"

	"ithaca/generator/each"
	"ithaca/generator/order"
	"ithaca/generator/tongue"
)

// Autonym is a language's name in the language itself.
type Autonym struct{ Tag, Name, Dir string }

// language returns the name of a BCP 47 tag; without one its name in the language itself, and
// without that the tag.
func (w *Words) language(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	return cmp.Or(tongue.Name(t, w.lang, w.languageNames), tag)
}

// languages returns the names of several.
func (w *Words) languages(tags []string) []string {
	return each.Of(tags, w.language)
}

// sorted returns languages in the order of their names here, as readers of the
// page expect it in a list.
func (w *Words) sorted(tags []string) []string {
	ordered := slices.Clone(tags)
	c := collate.New(w.lang, collate.Loose)
	order.Stable(ordered, func(a, b string) int {
		return cmp.Or(c.CompareString(w.language(a), w.language(b)), cmp.Compare(a, b))
	})
	return ordered
}

// autonym returns a language's own name, or nil where that is not known or is the
// name it has on this page anyway.
func (w *Words) autonym(tag string) *Autonym {
	t, err := language.Parse(tag)
	if err != nil {
		return nil
	}
	name := tongue.OwnName(t)
	if name == "" || name == w.language(tag) {
		return nil
	}
	return &Autonym{Tag: t.String(), Name: name, Dir: direction(tag)}
}

// country returns the name of an ISO 3166-1 code, and the code itself where none
// is known.
func (w *Words) country(code string) string {
	r, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	return cmp.Or(w.countryNames.Name(r), code)
}

// number formats a number with the language's group separator and the digits 0 to 9. Where
// the language's files do not state it, the separator is a narrow space, which cannot be
// taken for a decimal mark.
func (w *Words) number(n int) string {
	digits, between := strconv.Itoa(n), "\u202f"
	if m := w.messages["thousands"]; m != nil && !w.inFallback("thousands") {
		between, _ = m.plain()
	}
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + between + digits[i:]
	}
	return digits
}

// direction returns the direction in which a language is written: ltr or rtl.
func direction(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		return "ltr"
	}
	script, _ := tag.Script()
	switch script.String() {
	case "Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa":
		return "rtl"
	}
	return "ltr"
}

// isolate returns a text that runs against the page's direction between FIRST STRONG ISOLATE
// and POP DIRECTIONAL ISOLATE, so that it does not reorder the words around it: messages are
// plain text, in which there is no <bdi>. A text with an isolate in it comes from another
// message and is returned as it is.
func (w *Words) isolate(text string) string {
	if w.terminal || strings.Contains(text, "\u2068") {
		return text
	}
	for _, r := range text {
		p, _ := bidi.LookupRune(r)
		leftwards := p.Class() == bidi.R || p.Class() == bidi.AL
		if leftwards && !w.rtl || p.Class() == bidi.L && w.rtl {
			return "\u2068" + text + "\u2069"
		}
	}
	return text
}
