package terminal

import (
	"path/filepath"
	"slices"

	"ithaca/generator/diag"
	"ithaca/generator/start"
)

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
