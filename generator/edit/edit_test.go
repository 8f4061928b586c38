package edit_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/edit"
)

const profile = `---
# Ana's own words
name: Ana Silva   # as she writes it
role: 'Nurse, Lagos'
headline: "I can help you"
languages: [pt, en]   # best first
skills:
  # what she knows
  - sailing
  - {topic: knots, level: 3}
  - topic: weather
    level: 2   # learning
availability:
  status: open
  until: 2027-01-31
contact: {via: organizer}
ideal_mentee: |
  Somebody who asks.

  And listens.
tried:
---

Text with --- in it.
`

func TestAChangeTouchesOnlyItsOwnBytes(t *testing.T) {
	for name, c := range map[string]struct {
		change   edit.Change
		old, new string
	}{
		"a plain text":           {edit.Set(edit.Text("Ana Costa"), "name"), "Ana Silva ", "Ana Costa "},
		"single quotes stay":     {edit.Set(edit.Text("Nurse, it's so"), "role"), "'Nurse, Lagos'", "'Nurse, it''s so'"},
		"double quotes stay":     {edit.Set(edit.Text("I can"), "headline"), `"I can help you"`, `"I can"`},
		"a word that is none":    {edit.Set(edit.Text("yes"), "name"), "Ana Silva ", `"yes" `},
		"nothing, as a text":     {edit.Set(edit.Text("Null"), "name"), "Ana Silva ", `"Null" `},
		"an hour":                {edit.Set(edit.Text("12:30"), "name"), "Ana Silva ", `"12:30" `},
		"a leading at sign":      {edit.Set(edit.Text("@ana"), "name"), "Ana Silva ", `"@ana" `},
		"a colon":                {edit.Set(edit.Text("Ana: Silva"), "name"), "Ana Silva ", `"Ana: Silva" `},
		"a nested field":         {edit.Set(edit.Text("paused"), "availability", "status"), "status: open", "status: paused"},
		"a date":                 {edit.Set(edit.Plain("2027-03-01"), "availability", "until"), "2027-01-31", "2027-03-01"},
		"a new nested field":     {edit.Set(edit.Whole(2), "availability", "capacity"), "2027-01-31\n", "2027-01-31\n  capacity: 2\n"},
		"a new field in braces":  {edit.Set(edit.Text("a, b"), "contact", "url"), "organizer}", `organizer, url: "a, b"}`},
		"a new field":            {edit.Set(edit.Text("NG"), "country"), "tried:\n", "tried:\ncountry: NG\n"},
		"a new group":            {edit.Set(edit.Plain("2026-10-01"), "consent", "publish"), "tried:\n", "tried:\nconsent: {publish: 2026-10-01}\n"},
		"a field without value":  {edit.Set(edit.Text("all"), "tried"), "tried:\n", "tried: all\n"},
		"a list gains an entry":  {edit.Add(edit.Text("fr"), "languages"), "[pt, en]", "[pt, en, fr]"},
		"a list loses its first": {edit.Drop(edit.Text("pt"), "languages"), "[pt, en]", "[en]"},
		"a list loses its last":  {edit.Drop(edit.Text("en"), "languages"), "[pt, en]", "[pt]"},
		"a list is replaced":     {edit.Set(edit.Texts("de"), "languages"), "[pt, en]", "[de]"},
		"a list changes by one":  {edit.Set(edit.Texts("en", "fr"), "languages"), "[pt, en]", "[en, fr]"},
		"lines gain an entry":    {edit.Add(edit.Text("tides"), "skills"), "level: 2   # learning\n", "level: 2   # learning\n  - tides\n"},
		"lines lose an entry":    {edit.Drop(edit.Text("sailing"), "skills"), "  - sailing\n", ""},
		"an entry is renamed":    {edit.Set(edit.Text("ropes"), "skills", "1", "topic"), "topic: knots", "topic: ropes"},
		"the first of a group":   {edit.Remove("skills", "2", "topic"), "  - topic: weather\n    level: 2", "  - level: 2"},
		"a level goes":           {edit.Remove("skills", "2", "level"), "    level: 2   # learning\n", ""},
		"the rest of a group":    {edit.Remove("contact", "via"), "contact: {via: organizer}\n", ""},
		"a list goes":            {edit.Remove("skills"), "skills:\n  # what she knows\n  - sailing\n  - {topic: knots, level: 3}\n  - topic: weather\n    level: 2   # learning\n", ""},
		"a text of many lines":   {edit.Set(edit.Text("Anybody."), "ideal_mentee"), "|\n  Somebody who asks.\n\n  And listens.\n", "Anybody.\n"},
		"lines become one value": {edit.Set(edit.Text("none"), "skills"), ":\n  # what she knows\n  - sailing\n  - {topic: knots, level: 3}\n  - topic: weather\n    level: 2   # learning\n", ": none   # learning\n"},
		"what is there already":  {edit.Add(edit.Text("en"), "languages"), "", ""},
		"what is not there":      {edit.Remove("photo", "file"), "", ""},
		"a list that is missing": {edit.Add(edit.Text("x"), "values"), "tried:\n", "tried:\nvalues: [x]\n"},
	} {
		for _, ends := range []string{"\n", "\r\n"} {
			inForm := strings.NewReplacer("\n", ends).Replace
			got, err := edit.Apply([]byte("\ufeff"+inForm(profile)), c.change)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			want := "\ufeff" + inForm(strings.Replace(profile, c.old, c.new, 1))
			if d := cmp.Diff(want, string(got)); d != "" {
				t.Errorf("%s with %q:\n%s", name, ends, d)
			}
		}
	}
}

func TestWhatCannotBeChangedSafelySaysSo(t *testing.T) {
	for text, want := range map[string]string{
		"name: Ana\n":                     "line 1: the file does not begin with a line `---`",
		"---\nname: *ana\n---\n":          "line 2:",
		"---\nname: [a\n---\n":            "line",
		"---\nname: Ana\nname: Bo\n---\n": "",
		"---\nname: \xff\n---\n":          "the file is not in UTF-8",
	} {
		got, err := edit.Apply([]byte(text), edit.Set(edit.Text("Bo"), "name"))
		if want == "" && err == nil {
			if read, err := edit.Read(got); err != nil || read.Body != "" {
				t.Error(err)
			}
			continue
		}
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	if _, err := edit.Apply([]byte(profile), edit.Set(edit.Text("x"), "name", "first")); err == nil {
		t.Error("a field within a text is taken")
	}
}

func TestTheTextBelowTheFieldsCanBeReplaced(t *testing.T) {
	got, err := edit.Body([]byte("---\r\nname: Ana\r\n---\r\nOld.\r\n"), "\nNew.\n")
	if d := cmp.Diff("---\r\nname: Ana\r\n---\r\n\r\nNew.\r\n", string(got)); d != "" || err != nil {
		t.Error(err, d)
	}
}

func TestANewFileSaysWhatItWasMadeOf(t *testing.T) {
	text := edit.Write(
		edit.Entry{Key: "name", Value: edit.Text("Null")},
		edit.Entry{Key: "headline", Value: edit.Text("I can help: a lot"), Comment: "derived"},
		edit.Entry{Key: "languages", Value: edit.Texts("no", "en")},
		edit.Entry{Key: "needs", Value: edit.List(edit.Group(edit.Entry{Key: "topic", Value: edit.Text("a, b")}))},
	)
	want := "name: \"Null\"\nheadline: \"I can help: a lot\"  # derived\nlanguages: [\"no\", en]\nneeds:\n  - {topic: \"a, b\"}\n"
	if d := cmp.Diff(want, text); d != "" {
		t.Error(d)
	}
}
