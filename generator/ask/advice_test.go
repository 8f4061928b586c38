package ask_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator"
	"ithaca/generator/ask"
)

// asked is a small site with people who look for help, by paths below content.
var asked = map[string]string{
	"index.md": `---
title: Harbour Mentoring
base_url: https://harbour.example
concerns: {name: Safety desk, url: "https://harbour.example/concerns"}
requests: {repository: invented, publish: pseudonyms}
cycles:
  - {id: spring-2020, title: Spring 2020, start: 2020-03-01, end: 2020-09-01}
  - {id: spring-2027, title: Spring 2027, start: 2027-03-01, end: 2027-09-01}
---
Welcome.
`,
	"pages/code-of-conduct.md": "---\ntitle: Code of conduct\n---\nBe kind.\n",
	"pages/privacy.md":         "---\ntitle: Privacy\n---\nWhat we keep.\n",
	"mentors/ana-silva.md": profileOf("Ana Silva", `
timezone: Europe/Lisbon
skills: [{topic: sailing, level: 3}]
helps_with: [first-boat]
availability: {status: open, until: 2027-01-31, windows: ["Tue 18:00-21:00"]}`),
	"requests/heron-42.md":   wish("sailing, knots, weather"),
	"requests/jasmine-81.md": wish("sailing, knots"),
	"requests/otter-7.md":    wish("bookbinding"),
}

func profileOf(name, rest string) string {
	return "---\nname: " + name + "\nheadline: I can help you\nlanguages: [pt]" + rest + `
contact: {via: organizer}
consent: {publish: 2026-10-01}
confirmed: 2026-10-01
---
I sailed for nine years.
`
}

func wish(topics string) string {
	return "---\nlanguages: [pt]\ncycle: spring-2027\npublish: true\nneeds: [" + strings.ReplaceAll("{topic: "+topics, ", ", ", want: must}, {topic: ") +
		", want: must}]\nconsent: {matching: 2026-10-01}\n---\n"
}

// about returns the small site as a Matching, after some of its files were replaced.
func about(t *testing.T, changes map[string]string) *ask.Matching {
	t.Helper()
	dir := t.TempDir()
	for _, files := range []map[string]string{asked, changes} {
		for name, text := range files {
			at := filepath.Join(dir, "content", filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return taken(t, dir)
}

// taken returns a site as a Matching.
func taken(t testing.TB, dir string) *ask.Matching {
	t.Helper()
	s, err := generator.Take(generator.Options{Site: dir, Today: time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC), ContentOnly: true})
	if err != nil || s.Diagnostics().HasErrors() {
		t.Fatal(err, s.Diagnostics())
	}
	return ask.New(s, ask.English(os.DirFS("../../templates")))
}

const ana = "content/mentors/ana-silva.md"

// forMentor returns what Ana's author is told.
func forMentor(t *testing.T, changes map[string]string) *ask.MentorAdvice {
	t.Helper()
	advice := about(t, changes).Advise(ana)
	if advice.Found == nil || advice.Asked != nil {
		t.Fatalf("%+v", advice)
	}
	return advice.Found
}

func kinds(hints []ask.Hint) []string {
	all := []string{}
	for _, h := range hints {
		all = append(all, h.Kind)
	}
	return all
}

func TestAMentorsAuthorIsToldWhomTheyAreSuggestedTo(t *testing.T) {
	m := forMentor(t, nil)
	want := []ask.Place{
		{Name: "jasmine-81", File: "content/requests/jasmine-81.md", Rank: 1, Text: "Helps with sailing (must have): guides others at work"},
		{Name: "heron-42", File: "content/requests/heron-42.md", Rank: 1, Text: "Helps with sailing (must have): guides others at work"},
	}
	if d := cmp.Diff(want, m.Places); d != "" || m.Closed != "" || m.Behind != 0 || len(m.RuledOut) > 0 {
		t.Errorf("%+v\n%s", m, d)
	}
	hints := []ask.Hint{{Kind: "asked-for", Text: "2 requests are near to this profile. They also ask most for knots. If that is something to help with, name it under `skills` or `helps_with`."}}
	if d := cmp.Diff(hints, m.Hints); d != "" {
		t.Error(d)
	}
}

func TestAMentorsAuthorIsToldWhyTheyAreNotSuggested(t *testing.T) {
	const open = "\navailability: {status: open, until: 2027-01-31}"
	const skills = "\nskills: [{topic: sailing, level: 3}]"
	for why, c := range map[string]struct{ profile, closed, ruledOut string }{
		"paused":        {skills + "\navailability: {status: paused, until: 2027-01-31}", "takes nobody on", ""},
		"not confirmed": {skills + "\navailability: {status: open, until: 2026-11-15}", "has not confirmed that there are places since 2026-11-15", ""},
		"no language":   {"\nlanguages: [fi]" + skills + open, "", "they share no language"},
	} {
		text := profileOf("Ana Silva", c.profile)
		if why == "no language" {
			text = strings.Replace(text, "\nlanguages: [pt]", "", 1)
		}
		m := forMentor(t, map[string]string{"mentors/ana-silva.md": text})
		if !strings.Contains(m.Closed, c.closed) || (c.closed == "") != (m.Closed == "") || len(m.Places) > 0 {
			t.Errorf("%s: %+v", why, m)
		}
		if c.ruledOut == "" && len(m.RuledOut) > 0 || c.ruledOut != "" && (len(m.RuledOut) != 2 || !strings.Contains(m.RuledOut[0].Text, c.ruledOut)) {
			t.Errorf("%s: ruled out are %+v", why, m.RuledOut)
		}
	}
}

func TestAMentorBehindFiveOthersIsToldSo(t *testing.T) {
	changes := map[string]string{}
	for _, name := range []string{"Bo Berg", "Chi Ume", "Dee Oh", "Eli Roe", "Fay Lim"} {
		slug := strings.ToLower(strings.ReplaceAll(name, " ", "-"))
		changes["mentors/"+slug+".md"] = profileOf(name, "\nskills: [{topic: sailing, level: 4}, {topic: knots, level: 4}]\navailability: {status: open, until: 2027-01-31}")
	}
	m := forMentor(t, changes)
	if len(m.Places) > 0 || m.Behind != 2 {
		t.Errorf("%+v", m)
	}
}

func TestHintsNameWhatAProfileLeavesOut(t *testing.T) {
	needs := map[string]string{"requests/heron-42.md": strings.Replace(wish("sailing"), "needs:",
		"style: {structure: 2}\noffers: [cv-review]\nmove: {to: sailing}\nneeds:", 1)}
	needs["mentors/ana-silva.md"] = profileOf("Ana Silva", `
skills: [sailing]
cycles: [spring-2020]
availability: {status: open, until: 2026-12-16}`)
	hints := forMentor(t, needs).Hints
	want := []string{
		"ends-soon", "past-cycles", "no-levels", "no-helps",
		"no-timezone", "no-windows", "no-move", "no-offers", "no-style",
	}
	if d := cmp.Diff(want, kinds(hints)); d != "" {
		t.Error(d)
	}
	if !strings.Contains(hints[0].Text, "2026-12-16") || !strings.Contains(hints[2].Text, ": sailing.") {
		t.Errorf("%+v", hints)
	}
	needs["mentors/ana-silva.md"] = profileOf("Ana Silva", "\navailability: {status: open, until: 2026-12-17}")
	want = []string{"no-skills", "no-helps", "no-timezone", "no-windows"}
	if d := cmp.Diff(want, kinds(forMentor(t, needs).Hints)); d != "" {
		t.Error(d)
	}
}

func TestARequestsAuthorIsToldWhoIsSuggested(t *testing.T) {
	asked := about(t, nil).Advise("content/requests/heron-42.md").Asked
	want := []ask.Place{{Name: "Ana Silva", File: ana, Rank: 1, Text: "Helps with sailing (must have): guides others at work"}}
	if d := cmp.Diff(want, asked.Suggested); d != "" || asked.Nobody != "" {
		t.Errorf("%+v\n%s", asked, d)
	}
	if asked = about(t, nil).Advise("content/requests/otter-7.md").Asked; len(asked.Suggested) > 0 || asked.Nobody == "" {
		t.Errorf("%+v", asked)
	}
	rows, err := about(t, nil).Overview("", 5)
	if err != nil || len(rows) != 3 || rows[2].Why != asked.Nobody {
		t.Errorf("%+v, %v", rows, err)
	}
	if advice := about(t, nil).Advise("content/index.md"); advice != (ask.Advice{}) {
		t.Errorf("%+v", advice)
	}
}
