package terminal

import "testing"

func TestWhatStrangersWroteCannotActOnTheTerminalFromATable(t *testing.T) {
	for text, want := range map[string]string{
		"Bo \x1b[31mBerg": "Bo <U+001B>[31mBerg",
		"\x1b]0;title\a":  "<U+001B>]0;title<U+0007>",
		"a\rb\u009bc":     "a<U+000D>b<U+009B>c",
		"Bo \u202egreB":   "Bo <U+202E>greB",
		"one\n\ttwo":      "one\n\ttwo",
		"می\u200cخواهم 👩\u200d👧 né": "می\u200cخواهم 👩\u200d👧 né",
	} {
		if got := inert(text); got != want {
			t.Errorf("%q became %q, not %q", text, got, want)
		}
	}
}
