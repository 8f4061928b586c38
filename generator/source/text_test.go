package source

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"ithaca/generator/diag"
)

func TestTextsAreNormalised(t *testing.T) {
	for in, want := range map[string]string{
		"":                         "",
		"\xEF\xBB\xBF":             "",
		"a\n":                      "a\n",
		"a":                        "a",
		"\xEF\xBB\xBFa\r\n\r\nb":   "a\n\nb",
		"\r\n":                     "\n",
		"a\r\nb\nc\r\n":            "a\nb\nc\n",
		"a\uFEFFb":                 "a\uFEFFb",
		"\xEF\xBB\xBF\xEF\xBB\xBF": "\xEF\xBB\xBF",
		"עברית 日本 \U0001F600\r\n":  "עברית 日本 \U0001F600\n",
	} {
		got, problem := normalise([]byte(in))
		if problem != nil || string(got) != want {
			t.Errorf("normalise(%q) = %q, %v; want %q", in, got, problem, want)
		}
	}
}

func TestWhatIsNoTextIsNamedWithItsPlace(t *testing.T) {
	const notUTF8 = "is not UTF-8"
	for in, want := range map[string]string{
		"caf\xE9\n":                   "f:1:4: error: the byte 0xE9 (at byte 3 of the file) " + notUTF8,
		"\xEF\xBB\xBFab\ncaf\xE9\n":   "f:2:4: error: the byte 0xE9 (at byte 9 of the file) " + notUTF8,
		"é\xC3":                       "f:1:2: error: the byte 0xC3 (at byte 2 of the file) " + notUTF8,
		"\x81":                        "f:1:1: error: the byte 0x81 (at byte 0 of the file) " + notUTF8,
		"\xED\xA0\x80":                "f:1:1: error: the byte 0xED (at byte 0 of the file) " + notUTF8,
		"a\r\nb\rc":                   "f:2:2: error: a carriage return alone (at byte 4 of the file) ends no line here",
		"\r":                          "f:1:1: error: a carriage return alone (at byte 0 of the file) ends no line here",
		"a\r\r\n":                     "f:1:2: error: a carriage return alone (at byte 1 of the file) ends no line here",
		"abcd\nxyz\x00":               "f:2:4: error: a NUL character (at byte 8 of the file) is part of no text",
		"\xFF\xFEa\x00b\x00":          "f:1:1: error: this file is saved as UTF-16, not as UTF-8",
		"\xFE\xFF\x00a\x00b":          "f:1:1: error: this file is saved as UTF-16, not as UTF-8",
		"\xFF\xFE\x00\x00a\x00\x00\n": "f:1:1: error: this file is saved as UTF-16, not as UTF-8",
	} {
		got, problem := normalise([]byte(in))
		if problem == nil || got != nil {
			t.Errorf("normalise(%q) = %q, %v", in, got, problem)
			continue
		}
		d := *problem
		d.File = "f"
		if d.String() != want+" [bad-encoding]" || d.Hint == "" {
			t.Errorf("%q: %s\nwant %s", in, d, want)
		}
	}
}

// FuzzNormalise holds that a text in its one form has only what it may have,
// that it is the old text but for the mark and the line ends, and that every
// refusal has a place within the text.
func FuzzNormalise(f *testing.F) {
	for _, seed := range []string{
		"", "---\r\nname: Ana\r\n---\r\nText\n", "\xEF\xBB\xBFa\r\n", "a\rb", "\xff\xfe", "a\x00b", "\r\n\r", "é\xC3",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, problem := normalise(bytes.Clone(data))
		if problem != nil {
			checkPlace(t, data, problem)
			return
		}
		if bytes.ContainsAny(got, "\r\x00") || !utf8.Valid(got) {
			t.Errorf("%q was let through as %q", data, got)
		}
		want := strings.ReplaceAll(strings.TrimPrefix(string(data), "\uFEFF"), "\r\n", "\n")
		if string(got) != want {
			t.Errorf("%q became %q, want %q", data, got, want)
		}
	})
}

func checkPlace(t *testing.T, data []byte, problem *diag.Diagnostic) {
	t.Helper()
	if utf8.Valid(data) && !bytes.ContainsAny(data, "\r\x00") {
		t.Errorf("%q was refused: %s", data, problem.Message)
	}
	if problem.Line == 0 {
		return
	}
	lines := bytes.Split(bytes.TrimPrefix(data, []byte("\uFEFF")), []byte("\n"))
	if problem.Line > len(lines) || problem.Column < 1 || problem.Column > utf8.RuneCount(lines[problem.Line-1]) {
		t.Errorf("%q: no place %d:%d", data, problem.Line, problem.Column)
	}
}
