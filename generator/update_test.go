package generator_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ithaca/generator"
	"ithaca/generator/portaltest"
)

// village is a small site with everything in it: a part of the demo.
func village(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(filepath.Join(demo, "content"))); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"mentors", "requests", "topics", "guides", "events", "stories", "resources", "worksheets"} {
		files, err := filepath.Glob(filepath.Join(dir, "content", kind, "*"))
		if err != nil || len(files) == 0 {
			t.Fatal(kind, err)
		}
		for i, at := range files {
			if i%20 > 0 {
				os.RemoveAll(at)
			}
		}
	}
	// Files of long ago are taken over where they are known, without a look.
	day := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	if err := filepath.WalkDir(dir, func(at string, _ fs.DirEntry, _ error) error { return os.Chtimes(at, day, day) }); err != nil {
		t.Fatal(err)
	}
	return dir
}

// editor makes random edits of a site, as people and their programs do.
type editor struct {
	dice *rand.Rand
	dir  string
}

// file returns one of the site's files, relative to its folder.
func (e *editor) file() string {
	var all []string
	fs.WalkDir(os.DirFS(e.dir), ".", func(at string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all = append(all, at)
		}
		return nil
	})
	if e.dice.IntN(2) == 0 {
		mentors := slices.DeleteFunc(slices.Clone(all), func(at string) bool { return !strings.HasPrefix(at, "content/mentors/") })
		if len(mentors) > 0 {
			all = mentors
		}
	}
	return all[e.dice.IntN(len(all))]
}

// lines are replaced in files; what comes of it is sometimes a mistake.
var lines = [][2]string{
	{"level: 3", "level: 1"}, {"level: 4", "level: 2"}, {"topic: ", "topic: new-"}, {"\n---\n\n", "\ndraft: true\n---\n\n"},
	{"draft: true\n", ""}, {"status: open", "status: paused"}, {"status: limited", "status: open"}, {"status: paused", "status: limited"},
	{"languages: [", "languages: [fi, "}, {"country: ", "country: X"}, {"title: ", "title: New "}, {"name: ", "name: Dr. "},
	{"helps_with: [", "helps_with: [mending-nets, "}, {"learning: [", "learning: [knots, "}, {"mending-nets, ", ""},
	{"\n---\n\n", "\naliases: [/older/]\n---\n\n"}, {"aliases: [/older/]\n", ""}, {"\n---\n\n", "\nindex: false\n---\n\n"},
	{"\n## ", "\n## New "}, {"\n\n", "\n\nSee [this](../mentors/ana-silva.md) and [that](../guides/first-meeting.md#agenda).\n\n"},
	{"cycles: [", "cycles: [winter-1900, "}, {"terms: ", "terms: 1"}, {"until: 2027", "until: 2026"}, {"publish: ", "publish: x"},
	{"requests: {", "requests: {publish: pseudonyms, "}, {"strict: true", "strict: false"}, {"lang: en", "lang: de"},
}

// edit changes the site and returns the paths that were touched.
func (e *editor) edit(t *testing.T) []string {
	at := e.file()
	full := filepath.Join(e.dir, at)
	data, err := os.ReadFile(full)
	if err != nil {
		t.Fatal(err)
	}
	switch e.dice.IntN(12) {
	case 0:
		os.Remove(full)
		return []string{at}
	case 1: // a copy beside it
		to := path.Join(path.Dir(at), fmt.Sprintf("new-%d%s", e.dice.IntN(4), path.Ext(at)))
		os.WriteFile(filepath.Join(e.dir, to), data, 0o644)
		return []string{to}
	case 2: // another name, or a folder of its own
		to := strings.TrimSuffix(at, path.Ext(at)) + "/index" + path.Ext(at)
		if e.dice.IntN(2) == 0 {
			to = path.Join(path.Dir(at), fmt.Sprintf("other-%d%s", e.dice.IntN(4), path.Ext(at)))
		}
		os.MkdirAll(filepath.Dir(filepath.Join(e.dir, to)), 0o755)
		os.Rename(full, filepath.Join(e.dir, to))
		return []string{at, to, path.Dir(to)}
	case 3: // half written
		os.WriteFile(full, data[:e.dice.IntN(len(data)+1)], 0o644)
		return []string{at}
	case 4:
		to := []string{"templates/guide.html", "templates/i18n/en.toml", "templates/static/robots2.txt", "templates/static/mentors/index.html"}[e.dice.IntN(4)]
		os.MkdirAll(filepath.Dir(filepath.Join(e.dir, to)), 0o755)
		if e.dice.IntN(3) == 0 {
			os.RemoveAll(filepath.Join(e.dir, "templates"))
			return []string{"templates"}
		}
		builtIn, err := os.ReadFile(filepath.Join("..", to))
		if err != nil {
			builtIn = []byte("own\n")
		}
		os.WriteFile(filepath.Join(e.dir, to), builtIn, 0o644)
		return []string{to, "templates"}
	}
	for range 1 + e.dice.IntN(3) {
		change := lines[e.dice.IntN(len(lines))]
		data = bytes.Replace(data, []byte(change[0]), []byte(change[1]), 1)
	}
	if e.dice.IntN(3) == 0 {
		data = append(data, "\nAnd more.\n"...)
	}
	os.WriteFile(full, data, 0o644)
	return []string{at}
}

// shown is all that a snapshot can tell, of the pages that are chosen by their place.
func shown(t *testing.T, s *generator.Snapshot, chosen func(i int) bool) map[string]string {
	t.Helper()
	all := map[string]string{}
	for i, url := range s.URLs() {
		if all[url] = ""; !chosen(i) {
			continue
		}
		data, err := s.Render(url)
		if err != nil {
			data = []byte(err.Error())
		}
		all[url] = string(data)
	}
	for _, d := range s.Diagnostics() {
		all["source "+d.File] = string(s.Source(d.File))
	}
	return all
}

func all(int) bool { return true }

func TestAnUpdateGivesWhatTakingTheSiteAnewGives(t *testing.T) {
	for seed := range uint64(2) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			o := options(village(t))
			o.Drafts = seed%2 == 0
			e := &editor{rand.New(rand.NewPCG(seed, 1)), o.Site}
			snapshot, err := generator.Take(o)
			if err != nil {
				t.Fatal(err)
			}
			rounds := 4
			switch {
			case testing.Short():
				rounds = 2
			case portaltest.Long():
				rounds = 8
			}
			for round := range rounds {
				var changed []string
				for range 1 + e.dice.IntN(2) {
					changed = append(changed, e.edit(t)...)
				}
				want, err := generator.Take(o)
				if err != nil {
					t.Fatal(err)
				}
				snapshot, err = snapshot.Update(o)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want.Diagnostics(), snapshot.Diagnostics(), cmpopts.EquateEmpty()); diff != "" {
					t.Fatalf("round %d, after changes of %q: diagnostics:\n%s", round, changed, diff)
				}
				chosen := func(i int) bool { return round == rounds-1 || (i+round)%4 == 0 }
				if diff := cmp.Diff(shown(t, want, chosen), shown(t, snapshot, chosen)); diff != "" {
					t.Fatalf("round %d, after changes of %q:\n%s", round, changed, diff)
				}
			}
		})
	}
}

func TestEveryFileOfABuildIsRendered(t *testing.T) {
	done := builtOnce(t)
	rendered := map[string][]byte{}
	for _, url := range done.snapshot.URLs() {
		data, err := done.snapshot.Render(url)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(url, "/below/")
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		rendered[name] = data
	}
	if len(rendered) < 50 {
		t.Errorf("only %d files were compared", len(rendered))
	}
	built := maps.Clone(done.files)
	delete(built, ".ithaca-manifest")
	delete(built, ".ithaca-manifest-copy")
	same(t, rendered, built)
	if data, err := done.snapshot.Render("/below/nothing/here/"); data != nil || err != nil {
		t.Errorf("an address that was not planned gives %q, %v", data, err)
	}
}

func TestAnotherLanguageOfTheSiteReadsEveryWordAnew(t *testing.T) {
	o := options(village(t))
	before, err := generator.Take(o)
	if err != nil {
		t.Fatal(err)
	}
	at := filepath.Join(o.Site, "content", "index.md")
	index, err := os.ReadFile(at)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at, bytes.Replace(index, []byte("language: en"), []byte("language: pt"), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	after, err := before.Update(o)
	if err != nil {
		t.Fatal(err)
	}
	anew, err := generator.Take(o)
	if err != nil {
		t.Fatal(err)
	}
	now := shown(t, after, all)
	if diff := cmp.Diff(shown(t, anew, all), now); diff != "" {
		t.Error(diff)
	}
	if cmp.Equal(shown(t, before, all), now) {
		t.Error("nothing has changed")
	}
}
