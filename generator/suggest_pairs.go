package generator

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// Bounds of a table of past pairs, far above what a program has.
const (
	maxPairs      = 10_000
	maxPairsBytes = 8 << 20
)

// PairsError is what is wrong with a table of past pairs.
type PairsError struct{ Mistakes []LineMistake }

// LineMistake is a mistake in a line of a table.
type LineMistake struct {
	Line int // from 1
	Text string
}

func (e *PairsError) Error() string {
	return fmt.Sprintf("the table of past pairs has %d mistakes", len(e.Mistakes))
}

// pairs is a table of past pairs as it was read.
type pairs struct {
	all      []match.Pair
	repeated int      // lines that say what an earlier one said
	unknown  []string // topics that count for nothing, sorted
}

// readPairs reads a table in CSV, as spreadsheets write it: values between
// commas, semicolons or tabs, in quotes where they hold one. The first line names
// the columns: request, mentor, cycle, and fields of a request.
func (m *Matching) readPairs(from io.Reader) (*pairs, error) {
	data, err := io.ReadAll(io.LimitReader(from, maxPairsBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read past pairs: %w", err)
	}
	t := &pairsTable{Matching: m, requests: map[string]*portal.Request{}, seen: map[string]bool{}}
	t.read(data)
	if len(t.wrong.Mistakes) > 0 {
		return nil, &t.wrong
	}
	slices.Sort(t.unknown)
	t.unknown = slices.Compact(t.unknown)
	return &t.pairs, nil
}

// pairsTable is a table that is being read.
type pairsTable struct {
	*Matching
	pairs
	columns  []string
	requests map[string]*portal.Request // by what their rows say: equal rows share one
	seen     map[string]bool
	wrong    PairsError
}

func (t *pairsTable) mistake(line int, format string, args ...any) {
	t.wrong.Mistakes = append(t.wrong.Mistakes, LineMistake{line, fmt.Sprintf(format, args...)})
}

func (t *pairsTable) read(data []byte) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case len(data) > maxPairsBytes:
		t.mistake(1, "the file is larger than %d MB; leave out the oldest cycles", maxPairsBytes>>20)
		return
	case !utf8.Valid(data):
		t.mistake(1, "the file is not in UTF-8; save it as \"CSV UTF-8\"")
		return
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.FieldsPerRecord, r.TrimLeadingSpace = separator(data), -1, true
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if wrong := new(csv.ParseError); errors.As(err, &wrong) {
			t.mistake(wrong.StartLine, "a quote is missing or stands where none belongs: put values with quotes in quotes, and double those inside")
			return
		}
		line, _ := r.FieldPos(0)
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
		}
		if !slices.ContainsFunc(row, func(value string) bool { return value != "" }) {
			continue
		}
		if t.columns == nil {
			if !t.header(line, row) {
				return
			}
			continue
		}
		if len(t.all)+t.repeated >= maxPairs {
			t.mistake(line, "more than %d pairs; leave out the oldest cycles", maxPairs)
			return
		}
		t.row(line, row)
	}
	if t.columns == nil {
		t.mistake(1, "the file is empty; its first line names the columns: request,mentor")
	} else if len(t.all) == 0 && len(t.wrong.Mistakes) == 0 {
		t.mistake(1, "below the names of the columns there are no pairs")
	}
}

// separator gives what stands between the values of the first line: spreadsheets
// choose it by the country they are used in.
func separator(data []byte) rune {
	first, _, _ := bytes.Cut(data, []byte{'\n'})
	for _, c := range ",;\t" {
		if bytes.ContainsRune(first, c) {
			return c
		}
	}
	return ','
}

// columnNames are what a column can hold.
func columnNames() []string {
	return append([]string{"request", "mentor"}, wishes()...)
}

func (t *pairsTable) header(line int, row []string) bool {
	for _, name := range row {
		name = strings.ToLower(name)
		switch {
		case !slices.Contains(columnNames(), name):
			hint := "the first line names the columns: request,mentor"
			if near := diag.Nearest(name, columnNames()); near != "" {
				hint = "did you mean `" + near + "`?"
			}
			t.mistake(line, "there is no column `%s`; %s", name, hint)
		case slices.Contains(t.columns, name):
			t.mistake(line, "two columns are named `%s`", name)
		}
		t.columns = append(t.columns, name)
	}
	if len(t.wrong.Mistakes) == 0 && !slices.Contains(t.columns, "mentor") {
		t.mistake(line, "there is no column `mentor`; the first line names the columns: request,mentor")
	}
	if len(t.wrong.Mistakes) == 0 && !slices.Contains(t.columns, "request") && !slices.Contains(t.columns, "needs") && !slices.Contains(t.columns, "goals") {
		t.mistake(line, "there is no column `request`; the first line names the columns: request,mentor")
	}
	return len(t.wrong.Mistakes) == 0
}

// row reads one pair.
func (t *pairsTable) row(line int, row []string) {
	if len(row) > len(t.columns) {
		t.mistake(line, "the line has %d values, and there are %d columns; put values with commas in quotes", len(row), len(t.columns))
		return
	}
	var request, mentor string
	var said []Said
	for i, value := range row {
		switch name := t.columns[i]; {
		case content.TakesMany(name) && strings.Contains(value, ";"):
			t.mistake(line, "%s: write commas between the values, and quotes around all of them: \"%s\"", name, commas(value))
			return
		case name == "request":
			request = value
		case name == "mentor":
			mentor = value
		case value != "":
			said = append(said, Say(name, value))
		}
	}
	found := t.chosen(line, mentor)
	r, key := t.requested(line, request, said)
	if found == nil || r == nil {
		return
	}
	if pair := key + "\x00" + found.Slug; t.seen[pair] {
		t.repeated++
	} else {
		t.seen[pair] = true
		t.all = append(t.all, match.Pair{Request: r, Mentor: found.Slug})
	}
}

// chosen gives the mentor of a row, or nil.
func (t *pairsTable) chosen(line int, name string) *portal.Mentor {
	if name == "" {
		t.mistake(line, "the line names no mentor")
		return nil
	}
	found, err := t.mentor(name)
	if err != nil {
		t.mistake(line, "%s", leftOut(err))
	}
	return found
}

// commas writes a list with commas between its values.
func commas(list string) string {
	values := strings.FieldsFunc(list, func(r rune) bool { return r == ';' || r == ',' })
	for i := range values {
		values[i] = strings.TrimSpace(values[i])
	}
	return strings.Join(values, ",")
}

// requested gives the request of a row: that of a file, with what the row says in
// place of what the file says, or one that only the row tells of. Rows that say
// the same share it.
func (t *pairsTable) requested(line int, request string, said []Said) (*portal.Request, string) {
	key := fmt.Sprintf("%q %q", request, said)
	if known := t.requests[key]; known != nil {
		return known, key
	}
	pseudonym := request
	switch wishes := saysEnough(said); {
	case wishes && portal.Find(t.portal.Requests, request) == nil:
		pseudonym = "" // past requests are deleted, and the row says what was asked for
	case request == "" && !wishes:
		t.mistake(line, "the line names no request")
		return nil, ""
	}
	loose := asking{t.Matching, true}
	a, err := loose.ask(pseudonym, said)
	if err != nil {
		if _, err := loose.ask(pseudonym, nil); err != nil {
			t.mistake(line, "%s", leftOut(err))
		}
		for i := range said { // each may be wrong, and one look should do
			if _, err := loose.ask("", said[i:i+1]); err != nil {
				t.mistake(line, "%s", leftOut(err))
			}
		}
		return nil, ""
	}
	r := a.request
	r.Slug = request
	t.requests[key] = r
	t.unknown = append(t.unknown, a.Ignored...)
	return r, key
}

// saysEnough tells whether a row itself says what was asked for.
func saysEnough(said []Said) bool {
	return slices.ContainsFunc(said, func(s Said) bool { return s.Name == "needs" || s.Name == "goals" || s.Name == "move" })
}

// leftOut words a mistake for a table, where a field is a column.
func leftOut(err error) string {
	var ask *AskError
	if !errors.As(err, &ask) {
		return err.Error()
	}
	text := ask.Problem
	if ask.Field != "" {
		text = ask.Field + ": " + text
	}
	switch {
	case ask.Remedy != "":
		text += "; " + ask.Remedy
	case ask.Field == "":
		text += "; leave the line out if they are gone"
	}
	return text
}
