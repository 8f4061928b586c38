package serve

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ithaca/generator"
	"ithaca/generator/diag"
	"ithaca/generator/order"
)

// Edit is what came of changes to the files.
type Edit struct {
	NewDay   bool // nothing was edited: a day began
	Errors   int
	Warnings int
	New      diag.List     // the first of what was not reported before, errors first
	More     int           // how many more there are
	Still    diag.List     // the first error, reported before, where no mistake is new
	Home     string        // the path of the home page, where it is another than before
	Err      error         // why the files could not be read, when the machine failed
	Took     time.Duration // from the first look at the files until new pages can be had
}

// follow takes a snapshot after each change, and when a minute brings another day,
// until the context ends.
func (s *Server) follow(ctx context.Context, changed <-chan struct{}, minutes <-chan time.Time) {
	for {
		select {
		case <-changed:
			s.update(false)
		case <-minutes:
			if day(s.today()) != day(s.options.Site.Today) {
				s.update(true)
			}
		case <-ctx.Done():
			return
		}
	}
}

// today returns the day that the portal is to speak of.
func (s *Server) today() time.Time {
	if s.options.Today == nil {
		return s.options.Site.Today
	}
	return s.options.Today()
}

func day(t time.Time) string { return t.UTC().Format(time.DateOnly) }

// update takes a new snapshot, serves it, and tells open pages and the terminal.
func (s *Server) update(newDay bool) {
	began := s.options.Now()
	before := s.now.Load()
	s.options.Site.Today = s.today()
	s.watcher.follow()
	snapshot, err := before.latest.Update(s.options.Site)
	s.watcher.failing.Store(err != nil)
	if err != nil {
		snapshot = before.latest
	}
	next := s.state(before, snapshot)
	next.err = err
	s.now.Store(next)
	close(before.replaced)
	if s.options.Report != nil {
		e := next.since(before)
		e.NewDay, e.Took = newDay, s.options.Now().Sub(began)
		s.options.Report(e)
	}
}

// state is what is served at a moment. It is immutable.
type state struct {
	good     *edition            // of the last snapshot without errors; nil before the first
	latest   *generator.Snapshot // whose mistakes are shown; nil before the first
	err      error               // why there is none newer, when the machine failed
	replaced chan struct{}       // closed when there is a newer state
}

// state returns the state after a new snapshot.
func (s *Server) state(before *state, snapshot *generator.Snapshot) *state {
	next := &state{good: before.good, latest: snapshot, replaced: make(chan struct{})}
	if !snapshot.Diagnostics().HasErrors() {
		next.good = newEdition(snapshot, s.folders)
	}
	return next
}

// home returns the path of the home page that is served.
func (st *state) home() string {
	if st.good != nil {
		return st.good.snapshot.Home()
	}
	return st.latest.Home()
}

// since returns what has come of an edit.
func (st *state) since(before *state) Edit {
	now := st.latest.Diagnostics()
	e := Edit{Err: st.err}
	e.Errors, e.Warnings = now.Count()
	e.New, e.More = news(before.latest.Diagnostics(), now)
	if i := slices.IndexFunc(now, isError); i >= 0 && len(e.New) == 0 {
		e.Still = now[i : i+1]
	}
	if home := st.home(); home != before.home() {
		e.Home = home
	}
	return e
}

// maxNews is how many new mistakes are reported after an edit: nobody reads on.
const maxNews = 10

// news returns the mistakes that were not there before, errors first, and how many
// more there are. Lines move while a file is written, so they do not count.
func news(before, now diag.List) (list diag.List, more int) {
	known := map[diag.Diagnostic]int{}
	for _, d := range before {
		known[withoutLine(d)]++
	}
	for _, d := range now {
		if known[withoutLine(d)]--; known[withoutLine(d)] < 0 {
			list = append(list, d)
		}
	}
	order.Stable(list, func(a, b diag.Diagnostic) int { return cmp.Compare(a.Severity, b.Severity) })
	first := list[:min(maxNews, len(list))]
	return first, len(list) - len(first)
}

func withoutLine(d diag.Diagnostic) diag.Diagnostic {
	d.Line, d.Column = 0, 0
	return d
}

func isError(d diag.Diagnostic) bool { return d.Severity == diag.Error }
