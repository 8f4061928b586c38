package serve

import (
	"io"
	"net/http"
	"time"
)

// Bounds of the streams on which open pages hear of changes.
const (
	maxStreams = 100              // more open pages than that have to be loaded again by hand
	maxUnread  = 10 * time.Second // how long a client may leave an event unread
)

// serveChanges sends an event at once and one after each change, until the page or
// the server goes. What has changed the page asks for itself, so that it can miss
// nothing and no queue is needed for slow pages.
func (s *Server) serveChanges(w http.ResponseWriter, r *http.Request) {
	defer s.streams.Add(-1)
	if s.streams.Add(1) > maxStreams {
		http.Error(w, "Too many pages are open.", http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	c := http.NewResponseController(w)
	_ = c.SetReadDeadline(time.Time{}) // the request is read; some writers have no deadlines
	for {
		replaced := s.now.Load().replaced // before the event is sent: a change meanwhile must not be missed
		_ = c.SetWriteDeadline(s.options.Now().Add(maxUnread))
		if _, err := io.WriteString(w, "data: changed\n\n"); err != nil || c.Flush() != nil {
			return
		}
		select {
		case <-replaced:
		case <-r.Context().Done():
			return
		}
	}
}
