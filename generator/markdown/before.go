package markdown

import (
	"ithaca/generator/diag"
	"ithaca/generator/hidden"
	"ithaca/generator/markdown/shape"
)

// HiddenCharacters is reported for characters that show nothing but change what
// a reader or a program sees, see package hidden.
const HiddenCharacters diag.Code = "hidden-characters"

// BeyondLimits is reported for a text that is larger or more intricate than a
// page needs. Such a text is refused before it is parsed.
const BeyondLimits diag.Code = "beyond-limits"

// DefaultLimit is the largest body in bytes when Options name no other.
const DefaultLimit = 64 << 10

// checkShape returns whether a text is within the limits of package shape, and reports
// where it is not. It also reports hidden characters, for which no text is refused.
func checkShape(body []byte, limit int, notes *reporter) bool {
	if limit <= 0 {
		limit = DefaultLimit
	}
	return shape.Check(body, limit, shape.Report{
		Refuse: func(offset int, hint, message string) { notes.error(offset, BeyondLimits, hint, "%s", message) },
		Unusual: func(from, to int) {
			to = min(to+1, len(body)) // with the line's end, or a carriage return before it would be one alone
			hidden.Each(body[from:to], func(offset int, r rune) { reportHidden(notes, from+offset, r, "the text") })
		},
	})
}

func reportHidden(notes *reporter, offset int, r rune, where string) {
	what := "the invisible character"
	switch {
	case r < 0xa0 || r == 0x2028 || r == 0x2029:
		what = "the control character"
	case 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069:
		what = "a character that turns the direction of the text,"
	}
	notes.error(offset, HiddenCharacters, "delete the character; it often comes along when text is pasted",
		"%s holds %s U+%04X", where, what, r)
}
