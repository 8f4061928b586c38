package diag_test

import (
	"encoding/json"
	"strings"
	"testing"

	"ithaca/generator/diag"
)

func TestASortedListReadsFromTopToBottomAndNamesEachMistakeOnce(t *testing.T) {
	var list diag.List
	list.Warnf(diag.Position{File: "b.md", Line: 1, Column: 1}, "late", "", "late")
	list.Errorf(diag.Position{File: "b.md", Line: 1, Column: 1}, "late", "", "late")
	list.Errorf(diag.Position{File: "a.md", Line: 10, Column: 2}, "x", "", "ten")
	list.Errorf(diag.Position{File: "a.md", Line: 9, Column: 30}, "x", "", "nine")
	list.Errorf(diag.Position{File: "a.md", Line: 9, Column: 30}, "x", "", "nine")
	var got []string
	for _, d := range list.Sorted() {
		got = append(got, d.String())
	}
	want := []string{
		"a.md:9:30: error: nine [x]", "a.md:10:2: error: ten [x]",
		"b.md:1:1: error: late [late]", "b.md:1:1: warning: late [late]",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if errors, warnings := list.Count(); errors != 4 || warnings != 1 {
		t.Errorf("counted %d errors and %d warnings", errors, warnings)
	}
}

func TestTheNearestWordIsFoundOnlyWhenItIsNear(t *testing.T) {
	words := []string{"kubernetes", "go", "python", "public-speaking", "headline"}
	for _, c := range []struct{ word, want string }{
		{"kubernets", "kubernetes"}, {"Python", "python"}, {"headlin", "headline"},
		{"public-speeking", "public-speaking"}, {"og", ""}, {"rust", ""}, {"", ""},
	} {
		if got := diag.Nearest(c.word, words); got != c.want {
			t.Errorf("Nearest(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func TestTheCaretStandsUnderTheMistake(t *testing.T) {
	source := "---\nnäme: 3\nrole: [\n"
	text := diag.Text{Source: func(string) []byte { return []byte(source) }, Path: func(f string) string { return "site/" + f }}
	var list diag.List
	list.Errorf(diag.Position{File: "a.md", Line: 2, Column: 7}, "wrong-type", "write text", "not a text")
	var b strings.Builder
	if err := text.Write(&b, list); err != nil {
		t.Fatal(err)
	}
	want := "site/a.md:2:7: error: not a text [wrong-type]\n  näme: 3\n        ^\n  hint: write text\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestALongLineIsShownAroundTheMistake(t *testing.T) {
	source := strings.Repeat("a", 5000) + "X" + strings.Repeat("b", 5000)
	text := diag.Text{Source: func(string) []byte { return []byte(source) }}
	var list diag.List
	list.Errorf(diag.Position{File: "a.md", Line: 1, Column: 5001}, "c", "", "m")
	var b strings.Builder
	if err := text.Write(&b, list); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	if at := strings.Index(lines[1], "X"); at < 0 || at != strings.Index(lines[2], "^") || len(lines[1]) > 110 {
		t.Errorf("the caret does not stand under X:\n%s", b.String())
	}
}

func TestWhatStrangersWroteCannotActOnTheTerminalOrTheWorkflow(t *testing.T) {
	var list diag.List
	list.Errorf(diag.Position{File: "a\x1b[31m.md", Line: 1}, "c", "x\n::set-output name=a::b", "evil \x1b]0;title\a \u202e\n::error::gone")
	var text, github strings.Builder
	if err := (diag.Text{}).Write(&text, list); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(text.String(), "\x1b\a\u202e") {
		t.Errorf("control characters are printed: %q", text.String())
	}
	if err := diag.WriteGitHub(&github, list, nil); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(github.String(), "\n"); n != 1 {
		t.Errorf("one diagnostic became %d lines: %q", n, github.String())
	}
	if !strings.Contains(github.String(), "<U+202E>") || strings.Contains(github.String(), "\n::error::gone") {
		t.Errorf("%q", github.String())
	}
}

func TestJSONHoldsEveryPartOfADiagnostic(t *testing.T) {
	var list diag.List
	list.Warnf(diag.Position{File: "a.md", Line: 2, Column: 3}, "code", "hint", "a < b")
	var b strings.Builder
	if err := diag.WriteJSON(&b, list, nil); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`"file": "a.md"`, `"line": 2`, `"column": 3`, `"severity": "warning"`, `"code": "code"`, `"message": "a < b"`, `"hint": "hint"`} {
		if !strings.Contains(b.String(), part) {
			t.Errorf("%s is missing in %s", part, b.String())
		}
	}
	b.Reset()
	if err := diag.WriteJSON(&b, nil, nil); err != nil || strings.TrimSpace(b.String()) != "[]" {
		t.Errorf("an empty list is %q, %v", b.String(), err)
	}
}

func TestWhatNobodySeesIsEscapedInJSON(t *testing.T) {
	var b strings.Builder
	said := diag.Diagnostic{Position: diag.Position{File: "a\u202eb.md"}, Message: "é \u009b \u2028 \U000e0041"}
	if err := diag.WriteJSON(&b, diag.List{said}, nil); err != nil || strings.ContainsAny(b.String(), "\u202e\u009b\u2028\U000e0041") {
		t.Errorf("%q, %v", b.String(), err)
	}
	var read []struct{ File, Message string }
	if err := json.Unmarshal([]byte(b.String()), &read); err != nil || read[0].File != said.File || read[0].Message != said.Message {
		t.Errorf("%q, %v", read, err)
	}
}

func TestEveryExplanationSaysWhatToDo(t *testing.T) {
	for _, code := range diag.Codes() {
		e, ok := diag.Explain(code)
		if !ok || len(e.Text) < 40 || e.Want == "" || !strings.Contains(e.Want, "["+string(code)+"]") {
			t.Errorf("codes/%s.txtar needs a text, an example and what check prints for it", code)
		}
		if meaning := diag.Meaning(code); strings.Count(meaning, "`")%2 > 0 {
			t.Errorf("what %s means ends within a piece of code: %s", code, meaning)
		}
	}
	if _, ok := diag.Explain("no-such-code"); ok {
		t.Error("an unknown code is explained")
	}
}

func TestOfOneFileAHundredMistakesAreShownAndTheRestIsCounted(t *testing.T) {
	var list diag.List
	for line := range 250 {
		list.Warnf(diag.Position{File: "a.md", Line: line + 1, Column: 2}, "x", "", "m")
	}
	list.Errorf(diag.Position{File: "a.md", Line: 240}, "x", "", "m")
	for line := range diag.PerFile {
		list.Errorf(diag.Position{File: "b.md", Line: line + 1}, "x", "", "m")
	}
	limited := list.Sorted().Limited()
	if len(limited) != 2*diag.PerFile+1 {
		t.Fatalf("%d mistakes are shown", len(limited))
	}
	want := "a.md:101:2: error: 151 more mistakes of this file are not shown [too-many-mistakes]"
	if got := limited[diag.PerFile].String(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if again := limited[:diag.PerFile].Limited(); len(again) != diag.PerFile {
		t.Errorf("of %d mistakes %d are shown", diag.PerFile, len(again))
	}
}
