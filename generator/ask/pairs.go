package ask

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"ithaca/generator/content"
	"ithaca/generator/portal"
	"ithaca/generator/table"
)

// LineMistake is a mistake in a line of a table.
type LineMistake = table.Mistake

// TableError is why a table of past pairs cannot be used at all.
type TableError struct{ Mistakes []LineMistake }

func (e *TableError) Error() string {
	return fmt.Sprintf("the table of past pairs has %d mistakes", len(e.Mistakes))
}

// pastPairs is a table of past pairs that is being read.
type pastPairs struct {
	reader
	*Evaluation // what is to be said of the rows
	pairs       []pair
	requests    map[string]*portal.Request // by what their rows say: equal rows share one
}

func newPastPairs(m *Matching) *pastPairs {
	said := &Evaluation{Unknown: []LineMistake{}, Cycles: []string{}, LeftOut: []LineMistake{}}
	return &pastPairs{reader: reader{m, true}, Evaluation: said, requests: map[string]*portal.Request{}}
}

// read reads a table with the columns request, mentor and those of a request's fields.
// Rows that cannot be used are left out; a table without any that can is a
// *TableError.
func (t *pastPairs) read(from io.Reader) error {
	rows, err := table.Read(from, append([]string{"request", "mentor"}, fieldNames()...))
	if wrong := new(LineMistake); errors.As(err, &wrong) {
		return &TableError{[]LineMistake{*wrong}}
	} else if err != nil {
		return err
	}
	for _, row := range rows {
		if err := t.row(row); err != nil {
			t.LeftOut = append(t.LeftOut, LineMistake{Line: row.Line, Text: err.Error()})
		}
	}
	switch {
	case len(rows) == 0:
		return &TableError{[]LineMistake{{Line: 1, Text: "below the names of the columns there are no pairs"}}}
	case len(t.pairs) == 0:
		return &TableError{append(t.LeftOut, LineMistake{Line: 1, Text: "no line of the table can be used"})}
	}
	return nil
}

// row reads a pair.
func (t *pastPairs) row(row table.Row) error {
	if row.Problem != "" {
		return errors.New(row.Problem)
	}
	name := row.Values["mentor"]
	if name == "" {
		return errors.New("the line names no mentor")
	}
	chosen, err := t.mentor(name)
	if err != nil {
		return unsaid("mentor", err)
	}
	r, err := t.requested(row)
	if err != nil {
		return unsaid("request", err)
	}
	if p := (pair{Request: r, Mentor: chosen.Slug}); slices.Contains(t.pairs, p) {
		t.Repeated++
	} else {
		t.pairs = append(t.pairs, p)
	}
	return nil
}

// unsaid words why a cell cannot be used without saying what it holds: a table tells
// of people, and what is printed stands where others may read it. What was probably
// meant is a name that the portal's files have.
func unsaid(column string, err error) error {
	wrong := new(Error)
	if !errors.As(err, &wrong) {
		return err
	}
	switch column = cmp.Or(wrong.Field, column); column {
	case "mentor":
		wrong = &Error{"", "`mentor` names nobody who has a profile", wrong.Remedy}
	case "request":
		wrong = &Error{"", "`request` names no request with a file, and nothing here says what was asked for", wrong.Remedy}
	default:
		wrong = &Error{"", "`" + column + "` holds something else than it takes: " + content.Takes(column), ""}
	}
	return wrong
}

// requested returns the request of a row: that of a file, with what the row says in
// place of what the file says, or one that only the row tells of, since past
// requests are deleted. Rows that say the same share it.
func (t *pastPairs) requested(row table.Row) (*portal.Request, error) {
	name, typed := row.Values["request"], Fields(row.Values)
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
	for _, topic := range q.Ignored {
		if !slices.ContainsFunc(t.Unknown, func(known LineMistake) bool { return known.Text == topic }) {
			t.Unknown = append(t.Unknown, LineMistake{Line: row.Line, Text: topic})
		}
	}
	if past != "" {
		t.Cycles = append(t.Cycles, past)
	}
	return q.request, nil
}
