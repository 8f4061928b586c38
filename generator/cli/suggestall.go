package cli

import (
	"cmp"
	"encoding/csv"
	"strings"
	"unicode/utf8"

	"ithaca/generator/ask"
)

// overview prints a table of all requests, with who is suggested first.
func (a *app) overview(m *ask.Matching, cycle string, limit int) error {
	rows, err := m.Overview(cycle, limit)
	switch {
	case err != nil:
		return misunderstood(err)
	case a.format == "json":
		return a.json(rows)
	case a.format == "csv":
		return a.overviewCSV(rows)
	case len(rows) == 0:
		a.say("There are no requests; --requests FOLDER reads another folder.")
		return nil
	}
	cells := [][]string{{"request", "first choice", "band", "named"}}
	nobody := 0
	for _, r := range rows {
		if r.Mentor == "" {
			nobody++
		}
		cells = append(cells, []string{r.Request, cmp.Or(r.Name, "nobody: "+r.Why), r.Band, decimal(r.Named)})
	}
	a.table(cells)
	a.say("\n%s; nobody suits %d of them. Explain one: ithaca suggest REQUEST MENTOR", count(len(rows), "request", "requests"), nobody)
	return nil
}

// table prints rows in columns; the widest cells are cut off at what a line holds.
func (a *app) table(rows [][]string) {
	const widest = 44
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = min(widest, max(widths[i], utf8.RuneCountInString(cell)))
		}
	}
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			if letters := []rune(cell); len(letters) > widest {
				cell = string(letters[:widest-1]) + "…"
			}
			line += pad(cell, widths[i]) + "  "
		}
		a.say("%s", strings.TrimRight(line, " "))
	}
}

// overviewCSV writes the table for spreadsheets.
func (a *app) overviewCSV(rows []ask.Row) error {
	w := csv.NewWriter(a.Out)
	all := [][]string{{"request", "cycle", "mentor", "name", "band", "named", "why"}}
	for _, r := range rows {
		all = append(all, []string{r.Request, r.Cycle, r.Mentor, harmless(r.Name), r.Band, decimal(r.Named), harmless(r.Why)})
	}
	return w.WriteAll(all)
}

// harmless keeps spreadsheets from computing what strangers wrote: a cell that begins
// as a formula does gets an apostrophe before it.
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
