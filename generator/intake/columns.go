package intake

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/intake/answer"
	"ithaca/generator/table"
)

// Column is a column of a table and the field that it fills.
type Column struct {
	Heading string
	Field   string // "ignore" for none
	Known   bool   // the heading was understood, or the map says what it means
	at      int
	part    string // the row of a grid question: "Monday" of "When are you free? [Monday]"
}

// gridHeading matches the heading of one column of a grid question, which forms save in
// one column for each of its rows.
var gridHeading = regexp.MustCompile(`^(.*\S)\s*\[([^\[\]]+)\]$`)

// columnsOf returns what each column of a table means: what the map says, else what its
// heading says.
func columnsOf(in *Input) ([]Column, error) {
	if len(in.Lines) == 0 {
		return nil, &table.Mistake{Line: 1, Text: "the table is empty; its first line names the columns"}
	}
	known, fields := answer.Phrases(string(in.Kind)), answer.Fields(string(in.Kind))
	for heading, field := range in.Map.Columns {
		if !slices.Contains(fields, field) {
			hint := cmp.Or(diag.DidYouMean(field, fields), "write one of: "+strings.Join(fields, ", "))
			return nil, fmt.Errorf("the map says that the column \"%s\" fills `%s`, and there is no such field; %s", heading, field, hint)
		}
	}
	columns := make([]Column, len(in.Lines[0].Cells))
	for i, heading := range in.Lines[0].Cells {
		c := Column{Heading: answer.OneLine(heading), Field: "ignore", at: i}
		question := c.Heading
		if m := gridHeading.FindStringSubmatch(question); m != nil {
			question, c.part = m[1], m[2]
		}
		if field, mapped := in.Map.Columns[c.Heading]; mapped {
			c.Field, c.Known = field, true
		} else if p := answer.Heading(question, known); p.Field != "" {
			c.Field, c.Known = p.Field, true
		}
		columns[i] = c
	}
	return columns, nil
}

// row is a line of the table, with its cells by field.
type row struct {
	line  int // from 1
	cells map[string]string
}

// rowsOf returns the rows of a table, and a note for those with more cells than columns.
func rowsOf(lines []table.Line, columns []Column, defaults map[string]string) (rows []row, notes []string) {
	for _, line := range lines[min(1, len(lines)):] {
		if len(line.Cells) > len(columns) {
			notes = append(notes, fmt.Sprintf("Line %d has %d values, and there are %d columns: it is left out. Put values with separators in quotes.", line.Number, len(line.Cells), len(columns)))
			continue
		}
		r := row{line.Number, map[string]string{}}
		for _, c := range columns {
			if c.Field != "ignore" && c.Field != "phone" && c.at < len(line.Cells) {
				r.enter(c, line.Cells[c.at])
			}
		}
		for field, value := range defaults {
			if r.cells[field] == "" {
				r.cells[field] = value
			}
		}
		rows = append(rows, r)
	}
	return rows, notes
}

// enter adds the text of a column. Of several columns for a field the first that is not
// empty counts, unless their texts are joined (answer.Joined).
func (r row) enter(c Column, text string) {
	text = strings.TrimSpace(text)
	if c.Field == "consent" {
		if before, asked := r.cells["consent"]; !asked || doubt(text) > doubt(before) {
			r.cells["consent"] = text
		}
		return
	}
	if text == "" || (c.Field == "name" || c.Field == "email") && strings.EqualFold(text, "anonymous") {
		return
	}
	switch {
	case c.part != "" && c.Field == "windows":
		text = c.part + " " + text
	case c.Field == "links":
		text = answer.AtSite(c.Heading, text)
	}
	switch before := r.cells[c.Field]; {
	case before == "":
		r.cells[c.Field] = text
	case slices.Contains(answer.Joined, c.Field) && before != text:
		r.cells[c.Field] = before + "\n" + text
	}
}

// doubt ranks an answer to whether somebody agrees: where several columns ask, each must be
// a yes, so that the most doubtful answer counts.
func doubt(text string) int {
	agreed, known := answer.Consent(text)
	switch {
	case agreed:
		return 0
	case !known:
		return 1
	case text == "":
		return 2
	}
	return 3
}
