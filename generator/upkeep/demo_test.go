package upkeep_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"ithaca/generator"
	"ithaca/generator/diag"
	"ithaca/generator/portaltest"
	"ithaca/generator/upkeep"
)

// demo is a copy of the demo portal, for which one change after the other is planned.
type demo struct {
	t        *testing.T
	options  generator.Options
	files    map[string]string // its texts
	site     *upkeep.Site
	snapshot *generator.Snapshot
}

func newDemo(t *testing.T) *demo {
	d := &demo{t: t}
	site := t.TempDir()
	for _, folder := range []string{"content", "templates"} {
		if err := os.CopyFS(filepath.Join(site, folder), os.DirFS("../../"+folder)); err != nil {
			t.Fatal(err)
		}
	}
	d.options = generator.Options{Site: site, Templates: os.DirFS("../../templates"), Today: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC), Judged: true}
	if err := os.Mkdir(filepath.Join(site, ".git"), 0o755); err != nil { // so that no copies are kept
		t.Fatal(err)
	}
	// Files of long ago are taken over where they are known, without a look.
	long := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	must(0, filepath.WalkDir(site, func(at string, _ fs.DirEntry, _ error) error { return os.Chtimes(at, long, long) }))
	d.files, d.site = d.read(), d.open()
	d.snapshot = d.check(&generator.Snapshot{}, d.options, "nothing")
	return d
}

func (d *demo) read() map[string]string {
	files := map[string]string{}
	for _, pattern := range []string{"content/*.md", "content/*/*.md", "content/*/*/*.md"} {
		names, _ := filepath.Glob(filepath.Join(d.options.Site, filepath.FromSlash(pattern)))
		for _, name := range names {
			within, _ := filepath.Rel(d.options.Site, name)
			data, err := os.ReadFile(name)
			if err != nil {
				d.t.Fatal(err)
			}
			files[filepath.ToSlash(within)] = string(data)
		}
	}
	return files
}

// check fails where the site has errors, or warnings that the demo does not have.
func (d *demo) check(before *generator.Snapshot, o generator.Options, what string) *generator.Snapshot {
	d.t.Helper()
	snapshot, err := before.Update(o)
	if err != nil {
		d.t.Fatal(err)
	}
	for _, one := range snapshot.Diagnostics() {
		if one.Severity == diag.Error || one.Code != "unused-topic" {
			d.t.Errorf("after %s: %s: %s: %s", what, one.Position, one.Severity, one.Message)
		}
	}
	return snapshot
}

// planned returns the texts of the site as a plan leaves them, and checks them. Every
// fourth plan, and each that moves pictures, is written, until restore: the files must be
// as planned.
func (d *demo) planned(plan *upkeep.Plan, i int, what string) (texts map[string]string, written bool) {
	d.t.Helper()
	o := d.options
	o.Unwritten = map[string][]byte{}
	texts, written = maps.Clone(d.files), i%4 == 0
	for _, f := range plan.Files {
		switch {
		case path.Ext(f.Path) != ".md":
			written = true
		case f.New == nil:
			delete(texts, f.Path)
		default:
			texts[f.Path] = string(f.New)
		}
		o.Unwritten[f.Path] = f.New
	}
	if written {
		o.Unwritten = nil
		must(plan.Write())
		if now := d.read(); !maps.Equal(now, texts) {
			d.t.Errorf("after %s, other files were written than was planned: %q, not %q", what, now, texts)
		}
	}
	d.check(d.snapshot, o, what)
	return texts, written
}

// restore writes all files as they were before a plan was written.
func (d *demo) restore(plan *upkeep.Plan) {
	for _, f := range plan.Files {
		name := filepath.Join(d.options.Site, filepath.FromSlash(f.Path))
		if f.Old == nil {
			if err := os.Remove(name); err != nil {
				d.t.Fatal(err)
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil { // the folder may have gone
			d.t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Old, 0o644); err != nil {
			d.t.Fatal(err)
		}
	}
}

// ended is the line by which a mentor who leaves ends a pair that runs.
var ended = regexp.MustCompile(`(?m)^  - \{cycle: \S+, mentor: \S+, do: exit, by: mentor, rematch: true, date: 2026-11-16\}\n`)

// outside compares what stands in other files beside the lines that name something.
func (d *demo) outside(texts map[string]string, own, newName string, words ...string) {
	d.t.Helper()
	for name, now := range texts {
		was, known := d.files[name]
		if file := original(name); file == own || file == newName || was == now {
			continue
		}
		if !known {
			d.t.Errorf("%s is new", name)
		}
		if line := elsewhere(was, ended.ReplaceAllString(now, ""), words); line != "" {
			d.t.Errorf("%s changed outside of the mentions of %s: %q\n%s", name, words, line, now)
		}
	}
}

// elsewhere returns the first line that changed although none of the words stand in it, nor in
// a list that ended with it.
func elsewhere(was, now string, words []string) string {
	names := func(line string) bool {
		return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(strings.ToLower(line), word) })
	}
	left := strings.Split(now, "\n")
	lines := strings.Split(was, "\n")
	for i, line := range lines {
		switch {
		case len(left) > 0 && left[0] == line:
			left = left[1:]
		case names(line):
			if len(left) > 0 && (i+1 == len(lines) || left[0] != lines[i+1]) && !names2(lines[i+1:], left[0]) {
				left = left[1:] // the line in its new form
			}
		case strings.HasSuffix(line, ":") && i+1 < len(lines) && names(lines[i+1]):
		default:
			return line
		}
	}
	return strings.Join(left, "\n")
}

// names2 reports whether a line stands further below.
func names2(lines []string, line string) bool {
	return slices.Contains(lines[:min(3, len(lines))], line)
}

// original returns the file that a translation of the demo translates, others as they are.
func original(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(name, ".md"), ".es"), ".ar") + ".md"
}

// slugsIn returns what lies in a folder of the demo: all of it where the tests are long, and
// else every fourth, who is matched among them.
func slugsIn(d *demo, folder string) []string {
	var all []string
	for name := range d.files {
		if within, found := strings.CutPrefix(name, "content/"+folder+"/"); found && original(name) == name {
			all = append(all, strings.TrimSuffix(strings.TrimSuffix(within, ".md"), "/index"))
		}
	}
	slices.Sort(all)
	if portaltest.Long() {
		return all
	}
	var some []string
	for i, slug := range all {
		few := testing.Short() && len(some) == 3
		if i%4 == 0 && !few || folder == "mentors" && slug == "ana-silva" {
			some = append(some, slug)
		}
	}
	return some
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// open reads the demo as it is now.
func (d *demo) open() *upkeep.Site { return must(upkeep.Open(d.options)) }

func TestEveryMentorOfTheDemoCanLeave(t *testing.T) {
	d, pairs := newDemo(t), 0
	for i, slug := range slugsIn(d, "mentors") {
		leaving := must(d.site.Leave(slug))
		texts, written := d.planned(leaving.Plan, i, slug+" left")
		d.outside(texts, leaving.People[0].Path, "", slug)
		for name, now := range texts {
			if !strings.Contains(name, "/requests/") {
				continue
			}
			if strings.Count(ended.ReplaceAllString(now, ""), "mentor: "+slug) != strings.Count(d.files[name], "mentor: "+slug) {
				t.Errorf("a decision with %s is gone from %s", slug, name)
			}
			exits := ended.FindAllString(now, -1)
			if pairs += len(exits); len(exits) > 1 || len(exits) == 1 && !strings.Contains(exits[0], "mentor: "+slug+",") {
				t.Errorf("%s leaves, and %s says %q", slug, name, exits)
			}
		}
		if got := texts[leaving.People[0].Path]; got != "---\nleft: 2026-11-16\n---\n" {
			t.Errorf("%s says %q", leaving.People[0].Path, got)
		}
		if written {
			d.restore(leaving.Plan)
		}
	}
	if pairs == 0 && !testing.Short() { // few have a pair
		t.Error("no pair of the demo was ended")
	}
}

func TestEveryItemOfTheDemoCanBeRenamed(t *testing.T) {
	d := newDemo(t)
	for _, folder := range []string{"mentors", "requests", "guides", "worksheets", "resources", "stories", "events", "pages", "topics"} {
		for i, slug := range slugsIn(d, folder) {
			if slug == "privacy" || slug == "code-of-conduct" || folder == "pages" && slices.Contains([]string{"program", "help", "accessibility"}, slug) {
				continue // the portal itself needs pages of these names
			}
			renaming := must(d.site.Rename(folder+"/"+slug, "quite-another", nil))
			texts, written := d.planned(renaming.Plan, i, folder+"/"+slug+" was renamed")
			own := renaming.Files[len(renaming.Files)-1].Path
			renamed := strings.Replace(own, "/"+slug, "/quite-another", 1)
			d.outside(texts, own, renamed, slug, strings.ReplaceAll(slug, "-", " "))
			if _, still := texts[own]; still {
				t.Errorf("%s is still there", own)
			}
			if !written {
				continue
			}
			back := must(d.open().Rename(folder+"/quite-another", slug, new(false)))
			must(back.Write())
			for name, now := range d.read() {
				if was := d.files[name]; now != was && folder != "topics" {
					t.Errorf("%s is not what it was after %s was renamed and renamed back:\n%s", name, slug, now)
				}
			}
			d.restore(back.Plan)
			d.restore(renaming.Plan)
		}
	}
}

func TestEveryTopicOfTheDemoCanBecomeOneWithTheNext(t *testing.T) {
	d := newDemo(t)
	all := slugsIn(d, "topics")
	for i, slug := range all {
		other := all[(i+1)%len(all)]
		renaming := must(d.site.Rename("topics/"+slug, other, nil))
		if !renaming.Merged {
			t.Errorf("%s and %s stay two topics", slug, other)
		}
		texts, written := d.planned(renaming.Plan, i, fmt.Sprintf("%s became one with %s", slug, other))
		if _, still := texts[path.Join("content/topics", slug+".md")]; still {
			t.Errorf("the file of %s is still there", slug)
		}
		if written {
			d.restore(renaming.Plan)
		}
	}
}
