package markdown

import (
	"bytes"
	"cmp"
	"regexp"
	"unicode/utf8"

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
	return shape.Check(body, cmp.Or(limit, DefaultLimit), shape.Report{
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

// ConflictMarkers is reported where git has left both versions of a text because
// it could not merge them.
const ConflictMarkers diag.Code = "conflict-markers"

// What an author is told about a conflict.
const (
	ConflictMessage = "a merge stopped here: both versions of the text are in the file"
	ConflictHint    = "keep what is right of both versions, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`"
)

// conflictLine matches a line that git writes around the versions of a conflict. A line of
// equals signs, which may also mark a heading, counts only within a conflict.
var conflictLine = regexp.MustCompile(`(?m)^(?:<{7}|>{7}|\|{7}|={7})(?: .*)?$`)

// Conflicts returns the offsets at which the conflicts of a text begin, and the start and
// end of each line that marks one. Markers in fenced code do not count: a guide may explain
// them.
func Conflicts(text []byte) (begin []int, lines [][]int) {
	if !bytes.Contains(text, []byte("<<<<<<<")) && !bytes.Contains(text, []byte(">>>>>>>")) {
		return nil, nil
	}
	open := false
	for _, at := range conflictLine.FindAllIndex(text, -1) {
		switch sign := text[at[0]]; {
		case !open && (sign == '=' || inFence(text[:at[0]])):
			continue
		case sign == '<', !open: // a later marker alone counts as a conflict too
			begin = append(begin, at[0])
			open = sign != '>'
		case sign == '>':
			open = false
		}
		lines = append(lines, at)
	}
	return begin, lines
}

var fenceLine = regexp.MustCompile("(?m)^ {0,3}(?:```|~~~)")

// inFence reports whether a text ends within fenced code.
func inFence(text []byte) bool { return len(fenceLine.FindAllIndex(text, -1))%2 == 1 }

// withoutConflicts reports the conflicts of a body and returns it with spaces in
// the place of their marks, which would be read as headings and quotes.
func withoutConflicts(body []byte, notes *reporter) []byte {
	begin, lines := Conflicts(body)
	if len(begin) == 0 {
		return body
	}
	body = bytes.Clone(body)
	for _, at := range begin {
		notes.error(at, ConflictMarkers, ConflictHint, ConflictMessage)
	}
	for _, at := range lines {
		copy(body[at[0]:at[1]], bytes.Repeat([]byte{' '}, at[1]-at[0]))
	}
	return body
}

// Unmerged returns the conflicts of a text file that is not parsed; none for one that is not
// UTF-8.
func Unmerged(file string, data []byte) (diags diag.List) {
	begin, _ := Conflicts(data)
	if len(begin) == 0 || !utf8.Valid(data) {
		return nil
	}
	for _, offset := range begin {
		diags.Errorf(diag.PositionOf(file, data, offset, 1), ConflictMarkers, ConflictHint, ConflictMessage)
	}
	return diags
}
