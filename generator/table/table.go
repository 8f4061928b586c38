// Package table reads tables as spreadsheets save them.
//
// It takes CSV (values between commas, semicolons or tabs, in quotes where they hold
// one, with or without a byte order mark) and the names that columns can have, and
// returns rows by column with the lines they stand on. It does not know what the
// columns mean.
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
	r.FieldsPerRecord, r.TrimLeadingSpace = -1, true
	if at := bytes.IndexAny(data, ",;\t\n"); at >= 0 && data[at] != '\n' {
		r.Comma = rune(data[at]) // spreadsheets choose it by the country they are used in
	}
	var names []string
	var rows []Row
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
		case names == nil:
			if names, err = header(cells, columns); err != nil {
				return nil, &Mistake{line, err.Error()}
			}
		case len(rows) == MaxRows:
			return nil, &Mistake{line, fmt.Sprintf("more than %d lines; leave out the oldest", MaxRows)}
		default:
			rows = append(rows, row(line, names, cells))
		}
	}
	if names == nil {
		return nil, &Mistake{1, "the file is empty; its first line names the columns: " + strings.Join(columns, ",")}
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
