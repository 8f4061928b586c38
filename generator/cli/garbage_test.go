package cli

import "testing"

func TestAHeapGrowsByWhatItHoldsWithinBounds(t *testing.T) {
	for _, c := range []struct {
		pace       *pace
		live, most uint64 // MiB
	}{
		{loading(), 0, 4 + 128}, // never less than Go's smallest heap
		{loading(), 100, 100 + 128},
		{loading(), 200, 200 + 200},
		{loading(), 500, 500 + 256},
		{loading(), 1000, 1000 + 400},
		{watching(), 0, 4 + 128},
		{watching(), 200, 200 + 128},
		{watching(), 600, 600 + 128},
		{watching(), 2000, 2000 + 300},
	} {
		heap := max(c.live, 4)
		if got := heap + heap*uint64(c.pace.growth(c.live<<20))/100; got > c.most || got < c.most-c.most/100-1 {
			t.Errorf("a heap of %d MiB grows to %d MiB, not %d", c.live, got, c.most)
		}
	}
}
