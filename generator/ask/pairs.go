package ask

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"ithaca/generator/contacts"
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/match"
	"ithaca/generator/match/study"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/table"
)

// LineMistake is a mistake in a line of a table.
type LineMistake = table.Mistake

// TableError is why a table cannot be used at all.
type TableError struct{ Mistakes []LineMistake }

func (e *TableError) Error() string {
	return fmt.Sprintf("the table has %d mistakes", len(e.Mistakes))
}

// PastPairs is what a table of past pairs says.
type PastPairs struct {
	Repeated int           `json:"repeated"`       // lines left out because an earlier one says the same
	Unread   []string      `json:"unread_columns"` // headings that mean nothing here
	Unknown  []LineMistake `json:"unknown_topics"` // asked for, known to no mentor and no topic's file: they count by their words alone; each where it stands first
	Gone     []LineMistake `json:"gone"`           // lines that name somebody who left, or has no file
	LeftOut  []LineMistake `json:"left_out"`       // lines that cannot be used for another reason

	pairs []study.Pair
}

// errGone is that a line names somebody who is not there.
type errGone struct{ text string }

func (e errGone) Error() string { return e.text }

// pairReader reads a table of past pairs.
type pairReader struct {
	reader
	*PastPairs
	contacts []contacts.Contact         // their names in sorted words
	requests map[string]*portal.Request // by what their rows say: equal rows share one
	cycles   map[string]string          // ids of index.md by their sorted words
}

// PastPairs reads pairs of past cycles from a table whose headings are as people
// write them. Names are translated by contacts, if there are any. Lines that cannot be
// used are left out; a table without any that can is a *TableError.
func (m *Matching) PastPairs(from io.Reader, known []contacts.Contact) (*PastPairs, error) {
	t, err := read(from, column)
	if err != nil {
		return nil, err
	}
	p := &PastPairs{Unread: append([]string{}, t.Unread...), Unknown: []LineMistake{}, Gone: []LineMistake{}, LeftOut: []LineMistake{}}
	known = slices.Clone(known)
	for i := range known {
		known[i].Name = sortedWords(known[i].Name)
	}
	r := &pairReader{reader{m, true}, p, known, map[string]*portal.Request{}, map[string]string{}}
	for _, c := range m.portal.Program.Cycles {
		r.cycles[sortedWords(c.Title)], r.cycles[sortedWords(c.ID)] = c.ID, c.ID
	}
	if !slices.ContainsFunc(t.Columns, func(c string) bool { return c == "mentor" || c == "mentor last" || c == "mentor mail" }) {
		return nil, &TableError{[]LineMistake{{Line: 1, Text: "no heading names the mentor; the first line names the columns: mentee, mentor and, if you like, cycle"}}}
	}
	for _, row := range t.Rows {
		err := r.row(row)
		if gone := (errGone{}); errors.As(err, &gone) {
			p.Gone = append(p.Gone, LineMistake{Line: row.Line, Text: gone.text})
		} else if err != nil {
			p.LeftOut = append(p.LeftOut, LineMistake{Line: row.Line, Text: err.Error()})
		}
	}
	switch {
	case len(t.Rows) == 0:
		return nil, &TableError{[]LineMistake{{Line: 1, Text: "below the headings there are no pairs"}}}
	case len(p.pairs) == 0:
		all := slices.Concat(p.LeftOut, p.Gone)
		order.Stable(all, func(a, b LineMistake) int { return cmp.Compare(a.Line, b.Line) })
		return nil, &TableError{append(all, LineMistake{Line: 1, Text: "no line of the table can be used"})}
	}
	return p, nil
}

// row reads a pair.
func (r *pairReader) row(row table.Row) error {
	if row.Problem != "" {
		return errors.New(row.Problem)
	}
	mentor, err := r.chosen(row.Values)
	if err != nil {
		return err
	}
	request, err := r.requested(row)
	if err != nil {
		return unsaid(err)
	}
	if p := (study.Pair{Request: request, Mentor: mentor}); slices.Contains(r.pairs, p) {
		r.Repeated++
	} else {
		r.pairs = append(r.pairs, p)
	}
	return nil
}

// unsaid words why a cell cannot be used without saying what it holds: a table tells
// of people, and what is printed stands where others may read it.
func unsaid(err error) error {
	wrong := new(Error)
	if !errors.As(err, &wrong) {
		return err
	}
	return &Error{"", "`" + wrong.Field + "` holds something else than it takes: " + kinds.Takes(wrong.Field), ""}
}

// chosen returns the mentor of a row. No mistake repeats a name, which may be nobody's
// business any more; what was probably meant is a name that the portal's files have.
func (r *pairReader) chosen(row map[string]string) (string, error) {
	name, mail := whole(row, "mentor"), row["mentor mail"]
	if name == "" && mail == "" {
		return "", errors.New("the line names no mentor")
	}
	meant := named(r.contacts, name, mail)
	var names [][]string
	for _, m := range r.portal.Mentors {
		if m.Slug == name || sortedWords(m.Name) == sortedWords(name) && len(meant) == 0 {
			meant = append(meant, m.Slug)
		}
		names = append(names, []string{m.Slug, m.Name})
	}
	there := func(slug string) bool { return portal.Find(r.portal.Mentors, slug) != nil }
	switch mentor, many := one(meant, there); {
	case many:
		return "", errors.New("several mentors have this name; write the name of the file, as ana-silva")
	case mentor == "":
		return "", errGone{hinted("the mentor left, or has no file", diag.Meant(name, names))}
	default:
		return mentor, nil
	}
}

// requested returns the request of a row: that of a file, with what the row says in
// place of what the file says, or one that only the row tells of, since past
// requests are deleted. Rows that say the same share it.
func (r *pairReader) requested(of table.Row) (*portal.Request, error) {
	row := of.Values
	name, mail := whole(row, "request"), row["request mail"]
	there := func(slug string) bool { return portal.Find(r.portal.Requests, slug) != nil }
	pseudonym, many := one(append(named(r.contacts, name, mail), name), there)
	tells := row["needs"]+row["goals"]+row["move"] != ""
	switch {
	case many:
		return nil, errors.New("several mentees have this name; write the pseudonym, as heron-42")
	case pseudonym != "" || tells:
	case name == "" && mail == "":
		return nil, errors.New("the line names no mentee")
	default:
		remedy := ""
		if near := diag.Nearest(name, portal.Slugs(r.portal.Requests)); near != "" {
			remedy = "did you mean `" + near + "`?"
		}
		return nil, errGone{hinted("the mentee has no request", remedy)}
	}
	return r.request(cmp.Or(pseudonym, name, mail), pseudonym, of)
}

// request returns the request of a file, or of a row alone where pseudonym is "".
func (r *pairReader) request(name, pseudonym string, of table.Row) (*portal.Request, error) {
	row, typed := of.Values, Fields{}
	for _, field := range fieldNames() {
		typed[field] = row[field]
	}
	cycle := sortedWords(row["cycle"]) // cycles leave index.md once they are over, and their pairs are what is judged
	typed["cycle"] = r.cycles[cycle]
	key := fmt.Sprint(name, cycle, typed)
	if known := r.requests[key]; known != nil {
		return known, nil
	}
	q, err := r.question(pseudonym, typed)
	if err != nil {
		return nil, err
	}
	q.request.Slug = name
	r.requests[key] = q.request
	for _, topic := range q.Ignored {
		if !slices.ContainsFunc(r.Unknown, func(known LineMistake) bool { return known.Text == topic }) {
			r.Unknown = append(r.Unknown, LineMistake{Line: of.Line, Text: topic})
		}
	}
	return q.request, nil
}

// hinted adds a remedy to what is wrong, where there is one.
func hinted(problem, remedy string) string {
	if remedy == "" {
		return problem
	}
	return problem + "; " + remedy
}

// Evaluation is how suggestions agree with the pairs of past cycles.
type Evaluation struct {
	study.Evaluation
	Filtered []FilterCount  `json:"filtered"` // the chosen mentors whom a filter rules out
	Bands    map[string]int `json:"bands"`    // of the chosen mentors; "none" below them
	Table    *PastPairs     `json:"table"`
}

// Estimate is a measure of an Evaluation.
type Estimate = study.Estimate

// Evaluate looks whether the mentors of past pairs would have been suggested.
func (m *Matching) Evaluate(past *PastPairs) *Evaluation {
	v := study.Evaluate(m.portal, past.pairs)
	e := &Evaluation{v, m.counts(v.Filtered), map[string]int{"none": v.Bands[""]}, past}
	for _, band := range []match.Band{match.Strong, match.Good, match.Possible} {
		e.Bands[string(band)] = v.Bands[band]
	}
	return e
}
