package table

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// Write returns rows as a table that every spreadsheet reads. What it would take for a
// formula gets an apostrophe before it, which Plain takes away.
func Write(rows [][]string) []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff") // or spreadsheets take the letters for others
	w := csv.NewWriter(&b)
	for _, cells := range rows {
		safe := make([]string, len(cells))
		for i, text := range cells {
			if safe[i] = text; text != "" && strings.ContainsRune(formulas, rune(text[0])) {
				safe[i] = "'" + text
			}
		}
		w.Write(safe) // a bytes.Buffer takes everything
	}
	w.Flush()
	return b.Bytes()
}

const formulas = "=+-@\t\r" // how a formula begins

// Plain returns a cell as it was before Write.
func Plain(cell string) string {
	if rest, found := strings.CutPrefix(cell, "'"); found && rest != "" && strings.ContainsRune(formulas, rune(rest[0])) {
		return rest
	}
	return cell
}
