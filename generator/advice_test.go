package generator_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator"
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

// advice returns the notes of a page of the small site after some of its files
// were replaced.
func advice(t *testing.T, url string, changes map[string]string) generator.Notes {
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
	o := options(dir)
	o.Today = time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC)
	s, err := generator.Take(o)
	if err != nil || s.Diagnostics().HasErrors() {
		t.Fatal(err, s.Diagnostics())
	}
	return s.Notes(url)
}

func kinds(hints []generator.Hint) []generator.HintKind {
	all := []generator.HintKind{}
	for _, h := range hints {
		all = append(all, h.Kind)
	}
	return all
}

func TestAMentorsAuthorIsToldWhomTheyAreSuggestedTo(t *testing.T) {
	n := advice(t, "/mentors/ana-silva/", nil)
	if n.Mentor == nil || n.Request != nil {
		t.Fatalf("%+v", n)
	}
	want := []generator.RequestPlace{
		{Request: "heron-42", Source: "content/requests/heron-42.md", Rank: 1, Text: "sailing (must): leads it"},
		{Request: "jasmine-81", Source: "content/requests/jasmine-81.md", Rank: 1, Text: "sailing (must): leads it"},
	}
	if d := cmp.Diff(want, n.Mentor.Places); d != "" || n.Mentor.Closed != "" || n.Mentor.Behind != 0 || n.Mentor.RuledOut != nil {
		t.Errorf("%+v\n%s", n.Mentor, d)
	}
	hints := []generator.Hint{{Kind: generator.AskedFor, Words: []string{"knots"}, Requests: 2}}
	if d := cmp.Diff(hints, n.Mentor.Hints); d != "" {
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
		m := advice(t, "/mentors/ana-silva/", map[string]string{"mentors/ana-silva.md": text}).Mentor
		if !strings.Contains(m.Closed, c.closed) || (c.closed == "") != (m.Closed == "") || len(m.Places) > 0 {
			t.Errorf("%s: %+v", why, m)
		}
		if c.ruledOut == "" && m.RuledOut != nil || c.ruledOut != "" && (len(m.RuledOut) != 2 || !strings.Contains(m.RuledOut[0].Text, c.ruledOut)) {
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
	m := advice(t, "/mentors/ana-silva/", changes).Mentor
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
	hints := advice(t, "/mentors/ana-silva/", needs).Mentor.Hints
	want := []generator.HintKind{
		generator.EndsSoon, generator.PastCycles, generator.NoLevels, generator.NoHelpsWith,
		generator.NoTimezone, generator.NoWindows, generator.NoMove, generator.NoOffers, generator.NoStyle,
	}
	if d := cmp.Diff(want, kinds(hints)); d != "" {
		t.Error(d)
	}
	if hints[0].Day != "2026-12-16" || !slices.Equal(hints[2].Words, []string{"sailing"}) {
		t.Errorf("%+v", hints)
	}
	needs["mentors/ana-silva.md"] = profileOf("Ana Silva", "\navailability: {status: open, until: 2026-12-17}")
	want = []generator.HintKind{generator.NoTopics, generator.NoHelpsWith, generator.NoTimezone, generator.NoWindows}
	if d := cmp.Diff(want, kinds(advice(t, "/mentors/ana-silva/", needs).Mentor.Hints)); d != "" {
		t.Error(d)
	}
}

func TestARequestsAuthorIsToldWhoIsSuggested(t *testing.T) {
	r := advice(t, "/requests/heron-42/", nil).Request
	want := &generator.RequestAdvice{Suggested: []generator.MentorPlace{
		{Name: "Ana Silva", Source: "content/mentors/ana-silva.md", Text: "sailing (must): leads it"},
	}}
	if d := cmp.Diff(want, r); d != "" {
		t.Error(d)
	}
	if r = advice(t, "/requests/otter-7/", nil).Request; len(r.Suggested) > 0 || r.Nobody == "" {
		t.Errorf("%+v", r)
	}
}
