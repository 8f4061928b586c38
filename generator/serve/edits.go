package serve

import (
	"context"
	"path"
	"strings"
	"time"

	"ithaca/generator/diag"
)

// Edit is what came of a batch of changes.
type Edit struct {
	Changed  []string // the files, relative to the site's folder; nil when everything was looked at again
	NewDay   bool     // nothing was edited: a day began
	Errors   int
	Warnings int
	New      diag.List     // the first of what was not told before, errors first
	More     int           // how many more there are; they come with the next edit
	Still    diag.List     // the first error, told before, where no mistake is new
	Home     string        // the path of the home page, where it is another than before
	Err      error         // why the files could not be read, when the machine failed
	Took     time.Duration // from the first look at the files until new pages can be had
}

// follow takes a snapshot after each batch, and when a minute brings another day,
// until the context ends.
func (s *Server) follow(ctx context.Context, batches <-chan batch, minutes <-chan time.Time) {
	for {
		select {
		case b := <-batches:
			s.edit(b)
		case <-minutes:
			if s.today() != s.options.Site.Today {
				s.edit(batch{newDay: true, names: []string{}})
			}
		case <-ctx.Done():
			return
		}
	}
}

// today returns the day that the portal is to speak of. A moment of the same day is
// the one that the last snapshot was taken at.
func (s *Server) today() time.Time {
	before := s.options.Site.Today
	if s.options.Today == nil {
		return before
	}
	now := s.options.Today()
	if now.UTC().Format(time.DateOnly) == before.UTC().Format(time.DateOnly) {
		return before
	}
	return now
}

// edit brings what is served up to date.
func (s *Server) edit(b batch) {
	began := s.options.Now()
	before := s.now.Load()
	// What a failed look has missed must be looked at now.
	all := b.all || before.err != nil
	if all {
		s.watch.sync()
	}
	s.options.Site.Today = s.today()
	snapshot, err := before.latest.Update(s.options.Site)
	s.watch.failing.Store(err != nil)
	next := before.with(before.latest)
	next.err = err
	if err == nil {
		next = before.with(snapshot)
	}
	next.count(b, all)
	s.now.Store(next)
	s.bell.ring()
	e := Edit{Changed: b.lasting, NewDay: b.newDay, Err: err}
	now := next.latest.Diagnostics()
	e.Errors, e.Warnings = now.Count()
	if e.New, e.More, s.told = s.told.news(now); len(e.New) == 0 {
		e.Still = firstError(now)
	}
	if home := next.home(); home != before.home() {
		e.Home = home
	}
	e.Took = s.options.Now().Sub(began)
	s.options.report(e)
}

// count notes which files that keep their addresses are new.
func (st *state) count(b batch, all bool) {
	if all {
		st.styles++
		st.others++
		return
	}
	for _, name := range b.names {
		if !strings.HasPrefix(name, staticFolder) {
			continue
		}
		if path.Ext(name) == ".css" {
			st.styles++
		} else {
			st.others++
		}
	}
}
