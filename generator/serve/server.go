// Package serve shows a portal in a browser while it is written.
//
// It takes a snapshot of a site and answers requests with its pages, each drawn
// when it is asked for. It watches the site's folders; when something in them
// changes it takes a new snapshot and tells open pages to ask for their version.
// What it sends is what build writes, with the headers of _headers, so that what
// works here works when it is published. Pages that a person visits end with one
// more line: the script that keeps them up to date.
//
// A snapshot with errors does not replace the last good one: its errors are
// shown over it, and gone as soon as they are mended.
//
// It listens to this machine alone unless told otherwise, and answers nobody but
// the pages that came from it: see guard. Even then only this machine is told of
// files and of requests. It knows neither content nor templates, makes no URL of a
// portal, and prints nothing: what happens is reported to the functions in Options.
package serve

import (
	"context"
	"net/http"
	"strings"
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
	Editor string            // who opens files: a name that Editor knows, or an address with {file}; "" for nobody

	// Now reads the clock, to say how long an edit took and to give up on
	// clients that do not read. Each of the others may be nil.
	Now func() time.Time
	// Report is called after each edit, by one goroutine.
	Report func(Edit)
	// Notice is told of what limits how edits are followed.
	Notice func(text string)
	// Today returns the day. It is asked at each edit and once a minute: when a new
	// day begins the portal becomes that day's. Without it the day stays Site.Today.
	Today func() time.Time
	// Path returns the path to show for a file of the site, as in diag.Text.
	Path func(file string) string
}

// Server is a portal that follows its files. Its methods are safe for
// concurrent use.
type Server struct {
	options Options
	folders folders
	watcher *watcher
	words   func() *ask.Words // of what is said to authors
	now     atomic.Pointer[state]
	streams atomic.Int64
}

// Open takes the first snapshot and begins to follow the site's files until the
// context ends. Mistakes of authors are no error: Diagnostics returns them.
func Open(ctx context.Context, o Options) (*Server, error) {
	if o.Poll {
		return open(ctx, o, notifier{})
	}
	return open(ctx, o, newNotifier())
}

// open is Open with a notifier of one's own, the zero value for polling.
func open(ctx context.Context, o Options, n notifier) (*Server, error) {
	folders, err := newFolders(o.Site)
	if err != nil {
		return nil, err
	}
	s := &Server{options: o, folders: folders, watcher: newWatcher(folders, n, o.Notice)}
	s.words = sync.OnceValue(func() *ask.Words { return ask.English(o.Site.Templates) })
	go s.watcher.run(ctx)
	s.watcher.follow()
	snapshot, err := generator.Take(o.Site)
	if err != nil {
		return nil, err
	}
	s.now.Store(s.state(&state{}, snapshot))
	go s.follow(ctx, s.watcher.changed, time.Tick(time.Minute))
	return s, nil
}

// Diagnostics returns the mistakes in the files as they were last read.
func (s *Server) Diagnostics() diag.List { return s.now.Load().latest.Diagnostics() }

// Source returns the bytes of a file that a diagnostic speaks of.
func (s *Server) Source(file string) []byte { return s.now.Load().latest.Source(file) }

// Home returns the path of the home page.
func (s *Server) Home() string { return s.now.Load().home() }

// ServeHTTP answers a request that passes the guard.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, livePrefix) {
		s.serveLive(w, r)
		return
	}
	s.servePage(w, r)
}
