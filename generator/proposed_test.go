package generator_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/content"
	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/markdown"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

// proposal is what the sheet of a profile makes of answers, and what it says of them.
type proposal struct {
	Text     string
	Problems []struct {
		Field, Key string
		Soft       bool
	}
}

// wrong returns the fields that the sheet finds wrong, or only remarkable.
func (p proposal) wrong(soft bool) (fields []string) {
	for _, problem := range p.Problems {
		if problem.Soft == soft {
			fields = append(fields, problem.Field)
		}
	}
	slices.Sort(fields)
	return slices.Compact(fields)
}

// profileSheet returns the sheet of a profile and what topics are called.
func profileSheet(docs []*content.Document) (*page.Worksheet, [][4]string) {
	linked, _ := content.Link(docs, content.Options{})
	plan, _ := site.New(linked, site.Options{}, page.Plan, data.Plan)
	return plan.Page("/worksheets/become-a-mentor/").View().(*page.Worksheet), plan.Matches().Records().Names
}

// proposed has Node judge sets of answers and make files of them, by the modules that
// browsers run.
func proposed(t *testing.T, sheet *page.Worksheet, names [][4]string, sets [][]answer) []proposal {
	t.Helper()
	said := portaltest.Node(t, "../templates/assets/js", `
		import { readFileSync } from "node:fs";
		import { fill } from "./fill.js";
		import { fold } from "./fold.js";
		import { vocabulary } from "./alike.js";
		import { normal } from "./codes.js";
		import { problems } from "./check.js";
		const { sets, output, parts, topics, names, strict } = JSON.parse(readFileSync(0, "utf8"));
		const rules = parts.map((p) => Object.fromEntries(Object.entries(p).map(([k, v]) => [k.toLowerCase(), v])));
		const slugs = topics.map((t) => t.Slug || fold(t.Title));
		const known = { slugs, strict, titles: topics.map((t) => t.Title), numbers: ["one", "two"],
			topics: vocabulary(slugs, names) };
		const judge = (set) => {
			const all = normal(rules, Object.fromEntries(set.map((a) => [a.name, a])), known);
			return { text: fill(output, all), problems: problems(rules, all, "2026-11-16", known) };
		};
		process.stdout.write(JSON.stringify(sets.map(judge)));
	`, map[string]any{"sets": sets, "output": sheet.Save.Output, "parts": sheet.Save.Parts, "topics": sheet.Topics, "names": names, "strict": sheet.Strict})
	var all []proposal
	if err := json.Unmarshal(said, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// changed returns answers with some of them given otherwise; "" takes one away.
func changed(answers []answer, said map[string]string) []answer {
	answers = slices.Clone(answers)
	for i, a := range answers {
		if text, other := said[a.Name]; other {
			answers[i].Lines = []string{text}
		}
	}
	return answers
}

func TestTheDemosProfileSheetGivesAProfileWithoutMistakes(t *testing.T) {
	docs := demoDocuments(t)
	sheet, names := profileSheet(docs)
	made := proposed(t, sheet, names, [][]answer{example(sheet.Worksheet)})[0]
	if !strings.Contains(made.Text, "\nconsent:\n  publish: 2026-11-09\n  terms: \"2026-06\"\n") {
		t.Errorf("the file does not say which privacy notice its person agreed to:\n%s", made.Text)
	}
	if diags := judged(t, docs, joy, made.Text); len(diags) > 0 || len(made.Problems) > 0 {
		t.Errorf("%v %v\n%s", made.Problems, diags, made.Text)
	}
}

func TestAProfileWithOnlyWhatThePageCallsNeededHasNoMistakes(t *testing.T) {
	docs := demoDocuments(t)
	sheet, names := profileSheet(docs)
	needed := map[string]string{}
	for _, part := range sheet.Save.Parts {
		if part.Needed {
			needed[part.Field] = part.Key
		}
	}
	bare := example(sheet.Worksheet)
	for i, a := range bare {
		if needed[a.Name] == "" {
			bare[i].Lines = []string{}
		}
	}
	sets, left := [][]answer{bare}, []string{""}
	for name := range needed {
		sets, left = append(sets, changed(bare, map[string]string{name: ""})), append(left, name)
	}
	for i, made := range proposed(t, sheet, names, sets) {
		diags := judged(t, docs, joy, made.Text)
		switch {
		case i == 0 && (len(needed) != 7 || len(diags) > 0 || len(made.Problems) > 0):
			t.Errorf("%v give %v %v", needed, made.Problems, diags)
		case i > 0 && !slices.Equal(made.wrong(false), left[i:i+1]):
			t.Errorf("without %s the sheet finds %v wrong", left[i], made.wrong(false))
		case i > 0 && needed[left[i]] != "skills.topic" && !diags.HasErrors():
			t.Errorf("%s is called needed, and nothing is wrong without it", left[i])
		}
	}
}

// People answer in words, join two things with "and", and write places for clocks.
func TestNaturalAnswersMakeAFileWithoutMistakes(t *testing.T) {
	docs := demoDocuments(t)
	sheet, names := profileSheet(docs)
	people := []map[string]string{
		{"skill-1": "leadership", "capacity": "two", "languages": "english and french", "country": "united kingdom", "timezone": "london"},
		{"skill-1": "Excel", "languages": "Spanish & português", "country": "PT", "timezone": "Europe/lisbon", "helps-with": "networking, Burn-out"},
		{"languages": "Englisch, Französisch, espagnol", "country": "Deutschland"}, {"languages": "英語", "country": "Allemagne", "capacity": "٣", "setback-year": "۲۰۱۹"},
		{"skill-1": "Spread sheets", "languages": "en, PT-br", "via": "link", "via-page": "example.org/ana", "capacity": " 3 "},
		{"skill-1": "excel", "level-2": "", "languages": "Chinese/english", "via": "email", "via-address": "ana@example.org", "learning": "SQL, public speaking"},
		{"name": "O'Neill \"Bo\" – 李", "headline": "I can help you: ask, \"plainly\" #1", "setback": "", "setback-year": "", "about": "# Who I am\n\n1 < 2 & 3 > 2, e.g. *this*."},
	}
	var sets [][]answer
	for _, person := range people {
		sets = append(sets, changed(example(sheet.Worksheet), person))
	}
	for i, made := range proposed(t, sheet, names, sets) {
		diags := judged(t, docs, joy, made.Text)
		if wrong := made.wrong(false); len(wrong) > 0 || diags.HasErrors() {
			t.Errorf("%v: the sheet finds %v wrong, check says %v\n%s", people[i], wrong, diags, made.Text)
		}
	}
}

// The sheet and check judge alike: each of these is said by both, with the same weight.
func TestTheSheetSaysWhatCheckWouldSay(t *testing.T) {
	docs := demoDocuments(t)
	sheet, names := profileSheet(docs)
	long := func(n int) string { return strings.Repeat("ä", n) }
	cases := []struct {
		field, said string
		code        diag.Code
	}{
		{"name", long(81), field.OutOfRange}, {"role", long(81), field.OutOfRange}, {"headline", long(101), field.OutOfRange},
		{"ideal", long(401), field.OutOfRange}, {"not-offered", long(161), field.OutOfRange}, {"first-step", long(121), field.OutOfRange},
		{"reply", long(41), field.OutOfRange}, {"setback", long(201), field.OutOfRange}, {"name", "", field.MissingField},
		{"setback", "", field.MissingField}, {"skill-1", "", field.MissingField},
		{"setback-year", "1900", field.OutOfRange}, {"setback-year", "last year", field.WrongType}, {"capacity", "51", field.OutOfRange},
		{"capacity", "a few", field.WrongType}, {"country", "Atlantis", field.UnknownCountry}, {"timezone", "Atlantis", field.UnknownTimezone},
		{"languages", "Klingonish", field.UnknownLanguage}, {"skill-1", "!!!", part.BadTopic},
		{"skill-1", "Bee keeping", content.UnknownTopic}, {"learning", "guitar, Python", content.UnknownTopic},
		{"until", "2027-09-01", kinds.UntilTooFar}, {"until", "2026-02-30", part.BadDate}, {"until", "2026-01-01", part.DateOrder},
		{"today", "2026-12-24", content.FutureDate}, {"via", "email", part.ContactIncomplete}, {"via", "form", part.ContactIncomplete},
		{"via-page", "http://example.org/x", field.BadURL}, {"via-page", "my page", field.BadURL}, {"via-address", "ana", field.BadEmail},
		{"role", "Nurse, ana@example.org", field.PublicAddress}, {"about", "Write to joy@harbour.example.", field.PublicAddress},
		{"about", "Ring me: +44 20 7946 0958", field.TelephoneNumber}, {"about", "I answer on 0171 1234567.", field.TelephoneNumber},
		{"role", "Nurse, WhatsApp 555 123 4567", field.TelephoneNumber}, {"about", "I am <b>bold</b>", markdown.RawHTML},
		{"about", "[[NAME]] is here", field.Placeholder},
	}
	sets := [][]answer{}
	for _, c := range cases {
		sets = append(sets, changed(example(sheet.Worksheet), map[string]string{c.field: c.said}))
	}
	for i, made := range proposed(t, sheet, names, sets) {
		diags := judged(t, docs, joy, made.Text)
		at := slices.IndexFunc(diags, func(d diag.Diagnostic) bool { return d.Code == cases[i].code })
		soft := at >= 0 && diags[at].Severity == diag.Warning
		if at < 0 || !slices.Contains(append(made.wrong(soft), made.wrong(false)...), cases[i].field) && !strings.HasPrefix(cases[i].field, "via") {
			t.Errorf("%s %q: check says %v, the sheet says %v", cases[i].field, cases[i].said, diags, made.Problems)
		}
		if !soft && len(made.wrong(false)) == 0 {
			t.Errorf("%s %q: check refuses the file, and the sheet does not", cases[i].field, cases[i].said)
		}
	}
}

// What matching counts is asked for: the person's stage and whom they accept, their rhythm
// and when they are free.
func TestTheSheetAsksForWhatMatchingCounts(t *testing.T) {
	docs := demoDocuments(t)
	sheet, names := profileSheet(docs)
	all := example(sheet.Worksheet)
	for i, a := range all {
		if a.Name == "free" || a.Name == "accepts" {
			all[i].Lines = a.Options
		}
	}
	made := proposed(t, sheet, names, [][]answer{all})[0]
	p, diags := content.Link(append(slices.Clone(docs), content.Decode(joy, []byte(made.Text))), content.Options{})
	m := portal.Find(p.Mentors, "joy-macaraeg")
	if m == nil || len(made.Problems) > 0 {
		t.Fatalf("%v %v\n%s", made.Problems, diags, made.Text)
	}
	if m.Stage != "mid" || m.Cadence == nil || m.Cadence.Weeks != 2 || len(m.Accepts.Stages) != 7 {
		t.Errorf("stage %q, rhythm %v, accepts %v", m.Stage, m.Cadence, m.Accepts.Stages)
	}
	if w := m.Availability.Windows; len(w) != 17 || w[5] != (portal.Window{Day: 1, Start: 12 * 60, End: 17 * 60}) {
		t.Errorf("free at %v", w)
	}
}
