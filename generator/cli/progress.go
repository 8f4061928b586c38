package cli

import (
	"fmt"
	"sync"
	"time"
)

// progress says how far a build is: on a terminal in a line that is written over,
// elsewhere, as in the log of a workflow, in a line of its own every few seconds.
type progress struct {
	app      *app
	terminal bool
	mu       sync.Mutex
	last     time.Time
	shown    bool
}

// How often it is said how far a build is. A build that takes less says nothing.
const (
	overwrittenEvery = 100 * time.Millisecond
	loggedEvery      = 5 * time.Second
)

func (a *app) progress() *progress {
	return &progress{app: a, terminal: terminal(a.Err), last: a.started}
}

// each returns the function to call for each finished page, nil where the output is
// for programs.
func (p *progress) each() func(done, all int) {
	if p.app.format != "text" {
		return nil
	}
	return func(done, all int) { p.at(time.Now(), done, all) }
}

// at says how far a build is at a moment, unless that was said just before.
func (p *progress) at(now time.Time, done, all int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	every, first, form := loggedEvery, loggedEvery, "drawing: %d of %d pages\n"
	if p.terminal {
		every, first, form = overwrittenEvery, time.Second, "\rdrawing %d of %d pages"
	}
	if now.Sub(p.app.started) < first || now.Sub(p.last) < every {
		return
	}
	p.last, p.shown = now, true
	fmt.Fprintf(p.app.Err, form, done, all)
}

// clear removes the line of a terminal again.
func (p *progress) clear() {
	if p.shown && p.terminal {
		fmt.Fprint(p.app.Err, "\r\x1b[K")
	}
}
