// Package shelf keeps many small things that live long close together.
//
// It takes what a stage found out about a file and returns the same, at its final
// place: beside what was kept before instead of among all that was needed for a
// moment. Memory between the two can be used again only for things of the same
// size, and a site is read by making twenty things for each one that stays: without
// shelves the memory held is half as much again as what is in use.
//
// What lies on a shelf is freed together, when nobody uses any of it any more. It
// does not know what the things are.
package shelf

import "strings"

// A board of a shelf is as long as all that was kept so far, at most as these: who
// keeps little has no boards at all.
const (
	maxBytes  = 64 << 10
	maxThings = 512
)

// share is the part of a new board that something may take. What is larger is
// kept alone.
const share = 8

// Texts is a shelf of texts. The zero value is empty. It is not safe for use by
// several goroutines and must not be copied; the texts it gave are safe.
type Texts struct {
	board strings.Builder
	kept  int // bytes
}

// Keep returns a text of its own with the same bytes.
func (t *Texts) Keep(text []byte) string {
	if !t.holds(len(text)) {
		return string(text)
	}
	from := t.board.Len()
	t.board.Write(text)
	return t.board.String()[from:]
}

// KeepString is Keep for a text that is a part of something larger or lies
// elsewhere.
func (t *Texts) KeepString(text string) string {
	if !t.holds(len(text)) {
		return strings.Clone(text)
	}
	from := t.board.Len()
	t.board.WriteString(text)
	return t.board.String()[from:]
}

// holds makes room for a text on the board, and reports whether it belongs there.
func (t *Texts) holds(length int) bool {
	t.kept += length
	if t.board.Cap()-t.board.Len() >= length {
		return true
	}
	size := min(t.kept, maxBytes)
	if length > size/share {
		return false
	}
	t.board.Reset() // who has its texts goes on having them
	t.board.Grow(size)
	return true
}

// Of is a shelf of slices. The zero value is empty. It is not safe for use by
// several goroutines; the slices it gave are safe.
type Of[T any] struct {
	board []T
	kept  int
}

// Keep returns a slice of its own with the same elements, nil for an empty one. To
// append to it makes another.
func (s *Of[T]) Keep(things []T) []T {
	if len(things) == 0 {
		return nil
	}
	return append(s.Room(len(things)), things...)
}

// Room returns an empty slice with room for n elements.
func (s *Of[T]) Room(n int) []T {
	s.kept += n
	from := len(s.board)
	if cap(s.board)-from < n {
		size := min(s.kept, maxThings)
		if n > size/share {
			return make([]T, 0, n)
		}
		s.board, from = make([]T, 0, size), 0
	}
	s.board = s.board[:from+n]
	return s.board[from : from : from+n]
}

// New returns a zero value.
func (s *Of[T]) New() *T { return &s.Room(1)[:1][0] }
