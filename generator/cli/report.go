package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/fatih/color"

	"ithaca/generator/diag"
)

// say writes a line of output.
func (a *app) say(format string, args ...any) {
	fmt.Fprintln(a.Out, inert(fmt.Sprintf(format, args...)))
}

// complain writes a line to the error output.
func (a *app) complain(format string, args ...any) {
	fmt.Fprintln(a.Err, inert(fmt.Sprintf(format, args...)))
}

// inert writes what a terminal would act on as <U+001B>: control characters, and
// those that turn the direction of what follows. Tables hold what strangers wrote.
func inert(text string) string {
	acts := func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' || 0x202A <= r && r <= 0x202E }
	if !strings.ContainsFunc(text, acts) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if acts(r) {
			fmt.Fprintf(&b, "<U+%04X>", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// report prints mistakes in the format asked for. Text goes to the error output
// where it does not mix with a command's result; JSON and annotations are the
// result.
func (a *app) report(list diag.List, source func(file string) []byte) error {
	switch a.format {
	case "json":
		return diag.WriteJSON(a.Out, list, a.fromHere)
	case "github":
		return diag.WriteGitHub(a.Out, list, a.fromRepository)
	}
	text := diag.Text{Path: a.fromHere}
	if terminal(a.Err) {
		text.Source, text.Paint = source, paint()
	}
	if err := text.Write(a.Err, list); err != nil {
		return err
	}
	a.summarizeCodes(list)
	return nil
}

// manyMistakes is how many nobody reads one by one.
const manyMistakes = 20

// summarizeCodes says of many mistakes how many there are of each kind: often one
// remedy settles most of them.
func (a *app) summarizeCodes(list diag.List) {
	if len(list) <= manyMistakes {
		return
	}
	a.complain("\n%d mistakes, by kind:", len(list))
	for _, c := range list.ByCode() {
		a.complain("%6d  %s", c.Mistakes, c.Code)
	}
	a.complain("`ithaca check --explain CODE` tells more about a kind.\n")
}

// fromHere returns a site's file as a path from the working directory.
func (a *app) fromHere(file string) string {
	return filepath.ToSlash(a.where(file))
}

// where returns the path of a site's file, also of requests that lie elsewhere.
func (a *app) where(file string) string {
	if request, ok := strings.CutPrefix(file, "content/requests/"); ok && a.requests != "" {
		return filepath.Join(a.requests, filepath.FromSlash(request))
	}
	return filepath.Join(a.site, filepath.FromSlash(file))
}

// fromRepository returns a site's file as a path from the root of the git
// repository around the site, or from here when there is none.
func (a *app) fromRepository(file string) string {
	root, err := filepath.Abs(a.site)
	for err == nil {
		if _, missing := os.Lstat(filepath.Join(root, ".git")); missing == nil {
			if within, ok := relative(root, a.where(file)); ok {
				return within
			}
		}
		if root == filepath.Dir(root) {
			break
		}
		root = filepath.Dir(root)
	}
	return a.fromHere(file)
}

// terminal reports whether a person watches what is written, or types what is read.
func terminal(stream any) bool {
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

// count returns a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
