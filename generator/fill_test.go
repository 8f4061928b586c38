package generator_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/content"
	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
	"ithaca/generator/source"
)

// answer is what the modules of worksheets know of a field that was filled in.
type answer struct {
	Name    string     `json:"name"`
	Kind    string     `json:"kind"`
	Options []string   `json:"options"`
	Lines   []string   `json:"lines"`
	Rows    [][]string `json:"rows"`
}

// form is an output, and the answers to fill it with.
type form struct {
	Output  string   `json:"output"`
	Answers []answer `json:"answers"`
}

// filled has Node fill outputs with answers, by the modules that browsers run.
func filled(t *testing.T, forms []form) (texts []string) {
	t.Helper()
	said := portaltest.Node(t, "../templates/assets/js", `
		import { readFileSync } from "node:fs";
		import { fill } from "./fill.js";
		const forms = JSON.parse(readFileSync(0, "utf8"));
		const texts = forms.map(({ output, answers }) => fill(output, Object.fromEntries(answers.map((a) => [a.name, a]))));
		process.stdout.write(JSON.stringify(texts));
	`, forms)
	if err := json.Unmarshal(said, &texts); err != nil || len(texts) != len(forms) {
		t.Fatalf("%d texts: %v", len(texts), err)
	}
	return texts
}

// answersOf returns a field's answers as a page has them.
func answersOf(w *portal.Worksheet, lines func(portal.SheetField) []string) []answer {
	var all []answer
	for _, f := range w.Fields {
		a := answer{Name: f.Name, Kind: string(f.Kind), Options: f.Options, Lines: lines(f)}
		if f.Kind == portal.TableField {
			for _, line := range a.Lines {
				a.Rows = append(a.Rows, strings.Split(line, "|"))
			}
		}
		all = append(all, a)
	}
	return all
}

// example returns the answers of a sheet's own example.
func example(w *portal.Worksheet) []answer {
	return answersOf(w, func(f portal.SheetField) []string {
		for _, a := range w.Example {
			if a.Name == f.Name {
				return a.Lines
			}
		}
		return []string{}
	})
}

// demoDocuments returns the decoded files of the demo.
func demoDocuments(t *testing.T) []*content.Document {
	t.Helper()
	tree, diags, err := source.Read(demo, source.Options{})
	if err != nil || diags.HasErrors() {
		t.Fatal(err, diags)
	}
	var docs []*content.Document
	for _, f := range tree.Below("content") {
		docs = append(docs, content.Decode(f.Path, f.Data))
	}
	return docs
}

// judged returns what is wrong with a file beside the files of the demo.
func judged(t *testing.T, docs []*content.Document, path, text string) diag.List {
	t.Helper()
	with := append(append([]*content.Document(nil), docs...), content.Decode(path, []byte(text)))
	_, all := content.Link(with, content.Options{Today: portal.DateOf(time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC))})
	var own diag.List
	for _, d := range all {
		if d.File == path {
			own = append(own, d)
		}
	}
	return own
}

const joy = "content/mentors/joy-macaraeg.md"

func sheetOf(t *testing.T, docs []*content.Document, slug string) *portal.Worksheet {
	t.Helper()
	p, _ := content.Link(docs, content.Options{})
	w := portal.Find(p.Worksheets, slug)
	if w == nil {
		t.Fatalf("the demo has no worksheet %s", slug)
	}
	return w
}

// hostile are answers that would mean something else in YAML, if they were not
// written with care.
var hostile = []string{
	`"quoted" and 'single', with \ and a trailing \`,
	"key: value # no comment",
	"- a list\n- of two",
	"---",
	"line one\n---\nline: two\n...\n",
	"[a, b] {c: d} *alias &anchor !tag |literal >folded @at `tick`",
	"\u0000\u0007\u0085\u2028\u2029\ufeff\u202eevil\u2066",
	"\"]\n  - topic: extra\nconfirmed: 1999-01-01",
	"{name} {role} $& $1 $` \\u0041",
	"yes", "null", "~", "007", "1e3", "0x1f", "2026-13-45", "-", "?", "%YAML 1.2",
	"ליאן 😀 नमस्ते 日本",
	strings.Repeat("long ", 60),
}

func TestHostileAnswersNeverBreakAFilesFields(t *testing.T) {
	docs := demoDocuments(t)
	w := sheetOf(t, docs, "become-a-mentor")
	structural := []diag.Code{
		field.BadYAML, field.UnknownKey, field.DuplicateKey, field.YAMLFeature, field.TooDeep,
		field.NoFrontmatter, field.UnclosedFrontmatter, field.FrontmatterTooLong,
	}
	var forms []form
	for _, bad := range hostile {
		forms = append(forms, form{w.Output, answersOf(w, func(portal.SheetField) []string { return []string{bad} })})
	}
	for i, text := range filled(t, forms) {
		for _, d := range judged(t, docs, joy, text) {
			if slices.Contains(structural, d.Code) {
				t.Errorf("%q: %v\n%s", hostile[i], d, text)
			}
		}
	}
}

func TestAnAnswerIsReadBackAsItWasWritten(t *testing.T) {
	docs := demoDocuments(t)
	w := sheetOf(t, docs, "become-a-mentor")
	roles := []string{`Nurse: "nights" #3, it's fine \o/`, "- at sea", "no", "42", "{name}", "ליאן", "[x]"}
	var forms []form
	for _, said := range roles {
		answers := example(w)
		for i := range answers {
			if answers[i].Name == "role" {
				answers[i].Lines = []string{said}
			}
		}
		forms = append(forms, form{w.Output, answers})
	}
	for i, text := range filled(t, forms) {
		p, _ := content.Link([]*content.Document{content.Decode(joy, []byte(text))}, content.Options{})
		if len(p.Mentors) != 1 || p.Mentors[0].Role != roles[i] {
			t.Errorf("%q became\n%s", roles[i], text)
		}
	}
}

func TestWhatHasNoAnswerIsLeftOut(t *testing.T) {
	cases := []struct{ output, want string }{
		{"Dear {name},\n\n{none}\n\nBye", "Dear Ana,\n\nBye\n"},
		{"# A\n\n## B\n\n{none}\n\n## C\n\nSome {name}\n\n## D\n\n{none}", "# A\n\n## C\n\nSome Ana\n"},
		{"{name} and {none}, really", "Ana and , really\n"},
		{"---\nname: {name}\nskills:\n  - topic: {none}\n    level: {nothing}\n  - topic: {name}\n    level: {nothing}\nlist: [{none}, {ticked}]\n---\n{none}\n",
			"---\nname: \"Ana\"\nskills:\n  - topic: \"Ana\"\nlist: [\"one\", \"two, three\"]\n---\n"},
		{"---\npath:\n  - year: {none}\n    kind: setback\nat:\n  from: {day}\n  until: {none}\n  open: yes\n---\n", "---\nat:\n  from: 2027-01-02\n  open: yes\n---\n"},
		{"---\nnote: |\n  Hello {name}\n\n  {none}\nbare: Hello {name}\nlist: {ticked}\nquoted: \"{day}\"\n---\nText", "---\nnote: \"Hello Ana\\n\"\nbare: \"Hello Ana\"\nlist: [\"one\", \"two, three\"]\nquoted: \"2027-01-02\"\n---\n\nText\n"},
		{"{table}\n\nIn a line: {table}. {ticked}\n\n{ticked}", "| A | B |\n| --- | --- |\n| x | y\\|z |\n\nIn a line: x, y|z. one, two, three\n\n- one\n- two, three\n"},
	}
	var forms []form
	for _, c := range cases {
		forms = append(forms, form{c.output, []answer{
			{Name: "name", Kind: "line", Lines: []string{" Ana "}},
			{Name: "none", Kind: "text", Lines: []string{" ", "\u200b"}},
			{Name: "nothing", Kind: "choice", Lines: []string{}},
			{Name: "day", Kind: "date", Lines: []string{"2027-01-02"}},
			{Name: "ticked", Kind: "checklist", Options: []string{"one", "two, three", "four"}, Lines: []string{"one", "two, three"}},
			{Name: "table", Kind: "table", Options: []string{"A", "B"}, Lines: []string{}, Rows: [][]string{{"x", "y|z"}, {"", " "}}},
		}})
	}
	for i, got := range filled(t, forms) {
		if d := cmp.Diff(cases[i].want, got); d != "" {
			t.Errorf("%s:\n%s", cases[i].output, d)
		}
	}
}
