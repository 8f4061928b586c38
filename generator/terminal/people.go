package terminal

import (
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/upkeep"
)

// manyMentioning is how many lines are shown of those that may speak of somebody.
const manyMentioning = 20

// Mentioning prints sentences that may still speak of somebody who left.
func (t *Terminal) Mentioning(all []upkeep.Mentioning) {
	if len(all) == 0 {
		return
	}
	t.Say("\nThese sentences may still speak of the person:")
	for _, m := range all[:min(manyMentioning, len(all))] {
		text := m.Text
		if runes := []rune(text); len(runes) > 100 {
			text = string(runes[:99]) + "…"
		}
		t.Say("  %s:%d: %s", t.Here(m.Path), m.Line, text)
	}
	if more := len(all) - manyMentioning; more > 0 {
		t.Say("  and %d more", more)
	}
}

// Purge says what is kept of a person elsewhere, also where the contacts were not named.
func (t *Terminal) Purge(l *upkeep.Leaving, told bool) {
	var paths []string
	for _, file := range l.Purge {
		paths = append(paths, "--path "+diag.ShellWord(strings.TrimPrefix(t.Repository(file), "./")))
	}
	if l.InGit() {
		t.Say("\ngit's history still holds what the files said. To purge it: commit, keep a copy of\n%s, and in a fresh clone, with git-filter-repo installed,\n"+
			"  git filter-repo --invert-paths %s\nPut the copy back, commit, push with --force, and ask whoever has a copy of the\nrepository to fetch it anew.",
			t.Here(l.Path), strings.Join(paths, " "))
	}
	if !told {
		t.Say("\nTheir address stays in your contacts; --contacts FILE takes it out.")
	}
	t.Say("Build the portal again, so that the page goes, and delete what else you keep of the\nperson: form answers, letters, mail.")
}
