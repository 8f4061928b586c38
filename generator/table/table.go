// Package table reads tables as spreadsheets save them.
//
// It takes CSV (values between commas, semicolons or tabs, in quotes where they hold
// one, with or without a byte order mark) and what its headings mean, and returns
// rows by column with the lines they stand on. It does not know what the columns
// hold.
package table

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
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
	data, err := io.ReadAll(io.LimitReader(from, MaxBytes+1))
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read a table: %w", err)
	case len(data) > MaxBytes:
		return nil, &Mistake{1, fmt.Sprintf("the file is larger than %d MB; leave out the oldest lines", MaxBytes>>20)}
	case !utf8.Valid(data):
		return nil, &Mistake{1, "the file is not in UTF-8; save it as \"CSV UTF-8\""}
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord, r.TrimLeadingSpace, r.Comma = -1, true, comma(data)
	t := &Table{}
	for {
		cells, err := r.Read()
		if wrong := new(csv.ParseError); errors.As(err, &wrong) {
			return nil, &Mistake{wrong.StartLine, "a quote is missing or stands where none belongs: put values with quotes in quotes, and double those inside"}
		} else if err != nil {
			break // the end
		}
		line, _ := r.FieldPos(0)
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		switch {
		case strings.Join(cells, "") == "":
		case t.Columns == nil:
			if err := t.header(cells, columns); err != nil {
				return nil, &Mistake{line, err.Error()}
			}
		case len(t.Rows) == MaxRows:
			return nil, &Mistake{line, fmt.Sprintf("more than %d lines; leave out the oldest", MaxRows)}
		default:
			t.Rows = append(t.Rows, t.row(line, cells))
		}
	}
	if t.Columns == nil {
		return nil, &Mistake{1, "the file is empty; its first line names the columns"}
	}
	return t, nil
}

// comma returns what stands between the values of the first line, outside of quotes:
// spreadsheets choose it by the country they are used in.
func comma(data []byte) rune {
	quoted := false
	for _, b := range bytes.TrimLeft(data, "\r\n") {
		switch {
		case b == '"':
			quoted = !quoted
		case quoted:
		case b == ',' || b == ';' || b == '\t':
			return rune(b)
		case b == '\n':
			return ','
		}
	}
	return ','
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

func (t *Table) row(line int, cells []string) Row {
	r := Row{Line: line, Values: map[string]string{}}
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
