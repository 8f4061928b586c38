package theme

import (
	"os"
	"testing"
)

// builtIn returns the theme that the repository ships, in English.
func builtIn(t testing.TB) *Theme {
	t.Helper()
	theme, diags := New(Options{Layers: []Layer{{Name: "templates", FS: os.DirFS("../../templates")}}})
	for _, d := range diags {
		t.Errorf("%s", d)
	}
	if t.Failed() {
		t.FailNow()
	}
	return theme
}

func TestTheBuiltInThemeHasNoMistakes(t *testing.T) { builtIn(t) }
