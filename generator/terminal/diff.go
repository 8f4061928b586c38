package terminal

import (
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"ithaca/generator/upkeep"
)

// Diff shows what would change, but nothing of a request: what requests say is private.
func (t *Terminal) Diff(m *upkeep.Mending) {
	for _, f := range m.Files {
		name := t.Here(f.Path)
		was := name
		if old := m.Was[f.Path]; old != "" {
			was = t.Here(old)
			f.Old = m.Old(old)
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
	t.Say("%s would be mended; nothing was written", Count(len(m.Mended), "mistake", "mistakes"))
}
