package theme

import (
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"ithaca/generator/diag"
)

// builtInWords returns the words of each built-in language.
func builtInWords(t *testing.T) map[string]*Words {
	builtIn := os.DirFS("../../templates")
	all := map[string]*Words{}
	var diags diag.List
	f := readLayers([]Layer{{Name: "templates", FS: builtIn}}, &diags)
	for _, file := range f.words {
		lang := strings.TrimSuffix(path.Base(file.Path), ".toml")
		all[lang] = readWords(f, lang, &diags)
	}
	if len(diags) > 0 || len(all) < 5 {
		t.Fatal(len(all), diags)
	}
	return all
}

func TestEveryBuiltInLanguageHasEveryMessageInFull(t *testing.T) {
	all := builtInWords(t)
	english := all["en"]
	for lang, w := range all {
		tag := language.Make(lang)
		for _, key := range w.keys() {
			m, original := w.messages[key], english.messages[key]
			if original == nil {
				t.Errorf("%s: nothing asks for the message %s", lang, key)
				continue
			}
			if m.lang != tag || lang != "en" && untranslated(m, original) {
				t.Errorf("%s: %s is not translated", lang, key)
			}
			for form, pieces := range m.forms {
				for _, name := range original.names() {
					if name != countName && !slices.ContainsFunc(pieces, func(p piece) bool { return p.name == name }) {
						t.Errorf("%s: the form %s of %s says nothing of {{.%s}}", lang, form, key, name)
					}
				}
			}
			if len(original.forms) == 1 {
				continue
			}
			needed := formsOf(tag)
			if original.forms["zero"] != nil {
				needed = append(needed, "zero")
			}
			for _, form := range needed {
				if m.forms[form] == nil {
					t.Errorf("%s: %s has no form %s", lang, key, form)
				}
			}
		}
	}
}

var severalWords = regexp.MustCompile(`(?:\p{L}{2,}\P{L}+){3}\p{L}{2,}`)

// untranslated reports whether a message of several words says the same as another.
func untranslated(m, original *message) bool {
	text := ""
	for _, p := range m.forms["other"] {
		text += p.text
	}
	return severalWords.MatchString(text) && slices.Equal(m.forms["other"], original.forms["other"])
}

func TestBuiltInLanguagesCountAsTheirSpeakersDo(t *testing.T) {
	all := builtInWords(t)
	for lang, counts := range map[string]map[int]string{
		"es":    {0: "todavía no hay mentores", 1: "1 mentor", 2: "2 mentores", 12000: "12.000 mentores"},
		"fr":    {0: "pas encore de mentors", 1: "1 mentor", 2: "2 mentors", 1200: "1\u202f200 mentors"},
		"pt-BR": {0: "ainda não há mentores", 1: "1 mentor", 2: "2 mentores", 1200: "1.200 mentores"},
		"ar":    {0: "لا مرشدين بعد", 1: "مرشد واحد", 2: "مرشدان", 3: "3 مرشدين", 11: "11 مرشدًا", 100: "100 مرشد", 103: "103 مرشدين"},
	} {
		for count, want := range counts {
			if got, err := all[lang].text("mentors", "Count", count); got != want || err != nil {
				t.Errorf("%s, %d: %q, %v", lang, count, got, err)
			}
		}
	}
}
