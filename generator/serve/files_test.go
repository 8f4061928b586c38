package serve

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ithaca/generator"
	"ithaca/generator/portaltest"
)

// These follow real files with the system's own feed.

func TestEveryWayToSaveIsSeen(t *testing.T) {
	dir := newSite(t)
	s := serveSite(t, options(dir), nil)
	file := filepath.Join(dir, "content", "mentors", "ana-silva.md")
	beside := func(name string) string { return filepath.Join(filepath.Dir(file), name) }
	for n, c := range []struct {
		editor string
		save   func(text string)
	}{
		{"writes over it", func(text string) { write(t, file, text) }},
		{"empties it first", func(text string) {
			must(t, os.Truncate(file, 0))
			write(t, file, text)
		}},
		{"writes it in parts", func(text string) {
			f, err := os.OpenFile(file, os.O_WRONLY|os.O_TRUNC, 0)
			must(t, err)
			for _, part := range strings.SplitAfter(text, "\n") {
				_, err := f.WriteString(part)
				must(t, err)
			}
			must(t, f.Close())
		}},
		{"moves a new one over it", func(text string) {
			write(t, beside(".ana-silva.md.tmp"), text)
			must(t, os.Rename(beside(".ana-silva.md.tmp"), file))
		}},
		{"moves one from another folder over it", func(text string) {
			other := filepath.Join(t.TempDir(), "new.md")
			write(t, other, text)
			must(t, os.Rename(other, file))
		}},
		{"keeps the old one beside it", func(text string) {
			write(t, beside("4913"), "")
			must(t, os.Remove(beside("4913")))
			must(t, os.Rename(file, beside("ana-silva.md~")))
			write(t, file, text)
		}},
		{"deletes it first", func(text string) {
			must(t, os.Remove(file))
			write(t, file, text)
		}},
		{"locks it with a link", func(text string) {
			must(t, os.Symlink("somebody@somewhere.1", beside(".#ana-silva.md")))
			write(t, file, text)
			must(t, os.Remove(beside(".#ana-silva.md")))
		}},
	} {
		headline := fmt.Sprintf("I can help you, version %d", n)
		c.save(mentor("Ana Silva", headline))
		s.until(c.editor, func() bool {
			errors, _ := s.Diagnostics().Count()
			return errors == 0 && strings.Contains(text(t, s.get("/mentors/ana-silva/")), headline)
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// until waits for edits until something holds.
func (s *served) until(what string, holds func() bool) {
	s.t.Helper()
	for end := time.After(patience); !holds(); {
		select {
		case <-s.edits:
		case <-end:
			s.t.Fatalf("an editor that %s is not followed; the mistakes are %v", what, s.Diagnostics())
		}
	}
}

// becomesClean waits until a site is served as a clean build would write it.
func (s *served) becomesClean(what string, o generator.Options) {
	s.t.Helper()
	clean, err := generator.Take(o)
	must(s.t, err)
	s.until(what, func() bool { return len(unlike(s.t, s, clean, clean.URLs())) == 0 })
	s.until(what, func() bool {
		known := map[string]bool{}
		for _, url := range clean.URLs() {
			known[url] = true
		}
		for _, url := range s.now.Load().latest.URLs() {
			if !known[url] {
				return false
			}
		}
		return true
	})
}

func TestFoldersThatComeMoveAndGoAreFollowed(t *testing.T) {
	dir := newSite(t)
	o := options(dir)
	s := serveSite(t, o, nil)
	in := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	for _, step := range []struct {
		what string
		do   func()
	}{
		{"makes folders within folders", func() { write(t, in("templates/static/plans/2026/spring/plan.txt"), "one") }},
		{"writes into a new folder", func() { write(t, in("templates/static/plans/2026/spring/plan.txt"), "two") }},
		{"moves a folder with folders in it", func() {
			must(t, os.Rename(in("templates/static/plans/2026"), in("templates/static/plans/old")))
		}},
		{"writes into a moved folder", func() { write(t, in("templates/static/plans/old/spring/plan.txt"), "three") }},
		{"deletes a folder", func() { must(t, os.RemoveAll(in("templates/static/plans/old"))) }},
		{"makes it again", func() { write(t, in("templates/static/plans/old/plan.txt"), "four") }},
		{"gives a mentor a folder", func() {
			write(t, in("content/mentors/chi-ume/index.md"), mentor("Chi Ume", "I can help"))
		}},
		{"gives it another name", func() { must(t, os.Rename(in("content/mentors/chi-ume"), in("content/mentors/dee-oh"))) }},
		{"deletes all templates", func() { must(t, os.RemoveAll(in("templates"))) }},
		{"makes templates of its own", func() { write(t, in("templates/static/CNAME"), "harbour.example") }},
		{"changes them", func() { write(t, in("templates/static/CNAME"), "port.example") }},
		{"replaces the whole content", func() {
			must(t, os.CopyFS(in("copy"), os.DirFS(in("content"))))
			must(t, os.Remove(in("copy/mentors/bo-berg.md")))
			must(t, os.Rename(in("content"), in("before")))
			must(t, os.Rename(in("copy"), in("content")))
		}},
		{"writes into what is new", func() {
			write(t, in("content/mentors/ana-silva.md"), mentor("Ana Silva", "I can help again"))
		}},
	} {
		step.do()
		s.becomesClean(step.what, o)
	}
}

func TestACheckoutOfManyFilesEndsAsACleanBuild(t *testing.T) {
	many := 1000
	switch {
	case testing.Short():
		many = 300
	case portaltest.Long():
		many = 5000
	}
	dir := newSite(t)
	o := options(dir)
	s := serveSite(t, o, nil)
	for i := range many {
		name := fmt.Sprintf("content/topics/%d/topic-%d.md", i%20, i)
		write(t, filepath.Join(dir, filepath.FromSlash(name)), fmt.Sprintf("---\ntitle: Topic %d\n---\n", i))
	}
	clean, err := generator.Take(o)
	must(t, err)
	s.until("checks out many files", func() bool { return len(s.now.Load().latest.URLs()) == len(clean.URLs()) })
	for n, url := range clean.URLs() {
		if n%10 > 0 {
			continue
		}
		want, err := clean.Render(url)
		if got := text(t, s.get(url)); err != nil || got != string(want) {
			t.Errorf("%s is other than in a clean build", url)
		}
	}
}

func TestRequestsOutsideTheSiteAreFollowed(t *testing.T) {
	dir, requests := newSite(t), t.TempDir()
	o := options(dir)
	o.Requests = requests
	s := serveSite(t, o, nil)
	write(t, filepath.Join(requests, "blue-boat.md"), "---\nneeds: nothing that is right\n---\n")
	s.until("writes a request", func() bool {
		for _, d := range s.Diagnostics() {
			if d.File == "content/requests/blue-boat.md" {
				return true
			}
		}
		return false
	})
	must(t, os.Remove(filepath.Join(requests, "blue-boat.md")))
	s.until("deletes a request", func() bool { return !s.Diagnostics().HasErrors() })
}
