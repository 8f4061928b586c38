package serve

import (
	"context"
	"io"
	"net/http"
	"sync"
	"time"
)

// bell tells everybody who listens that something is new. The zero value is
// ready to use.
type bell struct {
	mu   sync.Mutex
	rung chan struct{}
}

// next returns a channel that is closed when the bell rings next.
func (b *bell) next() <-chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.rung == nil {
		b.rung = make(chan struct{})
	}
	return b.rung
}

func (b *bell) ring() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.rung != nil {
		close(b.rung)
		b.rung = nil
	}
}

// Bounds of the streams on which pages wait for news.
const (
	maxStreams  = 100              // more open pages than that have to be loaded again by hand
	beat        = 25 * time.Second // between signs of life, which find out who has gone
	maxSilence  = 10 * time.Second // how long a client may leave what was sent unread
	newsMessage = "data: look\n\n"
	beatMessage = ": still here\n\n"
)

// serveChanges sends a message at once and one after each change, until the page
// or the server goes. What is new the page asks for itself, so that none can be
// missed and slow pages need no queue.
func (s *Server) serveChanges(w http.ResponseWriter, r *http.Request) {
	if s.streams.Add(1) > maxStreams {
		s.streams.Add(-1)
		http.Error(w, "Too many pages are open.", http.StatusServiceUnavailable)
		return
	}
	defer s.streams.Add(-1)
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	c := http.NewResponseController(w)
	_ = c.SetReadDeadline(time.Time{}) // the request is read; where that is unknown there is none
	for message := newsMessage; message != ""; {
		rung := s.bell.next() // before the message: what rings after it must be heard
		_ = c.SetWriteDeadline(s.options.Now().Add(maxSilence))
		if _, err := io.WriteString(w, message); err != nil {
			return
		}
		if c.Flush() != nil {
			return
		}
		message = s.wait(r.Context(), rung)
	}
}

// wait returns the next message, "" at the end.
func (s *Server) wait(ctx context.Context, rung <-chan struct{}) string {
	pulse := time.NewTimer(beat)
	defer pulse.Stop()
	select {
	case <-rung:
		return newsMessage
	case <-pulse.C:
		return beatMessage
	case <-ctx.Done():
	case <-s.closing:
	}
	return ""
}
