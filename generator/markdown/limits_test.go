package markdown

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// families are texts that are known to keep Markdown parsers busy. Each gives a
// text of about n bytes.
var families = []struct {
	name string
	text func(n int) string
}{
	{"rules and blank lines", mix("- - - - - - - - - - - - ", "\n")},
	{"deep lists then blank lines", mix("- - - - - - - - - - - - x\n", "\n")},
	{"lists on one line", repeat("- ")},
	{"lists on many lines", repeat("- - - - - - x\n")},
	{"lists by indentation", staircase("- x\n", 2)},
	{"lists and blank lines by indentation", staircase("- x\n\n\n\n\n\n\n\n", 2)},
	{"quotes on one line", repeat(">")},
	{"quotes on many lines", repeat(">>>>>>>>>>>>x\n")},
	{"lazy quotes", mix(">>>>>>>>>>>>x\n", "x\n")},
	{"quotes with lists", repeat("> - > - > - > - > - > - x\n>\n")},
	{"link starts", repeat("[a](b")},
	{"link starts in lines", repeat("[a](b\n")},
	{"link starts with titles", repeat("[a](b \"")},
	{"link starts in paragraphs", repeat("[a](b [a](b [a](b [a](b [a](b [a](b\n\n")},
	{"opening brackets", repeat("[")},
	{"opening brackets in lines", repeat("[[[[[[[[[[[[[[[[[[[[[[[[[\n")},
	{"nested brackets", func(n int) string { return strings.Repeat("[", n/2) + strings.Repeat("]", n/2) }},
	{"nested brackets in paragraphs", repeat(strings.Repeat("[", 400) + strings.Repeat("]", 400) + "\n\n")},
	{"bracket pairs", repeat("[a]\n")},
	{"nested images", repeat("![")},
	{"link in link", repeat("[[a](b)")},
	{"emphasis opens", repeat("*a ")},
	{"emphasis closes", repeat("a* ")},
	{"emphasis both", repeat("*a_ ")},
	{"emphasis opens then closes", func(n int) string { return strings.Repeat("*a ", n/6) + strings.Repeat("a_ ", n/6) }},
	{"emphasis opens then closes in paragraphs", repeat(strings.Repeat("*a ", 299) + strings.Repeat("a_ ", 299) + "\n\n")},
	{"emphasis of three", repeat("***a**b* ")},
	{"emphasis of three in paragraphs", repeat(strings.Repeat("a***b**c*", 190) + "\n\n")},
	{"long emphasis", func(n int) string { return strings.Repeat("*", n/2) + "a" + strings.Repeat("*", n/2) }},
	{"long emphasis in lines", repeat(strings.Repeat("*", 4000) + "a" + strings.Repeat("*", 4000) + "\n\n")},
	{"strikethrough", repeat("~~a~ ")},
	{"underscores", repeat("_a__b_")},
	{"backticks of growing length", growing("`", " ")},
	{"backticks of growing length in lines", growing("`", "\n")},
	{"escaped backticks", repeat("\\``")},
	{"backticks in lines", func(n int) string { return growing("`", " ")(400) + strings.Repeat("x\n", n/2) }},
	{"escaped backticks in lines", func(n int) string { return strings.Repeat("\\``", 50) + strings.Repeat("\nx", n/2) }},
	{"unclosed tags", repeat("<a")},
	{"unclosed tags with attributes", repeat("<a b=\"")},
	{"unclosed tags with spaces", repeat("<a ")},
	{"comments", repeat("<!--")},
	{"comments in words", repeat("x <!--\n")},
	{"instructions", repeat("<?")},
	{"tables with short rows", tables},
	{"tables with many columns", func(n int) string { return strings.Repeat("|", n/3) + "\n" + strings.Repeat("|-", n/3) + "\n|\n" }},
	{"tables with escaped bars", func(n int) string { return "|a|b|\n|-|-|\n" + strings.Repeat("|`\\|`|`\\|`|\n", n/13) }},
	{"many tables", repeat("a|b\n-|-\n\n")},
	{"link definitions", numbered("[a%d]: b\n")},
	{"link definitions with titles", numbered("[a%d]: b\n\"t\n")},
	{"the same link definition", repeat("[a]: b\n")},
	{"long labels", repeat("[" + strings.Repeat("a", 990) + "]\n")},
	{"uses of a link definition", func(n int) string { return "[a]: " + strings.Repeat("b", 2000) + "\n\n" + strings.Repeat("[a] ", n/4) }},
	{"footnotes", numbered("[^%d]: x\n\n[^%d]\n\n")},
	{"marks of a footnote", func(n int) string { return "[^a]: b\n\n" + strings.Repeat("[^a] ", n/5) }},
	{"unknown footnotes", repeat("[^b] ")},
	{"footnotes in footnotes", repeat("[^a]: ")},
	{"underlined headings", repeat("a\n-\n")},
	{"a heading with many lines", func(n int) string { return strings.Repeat("a\n", n/2) + "---\n" }},
	{"headings", repeat("# a\n")},
	{"headings of one name in lists", repeat("- # a\n")},
	{"definitions", repeat("a\n: b\n")},
	{"definitions in definitions", repeat(": ")},
	{"many definitions", func(n int) string { return "a\n" + strings.Repeat(": b\n", n/4) }},
	{"terms", func(n int) string { return strings.Repeat("a\n", n/2) + ": b\n" }},
	{"ampersands", repeat("&")},
	{"references", repeat("&amp;")},
	{"long references", repeat("&" + strings.Repeat("a", 38))},
	{"numbers", repeat("&#x41;")},
	{"bare addresses", repeat("http://a.bc ")},
	{"half addresses", repeat("_http://a")},
	{"addresses without an end", repeat("(http://")},
	{"long hosts", repeat("http://" + strings.Repeat("a", 250) + " ")},
	{"e-mail addresses", repeat("a@b.c ")},
	{"half e-mail addresses", repeat("*a@")},
	{"at signs", repeat("@")},
	{"semicolons in addresses", func(n int) string { return "http://a.bc/" + strings.Repeat("&a;", min(n, 8000)/3) }},
	{"blank lines", repeat("\n")},
	{"spaces", repeat(" ")},
	{"blank lines with spaces", repeat(strings.Repeat(" ", 100) + "\n")},
	{"tabs", repeat("\t")},
	{"lines", repeat("a\n")},
	{"hard line breaks", repeat("a\\\n")},
	{"paragraphs", repeat("a\n\n")},
	{"tasks", repeat("- [ ] a\n")},
	{"callouts", repeat("> [!TIP]\n\n")},
	{"fences", repeat("```\n")},
	{"code", repeat("    a\n\n")},
	{"right to left", repeat("\u2067a\u2069 ")},
	{"hidden characters", repeat("\u200b")},
	{"one long line", repeat("a ")},
	{"numbered lists", numbered("%d. *a* [b]\n")},
	{"numbers that begin no list", repeat("2. *a [b\n")},
	{"indented bullets", repeat("    - *a [b\n")},
	{"everything", repeat("*[`<&a](b)_~~|:\n")},
}

func repeat(part string) func(int) string {
	return func(n int) string { return strings.Repeat(part, max(1, n/len(part))) }
}

func mix(first, rest string) func(int) string {
	return func(n int) string {
		return strings.Repeat(first, max(1, n/2/len(first))) + "\n" + strings.Repeat(rest, n/2/len(rest))
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

func growing(part, end string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 1; b.Len() < n; i++ {
			b.WriteString(strings.Repeat(part, i%33+1) + "a" + end)
		}
		return b.String()
	}
}

func staircase(step string, width int) func(int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(strings.Repeat(" ", i*width%42) + step)
		}
		return b.String()
	}
}

func tables(n int) string {
	head := strings.Repeat("|a", 40) + "\n" + strings.Repeat("|-", 40) + "\n"
	return head + strings.Repeat("x\n", max(0, n-len(head))/2)
}

// The work for a text is bounded by its size, whatever it holds. What is
// counted is what a build would run out of: memory taken in all, and HTML.
func TestNoTextTakesMoreWorkThanItsSizeAllows(t *testing.T) {
	for _, family := range families {
		t.Run(family.name, func(t *testing.T) {
			const size = DefaultLimit - 200
			for part := size; part >= 500; part /= 5 {
				text := pieces(family.text(part), size)
				checkWork(t, text[:min(len(text), size)])
			}
		})
	}
}

// pieces repeats a text with blank lines between until it is about n bytes, so
// that a family is also seen in portions that are within the limits.
func pieces(text string, n int) []byte {
	return []byte(strings.Repeat(text+"\n\n", max(1, n/(len(text)+2))))
}

func checkWork(t *testing.T, body []byte) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	d, _ := Parse(body, Options{Limit: 1 << 20})
	runtime.ReadMemStats(&after)
	bytes, allocations := after.TotalAlloc-before.TotalAlloc, after.Mallocs-before.Mallocs
	if most := uint64(1000*len(body) + 8<<20); bytes > most {
		t.Errorf("%d bytes took %d bytes of memory, at most %d are right: %.60q", len(body), bytes, most, body)
	}
	if most := uint64(10*len(body) + 20_000); allocations > most {
		t.Errorf("%d bytes took %d allocations, at most %d are right: %.60q", len(body), allocations, most, body)
	}
	if n := len(shown(d)); n > 40*len(body)+64<<10 {
		t.Errorf("%d bytes became %d bytes of HTML: %.60q", len(body), n, body)
	}
}
