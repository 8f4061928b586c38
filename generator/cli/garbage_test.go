package cli

import "testing"

func TestAHeapGrowsByTheAllowanceOrByItsShare(t *testing.T) {
	for live, most := range map[uint64]uint64{
		0:         4<<20 + allowance, // never less than Go's smallest heap
		100 << 20: 100<<20 + allowance,
		1 << 30:   1<<30 + 1<<30*garbage/100,
	} {
		heap := max(live, 4<<20)
		if got := heap + heap*uint64(growth(live))/100; got > most || got < most-most/100 {
			t.Errorf("a heap of %d MiB grows to %d MiB, not %d", live>>20, got>>20, most>>20)
		}
	}
}
