package portaltest_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/content"
	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
	"ithaca/generator/source"
)

func TestTheSameSeedGivesTheSameBytes(t *testing.T) {
	const want = "6bc76f241cd7ca6bf0edcc6c823ad02acef9ac0e93223e01dd3291f1e8bc6adf"
	sum := func(seed uint64) string {
		h := sha256.New()
		for _, f := range portaltest.Files(portaltest.Options{Mentors: 100, Seed: seed}) {
			h.Write([]byte(f.Path + "\x00"))
			h.Write(f.Data)
		}
		return hex.EncodeToString(h.Sum(nil))
	}
	if got := sum(7); got != want {
		t.Errorf("the bytes have changed: benchmarks of before cannot be compared any more\ngot  %s\nwant %s", got, want)
	}
	if sum(8) == sum(7) {
		t.Error("another seed gives the same portal")
	}
}

func TestInventedPortalsHaveNoMistakes(t *testing.T) {
	mentors := 300
	if testing.Short() {
		mentors = 20
	}
	for _, o := range []portaltest.Options{{}, {Mentors: 1, Seed: 3}, {Mentors: mentors, Seed: 1}, {Mentors: mentors, Seed: 2}} {
		dir := t.TempDir()
		if err := portaltest.Write(dir, portaltest.Files(o)); err != nil {
			t.Fatal(err)
		}
		tree, diags, err := source.Read(dir, source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var documents []*content.Document
		for _, f := range tree.Below("content") {
			d := content.Decode(f.Path, f.Data)
			diags = append(diags, d.Diags...)
			documents = append(documents, d)
		}
		linked, more := content.Link(documents, content.Options{})
		_, links := site.New(linked, site.Options{}, page.Plan, data.Plan)
		for _, d := range slices.Concat(diags, more, links) {
			t.Errorf("%+v: %v (%s)", o, d, d.Hint)
		}
		if got := len(linked.Mentors); got != max(1, o.Mentors) {
			t.Errorf("%+v: %d mentors", o, got)
		}
	}
}

func TestInventedPortalsAreAsLargeAsRealOnes(t *testing.T) {
	const mentors = 400
	count := map[string]int{}
	var header, text int
	for _, f := range portaltest.Files(portaltest.Options{Mentors: mentors, Seed: 1}) {
		folder := path.Dir(f.Path)
		count[folder]++
		if folder == "content/mentors" {
			end := bytes.Index(f.Data, []byte("\n---\n"))
			header += end
			text += len(f.Data) - end
		}
	}
	for folder, want := range map[string]int{
		"content": 1, "content/mentors": mentors, "content/guides": mentors / 20, "content/resources": mentors / 50,
		"content/stories": mentors / 50, "content/pages": 4, "content/topics": 460,
	} {
		if count[folder] != want {
			t.Errorf("%d files in %s, want %d", count[folder], folder, want)
		}
	}
	if mean := header / mentors; mean < 800 || mean > 900 {
		t.Errorf("%d bytes of frontmatter a profile", mean)
	}
	if mean := text / mentors; mean < 1200 || mean > 1400 {
		t.Errorf("%d bytes of text a profile", mean)
	}
}

func TestSomeSkillsAreMuchMoreCommonThanOthers(t *testing.T) {
	count := map[string]int{}
	for _, f := range portaltest.Files(portaltest.Options{Mentors: 1000, Seed: 1}) {
		if path.Dir(f.Path) != "content/mentors" {
			continue
		}
		for line := range strings.Lines(string(f.Data)) {
			if topic, ok := strings.CutPrefix(line, "  - {topic: "); ok {
				topic, _, _ = strings.Cut(topic, ",")
				count[topic]++
			}
		}
	}
	if len(count) < 380 || count["warehouse-planning"] < 10*count["bakery-measurement"] {
		t.Errorf("%d skills; the first %d times, the last %d times", len(count), count["warehouse-planning"], count["bakery-measurement"])
	}
}

func TestFilesAreWrittenWhereTheyBelong(t *testing.T) {
	dir := t.TempDir()
	if err := portaltest.Write(dir, []portaltest.File{{Path: "a/b.md", Data: []byte("b")}}); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(filepath.Join(dir, "a", "b.md")); string(data) != "b" || err != nil {
		t.Errorf("%q, %v", data, err)
	}
	if err := portaltest.Write(dir, []portaltest.File{{Path: "a/b.md/c.md"}}); err == nil {
		t.Error("a file below a file was written")
	}
}

// BenchmarkFiles returns what inventing a portal costs, to be taken off where a
// benchmark does it within its loop.
func BenchmarkFiles(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		portaltest.Files(portaltest.Options{Mentors: 1000, Seed: 1})
	}
}
