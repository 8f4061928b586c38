//go:build !unix

package generator_test

import "time"

// usage returns nothing where the system does not tell it simply.
func usage() (cpu time.Duration, peak float64) { return 0, 0 }
