package round

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var filledIn = regexp.MustCompile(`\{\{[^}]*\}\}`)

func TestEveryLetterIsWrittenInEveryLanguageOfTheInterface(t *testing.T) {
	templates := os.DirFS("../../templates")
	languages, err1 := fs.Glob(templates, "i18n/*.toml")
	letters, err2 := fs.Glob(templates, "letters/*.txt")
	if err1 != nil || err2 != nil || len(languages) < 5 {
		t.Fatal(languages, err1, err2)
	}
	for _, file := range letters {
		kind, rest, _ := strings.Cut(path.Base(file), ".")
		if rest != "txt" {
			continue
		}
		want := filled(t, templates, file)
		for _, words := range languages {
			lang, _, _ := strings.Cut(strings.TrimSuffix(path.Base(words), ".toml"), "-")
			if lang == english {
				continue
			}
			name := "letters/" + kind + "." + lang + ".txt"
			if got := filled(t, templates, name); !slices.Equal(got, want) {
				t.Errorf("%s fills in %v, and %s %v", name, got, file, want)
			}
		}
	}
}

// filled returns what a letter fills in and asks, sorted and each once.
func filled(t *testing.T, templates fs.FS, name string) []string {
	t.Helper()
	text, err := fs.ReadFile(templates, name)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(text), "Subject: ") {
		t.Errorf("%s does not begin with its subject", name)
	}
	all := filledIn.FindAllString(string(text), -1)
	slices.Sort(all)
	return slices.Compact(all)
}
