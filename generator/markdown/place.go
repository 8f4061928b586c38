package markdown

import (
	"bytes"
	"unicode/utf8"

	"ithaca/generator/diag"
)

// locator converts offsets in the body to positions in the file. Offsets are mostly asked
// for in rising order, so it counts on from the last one instead of indexing the lines.
type locator struct {
	source []byte
	file   string
	first  int // the file's line on which the source begins

	offset, line, column int // of the last position; line and column from 0
}

// position returns the position of the character at an offset.
func (l *locator) position(offset int) diag.Position {
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

// maxRepeats is how often one code is reported in one text, so that a stranger's text cannot
// flood a terminal.
const maxRepeats = 20

// reporter collects the mistakes of one text.
type reporter struct {
	locator *locator
	found   diag.List
	counts  map[diag.Code]int
}

func (r *reporter) error(offset int, code diag.Code, hint, format string, args ...any) {
	if more, keeps := r.count(code); keeps {
		r.found.Errorf(r.locator.position(offset), code, hint, format+more, args...)
	}
}

func (r *reporter) warn(offset int, code diag.Code, hint, format string, args ...any) {
	if more, keeps := r.count(code); keeps {
		r.found.Warnf(r.locator.position(offset), code, hint, format+more, args...)
	}
}

// count counts a report and returns whether it is one of the first maxRepeats; for the last
// of these also more, the end of a message which says that there may be others.
func (r *reporter) count(code diag.Code) (more string, report bool) {
	if r.counts == nil {
		r.counts = map[diag.Code]int{}
	}
	r.counts[code]++
	if r.counts[code] == maxRepeats {
		more = " (what follows of this kind is not reported)"
	}
	return more, r.counts[code] <= maxRepeats
}
