// Package table reads tables as spreadsheets save them.
//
// It takes CSV (values between commas, semicolons or tabs, in quotes where they hold
// one, with or without a byte order mark, in UTF-8 or UTF-16) and the names that columns
// can have, and returns rows by column with the lines they stand on; or, where columns
// may have any names, the cells as they are. It does not know what the columns mean.
package table

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"ithaca/generator/diag"
)

// Bounds of a table, far above what a program has.
const (
	MaxRows  = 10_000
	MaxBytes = 8 << 20
)

// Row is a line of a table.
type Row struct {
	Line    int // from 1
	Values  map[string]string
	Problem string // why the values cannot be told apart; "" for nothing
}

// Mistake is what is wrong with a line.
type Mistake struct {
	Line int    `json:"line"` // from 1
	Text string `json:"text"`
}

func (m *Mistake) Error() string { return fmt.Sprintf("line %d: %s", m.Line, m.Text) }

// Read reads a table, whose first line names its columns. Empty lines are left out.
// The error is a *Mistake where the table cannot be read as one.
func Read(from io.Reader, columns []string) ([]Row, error) {
	lines, err := Parse(from)
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, &Mistake{1, "the file is empty; its first line names the columns: " + strings.Join(columns, ",")}
	}
	names, err := header(lines[0].Cells, columns)
	if err != nil {
		return nil, &Mistake{lines[0].Number, err.Error()}
	}
	var rows []Row
	for _, line := range lines[1:] {
		rows = append(rows, row(line.Number, names, line.Cells))
	}
	return rows, nil
}

// header reads the names of the columns.
func header(cells, columns []string) (names []string, err error) {
	for i, name := range cells {
		name = strings.ToLower(name)
		switch near := diag.Nearest(name, columns); {
		case slices.Contains(names, name):
			return nil, errors.New("two columns are named `" + name + "`")
		case near == "":
			// The name is not said: without a line of names it is what somebody filled in.
			return nil, fmt.Errorf("column %d has a name that is not read here; the first line names the columns: %s", i+1, strings.Join(columns, ","))
		case near != name:
			return nil, errors.New("there is no column `" + name + "`; did you mean `" + near + "`?")
		}
		names = append(names, name)
	}
	return names, nil
}

func row(line int, names, cells []string) Row {
	r := Row{Line: line, Values: map[string]string{}}
	if len(cells) > len(names) {
		r.Problem = fmt.Sprintf("the line has %d values, and there are %d columns; put values with commas in quotes", len(cells), len(names))
		return r
	}
	for i, value := range cells {
		r.Values[names[i]] = value
	}
	return r
}
