// Package terminal prints what commands answer, and asks what they have to know.
//
// It takes answers of the packages that find them, and writes them as text for people,
// as tables and as JSON for programs, so that nothing in them acts on a terminal. It does
// not know commands, flags or the site, and decides nothing.
package terminal

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/fatih/color"

	"ithaca/generator/diag"
)

// Terminal is where one run prints and asks.
type Terminal struct {
	In       io.Reader // where answers to questions come from; nil for nowhere
	Out, Err io.Writer
	Format   string // text, json, github or, of a table, csv
	// Here returns a site's file as a path from the working directory, Repository as one
	// from the root of the git repository around the site.
	Here, Repository func(file string) string
	// Whole has Report print every warning, however many there are of its kind.
	Whole bool

	// Unsaid is why a line of output could not be written, nil as long as all could.
	Unsaid error

	typed *bufio.Reader // over In; nil until something is asked
}

// Say writes a line of output.
func (t *Terminal) Say(format string, args ...any) {
	if _, err := fmt.Fprintln(t.Out, inert(fmt.Sprintf(format, args...))); err != nil {
		t.Unsaid = err
	}
}

// Complain writes a line to the error output.
func (t *Terminal) Complain(format string, args ...any) {
	fmt.Fprintln(t.Err, inert(fmt.Sprintf(format, args...)))
}

// inert writes what a terminal would act on as <U+001B>: control characters, and
// those that turn the direction of what follows. Tables hold what strangers wrote.
func inert(text string) string {
	return diag.Escaped(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' || 0x202A <= r && r <= 0x202E })
}

// Report prints mistakes in the format asked for. Text goes to the error output
// where it does not mix with a command's result; JSON and annotations are the
// result. Where nobody would read all of a text, the first warnings of each kind stand for
// the others.
func (t *Terminal) Report(list diag.List, source func(file string) []byte) error {
	switch t.Format {
	case "json":
		return diag.WriteJSON(t.Out, list, t.Here)
	case "github":
		return diag.WriteGitHub(t.Out, list, t.Repository)
	}
	text := diag.Text{Path: t.Here}
	if watched(t.Err) {
		text.Source, text.Paint = source, paint()
	}
	shown := list
	if len(list) > manyMistakes && !t.Whole {
		shown = list.Shortened(ofAKind)
	}
	if err := text.Write(t.Err, shown); err != nil {
		return err
	}
	t.summarizeCodes(list, len(shown))
	return nil
}

const (
	manyMistakes = 20 // how many nobody reads one by one
	ofAKind      = 10 // how many warnings of a kind stand among many
)

// summarizeCodes says of many mistakes how many there are of each kind: often one
// remedy settles most of them.
func (t *Terminal) summarizeCodes(list diag.List, shown int) {
	if len(list) <= manyMistakes {
		return
	}
	t.Complain("\n%d mistakes, by kind:", len(list))
	for _, c := range list.ByCode() {
		t.Complain("%6d  %s", c.Mistakes, c.Code)
	}
	if shown < len(list) {
		t.Complain("Of each kind of warning %d are shown above; `ithaca check --only CODE` shows all.", ofAKind)
	}
	t.Complain("`ithaca check --explain CODE` tells more about a kind.\n")
}

// watched reports whether a person watches what is written, or types what is read.
func watched(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}

// paint returns a function that colours text for a terminal; color leaves the
// colours out where NO_COLOR is set.
func paint() func(role, text string) string {
	roles := map[string]*color.Color{
		"error":   color.New(color.FgRed, color.Bold),
		"warning": color.New(color.FgYellow, color.Bold),
		"hint":    color.New(color.FgCyan),
		"place":   color.New(color.Bold),
	}
	return func(role, text string) string { return roles[role].Sprint(text) }
}

// Explain prints what a code means, with an example.
func (t *Terminal) Explain(e diag.Explanation) {
	t.Say("%s\n\n%s\n\nFor example, with", e.Code, e.Text)
	t.files(e.Files)
	t.Say("\ncheck prints\n")
	t.indented(e.Want)
	if len(e.Instead) > 0 {
		t.Say("\nAll is well with")
		t.files(e.Instead)
	}
}

// files prints the files of an example. One without text is one that is missing.
func (t *Terminal) files(all []diag.File) {
	for _, f := range all {
		if f.Text == "" {
			t.Say("\n  no %s", f.Path)
			continue
		}
		t.Say("\n  %s\n", f.Path)
		t.indented(f.Text)
	}
}

func (t *Terminal) indented(text string) {
	for line := range strings.Lines(text) {
		t.Say("    %s", strings.TrimRight(line, "\n"))
	}
}

// Judge reports mistakes, and says how many there are, where, and how many others.
func (t *Terminal) Judge(list, others diag.List, where string, source func(file string) []byte) error {
	if err := t.Report(list, source); err != nil {
		return err
	}
	if t.Format == "text" {
		t.Say("%s in %s", Counted(list), where)
		if len(others) > 0 {
			t.Say("%s besides", Counted(others))
		}
	}
	return nil
}

// Counted says how many errors and warnings there are.
func Counted(list diag.List) string {
	mistakes, warnings := list.Count()
	return diag.Count(mistakes, "error", "errors") + ", " + diag.Count(warnings, "warning", "warnings")
}

// Progress says how far a build is: on a terminal in a line that is written over,
// elsewhere, as in the log of a workflow, in a line of its own every few seconds.
type Progress struct {
	out           io.Writer
	overwritten   bool
	started, last time.Time
	mu            sync.Mutex
	shown         bool
}

// How often it is said how far a build is. A build that takes less says nothing.
const (
	overwrittenEvery = 100 * time.Millisecond
	loggedEvery      = 5 * time.Second
)

// Progress returns what says how far a run is that began at a moment.
func (t *Terminal) Progress(started time.Time) *Progress {
	return &Progress{out: t.Err, overwritten: watched(t.Err), started: started, last: started}
}

// At says how far a build is at a moment, unless that was said just before.
func (p *Progress) At(now time.Time, done, all int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	every, first, form := loggedEvery, loggedEvery, "drawing: %d of %d files\n"
	if p.overwritten {
		every, first, form = overwrittenEvery, time.Second, "\rdrawing %d of %d files"
	}
	if now.Sub(p.started) < first || now.Sub(p.last) < every {
		return
	}
	p.last, p.shown = now, true
	fmt.Fprintf(p.out, form, done, all)
}

// Clear removes the line of a terminal again.
func (p *Progress) Clear() {
	if p.shown && p.overwritten {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}
