package markdown

import (
	"bytes"
	"regexp"
	"unicode/utf8"

	"ithaca/generator/diag"
)

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
