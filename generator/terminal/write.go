package terminal

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"
)

// JSON writes a result for programs.
func (t *Terminal) JSON(value any) error {
	e := json.NewEncoder(t.Out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(value)
}

// ForPrograms writes a result as JSON or its rows as a table for spreadsheets, where one of
// them is asked for, and reports whether it was.
func (t *Terminal) ForPrograms(value any, rows [][]string) (done bool, err error) {
	switch t.Format {
	case "json":
		return true, t.JSON(value)
	case "csv":
		w := csv.NewWriter(t.Out)
		for _, row := range rows {
			for i := range row {
				row[i] = harmless(row[i])
			}
			_ = w.Write(row) // Error tells of it
		}
		w.Flush()
		return true, w.Error()
	}
	return false, nil
}

// Table prints rows in columns; the widest cells are cut off at what a line holds.
func (t *Terminal) Table(rows [][]string) {
	const widest = 44
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = min(widest, max(widths[i], utf8.RuneCountInString(cell)))
		}
	}
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			if letters := []rune(cell); len(letters) > widest {
				cell = string(letters[:widest-1]) + "…"
			}
			line += pad(cell, widths[i]) + "  "
		}
		t.Say("%s", strings.TrimRight(line, " "))
	}
}

// harmless keeps spreadsheets from computing what strangers wrote: a cell that begins
// as a formula does gets an apostrophe before it.
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// pad fills a text with spaces.
func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(text)))
}

// Sentence begins a text with a capital letter, unless it begins with a name: that
// stays as its bearer writes it.
func Sentence(text, name string) string {
	if name != "" && strings.HasPrefix(text, name) {
		return text
	}
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 || first == utf8.RuneError {
		return text
	}
	return string(unicode.ToTitle(first)) + text[size:]
}
