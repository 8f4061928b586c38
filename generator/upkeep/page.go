package upkeep

import (
	"io/fs"
	"strings"

	"ithaca/generator/theme"
)

// Words are the words of the page.
type Words = theme.Words

// Group is the lines of a kind.
type Group struct {
	Title string
	Lines []Line
}

// IsCommand reports whether a command settles a line.
func (l Line) IsCommand() bool { return strings.HasPrefix(l.Settle, "ithaca ") }

// Groups returns lines by their kinds, the most urgent first, without kinds that have none.
// What settles several lines in a row is said with the last of them.
func Groups(lines []Line) []Group {
	var all []Group
	for _, kind := range Kinds() {
		g := Group{Title: kind.Title}
		for _, line := range lines {
			if line.Kind == kind.Name {
				if last := len(g.Lines) - 1; last >= 0 && g.Lines[last].Settle == line.Settle {
					g.Lines[last].Settle = ""
				}
				g.Lines = append(g.Lines, line)
			}
		}
		if len(g.Lines) > 0 {
			all = append(all, g)
		}
	}
	return all
}

// Page draws a status as a page for the organizer's own machine.
func Page(w *Words, title string, lines []Line, folders ...fs.FS) ([]byte, error) {
	return theme.Document(w, "status", struct {
		Title  string
		Groups []Group
	}{title, Groups(lines)}, folders...)
}
