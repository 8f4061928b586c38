package cli

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// garbage is how much the heap may grow, in percent, before it is collected. A
// build allocates much and keeps little: well below Go's default of 100 it takes
// a quarter of the memory away and costs little time.
const garbage = 40

// allowance is how much the heap of serve may grow, in bytes, even where that is
// more than garbage allows. Loading a site grows the heap from nothing, so that a
// percentage alone has it collected dozens of times, for a third of the start.
const allowance = 128 << 20

// collectSparingly sets how much garbage a run may gather, unless its environment
// says so.
func collectSparingly() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
}

// collectLate grants the allowance from now on.
func collectLate() {
	if os.Getenv("GOGC") == "" {
		runtime.SetFinalizer(&cycle{new(int)}, (*cycle).ended)
	}
}

// cycle is what no one holds, so that each collection ends with a call of its
// finalizer. It has a pointer, for Go may never finalize the smallest objects.
type cycle struct{ _ *int }

func (c *cycle) ended() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if live[0].Value.Kind() == metrics.KindUint64 {
		debug.SetGCPercent(growth(live[0].Value.Uint64()))
	}
	runtime.SetFinalizer(c, (*cycle).ended)
}

// growth gives how much a heap that holds so many bytes in use may grow, in
// percent. Go counts a heap of less than 4 MiB as one of 4 MiB.
func growth(live uint64) int { return max(garbage, int(allowance*100/max(live, 4<<20))) }
