package kinds_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ithaca/generator/content"
	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

func TestEveryFormIsADraftWithoutMistakes(t *testing.T) {
	if len(kinds.Forms()) < 9 {
		t.Fatalf("there are only the forms %v", kinds.Forms())
	}
	for _, kind := range kinds.Forms() {
		form := kinds.Called(kind)
		file, _ := form.Path("heron-42")
		text := form.Form(kinds.Filling{Draft: true, Body: "[[THE TEXT]]"})
		for _, d := range content.Decode(file, []byte(text)).Diags {
			if d.Severity == diag.Error {
				t.Errorf("a new %s: %s", kind, d)
			}
		}
	}
}

// Whoever takes the # away and writes nothing after the colon has said nothing.
func TestEveryFieldOfAFormCanBeSwitchedOn(t *testing.T) {
	for _, kind := range kinds.Forms() {
		form := kinds.Called(kind)
		file, _ := form.Path("heron-42")
		var lines []string
		switched := 0
		for line := range strings.Lines(form.Form(kinds.Filling{Draft: true})) {
			if off, isOff := strings.CutPrefix(strings.TrimLeft(line, " "), "#"); isOff && !strings.HasPrefix(off, " ") {
				line = strings.Replace(line, "#", "", 1)
				switched++
			}
			lines = append(lines, line)
		}
		if switched == 0 {
			t.Errorf("a new %s has nothing to switch on", kind)
		}
		for _, d := range content.Decode(file, []byte(strings.Join(lines, ""))).Diags {
			if d.Severity == diag.Error {
				t.Errorf("a new %s with all fields: %s", kind, d)
			}
		}
	}
}

func TestAnAnswerIsReadAsItWasTyped(t *testing.T) {
	form := kinds.Called("guide")
	rapid.Check(t, func(t *rapid.T) {
		title := rapid.OneOf(
			rapid.String(), rapid.StringMatching(`[a-z:#'"\\{}\[\],&*!|>%@-]{1,12}( [a-z:#-]{1,5})?`),
			rapid.SampledFrom([]string{"yes", "null", "~", "1e3", "2026-11-30", "a: b", "a #b", "---", "- a", "true"}),
		).Draw(t, "title")
		text := form.Form(kinds.Filling{Known: field.Answers{"title": title, "summary": "S", "authors": []string{title}}})
		doc := content.Decode("content/guides/x.md", []byte(text))
		if len(doc.Diags) > 0 {
			for _, d := range doc.Diags {
				if d.Code == field.BadYAML || d.Code == field.UnknownKey || d.Code == field.WrongType {
					t.Fatalf("%q is written so that it cannot be read: %s", title, d)
				}
			}
			return // it holds what no title may
		}
		p, _ := content.Link([]*content.Document{doc}, content.Options{})
		if want := strings.Join(strings.Fields(title), " "); len(p.Guides) != 1 || p.Guides[0].Title != want || p.Guides[0].Authors[0] != want {
			t.Fatalf("%q is read as %q", want, portal.Find(p.Guides, "x").Title)
		}
	})
}
