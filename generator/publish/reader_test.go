package publish_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestAReaderNeverMeetsAGapOrAHalfPage reads the front page over and over while
// builds are published.
func TestAReaderNeverMeetsAGapOrAHalfPage(t *testing.T) {
	dir := newOutput(t)
	editionOf := func(n int) files {
		page := strings.Repeat(strconv.Itoa(n)+" ", 20_000)
		return files{"index.html": page, "feed.xml": page}
	}
	build(t, dir, editionOf(0))
	done := make(chan struct{})
	go func() {
		defer close(done)
		for n := 1; n <= 60; n++ {
			if _, err := try(dir, editionOf(n)); err != nil {
				t.Error(err)
			}
		}
	}()
	index := filepath.Join(dir, "index.html")
	for reads, open := 0, true; open; reads++ {
		select {
		case <-done:
			open = false
		default:
		}
		if _, err := os.Lstat(index); err != nil {
			t.Fatalf("read %d: %v", reads, err)
		}
		if reads%50 > 0 {
			continue
		}
		if page, err := os.ReadFile(index); err != nil || !whole(page) {
			t.Fatalf("read %d: %d bytes, %v", reads, len(page), err)
		}
	}
	expect(t, dir, editionOf(60))
}

// whole reports whether a page is one number from its beginning to its end.
func whole(page []byte) bool {
	first, _, _ := strings.Cut(string(page), " ")
	return string(page) == strings.Repeat(first+" ", 20_000)
}
