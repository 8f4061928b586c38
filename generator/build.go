package generator

import (
	"errors"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"ithaca/generator/publish"
	"ithaca/generator/site"
	"ithaca/generator/theme"
)

// ErrMistakes is returned by Build for a snapshot with errors of authors, which
// is not published.
var ErrMistakes = errors.New("the content has mistakes; nothing was published")

// Output says where a portal is published and who is told how far it is.
type Output struct {
	Dir  string        // the output folder
	Wait time.Duration // how long to wait for another build of the same output
	// Progress, which may be nil, is called from any goroutine with how many of
	// all files are done.
	Progress func(done, all int)
}

// Result says what a build did.
type Result struct {
	Pages     int      // pages and machine files in the portal, with its assets
	Changed   int      // files whose bytes are new
	Removed   int      // files of an earlier build that are gone
	Kept      []string // files of an earlier build that stay because somebody changed them
	Templates int      // pages drawn by the theme
}

// Build takes a snapshot's portal to the output folder: every page is drawn, and
// then those that changed are renamed into place. With mistakes, or on any failure
// before that, the output stays as it was.
func (s *Snapshot) Build(o Options, out Output) (Result, error) {
	if s.diags.HasErrors() {
		return Result{}, ErrMistakes
	}
	go s.theme.Assets() // so that the theme is made while the output is looked at
	run, err := publish.Open(out.Dir, publish.Options{
		Protected: []string{o.Site},
		Inputs:    []string{filepath.Join(o.Site, "content"), filepath.Join(o.Site, "templates")},
		Wait:      out.Wait,
	})
	if err != nil {
		return Result{}, err
	}
	defer run.Abort()
	pages := s.plan.Pages()
	if err := s.drawAll(run, pages, o.workers(), out.Progress); err != nil {
		return Result{}, err
	}
	done, err := run.Commit()
	if err != nil {
		return Result{}, err
	}
	return Result{
		Pages: done.Files, Changed: done.Written, Removed: done.Removed, Kept: done.Kept, Templates: drawn(pages),
	}, nil
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

// guardAdded guards the file that stands at a place among those added to the plan. The
// built-in theme's own know nothing of a site without templates: where a minified script
// of theirs has the letters of a short pseudonym by chance, nothing was told.
func (s *Snapshot) guardAdded(i int, a theme.Asset) error {
	if i < len(s.theme.Assets()) && s.tree.Templates() == nil {
		return nil
	}
	return s.guard(s.plan.Site.Prefix+"/"+a.Path, a.Data)
}

// drawAll hands every file of the portal to the run, as it is drawn.
func (s *Snapshot) drawAll(run *publish.Run, pages []*site.Page, workers int, progress func(done, all int)) error {
	leaks := &LeakError{}
	for i, a := range s.added() {
		if leak := new(LeakError); errors.As(s.guardAdded(i, a), &leak) {
			leaks.Finds = append(leaks.Finds, leak.Finds...)
			continue
		}
		if err := run.Add(a.Path, a.Data); err != nil {
			return err
		}
	}
	var done atomic.Int64
	var mu sync.Mutex
	var g errgroup.Group
	g.SetLimit(workers)
	const batch = 32
	for from := 0; from < len(pages); from += batch {
		g.Go(func() error {
			for _, page := range pages[from:min(from+batch, len(pages))] {
				data, err := s.draw(page)
				if leak := new(LeakError); errors.As(err, &leak) {
					mu.Lock()
					leaks.Finds = append(leaks.Finds, leak.Finds...)
					mu.Unlock()
					continue
				}
				if err != nil {
					return err
				}
				if err := run.Add(page.Path, data); err != nil {
					return err
				}
				if progress != nil {
					progress(int(done.Add(1)), len(pages))
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	if len(leaks.Finds) > 0 {
		sortFinds(leaks.Finds)
		return leaks
	}
	return nil
}
