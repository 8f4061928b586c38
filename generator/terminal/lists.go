package terminal

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ithaca/generator/ask"
	"ithaca/generator/diag"
	"ithaca/generator/upkeep"
)

// fewLines is how many lines of a kind a screen shows.
const fewLines = 5

// Status prints what needs the organizer, with a command that shows what is left out
// unless all is to be shown.
func (t *Terminal) Status(lines []upkeep.Line, all bool, more string) error {
	rows := [][]string{{"kind", "who", "text", "since", "settle", "file"}}
	for _, l := range lines {
		rows = append(rows, []string{l.Kind, l.Who, l.Text, l.Since, l.Settle, l.File})
	}
	if done, err := t.ForPrograms(lines, rows); done {
		return err
	}
	for i, group := range upkeep.Groups(lines) {
		if i > 0 {
			t.Say("")
		}
		t.Say("%s (%d)", group.Title, len(group.Lines))
		shown := group.Lines
		if !all && len(shown) > fewLines+1 { // one more is as long as the line that says so
			shown = shown[:fewLines]
		}
		for _, l := range shown {
			t.statusLine(l.Text, l.Settle)
		}
		if left := len(group.Lines) - len(shown); left > 0 {
			t.Say("  and %d more: %s", left, more)
		}
	}
	return nil
}

// statusLine prints a text with what settles it beside it, or below it where it is long.
func (t *Terminal) statusLine(text, settle string) {
	const wide = 56
	if settle == "" {
		t.Say("  %s", text)
		return
	}
	if utf8.RuneCountInString(text) > wide {
		t.Say("  %s\n  %s  %s", text, strings.Repeat(" ", wide), settle)
		return
	}
	t.Say("  %-*s  %s", wide, text, settle)
}

// Translations prints what each language lacks, and how many files it has.
func (t *Terminal) Translations(lacking []upkeep.Untranslated, done map[string]int) error {
	rows := [][]string{{"language", "state", "translation", "original", "original changed", "translation changed"}}
	for _, u := range lacking {
		rows = append(rows, []string{u.Language, u.State, u.Translation, u.Original, u.Changed, u.Since})
	}
	if done, err := t.ForPrograms(lacking, rows); done {
		return err
	}
	if len(done) == 0 {
		t.Say("The portal is in one language. content/index.es.md would add Spanish.")
		return nil
	}
	for _, language := range slices.Sorted(maps.Keys(done)) {
		missing := 0
		for _, u := range lacking {
			if u.Language == language && u.State != "older" {
				missing++
			}
		}
		t.Say("%s: %d of %s translated", language, done[language], diag.Count(done[language]+missing, "file", "files"))
	}
	if len(lacking) > 0 {
		t.Say("")
		for i := range rows {
			rows[i] = slices.Delete(rows[i], 3, 4) // the translation's name says it
		}
		t.Table(rows)
	}
	return nil
}

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
	t.Say("\n%s; nobody suits %d of them. Explain one: ithaca suggest REQUEST MENTOR", diag.Count(len(rows), "request", "requests"), nobody)
	return nil
}
