package generator_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ithaca/generator"
	"ithaca/generator/diag"
)

// everyFormat prints mistakes in each format that check has.
func everyFormat(t *testing.T, o generator.Options) string {
	t.Helper()
	snapshot := take(t, o)
	o.ContentOnly = true
	asked := take(t, o)
	var all bytes.Buffer
	for _, list := range []diag.List{snapshot.Diagnostics(), asked.Diagnostics()} {
		for _, source := range []func(string) []byte{snapshot.Source, asked.Source} {
			err := diag.Text{Source: source}.Write(&all, list)
			if err == nil {
				err = diag.WriteJSON(&all, list, nil)
			}
			if err == nil {
				err = diag.WriteGitHub(&all, list, nil)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	return all.String()
}

// request is a request without mistakes but for the lines given.
func requestWith(lines string) string {
	return "---\nlanguages: [en]\nneeds: [{topic: welding}]\ncycle: spring\nconsent: {matching: 2026-10-01}\n" + lines + "\n---\n"
}

func TestMistakesInRequestsNamePlaceAndFieldOnly(t *testing.T) {
	cases := map[string]string{ // what is told, and the code that says more
		"organisation: [Zanzibank]":                                      "`organisation`: wrong-type",
		"organisation: 471100815":                                        "`organisation`: wrong-type",
		"organisation: " + strings.Repeat("Zanzibank ", 20):              "`organisation`: out-of-range",
		"exclude_organisations: Zanzibank":                               "`exclude_organisations`: wrong-type",
		"exclude_organisations:\n  - {name: Zanzibank}":                  "`exclude_organisations`: wrong-type",
		"aims: Zanzibank":                                                "`aims`: wrong-type",
		"aims: {short: [Zanzibank]}":                                     "`aims`: wrong-type",
		"aims: {Zanzibank: soon}":                                        "a field: unknown-key",
		"tried: [Zanzibank]":                                             "`tried`: wrong-type",
		"tried: \"Zanzi\\u202ebank\"":                                    "`tried`: hidden-characters",
		"tried: \"[[ZANZIBANK]]\"":                                       "`tried`: placeholder",
		"tried: asked #Zanzibank":                                        "`tried`: cut-by-hash",
		"ranked: [anna-silva]":                                           "`ranked`: unknown-reference",
		"ranked: Zanzibank":                                              "`ranked`: wrong-type",
		"avoid: [anna-silva, anna-silva]":                                "`avoid`: duplicate-entry",
		"avoid: [Zanzibank]":                                             "`avoid`: unknown-reference",
		"waiting_since: since Zanzibank":                                 "`waiting_since`: bad-date",
		"adult: Zanzibank":                                               "`adult`: wrong-type",
		"location: [Zanzibank]":                                          "`location`: wrong-type",
		"country: Zanzibank":                                             "`country`: unknown-country",
		"timezone: Zanzibank/Lagos":                                      "`timezone`: unknown-timezone",
		"windows: [Zanzibank]":                                           "`windows`: bad-window",
		"stage: Zanzibank":                                               "`stage`: unknown-word",
		"decisions: [{cycle: spring, mentor: anna-silva, do: lock}]":     "`decisions`: unknown-reference",
		"decisions: [{cycle: spring, mentor: ana-silva, do: Zanzibank}]": "`decisions`: unknown-word",
		"decisions: [{cycle: spring, mentor: ana-silva, do: lock, why: Zanzibank}]": "a field: unknown-key",
		"zanzibank: true":              "a field: unknown-key",
		"zanzibank":                    "what stands here: bad-yaml",
		"tried: Zanzibank: he laughed": "what stands here: bad-yaml",
		"tried: \"Zanzibank":           "what stands here: bad-yaml",
		"tried: &zanzibank text":       "what stands here: yaml-feature",
		"tried: *zanzibank":            "",
		"goals: [{Zanzibank: 1}]":      "`goals`: wrong-type",
		"---\n\nMy <b>Zanzibank</b>, [x](javascript:Zanzibank) [y][zanzibank] ![z](zanzibank.png)": "what stands here: unsafe-url",
	}
	for _, lines := range some(cases) {
		about, code, coded := strings.Cut(cases[lines], ": ")
		want := ""
		if coded {
			want = about + ": " + diag.Meaning(diag.Code(code)) + " [" + code + "]"
		}
		dir := write(t, append(siteFiles("Nothing here.", "Welcome."), diag.File{Path: "content/requests/coot-11.md", Text: requestWith(lines)}))
		outside := filepath.Join(t.TempDir(), "requests")
		if err := os.Rename(filepath.Join(dir, "content/requests"), outside); err != nil {
			t.Fatal(err)
		}
		o := options(dir)
		o.Requests = outside
		got := everyFormat(t, o)
		if !strings.Contains(got, "content/requests/coot-11.md") || !strings.Contains(got, want) {
			t.Errorf("%q: want %q in\n%s", lines, want, got)
		}
		low := strings.ToLower(got)
		for _, value := range []string{"zanzi", "471100815", "2031", "anna-silva", "ana-silva", "he laughed"} {
			if strings.Contains(low, value) {
				t.Errorf("%q: %q is printed:\n%s", lines, value, got)
			}
		}
	}
}

func TestWhatIsMeantByATopicOrALanguageOfARequestIsProposed(t *testing.T) {
	for lines, want := range map[string]string{
		"goals: [glasing]":    "did you mean `glazing`?",
		"kinds: [one-on-one]": "one-to-one",
		"formats: [vidoe]":    "did you mean `video`?",
		"langauges: [fr]":     "did you mean `languages`?",
	} {
		files := append(siteFiles("Nothing here.", "Welcome."), diag.File{Path: "content/requests/coot-11.md", Text: requestWith(lines)},
			diag.File{Path: "content/topics/glazing.md", Text: "---\ntitle: Glazing\nkind: skill\n---\n"})
		if got := everyFormat(t, options(write(t, files))); !strings.Contains(got, want) {
			t.Errorf("%q: want %q in\n%s", lines, want, got)
		}
	}
}
