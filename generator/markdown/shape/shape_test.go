package shape_test

import (
	"fmt"
	"strings"
	"testing"

	"ithaca/generator/markdown"
	"ithaca/generator/markdown/shape"
)

// Each limit has a text that is just within it and one that is just beyond.
var edges = []struct {
	name   string
	most   int
	text   func(n int) string
	line   int // of the refusal
	column int
}{
	{"kilobytes", 64 << 10, func(n int) string { return strings.Repeat("some words her\n\n", n/16) + strings.Repeat("\n", n%16) }, 8193, 1},
	{"bytes in a line", shape.MaxLine, func(n int) string { return "\n" + strings.Repeat("a", n) }, 2, shape.MaxLine + 1},
	{"lines", shape.Most(shape.TextLines), func(n int) string { return strings.Repeat("\n", n) }, shape.Most(shape.TextLines) + 1, 1},
	{"quotes in a line", shape.MaxMarkers, func(n int) string { return "\n" + strings.Repeat(">", n) + "x" }, 2, 14},
	{"lists in a line", shape.MaxMarkers, func(n int) string { return strings.Repeat("- ", n) + "x" }, 1, 26},
	{"numbered lists in a line", shape.MaxMarkers, func(n int) string { return strings.Repeat("1. ", n) + "x" }, 1, 39},
	{"footnotes in a line", shape.MaxMarkers, func(n int) string { return strings.Repeat("[^a]:", n) + "x" }, 1, 66},
	{"definitions in a line", shape.MaxMarkers, func(n int) string { return "a\n" + strings.Repeat(": ", n) + "x" }, 2, 26},
	{"spaces before a line", shape.MaxIndent, func(n int) string { return "x\n" + strings.Repeat(" ", n) + "x" }, 2, 42},
	{"tabs before a line", shape.MaxIndent / 4, func(n int) string { return "x\n" + strings.Repeat("\t", n) + "x" }, 2, 12},
	{"lines of a paragraph", shape.Most(shape.ParagraphLines), func(n int) string { return strings.Repeat("a\n", n) }, shape.Most(shape.ParagraphLines) + 1, 1},
	{"brackets in a paragraph", shape.Most(shape.ParagraphBrackets), func(n int) string { return strings.Repeat("[", n) }, 1, shape.Most(shape.ParagraphBrackets) + 1},
	{"brackets in the text", shape.Most(shape.TextBrackets), func(n int) string { return strings.Repeat("] ] ] ] ]\n\n", n/5) + strings.Repeat("]", n%5) }, 2*shape.Most(shape.TextBrackets)/5 + 1, 1},
	{"emphasis in a paragraph", shape.Most(shape.ParagraphRuns), func(n int) string { return strings.Repeat("**a ", n) }, 1, 4*shape.Most(shape.ParagraphRuns) + 2},
	{"emphasis in the text", shape.Most(shape.TextRuns), func(n int) string { return strings.Repeat("a* b* c*\n\n", n/3) + strings.Repeat("*", n%3) }, 0, 0},
	{"links in a line", shape.Most(shape.LineLinks), func(n int) string { return strings.Repeat("[](a", n) }, 1, 4*shape.Most(shape.LineLinks) + 2},
	{"backticks in a row", shape.MaxBackticks, func(n int) string { return "a " + strings.Repeat("`", n) }, 1, 3},
	{"escaped backticks", shape.Most(shape.TextTicks), func(n int) string { return strings.Repeat("\\` ", n) }, 1, 3*shape.Most(shape.TextTicks) + 1},
	{"escaped bars", shape.Most(shape.TextBars), func(n int) string { return strings.Repeat("\\| ", n) }, 1, 3*shape.Most(shape.TextBars) + 1},
	{"definitions", shape.Most(shape.TextDefinitions), func(n int) string { return strings.Repeat("[a]: b\n\n", n) }, 2*shape.Most(shape.TextDefinitions) + 1, 3},
	{"definitions of footnotes", shape.Most(shape.TextDefinitions), func(n int) string { return strings.Repeat("[^a]: b\n\n", n) }, 2*shape.Most(shape.TextDefinitions) + 1, 4},
	{"marks of footnotes", shape.Most(shape.TextFootnotes), func(n int) string { return strings.Repeat("[^a\n\n", n) }, 2*shape.Most(shape.TextFootnotes) + 1, 1},
	{"openings", shape.Most(shape.ParagraphOpenings), func(n int) string { return strings.Repeat("<! ", n) }, 1, 3*shape.Most(shape.ParagraphOpenings) + 1},
	{"addresses", shape.Most(shape.TextAddresses), func(n int) string { return strings.Repeat("a@b\n\n", n) }, 2*shape.Most(shape.TextAddresses) + 1, 2},
	{"columns", shape.MaxColumns, func(n int) string { return "a|b\n|" + strings.Repeat("-|", n) }, 2, 1},
	{"cells", shape.Most(shape.TextCells) / 40, func(n int) string {
		return strings.Repeat("a|", 40) + "\n" + strings.Repeat("-|", 40) + strings.Repeat("\nx", n)
	}, 103, 1},
	{"blank lines after a lazy line", shape.Most(shape.TextStanding) / 38, func(n int) string { return strings.Repeat("- ", 12) + "x\ny" + strings.Repeat("\n", n+1) }, 0, 0},
	{"blank lines in lists", shape.Most(shape.TextStanding) / 38, func(n int) string { return strings.Repeat("> ", 12) + "x" + strings.Repeat("\n", n+1) }, 0, 0},
}

func TestEachLimitHoldsToTheLastOne(t *testing.T) {
	for _, l := range edges {
		t.Run(l.name, func(t *testing.T) {
			limit := 1 << 20
			if l.name == "kilobytes" {
				limit = 0
			}
			d, diags := markdown.Parse([]byte(l.text(l.most)), markdown.Options{Limit: limit})
			for _, d := range diags {
				if d.Code == markdown.BeyondLimits {
					t.Errorf("%d were refused: %s", l.most, d)
				}
			}
			if d.Empty() && strings.TrimSpace(l.text(l.most)) != "" && !strings.Contains(l.name, "definitions") && l.name != "footnotes in a line" {
				t.Error("the text within the limit is empty")
			}
			d, diags = markdown.Parse([]byte(l.text(l.most+1)), markdown.Options{Limit: limit})
			if len(diags) != 1 || diags[0].Code != markdown.BeyondLimits || diags[0].Hint == "" {
				t.Fatalf("%d were not refused once: %v", l.most+1, diags)
			}
			if l.line > 0 && (diags[0].Line != l.line || diags[0].Column != l.column) {
				t.Errorf("refused at %s, not at %d:%d", diags[0].Position, l.line, l.column)
			}
			if !d.Empty() || d.Text() != "" || d.Links != nil || d.Headings != nil {
				t.Error("a refused text was parsed")
			}
		})
	}
}

func TestOrdinaryTextsAreWithinTheLimits(t *testing.T) {
	for name, text := range map[string]string{
		"a long list":                      strings.Repeat("- **A point** with [a link](x.md) and `code`\n", 1_000),
		"a long numbered list":             numbered("%d. **A point** with [a link](x.md)\n")(9_000),
		"numbered and wrapped":             numbered("%d. **A point** with [a link](x.md)\n   and more\nand lazily *more*\n")(9_000),
		"a nested list":                    strings.Repeat("- **a**\n  - *b*\n    - [c](x.md)\n", 200),
		"a table":                          "| a | b | c | d |\n|---|---|---|---|\n" + strings.Repeat("| *a* | [b](x.md) | c | d |\n", 299),
		"headings":                         strings.Repeat("## *Heading* [a](x.md)\nText *text*.\n", 500),
		"long rules":                       strings.Repeat("* ", 60) + "\n\n" + strings.Repeat("- ", 60) + "\n\n" + strings.Repeat("_", 200) + "\n",
		"a line to fill in":                "Name: " + strings.Repeat("_", 60),
		"a quote with its own blank lines": strings.Repeat("> *a* and **b** and [c](x.md)\n>\n", 400),
		"code":                             "```\n" + strings.Repeat(strings.Repeat(" ", 40)+"x := []int{1, 2}\n", 400) + "```\n",
		"spaces on a blank line":           "a\n" + strings.Repeat(" ", 500) + "\nb",
		"blank lines":                      strings.Repeat("> - a\n", 3) + strings.Repeat("\n", 5_000),
	} {
		if _, diags := markdown.Parse([]byte(text), markdown.Options{Limit: 1 << 20}); len(diags) > 0 {
			t.Errorf("%s: %v", name, diags)
		}
	}
}

// A paragraph may be made of lines that look as if each began something new.
// Their counts must then go on.
func TestCountsGoOnThroughWhatOnlyLooksLikeANewParagraph(t *testing.T) {
	for name, line := range map[string]string{
		"numbers that begin no list": "2. *a\n",
		"indented bullets":           "    - *a\n",
		"empty bullets":              "-\n*a\n",
		"too many signs":             "####### *a\n",
		"no space after the sign":    "#*a\n",
	} {
		text := "start\n" + strings.Repeat(line, shape.Most(shape.ParagraphRuns)+1)
		if _, diags := markdown.Parse([]byte(text), markdown.Options{Limit: 1 << 20}); len(diags) == 0 {
			t.Errorf("%s: the counts began anew", name)
		}
	}
	for name, text := range map[string]string{
		"a list that a heading ended": "1. # a\nb\n",
		"a list that a quote ended":   "1. a\n> b\n",
		"a list that a fence ended":   "1. a\n```\n```\nb\n",
		"a list that a rule ended":    "1. a\n---\nb\n",
	} {
		text += strings.Repeat("2. *a\n", shape.Most(shape.ParagraphRuns)+1)
		if _, diags := markdown.Parse([]byte(text), markdown.Options{Limit: 1 << 20}); len(diags) == 0 {
			t.Errorf("%s: the counts began anew", name)
		}
	}
}

func TestEveryRefusalOfATextIsReported(t *testing.T) {
	long := strings.Repeat("a", shape.MaxLine+1)
	_, diags := markdown.Parse([]byte(long+"\n\n"+long+"\n\n"+strings.Repeat(">", 20)), markdown.Options{Line: 5})
	var lines []string
	for _, d := range diags {
		lines = append(lines, fmt.Sprint(d.Line))
	}
	if got := strings.Join(lines, " "); got != "5 7 9" {
		t.Errorf("refused at lines %s: %v", got, diags)
	}
}

func TestAPageThatWouldBecomeTooLargeIsRefused(t *testing.T) {
	text := "[a]: " + strings.Repeat("b", 8_000) + "\n\n" + strings.Repeat(strings.Repeat("[a] ", 400)+"\n\n", 10)
	d, diags := markdown.Parse([]byte(text), markdown.Options{})
	if len(diags) != 1 || diags[0].Code != markdown.BeyondLimits || !d.Empty() {
		t.Errorf("4,000 links of 8,000 bytes each: %v", diags)
	}
}

func numbered(format string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 1; b.Len() < n; i++ {
			fmt.Fprintf(&b, strings.ReplaceAll(format, "%d", "%[1]d"), i)
		}
		return b.String()
	}
}
