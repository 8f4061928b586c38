package publish_test

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// model is what an output should be, kept as simply as it can be said.
type model struct {
	onDisk files // everything that lies there
	listed files // what the manifest lists, with the bytes Ithaca wrote
}

// want returns the model after a build, or false if it must be refused. Between
// are the files that lie there when Commit begins, after Add has looked at others.
func (m model) want(plan, between files) (after model, fine bool) {
	after = model{onDisk: maps.Clone(between), listed: maps.Clone(plan)}
	for name, written := range m.listed {
		if _, still := plan[name]; !still && between[name] == written {
			delete(after.onDisk, name)
		}
	}
	for name, data := range plan {
		_, ours := m.listed[name]
		before, there := m.onDisk[name]
		now, stays := between[name]
		switch unchanged := there && before == data; {
		case there && !ours, !unchanged && stays && !ours, spelledTwice(plan, name):
			return m, false
		case unchanged && !stays:
		case unchanged:
			after.onDisk[name] = now
		default:
			after.onDisk[name] = data
		}
	}
	// A file cannot lie where a folder is needed.
	for _, needed := range []files{after.onDisk, with(after.onDisk, plan)} {
		for name := range needed {
			for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
				if _, isFile := needed[dir]; isFile {
					return m, false
				}
			}
		}
	}
	return after, true
}

// spelledTwice reports whether a path is planned that is this one, or a folder
// above it, where letter case is ignored.
func spelledTwice(plan files, name string) bool {
	for other := range plan {
		if other != name && strings.HasPrefix(strings.ToLower(name)+"/", strings.ToLower(other)+"/") {
			return true
		}
	}
	return false
}

// TestAnyHistoryEndsAsTheModelSays builds, edits, deletes and adds at random,
// also between the last Add and Commit, and compares what is there with the
// model after each step.
func TestAnyHistoryEndsAsTheModelSays(t *testing.T) {
	planned := []string{"a", "a/x", "a/y/z", "a/y/z.css", "b", "b/x", "c.html", "d/e/f.html", "d/feed.xml", ".f", ".g/h"}
	if !ignoresCase(t) { // where it is ignored, what the model takes for two folders is one
		planned = append(planned, "B/y.xml", "d/E")
	}
	names := rapid.SampledFrom(planned)
	anyName := rapid.SampledFrom(append(slices.Clip(planned), "a/mine", "d/mine", "d/e/mine", ".g"))
	texts := rapid.SampledFrom([]string{"", "one", "two", "three"})
	plans := rapid.MapOfN(names, texts, 0, 9)
	rapid.Check(t, func(rt *rapid.T) {
		site, err := os.MkdirTemp(t.TempDir(), "")
		must(t, err)
		dir := filepath.Join(site, "public")
		build(t, dir, nil)
		now := model{files{}, files{}}
		for range rapid.IntRange(1, 8).Draw(rt, "steps") {
			switch rapid.SampledFrom([]string{"edit", "build", "edit while building"}).Draw(rt, "step") {
			case "edit":
				meddle(dir, now.onDisk, anyName.Draw(rt, "name"), texts.Draw(rt, "text"))
			case "build":
				plan := files(plans.Draw(rt, "plan"))
				after, fine := now.want(plan, now.onDisk)
				if _, err := try(dir, plan); fine != (err == nil) {
					rt.Fatalf("plan %v, fine %v: %v", plan, fine, err)
				}
				if fine {
					now = after
				}
			case "edit while building":
				plan := files(plans.Draw(rt, "plan"))
				between, moved := maps.Clone(now.onDisk), false
				_, err := tryWith(dir, plan, func() {
					for range rapid.IntRange(1, 3).Draw(rt, "edits") {
						moved = meddle(dir, between, anyName.Draw(rt, "name"), texts.Draw(rt, "text")) || moved
					}
				})
				after, fine := now.want(plan, between)
				// A folder that is gone or new since Add looked may end the build.
				if fine != (err == nil) && !(moved && err != nil) {
					rt.Fatalf("plan %v, between %v, fine %v: %v", plan, between, fine, err)
				}
				now.onDisk = between
				if err == nil {
					now = after
				}
			}
			if got := plain(read(t, dir)); !maps.Equal(got, now.onDisk) {
				rt.Fatalf("holds %v, want %v", got, now.onDisk)
			}
			expectNoTrace(t, dir)
		}
	})
}

// ignoresCase reports whether the file system takes two spellings for one name.
func ignoresCase(t *testing.T) bool {
	dir := t.TempDir()
	put(t, dir, files{"a": ""})
	_, err := os.Lstat(filepath.Join(dir, "A"))
	return err == nil
}

// meddle writes a file as a person would or, without a text, deletes it and the
// folders it leaves empty: an empty folder of others may not be replaced either.
// It reports whether a folder is gone, or stands where none was.
func meddle(dir string, onDisk files, name, text string) (gone bool) {
	at := filepath.Join(dir, name)
	if text == "" {
		if os.Remove(at) != nil {
			return false
		}
		delete(onDisk, name)
		for parent := filepath.Dir(at); parent != dir && os.Remove(parent) == nil; parent = filepath.Dir(parent) {
			gone = true
		}
		return gone
	}
	_, missing := os.Stat(filepath.Dir(at))
	_ = os.MkdirAll(filepath.Dir(at), 0o755)
	if os.WriteFile(at, []byte(text), 0o644) == nil {
		onDisk[name] = text
		gone = missing != nil
	}
	return gone
}

// plain leaves out empty folders, which are nobody's concern here.
func plain(all files) files {
	maps.DeleteFunc(all, func(name, _ string) bool { return name[len(name)-1] == '/' })
	return all
}
