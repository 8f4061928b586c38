package round

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
)

// Table returns the pairs as a table (CSV) in which an organizer decides: a row for
// each, with empty columns for the decision. Requests that want more than they got have
// rows without a mentor, so that one can be written in.
func (o *Outcome) Table() ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{
		"request", "mentor", "name", "made", "band", "score", "evidence", "missing", "second", "third", "decision", "reason", "note",
	}}
	for i := range o.Pairs {
		p := &o.Pairs[i]
		row := []string{p.Request, p.Mentor, p.Name, p.Made, p.Band, points(p.Score), strings.Join(p.Evidence, "; "), p.Gap, "", "", "", "", ""}
		for at, other := range p.Others {
			row[8+at] = other.Mentor
		}
		rows = append(rows, row)
	}
	for _, u := range o.Report.Unmatched {
		row := make([]string, len(rows[0]))
		row[0] = u.Request
		for at := range u.Full[:min(2, len(u.Full))] {
			row[8+at] = u.Full[at].Mentor
		}
		rows = append(rows, row)
	}
	for _, row := range rows {
		for i, cell := range row {
			row[i] = inert(cell)
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// points returns a score of ten-thousandths in points of 100.
func points(score int) string { return fmt.Sprintf("%d.%02d", score/100, score%100) }

// inert returns a cell that no spreadsheet takes for a formula.
func inert(cell string) string {
	if strings.IndexAny(cell, "=+-@\t\r") == 0 {
		return "'" + cell
	}
	return cell
}
