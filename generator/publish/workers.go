package publish

import (
	"cmp"
	"runtime"
	"sync"
	"sync/atomic"
)

// eachAtOnce calls do with 0 to n-1, several at a time, since such work waits
// for the disk more than it computes. After a failure it begins little more.
func eachAtOnce(n int, do func(i int) error) error {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers < 2 {
		return inTurn(n, do)
	}
	var next atomic.Int64
	var group sync.WaitGroup
	failures := make([]error, workers)
	for w := range workers {
		group.Go(func() {
			for failures[w] == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				failures[w] = do(i)
			}
		})
	}
	group.Wait()
	return cmp.Or(failures...)
}

func inTurn(n int, do func(i int) error) error {
	for i := range n {
		if err := do(i); err != nil {
			return err
		}
	}
	return nil
}
