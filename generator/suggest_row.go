package generator

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/content"
	"ithaca/generator/match/study"
	"ithaca/generator/portal"
)

// row reads one pair.
func (t *pairsTable) row(line int, row []string) {
	if len(row) > len(t.columns) {
		t.skip(line, "the line has %d values, and there are %d columns; put values with commas in quotes", len(row), len(t.columns))
		return
	}
	var request, mentor string
	var said []Said
	for i, value := range row {
		switch name := t.columns[i]; {
		case content.TakesMany(name) && strings.Contains(value, ";"):
			t.skip(line, "%s: write commas between the values, and quotes around all of them: \"%s\"", name, commas(value))
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
		t.cycles = append(t.cycles, t.pastCycle(said)...)
		t.seen[pair] = true
		t.all = append(t.all, study.Pair{Request: r, Mentor: found.Slug})
	}
}

// chosen returns the mentor of a row, or nil.
func (t *pairsTable) chosen(line int, name string) *portal.Mentor {
	if name == "" {
		t.skip(line, "the line names no mentor")
		return nil
	}
	found, err := t.mentor(name)
	if err != nil {
		t.skip(line, "%s", leftOut(err))
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

// requested returns the request of a row: that of a file, with what the row says in
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
		t.skip(line, "the line names no request")
		return nil, ""
	}
	if t.pastCycle(said) != nil {
		said = slices.DeleteFunc(slices.Clone(said), func(s Said) bool { return s.Name == "cycle" })
	}
	loose := asking{t.Matching, true}
	a, err := loose.ask(pseudonym, said)
	if err != nil {
		if _, err := loose.ask(pseudonym, nil); err != nil {
			t.skip(line, "%s", leftOut(err))
		}
		for i := range said { // each may be wrong, and one look should do
			if _, err := loose.ask("", said[i:i+1]); err != nil {
				t.skip(line, "%s", leftOut(err))
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

// pastCycle returns the cycle that a row names where index.md does not know it, else
// nil. Cycles leave index.md once they are over, and their pairs are what is
// judged.
func (t *pairsTable) pastCycle(said []Said) []string {
	for _, s := range said {
		if s.Name == "cycle" && len(s.Values) == 1 && !slices.Contains(t.cycleIDs(), s.Values[0]) {
			return s.Values
		}
	}
	return nil
}

// saysEnough reports whether a row itself says what was asked for.
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
	if ask.Remedy != "" {
		text += "; " + ask.Remedy
	}
	return text
}
