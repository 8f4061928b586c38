package picture_test

import (
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"ithaca/generator/picture"
)

func TestPicturesThatAreMadeAtTheSameTimeStayWithinOneMemory(t *testing.T) {
	const memory = 1000
	maker := picture.NewMaker(memory)
	var held, most, together atomic.Int64
	var group sync.WaitGroup
	for i := range 300 {
		bytes := int64(1 + i*7919%1300) // some take more than there is, and are made alone
		group.Go(func() {
			maker.Holding(bytes, func() {
				bytes := min(bytes, memory)
				now := held.Add(bytes)
				for seen := most.Load(); now > seen && !most.CompareAndSwap(seen, now); seen = most.Load() {
				}
				if now > bytes {
					together.Add(1)
				}
				held.Add(-bytes)
			})
		})
	}
	group.Wait()
	if most.Load() > memory || held.Load() != 0 {
		t.Errorf("%d bytes of %d were held at once, %d in the end", most.Load(), memory, held.Load())
	}
	t.Logf("%d of 300 were made beside others", together.Load())
}

func TestAPictureWaitsUntilThereIsMemoryForIt(t *testing.T) {
	data := asPNG(t, fields(90, 60))
	needed := picture.Memory(data, picture.Portrait())
	for _, c := range []struct {
		name  string
		held  int64 // by another picture
		waits bool
	}{{"enough is left", needed, false}, {"a byte is missing", needed + 1, true}} {
		synctest.Test(t, func(t *testing.T) {
			maker := picture.NewMaker(2 * needed)
			var made atomic.Bool
			maker.Holding(c.held, func() {
				go func() {
					if _, problem := maker.Make(data, picture.Portrait()); problem != nil {
						t.Error(problem.Message)
					}
					made.Store(true)
				}()
				synctest.Wait() // until it is made, or waits
				if made.Load() == c.waits {
					t.Errorf("%s: made %v", c.name, made.Load())
				}
			})
			synctest.Wait()
			if !made.Load() {
				t.Errorf("%s: it is never made", c.name)
			}
		})
	}
}

func TestAPictureThatTakesMoreThanThereIsIsMadeAlone(t *testing.T) {
	data := asPNG(t, fields(90, 60))
	if variants, problem := picture.NewMaker(1).Make(data, picture.Portrait()); problem != nil || len(variants) != 2 {
		t.Errorf("%d variants, %v", len(variants), problem)
	}
}

func TestARefusedPictureKeepsNoMemory(t *testing.T) {
	maker := picture.NewMaker(10)
	lost := asPNG(t, noise(200, 200))
	copy(lost[2000:], make([]byte, 100))
	for range 3 {
		if _, problem := maker.Make(lost, picture.Portrait()); problem == nil {
			t.Error("a damaged picture is made")
		}
	}
	maker.Holding(10, func() {})
}
