//go:build unix

package generator_test

import (
	"runtime"
	"syscall"
	"time"
)

// usage returns the processor time of this process and the most memory it has
// held, in MiB.
func usage() (cpu time.Duration, peak float64) {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0, 0
	}
	peak = float64(u.Maxrss) / 1024
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		peak /= 1024 // bytes there, kilobytes elsewhere
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), peak
}
