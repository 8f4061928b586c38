package shape

// margin is what stands before a line's words: white space, and the markers of
// lists, quotes, definitions and footnotes.
type margin struct {
	indent  int // columns of white space, tabs expanded
	markers int
	end     int // the offset at which the words begin
}

// readMargin reads as many markers as the parser could see, and a few more: in
// code or in the middle of a paragraph they would be words. It stops counting
// past the limits.
func readMargin(line []byte) margin {
	var m margin
	column := 0
	for m.end < len(line) && m.markers <= maxMarkers && m.indent <= maxIndent {
		width := 1
		switch c := line[m.end]; c {
		case ' ', '\r':
			m.indent++
		case '\t':
			tab := 4 - column%4
			m.indent += tab
			column += tab - 1
		default:
			width = marker(line[m.end:])
			if width == 0 {
				return m
			}
			m.markers++
		}
		m.end += width
		column += width
	}
	return m
}

// marker returns the width of the container's marker that a line begins with, 0
// for none. A rule like "- - -" is none.
func marker(line []byte) int {
	switch c := line[0]; {
	case c == '>':
		return 1
	case c == '-' || c == '*' || c == '+':
		if spaceAt(line, 1) && !isRule(line) {
			return 1
		}
	case c == ':':
		if len(line) > 1 && spaceAt(line, 1) {
			return 1
		}
	case c == '[':
		return noteMarker(line)
	case '0' <= c && c <= '9':
		return numberMarker(line)
	}
	return 0
}

// numberMarker returns the width of "12." or "12)" before white space.
func numberMarker(line []byte) int {
	n := 0
	for n < len(line) && n < 10 && '0' <= line[n] && line[n] <= '9' {
		n++
	}
	if n == 0 || n > 9 || n == len(line) || line[n] != '.' && line[n] != ')' || !spaceAt(line, n+1) {
		return 0
	}
	return n + 1
}

// noteMarker returns the width of a footnote's "[^name]:".
func noteMarker(line []byte) int {
	if len(line) < 5 || line[1] != '^' {
		return 0
	}
	for i := 2; i+1 < len(line); i++ {
		if line[i] == ']' && line[i+1] == ':' {
			return i + 2
		}
	}
	return 0
}

// isRule reports whether a line is a thematic break: three or more of one of -, *
// and _, and white space.
func isRule(line []byte) bool {
	mark, count := line[0], 0
	if mark != '-' && mark != '*' && mark != '_' {
		return false
	}
	for _, c := range line {
		switch c {
		case mark:
			count++
		case ' ', '\t', '\r':
		default:
			return false
		}
	}
	return count > 2
}

// spaceAt reports whether there is white space or the end of the line at i.
func spaceAt(line []byte, i int) bool {
	return i >= len(line) || line[i] == ' ' || line[i] == '\t' || line[i] == '\r'
}
