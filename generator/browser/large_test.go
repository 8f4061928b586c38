package browser

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/portaltest"
	"ithaca/generator/site"
)

// largePortal serves an invented portal whose data lie in parts.
func largePortal(t *testing.T) *shared {
	t.Helper()
	dir := t.TempDir()
	if err := portaltest.Write(dir, portaltest.Files(portaltest.Options{Mentors: site.FinderTogether + 20})); err != nil {
		t.Fatal(err)
	}
	return served(t, dir)
}

// named returns the name of the first mentor that a page lists.
func (p *page) named() string {
	p.t.Helper()
	return eval[string](p, `document.querySelector('.cards li h3 a').textContent`)
}

func TestALargePortalIsSearchedFilteredAndAskedInParts(t *testing.T) {
	t.Parallel()
	p := openAt(t, largePortal(t), "/mentors/", look{phone: true})
	name := p.named()
	search(p, name)
	p.wait(`document.querySelector('[data-found] .cards li h3')`)
	if got := p.lines("[data-found] .cards li h3"); !slices.Contains(got, name) {
		t.Errorf("%s: found %q", name, got)
	}

	p.visit("/mentors/#open=now")
	p.wait(`document.querySelectorAll('[data-found] .cards li h3').length > 5`)

	p.visit("/match/")
	p.wait(`!document.querySelector('[data-finder]').hidden`)
	before := len(p.requests())
	p.click(`.needs input`)
	p.click(`[data-finder] button[type=submit]`)
	p.wait(`document.activeElement.id === 'i-results'`)
	if got := p.lines("[data-people] > ol > li h3"); len(got) != 3 {
		t.Errorf("the finder names %q", got)
	}
	for _, url := range p.requests()[before:] {
		if size, err := p.size(strings.TrimPrefix(url, p.URL)); err != nil || size > 16<<10 {
			t.Errorf("%s: %d bytes, %v", url, size, err)
		}
	}
}

// Somebody has a page open while the portal is published anew.
func TestAPageOfAnOlderBuildIsLoadedAgainAndGoesOn(t *testing.T) {
	t.Parallel()
	s := largePortal(t)
	p := openAt(t, s, "/mentors/", look{})
	name := p.named()
	search(p, "zzzz")
	said(p)
	head, _, err := s.file("/data/index.json")
	p.must(err)
	var index struct{ ID string }
	p.must(json.Unmarshal(head, &index))
	p.must(filepath.WalkDir(filepath.Join(s.dir, "data"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(path, bytes.Replace(data, []byte(index.ID), []byte("another-build"), 1), 0o666)
	}))
	eval[any](p, `void (window.before = true, document.activeElement.value = "")`)
	p.write(name)
	p.wait(`!window.before && document.querySelector('[data-found] .cards li h3')`)
	if got := p.lines("[data-found] .cards li h3"); !slices.Contains(got, name) {
		t.Errorf("%s: found %q", name, got)
	}
}
