package upkeep_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ithaca/generator"
	"ithaca/generator/upkeep"
)

// mended returns what mending makes of a site's files, given by their paths, and how many
// mistakes it puts right. A file that gets another name stands under both.
func mended(t *testing.T, files map[string]string) (map[string]string, int) {
	t.Helper()
	dir := lay(t, files)
	m, err := upkeep.Mend(mending(dir), func(string) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	after := map[string]string{}
	for _, f := range m.Files {
		after[f.Path] = string(f.New)
	}
	return after, len(m.Mended)
}

func mending(dir string) generator.Options {
	return generator.Options{Site: dir, Templates: os.DirFS("../../templates"), Today: time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC)}
}

const index = "---\ntitle: Harbour\nbase_url: https://harbour.example\nconcerns: {name: Desk, url: \"https://harbour.example/c\"}\n---\n"

func TestWhatIsCertainIsMendedAndNothingElse(t *testing.T) {
	for _, c := range []struct{ what, file, before, after string }{
		{"ends of lines of an old system", "content/pages/a.md", "---\rtitle: A\r---\rText.\r", "---\ntitle: A\n---\nText.\n"},
		{"a carriage return within a line", "content/pages/a.md", "---\ntitle: A\rB\n---\nText.\r\n", ""},
		{"two fields on a line", "content/pages/a.md", "---\ntitle: A  summary: B\n---\n", ""},
		{"a date, in a file with ends of lines of Windows", "content/guides/a.md", "---\r\ntitle: A # x\r\nsummary: B\r\nupdated: 3 May 2026\r\n---\r\n", "---\r\ntitle: A # x\r\nsummary: B\r\nupdated: 2026-05-03\r\n---\r\n"},
		{"a day that may be two", "content/guides/a.md", "---\ntitle: A\nsummary: B\nupdated: 03/05/2026\n---\n", ""},
		{"a number where a text belongs", "content/pages/a.md", "---\ntitle: 2026\n---\n", "---\ntitle: \"2026\"\n---\n"},
		{"a missing space", "content/pages/a.md", "---\ntitle: A\nsummary:Asking\n---\n", "---\ntitle: A\nsummary: Asking\n---\n"},
		{"a colon in a value", "content/pages/a.md", "---\ntitle: Asking: how\nsummary: x\n---\n", "---\ntitle: \"Asking: how\"\nsummary: x\n---\n"},
		{"a colon behind a list", "content/pages/a.md", "---\ntitle: A\nsummary: [x] or: y\n---\n", ""},
		{"an address on its own line", "content/pages/a.md", "---\ntitle: A\nhttps://harbour.example/a\nsummary: x\n---\n", ""},
		{"a time of day on its own line", "content/pages/a.md", "---\ntitle: A\n18:00-21:00\nsummary: x\n---\n", ""},
		{"half of a list", "content/guides/a.md", "---\ntitle: A\nsummary: B\ntopics: sailing]\n---\n", ""},
		{"a key that may be two", "content/mentors/a.md", "---\nlin: x\n---\n", ""},
		{"a key that is there already", "content/pages/a.md", "---\ntitle: A\ntitel: B\n---\n", ""},
		{"a list in capitals", "content/guides/a.md", "---\ntitle: A\nsummary: B\naudience: Mentor, MENTEE\n---\n", "---\ntitle: A\nsummary: B\naudience: [mentor, mentee]\n---\n"},
		{"topics that may be one or two", "content/guides/a.md", "---\ntitle: A\nsummary: B\ntopics: sailing and knots\n---\n", ""},
		{"a topic in a list of its own", "content/guides/a.md", "---\ntitle: A\nsummary: B\ntopics: sailing\n---\n", "---\ntitle: A\nsummary: B\ntopics: [sailing]\n---\n"},
		{"the same entry twice", "content/guides/a.md", "---\ntitle: A\nsummary: B\ntopics:\n  - sailing # mine\n  - Sailing\n---\n", "---\ntitle: A\nsummary: B\ntopics:\n  - sailing # mine\n---\n"},
		{"a word that is near to none", "content/guides/a.md", "---\ntitle: A\nsummary: B\naudience: [friend]\n---\n", ""},
		{"an address in front of which https is missing", "content/index.md", strings.Replace(index, "\"https://harbour.example/c\"", "harbour.example/c", 1), index},
	} {
		files := map[string]string{"content/index.md": index}
		files[c.file] = c.before
		after, _ := mended(t, files)
		if got := after[c.file]; got != c.after {
			t.Errorf("%s: %q became %q, not %q", c.what, c.before, got, c.after)
		}
	}
}

func TestAFolderGetsItsNameWithAllThatLiesInIt(t *testing.T) {
	after, _ := mended(t, map[string]string{
		"content/index.md": index, "content/pages/Our Way/index.md": "---\ntitle: A\n---\n", "content/pages/Our Way/b.jpg": "\xff\xd8",
	})
	if after["content/pages/our-way/index.md"] == "" || after["content/pages/our-way/b.jpg"] != "\xff\xd8" || after["content/pages/Our Way/b.jpg"] != "" {
		t.Errorf("%q", after)
	}
}

func TestAFileThatMayBeATranslationIsNotRenamed(t *testing.T) {
	after, _ := mended(t, map[string]string{"content/index.md": index, "content/pages/way.md": "---\ntitle: A\n---\n", "content/pages/Way.ES.md": "---\ntitle: B\n---\n"})
	if len(after) > 0 {
		t.Errorf("%q", after)
	}
}

func TestAFileTakesNoNameThatAnotherHas(t *testing.T) {
	dir := lay(t, map[string]string{"content/index.md": index, "content/pages/way.md": "---\ntitle: A\n---\n", "content/pages/Way.md": "---\ntitle: B\n---\n"})
	pages := os.DirFS(filepath.Join(dir, "content", "pages"))
	before := must(fs.Glob(pages, "*")) // one, where case does not tell names apart
	must(must(upkeep.Mend(mending(dir), func(string) bool { return true })).Write())
	if after := must(fs.Glob(pages, "*")); len(after) < len(before) {
		t.Errorf("of %q is left %q", before, after)
	}
}

func TestNothingIsMendedWhereNothingIsWrong(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the whole demo")
	}
	m, err := upkeep.Mend(mending("../.."), func(string) bool { return true })
	if err != nil || len(m.Files) > 0 {
		t.Errorf("%d files of the demo would change: %v", len(m.Files), err)
	}
}
