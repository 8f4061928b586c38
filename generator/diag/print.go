package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Text says how diagnostics are written for people.
type Text struct {
	// Path returns the path to show for a file; nil shows it as it is.
	Path func(file string) string
	// Source returns the bytes of a file, to show the line with the mistake; nil
	// shows none. It may give nil for a file.
	Source func(file string) []byte
	// Paint puts a colour around a text: "error", "warning", "hint" or "place";
	// nil leaves it plain.
	Paint func(role, text string) string
}

// Write prints each diagnostic of a list as "path:line:col: error: text [code]",
// its source line with a caret where one is known, and its hint.
func (t Text) Write(w io.Writer, list List) error {
	for _, d := range list {
		if _, err := io.WriteString(w, t.one(d)); err != nil {
			return err
		}
	}
	return nil
}

func (t Text) one(d Diagnostic) string {
	paint := t.Paint
	if paint == nil {
		paint = func(_, text string) string { return text }
	}
	shown := d.Position
	if t.Path != nil {
		shown.File = t.Path(d.File)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s [%s]\n",
		paint("place", Visible(shown.String())+":"),
		paint(d.Severity.String(), d.Severity.String()+":"), Visible(d.Message), d.Code)
	if t.Source != nil {
		if line, before := Excerpt(t.Source(d.File), d.Position); line != "" {
			caret := strings.Repeat(" ", before) + "^"
			fmt.Fprintf(&b, "  %s\n  %s\n", line, paint(d.Severity.String(), caret))
		}
	}
	if d.Hint != "" {
		fmt.Fprintf(&b, "  %s %s\n", paint("hint", "hint:"), Visible(d.Hint))
	}
	return b.String()
}

// maxExcerpt is how many code points of a source line are shown.
const maxExcerpt = 100

// Excerpt returns the line of a file that a position means, as it can be shown,
// and how many code points of it stand before the column; "" where the position
// names no line and column, or the file has none there.
func Excerpt(source []byte, at Position) (line string, before int) {
	if at.Line == 0 || at.Column == 0 {
		return "", 0
	}
	rest := string(source)
	for n := 1; n < at.Line; n++ {
		_, after, found := strings.Cut(rest, "\n")
		if !found {
			return "", 0
		}
		rest = after
	}
	text, _, _ := strings.Cut(rest, "\n")
	if strings.TrimSpace(text) == "" {
		return "", 0
	}
	runes := []rune(text)
	from := max(0, min(at.Column-1, len(runes))-maxExcerpt*3/4)
	window := runes[from:min(len(runes), from+maxExcerpt)]
	head := Visible(strings.ReplaceAll(string(window[:min(len(window), at.Column-1-from)]), "\t", " "))
	tail := Visible(strings.ReplaceAll(string(window[min(len(window), at.Column-1-from):]), "\t", " "))
	return head + tail, utf8.RuneCountInString(head)
}

// WriteJSON prints a list as a JSON array of objects with the keys file, line,
// column, severity, code, message and hint. What nobody sees is escaped: it could turn what
// a terminal shows around. The path function may be nil.
func WriteJSON(w io.Writer, list List, path func(file string) string) error {
	entries := append(List{}, list...)
	for i := range entries {
		if path != nil {
			entries[i].File = path(entries[i].File)
		}
	}
	var text, safe strings.Builder
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(entries); err != nil {
		return err
	}
	for _, r := range text.String() {
		if r == '\n' || !hidden(r) {
			safe.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&safe, "\\u%04x", unit)
		}
	}
	_, err := io.WriteString(w, safe.String())
	return err
}

// Workflow commands end at a line break, and their properties at a comma or
// colon; what strangers wrote must not begin a command of its own.
var (
	escapeData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	escapeProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// WriteGitHub prints a list as GitHub workflow commands, which appear as
// annotations on the lines of a pull request. The paths must be relative to the
// root of the repository.
func WriteGitHub(w io.Writer, list List, path func(file string) string) error {
	for _, d := range list {
		file := d.File
		if path != nil {
			file = path(file)
		}
		place := "file=" + escapeProperty.Replace(Visible(file))
		if d.Line > 0 {
			place += fmt.Sprintf(",line=%d", d.Line)
		}
		if d.Column > 0 {
			place += fmt.Sprintf(",col=%d", d.Column)
		}
		text := Visible(d.Message)
		if d.Hint != "" {
			text += "\n" + Visible(d.Hint)
		}
		_, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n", d.Severity, place, escapeProperty.Replace(string(d.Code)), escapeData.Replace(text))
		if err != nil {
			return err
		}
	}
	return nil
}

// Few names the first of some things, and counts the rest: "a, b and 3 more".
func Few(names []string, most int) string {
	text := strings.Join(names[:min(most, len(names))], ", ")
	if more := len(names) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// Count returns a number with its noun.
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
