package toml

import (
	"strings"
	"testing"
)

// settings is a value with every kind of place.
type settings struct {
	Dates   string                       `toml:"dates"`
	Columns map[string]string            `toml:"columns"`
	Values  map[string]map[string]string `toml:"values"`
}

func TestWhatATextDoesWrongIsSaid(t *testing.T) {
	for text, want := range map[string]string{
		"dates = [":                  "line 1: ",
		"\n[evil]\nx = 1":            "there is no key `evil`",
		"columns = 3":                "`columns` takes lines of its own, under `[columns]`",
		"[values]\nskills = \"sql\"": "`values.skills` takes lines of its own, under `[values.skills]`",
		"# [ don't\na = " + strings.Repeat("[", 60) + strings.Repeat("]", 60): "line 2: more than 50 brackets",
		"a = \"" + strings.Repeat("x", maxBytes) + "\"":                       "the file is larger than 1 MB",
	} {
		err := Strict([]byte(text), &settings{}, "columns", "values", "values/*")
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.40q: %v, want %s", text, err, want)
		}
	}
}

func FuzzStrict(f *testing.F) {
	f.Add("dates = \"x\"\n[values.a]\nb = \"c\"")
	f.Add("columns = 3\n\"\" = [[{a = 1}]]")
	f.Fuzz(func(t *testing.T, text string) {
		if err := Strict([]byte(text), &settings{}, "columns", "values", "values/*"); err != nil && err.Error() == "" {
			t.Error("a mistake without words")
		}
	})
}
