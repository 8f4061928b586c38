// Package table reads tables as spreadsheets save them.
//
// It takes CSV (values between commas, semicolons or tabs, in quotes where they hold
// one, with or without a byte order mark, in UTF-8 or UTF-16) and what its headings
// mean, and returns rows by column with the lines they stand on; or, where columns may
// have any names, the cells as they are. It does not know what the columns hold.
package table

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"ithaca/generator/each"
)

// Bounds of a table, far above what a program has.
const (
	MaxRows    = 10_000
	MaxColumns = 1_000
	MaxBytes   = 8 << 20
	MaxCell    = 50_000 // in bytes; spreadsheets hold no more characters in a cell
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

// InFile names the file in which a mistake is; another error stays as it is.
func InFile(path string, err error) error {
	if wrong := new(Mistake); errors.As(err, &wrong) {
		return fmt.Errorf("%s:%d: %s", path, wrong.Line, wrong.Text)
	}
	return err
}

// Columns returns the column that a heading stands above, "" for one that is not
// read.
type Columns func(heading string) string

// Table holds the rows of a table, and the headings of the columns that are not read.
type Table struct {
	Columns []string
	Unread  []string
	Rows    []Row
}

// Read reads a table, whose first line holds the headings. Empty lines are left out.
// The error is a *Mistake where the table cannot be read as one.
func Read(from io.Reader, columns Columns) (*Table, error) {
	lines, err := Parse(from)
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, &Mistake{1, "the file is empty; its first line names the columns"}
	}
	t := &Table{}
	if err := t.header(lines[0].Cells, columns); err != nil {
		return nil, &Mistake{lines[0].Number, err.Error()}
	}
	t.Rows = each.Of(lines[1:], t.row)
	return t, nil
}

// header reads the headings.
func (t *Table) header(cells []string, columns Columns) error {
	for _, heading := range cells {
		name := columns(heading)
		if name == "" && heading != "" {
			t.Unread = append(t.Unread, heading)
		}
		if name != "" && slices.Contains(t.Columns, name) {
			return errors.New("two columns are named as `" + name + "` is; rename one of them")
		}
		t.Columns = append(t.Columns, name)
	}
	return nil
}

func (t *Table) row(line Line) Row {
	cells, r := line.Cells, Row{Line: line.Number, Values: map[string]string{}}
	if len(cells) > len(t.Columns) {
		r.Problem = fmt.Sprintf("the line has %d values, and there are %d columns; put values with commas in quotes", len(cells), len(t.Columns))
		return r
	}
	for i, value := range cells {
		if t.Columns[i] != "" {
			r.Values[t.Columns[i]] = value
		}
	}
	return r
}
