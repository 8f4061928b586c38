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
	p.must(s.publishAnew("index.json", "cards", "words", "facets", "entries"))
	eval[any](p, `void (window.before = true, document.activeElement.value = "")`)
	p.write(name)
	p.wait(`!window.before && document.querySelector('[data-found] .cards li h3')`)
	if got := p.lines("[data-found] .cards li h3"); !slices.Contains(got, name) {
		t.Errorf("%s: found %q", name, got)
	}
}

// A host may serve an old index beside new parts for a while.
func TestAPageWhoseDataStayApartIsLoadedAgainOnceAndKeepsItsList(t *testing.T) {
	t.Parallel()
	s := largePortal(t)
	p := openAt(t, s, "/mentors/", look{})
	p.must(s.publishAnew("cards", "words"))
	eval[any](p, `void (window.before = true)`)
	search(p, p.named())
	p.wait(`!window.before && document.readyState === 'complete' && !document.querySelector('[type=search]')`)
	if shown := p.lines("[data-plain]:not([hidden]) .cards li h3"); len(shown) != 24 {
		t.Errorf("the list shows %q", shown)
	}
	if times := eval[string](p, `sessionStorage.getItem('ithaca-stale')`); times == "" {
		t.Error("the page was loaded again without noting it")
	}
}

// publishAnew gives files and folders of the data the id of another build.
func (s *shared) publishAnew(names ...string) error {
	head, _, err := s.file("/data/index.json")
	var index struct{ ID string }
	if err == nil {
		err = json.Unmarshal(head, &index)
	}
	for _, name := range names {
		if err == nil {
			err = filepath.WalkDir(filepath.Join(s.dir, "data", name), func(path string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() {
					return err
				}
				data, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				return os.WriteFile(path, bytes.Replace(data, []byte(index.ID), []byte("another-build"), 1), 0o666)
			})
		}
	}
	return err
}
