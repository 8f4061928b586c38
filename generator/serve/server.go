package serve

import (
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"ithaca/generator"
	"ithaca/generator/ask"
	"ithaca/generator/diag"
)

// Options say what is served and who is told of it.
type Options struct {
	Site   generator.Options // what snapshots are taken of
	Poll   bool              // look for changes once a second instead of being told of them
	Editor string            // who opens files: a name that Editors knows, or an address with {file}; "" for nobody

	// Report, which may be nil, is called after each edit, by one goroutine.
	Report func(Edit)
	// Notice, which may be nil, is told of what limits how edits are followed.
	Notice func(text string)
	// Today, which may be nil, gives the day. It is asked at each edit and once a
	// minute: when a new day begins the portal is that day's, as if it had been
	// opened then. Without it the day stays Site.Today.
	Today func() time.Time
	// Path, which may be nil, gives the path to show for a file of the site, as
	// in diag.Text.
	Path func(file string) string
	// Now reads the clock, to say how long an edit took and to give up on
	// clients that do not read.
	Now func() time.Time
}

// Server is a portal that follows its files. Its methods are safe for
// concurrent use.
type Server struct {
	options Options
	live    fs.FS // the files of the live pages
	folders *folders
	words   func() *ask.Words // of what is said to authors
	watch   *watch
	now     atomic.Pointer[state]
	bell    bell
	streams atomic.Int64
	closing chan struct{} // closed when the server's context ends
	told    told          // of the goroutine that follows edits
}

// state is what is served at a moment. It never changes.
type state struct {
	good   *edition            // drawn from the last snapshot without errors; nil before the first
	latest *generator.Snapshot // whose mistakes are shown; nil before the first
	err    error               // why there is none newer, when the machine failed
	// How often files that are published as they are have changed: style
	// sheets, and all others. They keep their addresses.
	styles, others int
	// The paths of home pages that the portal had before, since it was opened.
	// Tabs may be open there.
	former []string
}

// Open takes the first snapshot and begins to follow the site's files until the
// context ends. Mistakes of authors are no error: Diagnostics tells them.
func Open(ctx context.Context, o Options) (*Server, error) {
	var f feed
	if !o.Poll {
		var err error
		if f, err = newFeed(); err != nil {
			o.notice(pollingNotice(err))
		}
	}
	return open(ctx, o, f)
}

// open is Open with a feed of one's own; nil means polling.
func open(ctx context.Context, o Options, f feed) (*Server, error) {
	live, err := fs.Sub(o.Site.Templates, liveFolder)
	if err != nil {
		return nil, fmt.Errorf("read the live pages: %w", err)
	}
	o.Site.Keep = true
	s := &Server{options: o, live: live, closing: make(chan struct{})}
	s.words = sync.OnceValue(func() *ask.Words { return ask.English(o.Site.Templates) })
	if s.folders, err = newFolders(o.Site); err != nil {
		return nil, err
	}
	// Watching begins before the files are read: what changes between is seen.
	s.watch = newWatch(s.folders, f, o.notice)
	batches := s.watch.start(ctx)
	snapshot, err := generator.Take(o.Site)
	if err != nil {
		return nil, err
	}
	s.now.Store((&state{}).with(snapshot))
	s.told = tellAll(snapshot.Diagnostics())
	context.AfterFunc(ctx, func() { close(s.closing) })
	minutes := time.NewTicker(time.Minute)
	context.AfterFunc(ctx, minutes.Stop)
	go s.follow(ctx, batches, minutes.C)
	return s, nil
}

// Diagnostics returns the mistakes in the files as they were last read, and
// Source the bytes of a file that one of them speaks of.
func (s *Server) Diagnostics() diag.List { return s.now.Load().latest.Diagnostics() }

// Source returns the bytes of a file that a diagnostic speaks of.
func (s *Server) Source(file string) []byte { return s.now.Load().latest.Source(file) }

// Home returns the path of the home page.
func (s *Server) Home() string { return s.now.Load().home() }

// ServeHTTP answers a request that passes the guard.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if isLive(r.URL.Path) {
		s.serveLive(w, r)
		return
	}
	s.servePage(w, r)
}

// with returns the state after a new snapshot.
func (st *state) with(snapshot *generator.Snapshot) *state {
	next := &state{good: st.good, latest: snapshot, styles: st.styles, others: st.others, former: st.former}
	if !snapshot.Diagnostics().HasErrors() && (st.good == nil || st.good.snapshot != snapshot) {
		next.good = newEdition(snapshot)
	}
	if st.good != nil && next.home() != st.home() && !slices.Contains(st.former, st.home()) {
		next.former = append(slices.Clip(st.former), st.home())
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

func (o Options) notice(text string) {
	if o.Notice != nil {
		o.Notice(text)
	}
}

func (o Options) report(e Edit) {
	if o.Report != nil {
		o.Report(e)
	}
}
