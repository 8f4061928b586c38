package serve

import (
	"errors"

	"github.com/fsnotify/fsnotify"
)

// feed reports what happens in folders. The system's is made by newFeed; a test
// makes its own.
type feed interface {
	// Add follows a folder, not those in it. Adding one again does nothing.
	Add(folder string) error
	// Remove forgets a folder. Its errors do not matter.
	Remove(folder string) error
	Happenings() <-chan happening
	Failures() <-chan error
	Close() error
}

// happening is something that happened to a file or folder.
type happening struct {
	path string // absolute
	what kind
}

type kind uint8

const (
	written kind = iota
	born         // created, or moved here
	gone         // deleted, or moved away
	touched      // only its rights or times changed
)

// errOverflow is a failure after which happenings are missing.
var errOverflow = errors.New("more happened than could be told")

// system is the feed of the operating system.
type system struct {
	*fsnotify.Watcher
	happenings chan happening
	failures   chan error
	done       chan struct{}
}

func newFeed() (feed, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	s := &system{w, make(chan happening), make(chan error), make(chan struct{})}
	go s.translate()
	return s, nil
}

func (s *system) Happenings() <-chan happening { return s.happenings }
func (s *system) Failures() <-chan error       { return s.failures }

// Close ends the feed. It must be called once.
func (s *system) Close() error {
	close(s.done)
	return s.Watcher.Close()
}

// translate passes on what the system says until the feed is closed.
func (s *system) translate() {
	for {
		select {
		case event, ok := <-s.Events:
			if !ok {
				return
			}
			if event.Name == "" {
				continue // of a folder that was just removed
			}
			select {
			case s.happenings <- happening{event.Name, kindOf(event.Op)}:
			case <-s.done:
				return
			}
		case err, ok := <-s.Errors:
			if !ok {
				return
			}
			if errors.Is(err, fsnotify.ErrEventOverflow) {
				err = errOverflow
			}
			select {
			case s.failures <- err:
			case <-s.done:
				return
			}
		}
	}
}

// kindOf returns the kind of an event. Several may come as one; then the one that
// asks for the most counts.
func kindOf(op fsnotify.Op) kind {
	switch {
	case op.Has(fsnotify.Remove), op.Has(fsnotify.Rename):
		return gone
	case op.Has(fsnotify.Create):
		return born
	case op == fsnotify.Chmod:
		return touched
	}
	return written
}
