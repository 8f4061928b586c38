package content_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/portaltest"
)

// full is how large the blocks of hostile fields are: just under the limit.
const full = 32_000

func fill(unit string) string { return strings.Repeat(unit, full/len(unit)) }

// numbered is fill with a number in each repetition.
func numbered(format string) string {
	var b strings.Builder
	for i := 0; b.Len() < full; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// hostile are blocks of fields that are made to cost time or memory.
var hostile = map[string]string{
	"unknown keys":          numbered("key%d: x\n"),
	"nearly known keys":     numbered("headlin%d: x\n"),
	"one key again":         fill("name: x\n"),
	"sixteen thousand keys": fill("a:\n"),
	"languages by name":     "languages: [" + fill("english, ") + "x]\n",
	"zones nearly":          "links:\n" + fill("- {timezone: Europe/Lisbom}\n"),
	"wrong items":           "items: [" + fill("1,") + "1]\n",
	"items with one fault":  "items:\n" + fill("- {language: german}\n"),
	"lists in lists":        fill("- ") + "\n",
	"keys of keys":          fill("? ") + "\n",
	"groups in groups":      "a" + fill(":\n a") + ":\n",
	"colons":                fill("a: ") + "\n",
	"brackets":              fill("[") + "\n",
	"brackets on lines":     fill("[\n"),
	"braces":                fill("{a: ") + "\n",
	"anchors":               numbered("a%d: &a x\n"),
	"aliases":               "a: &a x\n" + numbered("b%d: *a\n"),
	"tags":                  numbered("a%d: !!str x\n"),
	"comments":              fill("# x\n"),
	"comments after values": numbered("a%d: x #y\n"),
	"quotes":                "name: '" + fill("''") + "'\n",
	"escapes":               "name: \"" + fill("\\u0041") + "\"\n",
	"an open quote":         "name: \"" + fill("a ") + "\n",
	"a long text":           "name: |\n" + fill(" a\n"),
	"a folded text":         "name: >\n" + fill(" a\n\n"),
	"empty lists":           "name: [" + fill("[],") + "]\n",
	"empty groups":          "name: {" + numbered("a%d: {},") + "}\n",
	"nothing in lists":      "languages: [[[[[[" + fill("~,") + "]]]]]]\n",
	"addresses":             "headline: " + fill("a.b.c.") + "@x\n",
	"half an address":       "headline: " + fill("a@") + "\n",
	"half a placeholder":    "headline: '" + fill("[[A") + "'\n",
	"unsafe addresses":      "links:\n" + fill("- {kind: a, url: 'javascript:x'}\n"),
	"control characters":    fill("a\x01: x\n"),
	"line separators":       fill("\u2028"),
	"tabs":                  "a:\n" + fill("\t"),
	"documents":             fill("--- a\n"),
	"directives":            fill("%a\n"),
	"a key of one piece":    fill("a") + ": x\n",
	"topics":                "industries: [" + numbered("zażółć %d, ") + "x]\n",
}

// Bounds of what one file may cost, counted and not timed: they are the same on
// every machine. A profile of a real person takes 70 kB and 700 allocations.
const (
	maxAllocated = 32 << 20
	maxAllocs    = 300_000
)

func TestNoFieldsCostMoreThanAFewMegabytes(t *testing.T) {
	for name, block := range hostile {
		data := []byte("---\n" + block + "---\nA text.\n")
		for _, kind := range []string{"mentors", "resources", "worksheets"} {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			doc := content.Decode("content/"+kind+"/a.md", data)
			runtime.ReadMemStats(&after)
			bytes, allocs := after.TotalAlloc-before.TotalAlloc, after.Mallocs-before.Mallocs
			if bytes > maxAllocated || allocs > maxAllocs {
				t.Errorf("%s in %s take %d bytes in %d allocations", name, kind, bytes, allocs)
			}
			if len(doc.Diags) == 0 {
				t.Errorf("%s in %s are no mistake", name, kind)
			}
		}
	}
}

func BenchmarkHostile(b *testing.B) {
	for name, block := range hostile {
		data := []byte("---\n" + block + "---\nA text.\n")
		b.Run(strings.ReplaceAll(name, " ", "-"), func(b *testing.B) {
			for b.Loop() {
				content.Decode("content/mentors/a.md", data)
			}
		})
	}
}

// A list one entry longer than allowed, a text one character longer.
func TestBoundsHoldToTheEntryAndTheCharacter(t *testing.T) {
	item := "  - {title: A, kind: book, why: B}\n"
	for _, c := range []struct {
		path, fields string
		want         string // of the only mistake; "" for none
	}{
		{"content/resources/a.md", "title: A\nitems:\n" + strings.Repeat(item, 200), ""},
		{"content/resources/a.md", "title: A\nitems:\n" + strings.Repeat(item, 201),
			"content/resources/a.md:204:5: error: `items` takes at most 200 entries, and this has 201 [out-of-range]"},
		{"content/pages/a.md", "title: " + strings.Repeat("é", 120) + "\n", ""},
		{"content/pages/a.md", "title: " + strings.Repeat("é", 121) + "\n",
			"content/pages/a.md:2:8: error: `title` takes at most 120 characters, and this has 121 [out-of-range]"},
		{"content/pages/a.md", "title: A\nsummary: |\n" + strings.Repeat("  ten chars\n", 27), ""},
		{"content/pages/a.md", "title: A\n" + strings.Repeat("#", 32<<10-10) + "\n", ""},
		{"content/pages/a.md", "title: A\n" + strings.Repeat("#", 32<<10-9) + "\n",
			"content/pages/a.md:1:1: error: the fields take 32769 bytes; at most 32768 are read [frontmatter-too-long]"},
		{"content/guides/a.md", "title: A\nsummary: B\ntopics: [[[[[a]]]]]\n",
			"content/guides/a.md:4:10: error: an entry of `topics` takes text, and this is a list [wrong-type]"},
		{"content/guides/a.md", "title: A\nsummary: B\ntopics: [[[[[[[a]]]]]]]\n",
			"content/guides/a.md:4:15: error: the fields are nested deeper than 6 levels [too-deep]"},
	} {
		doc := content.Decode(c.path, []byte("---\n"+c.fields+"---\n"))
		var got []string
		for _, d := range doc.Diags {
			got = append(got, d.String())
		}
		if joined := strings.Join(got, "\n"); joined != c.want {
			t.Errorf("%.40s…: got %s\nwant %s", c.fields, joined, c.want)
		}
	}
}

// Hints stop after some of a file's mistakes; the mistakes themselves do not.
func TestEveryMistakeOfAFileIsFoundEvenWithoutAHint(t *testing.T) {
	doc := content.Decode("content/guides/a.md", []byte("---\ntitle: A\nsummary: B\n"+strings.Repeat("tile: x\n", 500)+"---\n"))
	if len(doc.Diags) != 500 {
		t.Fatalf("%d mistakes are found", len(doc.Diags))
	}
	if slices.ContainsFunc(doc.Diags, func(d diag.Diagnostic) bool { return d.Hint == "" }) {
		t.Error("a mistake has no hint at all")
	}
}

// Thousands of mentions of what does not exist are each reported, and none of
// them costs a search through everything that does.
func TestMentionsOfNothingCostNoMoreThanTheirMessages(t *testing.T) {
	var docs []*content.Document
	for i := range 2_000 {
		mentor := "---\nname: A\nheadline: B\nlanguages: [en]\navailability: {status: open, until: 2026-12-31}\ncontact: {via: organizer}\nconsent: {publish: 2026-11-01}\nconfirmed: 2026-11-01\n---\n"
		story := "---\ntitle: A\nsummary: B\nmentors: ["
		for j := range 10 {
			story += fmt.Sprintf("mentr-%d-%d, ", i, j)
		}
		docs = append(docs,
			content.Decode(fmt.Sprintf("content/mentors/mentor-%d.md", i), []byte(mentor)),
			content.Decode(fmt.Sprintf("content/stories/story-%d.md", i), []byte(story+"]\n---\n")))
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, list := content.Link(docs, content.Options{Today: today})
	runtime.ReadMemStats(&after)
	if len(list) < 20_000 {
		t.Fatalf("only %d mistakes are found", len(list))
	}
	// Two million comparisons are spent on hints in all, however many mistakes there are.
	if allocs, most := after.Mallocs-before.Mallocs, 2_400_000+60*uint64(len(list)); allocs > most {
		t.Errorf("%d allocations for %d mistakes, at most %d are expected", allocs, len(list), most)
	}
}

// What a profile of a real person costs; a change that doubles it is noticed.
func TestAProfileIsReadWithFewAllocations(t *testing.T) {
	files := portaltest.Files(portaltest.Options{Mentors: 40})
	profiles, at := files[:0], 0
	for _, f := range files {
		if strings.HasPrefix(f.Path, "content/mentors/") && strings.HasSuffix(f.Path, ".md") {
			profiles = append(profiles, f)
		}
	}
	allocs := testing.AllocsPerRun(len(profiles), func() {
		f := profiles[at%len(profiles)]
		content.Decode(f.Path, f.Data)
		at++
	})
	if allocs > 1000 {
		t.Errorf("%.0f allocations", allocs)
	}
}
