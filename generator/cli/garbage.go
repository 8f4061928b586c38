package cli

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// garbage is how much the heap may grow, in percent, before it is collected. A
// build allocates much and keeps little: well below Go's default of 100 it takes
// a quarter of the memory away and costs little time.
const garbage = 40

// pace is how much the heap of serve may grow by what it holds, before it is
// collected: as many bytes as are in use, but not below least nor above most; and
// in any case by so many percent.
type pace struct {
	least, most uint64
	percent     int
}

// loading is the pace while a site is read. The heap grows from nothing then, so
// that a percentage alone has it collected dozens of times, for a third of the
// start. More would cost as much for asking the system for memory as it saves.
func loading() *pace { return &pace{128 << 20, 256 << 20, garbage} }

// watching is the pace afterwards. An edit leaves a few megabytes, and for their
// sake a large portal should not take half as much memory again.
func watching() *pace { return &pace{128 << 20, 128 << 20, 15} }

// growth returns how much a heap that holds so many bytes in use may grow, in
// percent. Go counts a heap of less than 4 MiB as one of 4 MiB.
func (p *pace) growth(live uint64) int {
	live = max(live, 4<<20)
	return max(p.percent, int(min(max(live, p.least), p.most)*100/live))
}

// collectSparingly sets how much garbage a run may gather, unless its environment
// says so.
func collectSparingly() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
}

// collector adapts how much the heap may grow to what is in use.
type collector struct{ pace atomic.Pointer[pace] }

// collectLate lets the heap grow as a site is loaded, from now on.
func collectLate() *collector {
	c := &collector{}
	c.pace.Store(loading())
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(c.pace.Load().growth(0))
		runtime.SetFinalizer(&cycle{c}, (*cycle).ended)
	}
	return c
}

// settle collects what loading left, gives the memory back to the system and
// keeps the heap smaller from now on.
func (c *collector) settle() {
	c.pace.Store(watching())
	debug.FreeOSMemory()
}

// cycle is what no one holds, so that each collection ends with a call of its
// finalizer.
type cycle struct{ collector *collector }

func (c *cycle) ended() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if live[0].Value.Kind() == metrics.KindUint64 {
		debug.SetGCPercent(c.collector.pace.Load().growth(live[0].Value.Uint64()))
	}
	runtime.SetFinalizer(c, (*cycle).ended)
}
