package markdown

import (
	"bytes"
	"unicode/utf8"

	"ithaca/generator/diag"
)

// locator turns offsets in the body into places in the file. Offsets are mostly
// asked for in rising order, so it walks along instead of holding a table.
type locator struct {
	source []byte
	file   string
	first  int // the file's line on which the source begins

	offset, line, column int // the place reached last, line and column from 0
}

// at returns the place of the character at an offset.
func (l *locator) at(offset int) diag.Position {
	offset = min(max(offset, 0), len(l.source))
	if offset < l.offset {
		l.offset, l.line, l.column = 0, 0, 0
	}
	for {
		end := bytes.IndexByte(l.source[l.offset:offset], '\n')
		if end < 0 {
			break
		}
		l.offset += end + 1
		l.line++
		l.column = 0
	}
	l.column += utf8.RuneCount(l.source[l.offset:offset])
	l.offset = offset
	return diag.Position{File: l.file, Line: l.first + l.line, Column: l.column + 1}
}

// maxRepeats is how often one code is reported in one text. A text with more of
// the same needs no longer list, and a stranger's text should not flood a
// terminal.
const maxRepeats = 20

// reporter collects the mistakes of one text.
type reporter struct {
	places *locator
	found  diag.List
	counts map[diag.Code]int
}

func (r *reporter) error(offset int, code diag.Code, hint, format string, args ...any) {
	if more, keeps := r.keeps(code); keeps {
		r.found.Errorf(r.places.at(offset), code, hint, format+more, args...)
	}
}

func (r *reporter) warn(offset int, code diag.Code, hint, format string, args ...any) {
	if more, keeps := r.keeps(code); keeps {
		r.found.Warnf(r.places.at(offset), code, hint, format+more, args...)
	}
}

// keeps counts a report and reports whether it is one of the first. The last of these says
// that there may be more.
func (r *reporter) keeps(code diag.Code) (more string, keeps bool) {
	if r.counts == nil {
		r.counts = map[diag.Code]int{}
	}
	r.counts[code]++
	if r.counts[code] == maxRepeats {
		more = " (what follows of this kind is not reported)"
	}
	return more, r.counts[code] <= maxRepeats
}
