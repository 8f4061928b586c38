package ask

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
	"ithaca/generator/portal"
)

// Bounds of a table of past pairs, far above what a program has.
const (
	maxPairs      = 10_000
	maxTableBytes = 8 << 20
)

// TableError is why a table of past pairs cannot be used at all.
type TableError struct{ Mistakes []LineMistake }

// LineMistake is a mistake in a line of a table.
type LineMistake struct {
	Line int    `json:"line"` // from 1
	Text string `json:"text"`
}

func (e *TableError) Error() string {
	return fmt.Sprintf("the table of past pairs has %d mistakes", len(e.Mistakes))
}

// table is a table of past pairs that is being read.
type table struct {
	reader
	*Evaluation // what is to be said of the rows
	columns     []string
	pairs       []pair
	requests    map[string]*portal.Request // by what their rows say: equal rows share one
}

func newTable(m *Matching) *table {
	said := &Evaluation{Unknown: []string{}, Cycles: []string{}, LeftOut: []LineMistake{}}
	return &table{reader: reader{m, true}, Evaluation: said, requests: map[string]*portal.Request{}}
}

const firstLine = "the first line names the columns: request,mentor"

// read reads a table in CSV as spreadsheets write it: values between commas,
// semicolons or tabs, in quotes where they hold one. Rows that cannot be used are
// left out; a table without any that can is a *TableError.
func (t *table) read(from io.Reader) error {
	data, err := io.ReadAll(io.LimitReader(from, maxTableBytes+1))
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case err != nil:
		return fmt.Errorf("read past pairs: %w", err)
	case len(data) > maxTableBytes:
		return t.useless(1, "the file is larger than %d MB; leave out the oldest cycles", maxTableBytes>>20)
	case !utf8.Valid(data):
		return t.useless(1, "the file is not in UTF-8; save it as \"CSV UTF-8\"")
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord, r.TrimLeadingSpace = -1, true
	if at := bytes.IndexAny(data, ",;\t\n"); at >= 0 && data[at] != '\n' {
		r.Comma = rune(data[at]) // spreadsheets choose it by the country they are used in
	}
	for rows := 0; ; {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if wrong := new(csv.ParseError); errors.As(err, &wrong) {
			return t.useless(wrong.StartLine, "a quote is missing or stands where none belongs: put values with quotes in quotes, and double those inside")
		}
		line, _ := r.FieldPos(0)
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
		}
		switch {
		case strings.Join(row, "") == "":
		case t.columns == nil:
			if problem := t.header(row); problem != "" {
				return t.useless(line, "%s", problem)
			}
		case rows == maxPairs:
			return t.useless(line, "more than %d pairs; leave out the oldest cycles", maxPairs)
		default:
			rows++
			if err := t.row(row); err != nil {
				t.LeftOut = append(t.LeftOut, LineMistake{line, err.Error()})
			}
		}
	}
	switch {
	case t.columns == nil:
		return t.useless(1, "the file is empty; "+firstLine)
	case len(t.pairs) == 0 && len(t.LeftOut) > 0:
		return t.useless(1, "no line of the table can be used")
	case len(t.pairs) == 0:
		return t.useless(1, "below the names of the columns there are no pairs")
	}
	return nil
}

// useless says why the table cannot be used.
func (t *table) useless(line int, format string, args ...any) error {
	return &TableError{append(t.LeftOut, LineMistake{line, fmt.Sprintf(format, args...)})}
}

// header reads the names of the columns and returns what is wrong with them.
func (t *table) header(row []string) (problem string) {
	known := append([]string{"request", "mentor"}, fieldNames()...)
	for _, name := range row {
		name = strings.ToLower(name)
		switch near := diag.Nearest(name, known); {
		case slices.Contains(t.columns, name):
			return "two columns are named `" + name + "`"
		case near == "":
			return "there is no column `" + name + "`; " + firstLine
		case near != name:
			return "there is no column `" + name + "`; did you mean `" + near + "`?"
		}
		t.columns = append(t.columns, name)
	}
	has := func(name string) bool { return slices.Contains(t.columns, name) }
	if !has("mentor") {
		return "there is no column `mentor`; " + firstLine
	}
	if !has("request") && !has("needs") && !has("goals") {
		return "there is no column `request`; " + firstLine
	}
	return ""
}

// row reads a pair.
func (t *table) row(row []string) error {
	if len(row) > len(t.columns) {
		return fmt.Errorf("the line has %d values, and there are %d columns; put values with commas in quotes", len(row), len(t.columns))
	}
	typed := Fields{}
	for i, value := range row {
		typed[t.columns[i]] = value
	}
	request, mentor := typed["request"], typed["mentor"]
	if mentor == "" {
		return errors.New("the line names no mentor")
	}
	chosen, err := t.mentor(mentor)
	if err != nil {
		return err
	}
	r, err := t.requested(request, typed)
	if err != nil {
		return err
	}
	if p := (pair{Request: r, Mentor: chosen.Slug}); slices.Contains(t.pairs, p) {
		t.Repeated++
	} else {
		t.pairs = append(t.pairs, p)
	}
	return nil
}

// requested returns the request of a row: that of a file, with what the row says in
// place of what the file says, or one that only the row tells of, since past
// requests are deleted. Rows that say the same share it.
func (t *table) requested(name string, typed Fields) (*portal.Request, error) {
	delete(typed, "mentor")
	key := fmt.Sprint(typed)
	if known := t.requests[key]; known != nil {
		return known, nil
	}
	past := typed["cycle"]
	if past != "" && slices.Contains(t.cycles(), past) {
		past = ""
	} else {
		delete(typed, "cycle") // cycles leave index.md once they are over, and their pairs are what is judged
	}
	pseudonym, enough := name, typed["needs"]+typed["goals"]+typed["move"] != ""
	if enough && portal.Find(t.portal.Requests, name) == nil {
		pseudonym = ""
	} else if name == "" && !enough {
		return nil, errors.New("the line names no request")
	}
	q, err := t.question(pseudonym, typed)
	if err != nil {
		return nil, err
	}
	q.request.Slug = name
	t.requests[key] = q.request
	t.Unknown = append(t.Unknown, q.Ignored...)
	if past != "" {
		t.Cycles = append(t.Cycles, past)
	}
	return q.request, nil
}
