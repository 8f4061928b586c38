package upkeep_test

import (
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/portaltest"
	"ithaca/generator/upkeep"
)

// lay writes files, given by their paths, to a new folder.
func lay(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	var all []portaltest.File
	for name, text := range files {
		all = append(all, portaltest.File{Path: name, Data: []byte(text)})
	}
	if err := portaltest.Write(dir, all); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestWhatWasBrokenOffIsFinishedByTheSame(t *testing.T) {
	files := maps.Clone(spanish)
	files["content/index.md"] = index[:len(index)-4] + "requests: {repository: invented}\n---\n"
	files["content/mentors/bo.md"] = "---\nname: Bo\nheadline: I can help\nlanguages: [en]\nskills: [sailing]\navailability: {status: open, until: 2026-12-31}\n" +
		"contact: {via: organizer}\nconsent: {publish: 2026-11-01}\nconfirmed: 2026-11-01\n---\n"
	files["content/requests/heron-42.md"] = "---\nlanguages: [en]\nneeds: [{topic: sailing}]\ncycle: spring\nconsent: {matching: 2026-11-01}\n---\n"
	files["content/pages/Our Way/index.md"] = "---\ntitle: Our way: on\n---\n"
	files["content/pages/Our Way/b.jpg"] = "\xff\xd8"
	rename := func(item, to string) func(string) (*upkeep.Plan, error) {
		return func(dir string) (*upkeep.Plan, error) {
			r, err := must(upkeep.Open(mending(dir))).Rename(item, to, new(true))
			if err != nil {
				return nil, err
			}
			return r.Plan, nil
		}
	}
	for name, plan := range map[string]func(dir string) (*upkeep.Plan, error){
		"a person":          rename("mentors/ana", "ann"),
		"a guide":           rename("guides/first", "begin"),
		"a topic":           rename("topics/leading", "guiding"),
		"a topic in others": rename("topics/leading", "leadership"),
		"a topic without a file": func(dir string) (*upkeep.Plan, error) {
			r, err := must(upkeep.Open(mending(dir))).Rename("topics/sailing", "boating", nil)
			if err != nil {
				return nil, err
			}
			return r.Plan, nil
		},
		"mistakes": func(dir string) (*upkeep.Plan, error) {
			m, err := upkeep.Mend(mending(dir), func(string) bool { return true })
			return m.Plan, err
		},
	} {
		contents := func(dir string) map[string]string { return (&demo{t: t, options: mending(dir)}).read() }
		whole := lay(t, files)
		all := must(plan(whole))
		must(all.Write())
		for done := range all.Files {
			dir := lay(t, files)
			some := must(plan(dir))
			some.Files = some.Files[:done]
			must(some.Write())
			if cmp.Equal(contents(whole), contents(dir)) {
				continue
			}
			rest, err := plan(dir)
			if err != nil {
				t.Errorf("%s: after %d of %d files: %v", name, done, len(all.Files), err)
				continue
			}
			must(rest.Write())
			if d := cmp.Diff(contents(whole), contents(dir)); d != "" {
				t.Errorf("%s: after %d of %d files:\n%s", name, done, len(all.Files), d)
			}
		}
	}
}
