package shape

import "bytes"

// countLeading returns how often a line begins with a character.
func countLeading(line []byte, c byte) int {
	n := 0
	for n < len(line) && line[n] == c {
		n++
	}
	return n
}

// starts reports whether a line certainly ends the paragraph before it. Only
// then may its counts begin anew; what depends on the lines before it, as the number of a
// list's item, does not qualify, because a paragraph could be made of lines that only look
// so.
func starts(line []byte) bool {
	spaces := countLeading(line, ' ')
	if spaces > 3 || spaces == len(line) {
		return false // indented so far it could continue a paragraph whatever it looks like
	}
	switch line = line[spaces:]; line[0] {
	case '#':
		n := countLeading(line, '#')
		return n <= 6 && spaceAt(line, n)
	case '-', '*', '+':
		return isRule(line) || spaceAt(line, 1) && !IsBlank(line[1:])
	case '>':
		return len(bytes.Trim(line, "> \r")) == 0 && !bytes.Contains(line, []byte("    ")) // a quote's own blank line
	}
	return false
}

// IsBlank reports whether a line holds nothing but white space.
func IsBlank(line []byte) bool { return len(bytes.TrimLeft(line, " \t\r")) == 0 }
