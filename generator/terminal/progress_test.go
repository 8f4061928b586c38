package terminal

import (
	"bytes"
	"testing"
	"time"
)

func TestALongBuildSaysEveryFewSecondsHowFarItIs(t *testing.T) {
	for _, test := range []struct {
		name     string
		terminal bool
		want     string
	}{
		{"in a log", false, "drawing: 60 of 100 files\n"},
		{"on a terminal", true, "\rdrawing 10 of 100 files\rdrawing 60 of 100 files\rdrawing 90 of 100 files\r\x1b[K"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			started := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
			p := &Progress{out: &out, overwritten: test.terminal, started: started, last: started}
			for _, step := range []struct {
				after time.Duration
				done  int
			}{{500 * time.Millisecond, 5}, {time.Second, 10}, {1010 * time.Millisecond, 11}, {6 * time.Second, 60}, {9 * time.Second, 90}} {
				p.At(started.Add(step.after), step.done, 100)
			}
			p.Clear()
			if got := out.String(); got != test.want {
				t.Errorf("it says\n%q, not\n%q", got, test.want)
			}
		})
	}
}
