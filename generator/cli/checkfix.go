package cli

import (
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"ithaca/generator/upkeep"
)

// fix puts right what is certain in the chosen files, and then reports what is left.
func (a *app) fix(f checkFlags, named []string) error {
	options, err := a.options()
	if err != nil {
		return err
	}
	files, err := a.choose(named)
	if err != nil {
		return err
	}
	mending, err := upkeep.Mend(options, func(file string) bool { return len(files) == 0 || files.hold(file) })
	if err != nil {
		return err
	}
	if f.dryRun {
		return a.showDiff(mending)
	}
	if !f.force {
		if err := mending.Check(); err != nil {
			return err
		}
	}
	copies, err := mending.Write()
	if err != nil {
		return err
	}
	for _, folder := range copies {
		a.say("The files as they were: %s", folder)
	}
	for _, d := range mending.Mended {
		d.File = a.fromHere(d.File)
		a.say("mended %s: %s", d.Position, d.Visible().Message)
	}
	a.say("%s mended; this is left:\n", count(len(mending.Mended), "mistake", "mistakes"))
	for _, m := range mending.Files { // a named file may have another name now
		if len(files) > 0 && m.New != nil {
			files = append(files, m.Path)
		}
	}
	return a.checkChosen(options, files, false)
}

// showDiff shows what would change, but nothing of a request: what requests say is private.
func (a *app) showDiff(m *upkeep.Mending) error {
	for _, f := range m.Files {
		name := a.fromHere(f.Path)
		was := name
		if old := m.Was[f.Path]; old != "" {
			was = a.fromHere(old)
			f.Old = m.Old(old)
			a.say("%s would be named %s", was, name)
		}
		switch {
		case f.New == nil: // named where it is to be
		case strings.HasPrefix(f.Path, "content/requests/"):
			a.say("%s would change; what requests say is never printed", name)
		default:
			a.say("%s", strings.TrimSuffix(string(diff.Diff(was, f.Old, name, f.New)), "\n"))
		}
	}
	a.say("%s would be mended; nothing was written", count(len(m.Mended), "mistake", "mistakes"))
	return nil
}
