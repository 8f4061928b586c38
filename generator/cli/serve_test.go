package cli_test

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"ithaca/generator/portaltest"
)

// serving runs the program's serve until the test ends, and gives the lines that
// it prints.
func serving(t *testing.T, site string, args ...string) (*exec.Cmd, <-chan string) {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("ithaca", append([]string{"serve", "--site", site}, args...)...)
	command.Env = append(os.Environ(), rootVariable+"="+root, "EDITOR=code")
	out, in := io.Pipe()
	command.Stdout, command.Stderr = in, in
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	lines := make(chan string, 100)
	go func() {
		defer close(lines)
		for s := bufio.NewScanner(out); s.Scan(); {
			lines <- s.Text()
		}
	}()
	ended := make(chan struct{})
	go func() {
		_ = command.Wait() // what it ended with is in its state
		in.Close()
		close(ended)
	}()
	t.Cleanup(func() {
		_ = command.Process.Kill() // it may have ended by itself
		<-ended
	})
	return command, lines
}

// line reads lines until one matches.
func line(t *testing.T, lines <-chan string, pattern string) []string {
	t.Helper()
	var read []string
	for end := time.After(15 * time.Second); ; {
		select {
		case text, more := <-lines:
			if found := regexp.MustCompile(pattern).FindStringSubmatch(text); found != nil {
				return found
			}
			if read = append(read, text); more {
				continue
			}
		case <-end:
		}
		t.Fatalf("no line matches %s:\n%s", pattern, strings.Join(read, "\n"))
	}
}

func get(t *testing.T, url string) string {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestServeFollowsEditsAndEndsCleanly(t *testing.T) {
	site := t.TempDir()
	if err := portaltest.Write(site, portaltest.Files(portaltest.Options{Mentors: 3})); err != nil {
		t.Fatal(err)
	}
	command, lines := serving(t, site, "--addr", "0")
	address := line(t, lines, `is at (http://127\.0\.0\.1:\d+/) \(end with Ctrl-C; `)[1]
	if page := get(t, address); !strings.Contains(page, "Lantern Street") {
		t.Errorf("the home page is %s", page)
	}
	about := filepath.Join(site, "content", "pages", "about.md")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(about, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("---\ntitle: About the lanterns\n---\nHere.\n")
	line(t, lines, `^after an edit: 0 errors, \d+(\.\d+)? m?s$`)
	if page := get(t, address+"about/"); !strings.Contains(page, "About the lanterns") {
		t.Errorf("after the edit the page is %s", page)
	}
	write("---\ntitel: About\n---\nHere.\n")
	line(t, lines, `^after an edit: 1 error, `)
	line(t, lines, `content/pages/about\.md:2:1: error: .*\[unknown-key\]$`)
	write("---\ntitle: About\n---\n![Lantern](lantern.jpg)\n")
	line(t, lines, `^after an edit: 0 errors, 1 warning, `)
	line(t, lines, `content/pages/about\.md:4:1: warning: .*\[image-unread\]$`)
	write("---\ntitle: About\n---\n" + strings.Repeat("[Lantern](lantern.md)\n", 12))
	line(t, lines, `^after an edit: 12 errors, `)
	line(t, lines, `^and 2 more, which .ithaca check. lists too$`)
	write("---\ntitle: About\n---\n[Lantern](lantern.md)\n")
	line(t, lines, `^after an edit: 1 error, `)
	line(t, lines, `^still \S+content/pages/about\.md:4:1: error: .*\[broken-link\]$`)
	if err := command.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	for range lines { // the program's end closes them
	}
	if state := command.ProcessState; state.ExitCode() != 0 {
		t.Errorf("it ended with %s", state)
	}
	if _, err := os.Lstat(filepath.Join(site, "public")); err == nil {
		t.Error("something was written to public")
	}
}

func TestServeSaysWhichPortIsFree(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	_, lines := serving(t, t.TempDir(), "--addr", taken.Addr().String())
	line(t, lines, `^ithaca: 127\.0\.0\.1:\d+ is in use by another program$`)
	line(t, lines, `^hint: try --addr 127\.0\.0\.1:\d+$`)
}
