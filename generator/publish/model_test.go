package publish_test

import (
	"maps"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"
)

// model is what an output should be, kept as simply as it can be said.
type model struct {
	onDisk files // everything that lies there
	listed files // what the manifest lists, with the bytes Ithaca wrote
}

// want returns the model after a build, or false if it must be refused.
func (m model) want(plan files) (model, bool) {
	after := model{onDisk: maps.Clone(m.onDisk), listed: maps.Clone(plan)}
	for name, written := range m.listed {
		if _, still := plan[name]; !still && after.onDisk[name] == written {
			delete(after.onDisk, name)
		}
	}
	for name, data := range plan {
		_, foreign := m.onDisk[name]
		if _, ours := m.listed[name]; foreign && !ours {
			return m, false
		}
		after.onDisk[name] = data
	}
	// A file cannot lie where a folder is needed.
	for name := range after.onDisk {
		for dir := filepath.Dir(name); dir != "."; dir = filepath.Dir(dir) {
			if _, isFile := after.onDisk[dir]; isFile {
				return m, false
			}
		}
	}
	return after, true
}

// TestAnyHistoryEndsAsTheModelSays builds, edits, deletes and adds at random,
// and compares what is there with the model after each step.
func TestAnyHistoryEndsAsTheModelSays(t *testing.T) {
	names := rapid.SampledFrom([]string{"a", "a/x", "a/y/z", "b", "b/x", "c.html", "d/e/f.html", ".f", ".g/h"})
	texts := rapid.SampledFrom([]string{"", "one", "two", "three"})
	plans := rapid.MapOfN(names, texts, 0, 9)
	rapid.Check(t, func(rt *rapid.T) {
		site, err := os.MkdirTemp(t.TempDir(), "")
		must(t, err)
		dir := filepath.Join(site, "public")
		build(t, dir, nil)
		now := model{files{}, files{}}
		for range rapid.IntRange(1, 8).Draw(rt, "steps") {
			if rapid.Bool().Draw(rt, "build") {
				plan := files(plans.Draw(rt, "plan"))
				after, fine := now.want(plan)
				_, err := try(dir, plan)
				if fine != (err == nil) {
					rt.Fatalf("plan %v, fine %v: %v", plan, fine, err)
				}
				if err == nil {
					now = after
				}
			} else {
				meddle(dir, now, names.Draw(rt, "name"), texts.Draw(rt, "text"))
			}
			if got := plain(read(t, dir)); !maps.Equal(got, now.onDisk) {
				rt.Fatalf("holds %v, want %v", got, now.onDisk)
			}
			expectNoTrace(t, dir)
		}
	})
}

// meddle writes a file as a person would or, without a text, deletes it and the
// folders it leaves empty: an empty folder of others may not be replaced either.
func meddle(dir string, now model, name, text string) {
	at := filepath.Join(dir, name)
	if text == "" {
		if os.Remove(at) != nil {
			return
		}
		delete(now.onDisk, name)
		for parent := filepath.Dir(at); parent != dir && os.Remove(parent) == nil; parent = filepath.Dir(parent) {
		}
		return
	}
	_ = os.MkdirAll(filepath.Dir(at), 0o755)
	if os.WriteFile(at, []byte(text), 0o644) == nil {
		now.onDisk[name] = text
	}
}

// plain leaves out empty folders, which are nobody's concern here.
func plain(all files) files {
	maps.DeleteFunc(all, func(name, _ string) bool { return name[len(name)-1] == '/' })
	return all
}
