package terminal

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"ithaca/generator/diag"
	"ithaca/generator/table"
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
		_, err := t.Out.Write(bytes.TrimPrefix(table.Write(rows), []byte("\ufeff")))
		return true, err
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
			line += fmt.Sprintf("%-*s  ", widths[i], diag.Short(cell, widest))
		}
		t.Say("%s", strings.TrimRight(line, " "))
	}
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
