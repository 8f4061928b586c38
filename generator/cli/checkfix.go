package cli

import (
	"ithaca/generator/terminal"
	"ithaca/generator/upkeep"
)

// fix puts right what is certain in the chosen files, and then reports what is left.
func (a *app) fix(f checkFlags, named []string) error {
	files, err := a.choose(named)
	if err != nil {
		return err
	}
	mending, err := upkeep.Mend(a.options, func(file string) bool { return len(files) == 0 || files.hold(file) })
	if err != nil {
		return err
	}
	if f.dryRun {
		a.Diff(mending)
		return nil
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
		a.Say("The files as they were: %s", folder)
	}
	for _, d := range mending.Mended {
		d.File = a.Here(d.File)
		a.Say("mended %s: %s", d.Position, d.Visible().Message)
	}
	a.Say("%s mended; this is left:\n", terminal.Count(len(mending.Mended), "mistake", "mistakes"))
	for _, m := range mending.Files { // a named file may have another name now
		if len(files) > 0 && m.New != nil {
			files = append(files, m.Path)
		}
	}
	return a.checkChosen(files, false)
}
