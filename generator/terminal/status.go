package terminal

import (
	"strings"
	"unicode/utf8"

	"ithaca/generator/upkeep"
)

// FewLines is how many lines of a kind a screen shows.
const FewLines = 5

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
		if !all && len(shown) > FewLines+1 { // one more is as long as the line that says so
			shown = shown[:FewLines]
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
	if utf8.RuneCountInString(text) > wide {
		t.Say("  %s\n  %s  %s", text, strings.Repeat(" ", wide), settle)
		return
	}
	t.Say("  %s  %s", pad(text, wide), settle)
}
