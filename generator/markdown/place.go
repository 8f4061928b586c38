package markdown

import (
	"ithaca/generator/diag"
)

// maxRepeats is how often one code is reported in one text, so that a stranger's text cannot
// flood a terminal.
const maxRepeats = 20

// reporter collects the mistakes of one text.
type reporter struct {
	source []byte // the body
	file   string
	first  int // the file's line on which the body begins
	found  diag.List
	counts map[diag.Code]int
}

// position returns the position in the file of an offset.
func (r *reporter) position(offset int) diag.Position {
	return diag.PositionOf(r.file, r.source, offset, r.first)
}

func (r *reporter) error(offset int, code diag.Code, hint, format string, args ...any) {
	if more, keeps := r.count(code); keeps {
		r.found.Errorf(r.position(offset), code, hint, format+more, args...)
	}
}

func (r *reporter) warn(offset int, code diag.Code, hint, format string, args ...any) {
	if more, keeps := r.count(code); keeps {
		r.found.Warnf(r.position(offset), code, hint, format+more, args...)
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
