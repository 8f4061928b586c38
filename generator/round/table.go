package round

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/cohort"
	"ithaca/generator/each"
	"ithaca/generator/table"
)

// columns are those of the table in which an organizer decides. An import reads the first
// three, which name the pair, and the last four, which are empty for the decision.
var columns = []string{
	"cycle", "request", "mentor", "name", "made", "band", "score", "evidence", "missing", "second", "third", "decision", "by", "reason", "note",
}

// Table returns the pairs as a table (CSV) in which an organizer decides: a row for
// each, with empty columns for the decision. Requests that want more than they got have
// rows without a mentor, so that one can be written in. Where names are known there is a
// column of them behind the requests.
func (o *Outcome) Table() []byte {
	rows := [][]string{slices.Clone(columns)}
	add := func(cells []string, others ...string) {
		row := make([]string, len(columns))
		copy(row, cells)
		copy(row[9:11], others)
		rows = append(rows, row)
	}
	for i := range o.Pairs {
		p := &o.Pairs[i]
		others := each.Of(p.Others, func(c Choice) string { return c.Mentor })
		add([]string{o.Cycle, p.Request, p.Mentor, p.Name, p.Made, p.Band, points(p.Score), strings.Join(p.Evidence, "; "), p.Gap}, others...)
	}
	for _, u := range o.Report.Unmatched {
		add([]string{o.Cycle, u.Request}, each.Of(u.Full, func(f cohort.Full) string { return f.Mentor })...)
	}
	if len(o.People) > 0 {
		for i, row := range rows {
			name := o.People[row[1]]
			if i == 0 {
				name = "mentee"
			}
			rows[i] = slices.Insert(row, 2, name)
		}
	}
	return table.Write(rows)
}

// Typed reports whether somebody has typed into such a table: its last four columns
// are empty at first. What cannot be read counts as typed.
func Typed(data []byte) bool {
	lines, err := table.Parse(bytes.NewReader(data))
	if err != nil || len(lines) == 0 {
		return len(data) > 0
	}
	for at, heading := range lines[0].Cells {
		if !slices.Contains(columns[len(columns)-4:], strings.ToLower(heading)) {
			continue
		}
		for _, line := range lines[1:] {
			if at < len(line.Cells) && line.Cells[at] != "" {
				return true
			}
		}
	}
	return false
}

// points formats a score of ten-thousandths as points of 100: 7,050 as "70.50".
func points(score int) string { return fmt.Sprintf("%d.%02d", score/100, score%100) }
