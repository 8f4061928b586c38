package review

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ithaca/generator/markdown"
)

// read returns what a reader sees of a text that fills in a line, or is one.
func read(t interface{ Errorf(string, ...any) }, line, text string) string {
	d := &document{}
	d.say(line+"%s", text)
	doc, diags := markdown.Parse([]byte(strings.ReplaceAll(d.String(), joiner, "·")), markdown.Options{}) // a hidden character is a mistake in a page
	if len(doc.Links) > 0 || diags.HasErrors() {
		t.Errorf("%q is markup: %v, %v", text, doc.Links, diags)
	}
	return strings.TrimPrefix(strings.TrimSpace(strings.ReplaceAll(doc.Text(), "·", "")), strings.TrimSuffix(strings.TrimPrefix(line, "- "), " "))
}

var lines = []string{"- A line: ", ""}

func TestNothingThatAStrangerWroteIsMarkup(t *testing.T) {
	for _, text := range []string{
		"<b>x</b> &amp; <!-- y", "[x](https://evil.example)", "![x](y.png)", "*x* _y_ ~~z~~ `code`", "www.evil.example", "https://evil.example/?a=b",
		"ana@example.org", "@octocat", "#1", "GH-12", `a\b`, "| a | b |", "$x^2$", "[^1]", ":smile:", "- x", "1. x", "1) x", "+ x", "===", "---", "> x", "    x", "x\\", "Ζωή, 中文",
	} {
		for _, line := range lines {
			if got := read(t, line, text); strings.TrimSpace(got) != strings.TrimSpace(text) {
				t.Errorf("%q is read as %q", text, got)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "1", " b", "*", "_", "`", "[", "]", "(", ")", "<", ">", "!", "\\", "&", "#", "@", "://", "www.", ";", "|", "~", "-", "+", "=", ".", ":", "$", "^"}), 0, 12).Draw(t, "text"), "")
		line := rapid.SampledFrom(lines).Draw(t, "line")
		if got := read(t, line, text); strings.TrimSpace(got) != strings.TrimSpace(text) {
			t.Errorf("%q is read as %q", text, got)
		}
	})
}

// GitHub looks for these in what is left when the Markdown is read.
func TestNobodyIsNotifiedAndNothingIsLinkedByASummary(t *testing.T) {
	linked := regexp.MustCompile(`(?i)@\w|#\d|://|www\.|gh-\d`)
	for _, text := range []string{"@octocat", "@@octocat", "owner/repo#12", "##1", "https://x.example", "WWW.x.example", "gh-12"} {
		if plain := strings.ReplaceAll(literal(text), `\`, ""); linked.MatchString(plain) || !linked.MatchString(text) {
			t.Errorf("%q stays %q", text, plain)
		}
	}
}

func TestLongAndHiddenTextIsShownInBounds(t *testing.T) {
	if got := literal(strings.Repeat("é", 10_000)); len([]rune(got)) > longest+10 {
		t.Errorf("%d characters", len([]rune(got)))
	}
	if got := literal("a\n# b\u202e"); got != `a\<U+000A\>\#`+joiner+` b\<U+202E\>` {
		t.Errorf("%q", got)
	}
}
