package generator

import (
	"errors"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"ithaca/generator/publish"
	"ithaca/generator/secrets"
	"ithaca/generator/site"
)

// ErrMistakes is returned by Build for a snapshot with errors of authors, which
// is not published.
var ErrMistakes = errors.New("the content has mistakes; nothing was published")

// patience is how long a build waits for another one of the same output.
const patience = 10 * time.Second

// Result says what a build did.
type Result struct {
	publish.Result
	Templates int // pages drawn by the theme
}

// Build takes a snapshot's portal to a folder: every page is drawn, and then those that
// changed are renamed into place. With mistakes, or on any failure before that, the folder
// stays as it was. Progress, which may be nil, is called from any goroutine with how many
// of all pages are done.
func (s *Snapshot) Build(o Options, out string, progress func(done, all int)) (Result, error) {
	if s.diags.HasErrors() {
		return Result{}, ErrMistakes
	}
	go s.theme.Assets() // so that the theme is made while the output is looked at
	run, err := publish.Open(out, publish.Options{
		Protected: []string{o.Site},
		Inputs:    []string{filepath.Join(o.Site, "content"), filepath.Join(o.Site, "templates")},
		Wait:      patience,
	})
	if err != nil {
		return Result{}, err
	}
	defer run.Abort()
	pages := s.plan.Pages()
	if err := s.drawAll(run, pages, o.workers(), progress); err != nil {
		return Result{}, err
	}
	done, err := run.Commit()
	if err != nil {
		return Result{}, err
	}
	return Result{done, drawn(pages)}, nil
}

// drawn counts the pages that the theme draws.
func drawn(pages []*site.Page) int {
	n := 0
	for _, page := range pages {
		if page.Template != "" {
			n++
		}
	}
	return n
}

// drawAll hands every file of the portal to the run, as it is drawn. An error of private
// content names all of it.
func (s *Snapshot) drawAll(run *publish.Run, pages []*site.Page, workers int, progress func(done, all int)) error {
	var leaks secrets.Leaks
	var mu sync.Mutex
	hand := func(path string, file finished) error {
		if found := (secrets.Leaks)(nil); errors.As(file.err, &found) {
			mu.Lock()
			defer mu.Unlock()
			leaks = append(leaks, found...)
			return nil
		}
		if file.err != nil {
			return file.err
		}
		return run.Add(path, file.data)
	}
	for url, file := range s.others() {
		if err := hand(strings.TrimPrefix(url, s.plan.Site.Home), file); err != nil {
			return err
		}
	}
	var done atomic.Int64
	var g errgroup.Group
	g.SetLimit(workers)
	const batch = 32
	for from := 0; from < len(pages); from += batch {
		g.Go(func() error {
			for _, page := range pages[from:min(from+batch, len(pages))] {
				if err := hand(page.Path, s.draw(page)); err != nil {
					return err
				}
				if n := int(done.Add(1)); progress != nil {
					progress(n, len(pages))
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return leaks.OrNil()
}
