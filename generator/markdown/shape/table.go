package shape

// table counts the cells that a table may get: all lines after a delimiter row
// up to the end of the paragraph have as many cells as it has columns, however
// short they are.
func (s *shape) table(line []byte) {
	if s.columns > 0 {
		s.add(textCells, s.columns, 0)
	}
	columns := delimiterColumns(line)
	if columns > maxColumns && s.columns <= maxColumns {
		s.refuse(0, "split the table", "the table has %d columns: at most %d are allowed", columns, maxColumns)
	}
	s.columns = max(s.columns, columns)
}

// delimiterColumns returns the number of columns when a line could be the
// delimiter row of a table, like "|:--|--:|", else 0.
func delimiterColumns(line []byte) int {
	columns, dashes, bars := 1, 0, 0
	for _, c := range line {
		switch c {
		case '-':
			dashes++
		case '|':
			bars++
			if dashes > 0 {
				columns++
				dashes = 0
			}
		case ':', ' ', '\t', '\r', '>', '+', '*':
		default:
			return 0
		}
	}
	if dashes == 0 {
		columns-- // a bar at the end opens no column
	}
	if bars == 0 {
		return 0
	}
	return columns
}
