package terminal

import (
	"cmp"
	"strconv"

	"ithaca/generator/ask"
)

// Overview prints a table of all requests, with who is suggested first.
func (t *Terminal) Overview(rows []ask.Row) error {
	cells, nobody := [][]string{{"request", "first choice", "band", "named"}}, 0
	all := [][]string{{"request", "cycle", "mentor", "name", "band", "named", "why"}}
	for _, r := range rows {
		if r.Mentor == "" {
			nobody++
		}
		named := strconv.Itoa(r.Named)
		cells = append(cells, []string{r.Request, cmp.Or(r.Name, "nobody: "+r.Why), r.Band, named})
		all = append(all, []string{r.Request, r.Cycle, r.Mentor, r.Name, r.Band, named, r.Why})
	}
	if done, err := t.ForPrograms(rows, all); done {
		return err
	}
	if len(rows) == 0 {
		t.Say("There are no requests; --requests FOLDER reads another folder.")
		return nil
	}
	t.Table(cells)
	t.Say("\n%s; nobody suits %d of them. Explain one: ithaca suggest REQUEST MENTOR", Count(len(rows), "request", "requests"), nobody)
	return nil
}
