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

	"ithaca/generator/diag"
	"ithaca/generator/match/study"
	"ithaca/generator/portal"
)

// Bounds of a table of past pairs, far above what a program has.
const (
	maxPairs      = 10_000
	maxPairsBytes = 8 << 20
)

// PairsError is why a table of past pairs cannot be used at all.
type PairsError struct{ Mistakes []LineMistake }

// LineMistake is a mistake in a line of a table.
type LineMistake struct {
	Line int    `json:"line"` // from 1
	Text string `json:"text"`
}

func (e *PairsError) Error() string {
	return fmt.Sprintf("the table of past pairs has %d mistakes", len(e.Mistakes))
}

// pairs is a table of past pairs as it was read.
type pairs struct {
	all      []study.Pair
	repeated int      // lines that say what an earlier one said
	unknown  []string // topics that count for nothing, sorted
	cycles   []string // that index.md does not know, sorted
	leftOut  []LineMistake
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
	t.unknown, t.cycles = once(t.unknown), once(t.cycles)
	return &t.pairs, nil
}

// once returns words sorted, each of them once.
func once(words []string) []string {
	slices.Sort(words)
	return slices.Compact(words)
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

// skip leaves a line out: one that cannot be used is no reason to stop.
func (t *pairsTable) skip(line int, format string, args ...any) {
	t.leftOut = append(t.leftOut, LineMistake{line, fmt.Sprintf(format, args...)})
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
		if len(t.all)+t.repeated+len(t.leftOut) >= maxPairs {
			t.mistake(line, "more than %d pairs; leave out the oldest cycles", maxPairs)
			return
		}
		t.row(line, row)
	}
	if t.columns == nil {
		t.mistake(1, "the file is empty; its first line names the columns: request,mentor")
	} else if len(t.all) == 0 {
		t.none()
	}
}

// none says why a table without a pair that can be used is of no use.
func (t *pairsTable) none() {
	if len(t.leftOut) == 0 {
		t.mistake(1, "below the names of the columns there are no pairs")
		return
	}
	t.wrong.Mistakes = append(t.leftOut, LineMistake{1, "no line of the table can be used"})
}

// separator returns what stands between the values of the first line: spreadsheets
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
