package terminal

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// Progress says how far a build is: on a terminal in a line that is written over,
// elsewhere, as in the log of a workflow, in a line of its own every few seconds.
type Progress struct {
	out           io.Writer
	overwritten   bool
	started, last time.Time
	mu            sync.Mutex
	shown         bool
}

// How often it is said how far a build is. A build that takes less says nothing.
const (
	overwrittenEvery = 100 * time.Millisecond
	loggedEvery      = 5 * time.Second
)

// Progress returns what says how far a run is that began at a moment.
func (t *Terminal) Progress(started time.Time) *Progress {
	return &Progress{out: t.Err, overwritten: watched(t.Err), started: started, last: started}
}

// At says how far a build is at a moment, unless that was said just before.
func (p *Progress) At(now time.Time, done, all int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	every, first, form := loggedEvery, loggedEvery, "drawing: %d of %d files\n"
	if p.overwritten {
		every, first, form = overwrittenEvery, time.Second, "\rdrawing %d of %d files"
	}
	if now.Sub(p.started) < first || now.Sub(p.last) < every {
		return
	}
	p.last, p.shown = now, true
	fmt.Fprintf(p.out, form, done, all)
}

// Clear removes the line of a terminal again.
func (p *Progress) Clear() {
	if p.shown && p.overwritten {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}
