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
	cases := map[string]string{
		"organisation: [Zanzibank]":                                      "`organisation` takes another kind of value",
		"organisation: 471100815":                                        "`organisation` takes another kind of value",
		"organisation: " + strings.Repeat("Zanzibank ", 20):              "`organisation` is longer",
		"exclude_organisations: Zanzibank":                               "`exclude_organisations` takes another kind",
		"exclude_organisations:\n  - {name: Zanzibank}":                  "`exclude_organisations` takes another kind",
		"aims: Zanzibank":                                                "`aims` takes another kind of value",
		"aims: {short: [Zanzibank]}":                                     "`aims` takes another kind of value",
		"aims: {Zanzibank: soon}":                                        "a field here has a name that no field has",
		"tried: [Zanzibank]":                                             "`tried` takes another kind of value",
		"tried: \"Zanzi\\u202ebank\"":                                    "`tried` holds characters that nobody sees",
		"tried: \"[[ZANZIBANK]]\"":                                       "`tried` holds a placeholder",
		"tried: asked #Zanzibank":                                        "`tried` ends before a `#`",
		"ranked: [anna-silva]":                                           "`ranked` names something that does not exist",
		"ranked: Zanzibank":                                              "`ranked` takes another kind of value",
		"avoid: [anna-silva, anna-silva]":                                "`avoid` holds the same entry a second time",
		"avoid: [Zanzibank]":                                             "`avoid` ",
		"waiting_since: since Zanzibank":                                 "`waiting_since` holds what is not a date",
		"adult: Zanzibank":                                               "`adult` takes another kind of value",
		"location: [Zanzibank]":                                          "`location` takes another kind of value",
		"country: Zanzibank":                                             "`country` holds what is not a country",
		"timezone: Zanzibank/Lagos":                                      "`timezone` holds what is not a time zone",
		"windows: [Zanzibank]":                                           "`windows` holds what is not a span of hours",
		"stage: Zanzibank":                                               "`stage` does not take this word",
		"decisions: [{cycle: spring, mentor: anna-silva, do: lock}]":     "`decisions` names something that does not exist",
		"decisions: [{cycle: spring, mentor: ana-silva, do: Zanzibank}]": "`decisions` does not take this word",
		"decisions: [{cycle: spring, mentor: ana-silva, do: lock, why: Zanzibank}]": "a field here has a name",
		"zanzibank: true":              "a field here has a name that no field has",
		"zanzibank":                    "cannot be read here",
		"tried: Zanzibank: he laughed": "cannot be read here",
		"tried: \"Zanzibank":           "cannot be read here",
		"tried: &zanzibank text":       "uses what is not read here",
		"tried: *zanzibank":            "",
		"goals: [{Zanzibank: 1}]":      "`goals` takes another kind of value",
		"---\n\nMy <b>Zanzibank</b>, [x](javascript:Zanzibank) [y][zanzibank] ![z](zanzibank.png)": "what stands here holds a mistake",
	}
	for _, lines := range some(cases) {
		want := cases[lines]
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
