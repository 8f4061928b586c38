package publish_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"

	"ithaca/generator/publish"
)

// children are what the test binary does instead of testing when a test starts
// it again, to be killed or to run under other limits.
var children = map[string]func(){"publish": childPublishes, "hold": childHolds}

const childKey = "ITHACA_PUBLISH_CHILD"

func TestMain(m *testing.M) {
	if do, ok := children[os.Getenv(childKey)]; ok {
		do()
		return
	}
	os.Exit(m.Run())
}

// child starts the test binary again to do something else. What it says comes
// out of the reader; closing stdin is a way to tell it something.
func child(t *testing.T, what string, settings ...string) (*exec.Cmd, io.WriteCloser, *bufio.Reader) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(append(os.Environ(), childKey+"="+what), settings...)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	must(t, err)
	out, err := cmd.StdoutPipe()
	must(t, err)
	return cmd, in, bufio.NewReader(out)
}

// childHolds holds an output until its stdin is closed.
func childHolds() {
	run, err := publish.Open(os.Getenv("ITHACA_PUBLISH_DIR"), publish.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer run.Abort()
	fmt.Println("held")
	_, _ = io.Copy(io.Discard, os.Stdin)
}

// edition returns one of many portals that share files, change files and have
// files of their own.
func edition(n int) files {
	all := files{"index.html": fmt.Sprint("edition ", n), "feed.xml": fmt.Sprint("feed ", n)}
	for i := range 50 {
		all[fmt.Sprintf("mentors/%d/index.html", i)] = fmt.Sprintf("mentor %d", i)
		if (i+n)%4 > 0 {
			all[fmt.Sprintf("lists/%d.html", i)] = fmt.Sprintf("list %d of edition %d", i, n)
		}
		all[fmt.Sprintf("events/%d/%d/index.html", n, i)] = fmt.Sprintf("event %d", i)
	}
	if n%2 == 0 {
		all["turns"] = "a file"
	} else {
		all["turns/index.html"] = "a folder"
	}
	return all
}

// childPublishes publishes an edition and says a line as it begins each part.
func childPublishes() {
	var n int
	_, _ = fmt.Sscan(os.Getenv("ITHACA_PUBLISH_EDITION"), &n)
	fmt.Println("open")
	run, err := publish.Open(os.Getenv("ITHACA_PUBLISH_DIR"), publish.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer run.Abort()
	fmt.Println("add")
	for name, data := range edition(n) {
		if err := run.Add(name, []byte(data)); err != nil {
			fmt.Println(err)
			return
		}
	}
	fmt.Println("commit")
	_, err = run.Commit()
	fmt.Println("done", err)
}
