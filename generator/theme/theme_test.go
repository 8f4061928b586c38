package theme

import (
	"os"
	"sync"
	"testing"

	"ithaca/generator/diag"
)

// shipped is the theme that the repository ships, in English, made once for all tests.
var shipped = sync.OnceValues(func() (*Theme, diag.List) {
	return New(Options{Layers: []Layer{{Name: "templates", FS: os.DirFS("../../templates")}}})
})

// builtIn returns the theme that the repository ships, without a mistake.
func builtIn(t testing.TB) *Theme {
	t.Helper()
	theme, diags := shipped()
	for _, d := range diags {
		t.Errorf("%s", d)
	}
	if t.Failed() {
		t.FailNow()
	}
	return theme
}

func TestTheBuiltInThemeHasNoMistakes(t *testing.T) { builtIn(t) }
