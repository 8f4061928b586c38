package serve

import (
	"context"
	"maps"
	"slices"
	"time"
)

// batch is what changed together.
type batch struct {
	all     bool
	names   []string // in the site, sorted; nil when everything is to be looked at
	lasting []string // likewise, without what came and went meanwhile, as editors have it
	newDay  bool     // nothing has changed but the day
}

// fate is what happened to a file first and last.
type fate struct{ first, last kind }

// Editors save in several steps, and a checkout changes thousands of files: a
// batch is complete when nothing has happened for quiet, but it never waits
// longer than longest. An editor that has emptied a file gets a while to write it.
const (
	quiet      = 40 * time.Millisecond
	quietEmpty = 400 * time.Millisecond
	longest    = 2 * time.Second
)

// maxNames is how many files are named one by one. Past it, looking at
// everything is as fast.
const maxNames = 2000

// settle gathers changes into batches until the context ends. It always takes
// what comes, also while nobody takes its batches.
func settle(ctx context.Context, in <-chan change, out chan<- batch) {
	fates := map[string]fate{}
	empty := map[string]bool{}
	all := false
	var calm, late <-chan time.Time
	var ready chan<- batch // nil until the batch is complete
	held := batch{}
	begin := func() {
		clear(fates)
		clear(empty)
		all, ready, calm, late = false, nil, nil, nil
	}
	for {
		select {
		case c := <-in:
			if all = all || c.all || len(fates) >= maxNames; !all {
				note(fates, c)
			}
			if c.empty {
				empty[c.name] = true
			} else {
				delete(empty, c.name)
			}
			ready, calm = nil, time.After(quiet)
			if len(empty) > 0 {
				calm = time.After(quietEmpty)
			}
			if late == nil {
				late = time.After(longest)
			}
			continue
		case ready <- held:
			begin()
			continue
		case <-calm:
		case <-late:
			late = nil
		case <-ctx.Done():
			return
		}
		calm, ready, held = nil, out, complete(fates, all)
		select {
		case out <- held: // before more changes come, if somebody waits for it
			begin()
		default:
		}
	}
}

func note(fates map[string]fate, c change) {
	f, known := fates[c.name]
	if !known {
		f.first = c.what
	}
	f.last = c.what
	fates[c.name] = f
}

func complete(fates map[string]fate, all bool) batch {
	if all {
		return batch{all: true}
	}
	b := batch{names: slices.Sorted(maps.Keys(fates))}
	for _, name := range b.names {
		if fates[name] != (fate{born, gone}) {
			b.lasting = append(b.lasting, name)
		}
	}
	if b.lasting == nil {
		b.lasting = b.names
	}
	return b
}
