package terminal

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/start"
	"ithaca/generator/upkeep"
)

// Changed says what a plan changed, or would; followed is what was changed in the contacts,
// and copies where the files lie as they were.
func (t *Terminal) Changed(plan *upkeep.Plan, followed string, copies []string, dryRun bool) {
	for _, file := range plan.Files {
		done := "changed"
		switch {
		case file.New == nil:
			done = "removed"
		case file.Old == nil:
			done = "wrote"
		}
		t.Say("%s %s", done, t.Here(file.Path))
	}
	if followed != "" {
		t.Say("%s", followed)
	}
	for _, copied := range copies {
		t.Say("The files as they were: %s. It holds all they said; delete it when all is well.", copied)
	}
	for _, note := range plan.Notes {
		t.Say("%s", note)
	}
	switch {
	case dryRun && len(plan.Files) > 0:
		t.Say("\nNothing was written (--dry-run).")
	case len(plan.Files) == 0 && followed == "":
		t.Say("There is nothing to change.")
	}
}

// manyMentioning is how many lines are shown of those that may speak of somebody.
const manyMentioning = 20

// Mentioning prints sentences that may still speak of somebody who left.
func (t *Terminal) Mentioning(all []upkeep.Mentioning) {
	if len(all) == 0 {
		return
	}
	t.Say("\nThese sentences may still speak of the person:")
	for _, m := range all[:min(manyMentioning, len(all))] {
		t.Say("  %s:%d: %s", t.Here(m.Path), m.Line, diag.Short(m.Text, 100))
	}
	if more := len(all) - manyMentioning; more > 0 {
		t.Say("  and %d more", more)
	}
}

// Purge says what is kept elsewhere of people who left, also where the contacts were not
// named.
func (t *Terminal) Purge(l *upkeep.Leaving, contacts string) {
	var files, paths []string
	if l.InGit() {
		files = each.Of(l.People, func(p upkeep.Leaver) string { return t.Here(p.Path) })
		paths = each.Of(l.Purge, func(file string) string {
			return "--path " + diag.ShellWord(strings.TrimPrefix(t.Repository(file), "./"))
		})
	}
	if len(files) > 0 {
		t.Say("\ngit's history still holds what the files said. To purge it: commit, keep a copy of\n%s, and in a fresh clone, with git-filter-repo installed,\n"+
			"  git filter-repo --invert-paths %s\nPut the copy back, commit, push with --force, and ask whoever has a copy of the\nrepository to fetch it anew.",
			strings.Join(files, ", "), strings.Join(paths, " "))
	}
	if contacts == "" {
		t.Say("\nTheir address stays in your contacts; --contacts FILE takes it out.")
	}
	t.Say("Build the portal again, so that the page goes, and delete what else you keep of the\nperson: form answers, questions.csv, letters, mail, and copies named …-before-change.")
}

// Begun says what was written and what is still to be done.
func (t *Terminal) Begun(w start.Written) {
	t.Say("Wrote %s.", filepath.ToSlash(w.Path))
	switch {
	case w.Draft:
		t.Say("It is a draft. Before you take its line `draft: true` away:")
	case len(w.Left) > 0:
		t.Say("Have a look at:")
	}
	for _, d := range w.Left {
		place := d.Position
		place.File = t.Here(place.File)
		t.Say("  %s: %s", place, d.Message)
	}
	if slices.ContainsFunc(w.Left, func(d diag.Diagnostic) bool { return d.Hint != "" }) {
		t.Say("`ithaca check` says of each how to write it.")
	}
}

// Diff shows what would change, but nothing of a request: what requests say is private.
func (t *Terminal) Diff(m *upkeep.Mending) {
	for _, f := range m.Files {
		name := t.Here(f.Path)
		was := name
		if old := m.Was[f.Path]; old != "" {
			was = t.Here(old)
			f.Old = m.Folders.Read(old)
			t.Say("%s would be named %s", was, name)
		}
		switch {
		case f.New == nil: // named where it is to be
		case strings.HasPrefix(f.Path, "content/requests/"):
			t.Say("%s would change; what requests say is never printed", name)
		default:
			t.Say("%s", strings.TrimSuffix(string(diff.Diff(was, f.Old, name, f.New)), "\n"))
		}
	}
	t.Say("%s would be mended; nothing was written", diag.Count(len(m.Mended), "mistake", "mistakes"))
}
