// Package shape bounds how intricate a text is before a Markdown parser reads it: a
// few kilobytes can keep a parser busy for seconds.
//
// It takes a text and says at which offsets it is beyond the limits. It reads lines,
// not Markdown: what it cannot tell for certain it counts. It does not know the
// parser, files or how mistakes are printed.
package shape

import (
	"bytes"
	"fmt"
)

// Report is told what is found in a text, in its order.
type Report struct {
	// Refuse is called with what is beyond a limit.
	Refuse func(offset int, hint, message string)
	// Unusual is called with each line that holds other than printable ASCII.
	Unusual func(from, to int)
}

// shape reads a text line by line and counts what makes a parser slow. It errs
// on the side of counting: code counts like prose, since only the parser knows
// for certain what is code.
type shape struct {
	report  Report
	refused bool
	offset  int // of the line being read

	counts  [counts]int
	columns int  // of the widest table that may be open
	depth   int  // bounds how many lists, items and quotes are open, see stand
	fresh   bool // the line before was blank
}

// Check reports whether a text is within the limits, of which size is the one in
// bytes.
func Check(body []byte, size int, report Report) bool {
	if len(body) > size {
		report.Refuse(size, "split it into several texts that link to each other",
			fmt.Sprintf("the text is %d kB long, at most %d kB are allowed", (len(body)+1023)>>10, size>>10))
		return false
	}
	s := shape{report: report, fresh: true}
	for s.offset < len(body) {
		line := body[s.offset:]
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end]
		}
		s.line(line)
		s.offset += len(line) + 1
	}
	return !s.refused
}

// add raises a count by n, and refuses the text when that brings it past its
// limit.
func (s *shape) add(c count, n, column int) {
	was := s.counts[c]
	s.counts[c] += n
	if l := &limits[c]; was <= l.most && s.counts[c] > l.most {
		s.refuse(column, l.hint, "%s: at most %d are allowed", l.what, l.most)
	}
}

func (s *shape) refuse(column int, hint, format string, args ...any) {
	s.refused = true
	s.report.Refuse(s.offset+column, hint, fmt.Sprintf(format, args...))
}

func (s *shape) line(line []byte) {
	s.add(textLines, 1, 0)
	if len(line) > maxLine {
		s.refuse(maxLine, "break the line, for example after each sentence",
			"the line is %d kB long, at most %d kB are allowed", (len(line)+1023)>>10, maxLine>>10)
		return
	}
	if IsBlank(line) {
		s.blank()
		return
	}
	m := readMargin(line)
	switch {
	case m.markers > maxMarkers:
		s.refuse(m.end, "write flatter lists and quotes",
			"too many lists and quotes inside each other: at most %d are allowed", maxMarkers)
		return
	case m.indent > maxIndent:
		s.refuse(m.end, "move the line to the left", "the line is indented by more than %d columns", maxIndent)
		return
	}
	s.stand(m)
	if starts(line) {
		s.endParagraph()
	}
	s.add(paragraphLines, 1, 0)
	s.table(line)
	s.words(line)
}

// stand bounds how many lists, items and quotes are open at a line: no more
// than its margin has room for, unless it continues the paragraph before it.
func (s *shape) stand(m margin) {
	depth := m.indent + 2*m.markers + 2
	if !s.fresh {
		depth = max(depth, s.depth)
	}
	s.depth, s.fresh = depth, false
}

func (s *shape) blank() {
	s.endParagraph()
	s.fresh = true
	s.add(textStanding, s.depth, 0)
}

// endParagraph forgets the counts of the lines that may end up in one leaf of
// the tree.
func (s *shape) endParagraph() {
	clear(s.counts[paragraphLines:textLines])
	s.columns = 0
}

// words counts what is costly in a line.
func (s *shape) words(line []byte) {
	s.counts[lineLinks] = 0
	plain := true
	for i := 0; i < len(line); i++ {
		switch c := line[i]; c {
		case '`':
			i += s.backticks(line, i) - 1
		case '[', ']', '*', '_', '~', '\\', '@', ':', '<':
			next := byte('\n')
			if i+1 < len(line) {
				next = line[i+1]
			}
			s.sign(c, next, i)
		default:
			plain = plain && ' ' <= c && c < 0x7f
		}
	}
	if !plain {
		s.report.Unusual(s.offset, s.offset+len(line))
	}
}

// backticks checks a run of backticks and returns its length.
func (s *shape) backticks(line []byte, from int) int {
	n := countLeading(line[from:], '`')
	if n > maxBackticks {
		s.refuse(from, "three are enough for a block of code", "%d backticks in a row: at most %d are allowed", n, maxBackticks)
	}
	return n
}

// sign counts a sign, which may mean more together with the next.
func (s *shape) sign(c, next byte, column int) {
	switch {
	case c == '[' || c == ']':
		s.add(paragraphBrackets, 1, column)
		s.add(textBrackets, 1, column)
	case (c == '*' || c == '_' || c == '~') && next != c:
		s.add(paragraphRuns, 1, column)
		s.add(textRuns, 1, column)
	case c == '@', c == ':' && next == '/':
		s.add(textAddresses, 1, column)
	}
	switch string([]byte{c, next}) {
	case "](":
		s.add(lineLinks, 1, column)
	case "]:":
		s.add(textDefinitions, 1, column)
	case "[^":
		s.add(textFootnotes, 1, column)
	case "\\`":
		s.add(textTicks, 1, column)
	case "\\|":
		s.add(textBars, 1, column)
	case "<!", "<?":
		s.add(paragraphOpenings, 1, column)
	}
}
