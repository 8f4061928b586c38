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
		err := Strict([]byte(text), &settings{})
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.40q: %v, want %s", text, err, want)
		}
	}
}

func TestBracketsInTextsAreNoDepth(t *testing.T) {
	var s settings
	text := "dates = \"" + strings.Repeat("[", 80) + "\" # " + strings.Repeat("{", 80) + "\n[columns]\n'" + strings.Repeat("[", 80) + "' = \"\\\"[\"\n[values.skills]\na = \"b\"\n"
	if err := Strict([]byte(text), &s); err != nil || s.Values["skills"]["a"] != "b" || s.Columns[strings.Repeat("[", 80)] != "\"[" {
		t.Errorf("%v: %v", err, s)
	}
}

func FuzzStrict(f *testing.F) {
	f.Add("dates = \"x\"\n[values.a]\nb = \"c\"")
	f.Add("columns = 3\n\"\" = [[{a = 1}]]")
	f.Fuzz(func(t *testing.T, text string) {
		if err := Strict([]byte(text), &settings{}); err != nil && err.Error() == "" {
			t.Error("a mistake without words")
		}
	})
}
