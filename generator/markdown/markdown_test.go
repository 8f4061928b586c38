package markdown

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"

	"ithaca/generator/diag"
)

// codes are all that this package reports.
var codes = []diag.Code{
	BeyondLimits, EmptyLink, HiddenCharacters, MissingAlt, OpenComment, RawHTML, RemoteImage,
	UnknownCallout, UnknownFootnote, UnsafeURL, UnusedDefinition, UnusedFootnote,
}

func TestEachCodeIsExplainedByAnExampleThatProvokesIt(t *testing.T) {
	for _, code := range codes {
		explanation, ok := diag.Explain(code)
		if !ok {
			t.Errorf("%s has no explanation", code)
			continue
		}
		file := explanation.Files[0]
		front, body, found := strings.Cut(file.Text, "\n---\n")
		if !found {
			t.Errorf("%s: the example has no frontmatter", code)
			continue
		}
		_, diags := Parse([]byte(body), Options{File: file.Path, Line: strings.Count(front, "\n") + 3})
		var got strings.Builder
		for _, d := range diags {
			got.WriteString(d.String() + "\n")
		}
		if want := ownLines(explanation.Want); got.String() != want {
			t.Errorf("%s: the example gives\n%swanted\n%s", code, got.String(), want)
		}
	}
}

// ownLines leaves out what other stages report for an example.
func ownLines(text string) string {
	var own strings.Builder
	for line := range strings.Lines(text) {
		if slices.ContainsFunc(codes, func(c diag.Code) bool { return strings.HasSuffix(line, "["+string(c)+"]\n") }) {
			own.WriteString(line)
		}
	}
	return own.String()
}

func TestPlacesAreCountedFromTheLineOnWhichTheBodyBegins(t *testing.T) {
	d, diags := Parse([]byte("\n## Head\n\n[a](b) <b>"), Options{File: "content/x.md", Line: 12})
	if at := d.Links[0].Position; at != (diag.Position{File: "content/x.md", Line: 15, Column: 1}) {
		t.Errorf("the link is at %s", at)
	}
	if at := d.Headings[0].Position; at.Line != 13 {
		t.Errorf("the heading is at %s", at)
	}
	if len(diags) != 1 || diags[0].Position.String() != "content/x.md:15:8" {
		t.Errorf("the tag is at %v", diags)
	}
}

func TestLineEndsOfWindowsChangeNothing(t *testing.T) {
	const text = "# Head\n\nA [link](a.md) and\nmore https://example.org/x\n\n- [ ] task\n- two\n\n> [!TIP] Title\n> Body\n\n<!-- a\nb -->\n\n| a | b |\n|---|--:|\n| c | d |\n"
	unix, diags := Parse([]byte(text), Options{})
	windows, more := Parse([]byte(strings.ReplaceAll(text, "\n", "\r\n")), Options{})
	if len(diags) > 0 || len(more) > 0 {
		t.Errorf("%v %v", diags, more)
	}
	if got := strings.ReplaceAll(shown(windows), "\r", ""); got != shown(unix) {
		t.Errorf("got\n%s\nwanted\n%s", got, shown(unix))
	}
	for i := range unix.Links {
		if windows.Links[i].Position != unix.Links[i].Position {
			t.Errorf("link %d is at %s, not %s", i, windows.Links[i].Position, unix.Links[i].Position)
		}
	}
	if windows.Text() != unix.Text() {
		t.Errorf("the plain text is %q, not %q", windows.Text(), unix.Text())
	}
}

func TestTheHighestHeadingGetsTheTopLevel(t *testing.T) {
	for top, want := range map[int]string{0: "<h2", 2: "<h2", 3: "<h3", 1: "<h2", 9: "<h3"} {
		d, _ := Parse([]byte("#### Head"), Options{Top: top})
		if !strings.Contains(shown(d), want) {
			t.Errorf("top %d gives %s", top, shown(d))
		}
	}
}

func TestALinkThatTheSiteGivesNoURLIsOnlyItsWords(t *testing.T) {
	d, _ := Parse([]byte("[*words* <b>](a.md) ![a \"picture\" <i>](b.jpg) [![alt](c.jpg)](d.md)"), Options{})
	var b strings.Builder
	d.Render(&b, func(int) string { return "" }, nil)
	if want := "<p dir=\"auto\"><em>words</em> &lt;b&gt; a &#34;picture&#34; &lt;i&gt; alt</p>\n"; b.String() != want {
		t.Errorf("got %s, wanted %s", b.String(), want)
	}
	b.Reset()
	d.Render(&b, func(i int) string { return []string{"", "/b", "/d", ""}[i] }, nil)
	if want := `<a href="/d">alt</a>`; !strings.Contains(b.String(), want) || strings.Count(b.String(), "</a>") != 1 {
		t.Errorf("got %s, wanted %s in it and no other link", b.String(), want)
	}
}

func TestWhatIsFilledInIsEscaped(t *testing.T) {
	d, _ := Parse([]byte("## H & \"h\"\n\n[a](a.md) ![b](b.jpg)\n\n> [!TIP]\n> x"), Options{})
	var b strings.Builder
	const evil = `"><script>&`
	d.Render(&b, func(int) string { return evil }, func(_, arg string) string { return evil + arg })
	if got := b.String(); strings.Contains(got, "<script") || strings.Contains(got, evil) || strings.Count(got, "&#34;&gt;&lt;script&gt;&amp;") != 4 {
		t.Errorf("got %s", got)
	}
}

func TestRenderAsksForNoWordsButThoseOfLabels(t *testing.T) {
	text := "## a\n\n|a|b|\n|-|-|\n\nx[^1]\n\n[^1]: y\n"
	for _, kind := range callouts() {
		text += "\n> [!" + kind + "]\n> x\n\nand\n"
	}
	d, diags := Parse([]byte(text), Options{})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	unused := map[string]bool{}
	for _, key := range labels {
		unused[key] = true
	}
	known := len(unused)
	var b strings.Builder
	d.Render(&b, func(int) string { return "" }, func(key, _ string) string {
		if delete(unused, key); len(unused) > known {
			t.Errorf("the key %q is not in labels", key)
		}
		known = len(unused)
		return key
	})
	if len(unused) > 0 {
		t.Errorf("never asked for: %v", unused)
	}
}

func TestTheZeroDocumentIsAnEmptyText(t *testing.T) {
	var d Document
	var b strings.Builder
	d.Render(&b, nil, nil)
	if !d.Empty() || d.Minutes() != 0 || b.Len() != 0 || d.Emails() != nil {
		t.Errorf("%+v renders %q", d, b.String())
	}
}

func TestMinutesAreRoundedUp(t *testing.T) {
	for words, want := range map[int]int{1: 1, 200: 1, 201: 2, 1000: 5, 1001: 6} {
		d, _ := Parse([]byte(strings.Repeat("word ", words)), Options{})
		if d.Words != words || d.Minutes() != want {
			t.Errorf("%d words are %d and take %d minutes, wanted %d", words, d.Words, d.Minutes(), want)
		}
	}
}

func TestTheBodyMayBeChangedAfterwards(t *testing.T) {
	body := []byte("# Head\n\n[a](b.md \"title\") `code` *x* <b>y</b> c@example.org")
	d, _ := Parse(body, Options{})
	before, text, dest := shown(d), d.Text(), d.Links[0].Dest
	copy(body, bytes.Repeat([]byte("#"), len(body)))
	if shown(d) != before || d.Text() != text || d.Links[0].Dest != dest || d.Headings[0].Text != "Head" {
		t.Error("the document changed with the body")
	}
}

func TestTextsAreParsedAtTheSameTime(t *testing.T) {
	text := []byte("# A\n\nb[^1] [c](d.md)\n\n| e | f |\n|---|---|\n| g | h |\n\n[^1]: i\n\n> [!TIP]\n> j\n")
	first, _ := Parse(text, Options{})
	want := shown(first)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 50 {
				d, _ := Parse(text, Options{})
				if shown(d) != want || shown(first) != want {
					t.Error("the same text gave another page")
					return
				}
			}
		})
	}
	wait.Wait()
}
