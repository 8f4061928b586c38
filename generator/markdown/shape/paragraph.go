package shape

import "bytes"

// lead returns a line without its indentation, nil for a blank one and for one
// that is indented so far that it could continue a paragraph whatever it looks
// like.
func lead(line []byte) []byte {
	spaces := countLeading(line, ' ')
	if spaces > 3 || spaces == len(line) {
		return nil
	}
	return line[spaces:]
}

// countLeading returns how often a line begins with a character.
func countLeading(line []byte, c byte) int {
	n := 0
	for n < len(line) && line[n] == c {
		n++
	}
	return n
}

// starts reports whether a line certainly ends the paragraph before it. Only
// then may its counts begin anew; what depends on the lines before it does not
// qualify, because a paragraph could be made of lines that only look so.
func (s *shape) starts(line []byte) bool {
	line = lead(line)
	if line == nil {
		return false
	}
	switch c := line[0]; c {
	case '#':
		n := countLeading(line, '#')
		return n <= 6 && spaceAt(line, n)
	case '-', '*', '+':
		return isRule(line) || spaceAt(line, 1) && !IsBlank(line[1:])
	case '>':
		return isEmptyQuote(line)
	}
	if n := numberMarker(line); n > 0 && !IsBlank(line[n:]) {
		return s.ordered || isOne(line[:n-1])
	}
	return false
}

// numbered keeps track of whether the lines are in a numbered list. Inside one
// any number begins an item, outside only 1 ends a paragraph. The list is given
// up at the first line that might end it.
func (s *shape) numbered(line []byte) {
	first := lead(line)
	if n := numberMarker(first); n > 0 && (s.ordered || isOne(first[:n-1])) {
		s.ordered = isProse(bytes.TrimLeft(first[n:], " "))
		return
	}
	s.ordered = s.ordered && isProse(first)
}

// isProse reports whether a line begins with something that can only begin or
// continue a paragraph.
func isProse(line []byte) bool {
	for len(line) > 0 && (line[0] == '*' || line[0] == '_') && len(line) > 1 && line[1] != ' ' {
		line = line[1:]
	}
	if len(line) == 0 {
		return false
	}
	c := line[0]
	return c >= 0x80 || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '"' || c == '('
}

func isOne(digits []byte) bool { return string(bytes.TrimLeft(digits, "0")) == "1" }

// IsBlank reports whether a line holds nothing but white space.
func IsBlank(line []byte) bool { return len(bytes.TrimLeft(line, " \t\r")) == 0 }

// isEmptyQuote reports whether a line is nothing but quote markers.
func isEmptyQuote(line []byte) bool {
	spaces := 0
	for _, c := range line {
		switch c {
		case '>':
			spaces = 0
		case ' ':
			spaces++
		default:
			return false
		}
	}
	return spaces < 4
}
