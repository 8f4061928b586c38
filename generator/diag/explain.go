package diag

import (
	"embed"
	"path"
	"strings"

	"golang.org/x/tools/txtar"
)

//go:embed codes/*.txtar
var codes embed.FS

// Explanation is what can be told about a code beyond its message.
type Explanation struct {
	Code  Code
	Text  string // what it means, why, and what to do, as paragraphs
	Files []File // a small site that has the mistake
	Want  string // what check prints for it
	// Instead are files with which the site has it no more, where the remedy is
	// more than a line; they are added, or stand in the place of others.
	Instead []File
}

// File is a file of an example, its path relative to the site's folder.
type File struct{ Path, Text string }

// wantFile names the part of an example that holds what check prints, and instead
// begins the names of files that mend it.
const (
	wantFile = "want"
	instead  = "instead "
)

// Explain returns the explanation of a code, and whether there is such a code.
func Explain(code Code) (Explanation, bool) {
	data, err := codes.ReadFile("codes/" + string(code) + ".txtar")
	if err != nil {
		return Explanation{}, false
	}
	archive := txtar.Parse(data)
	e := Explanation{Code: code, Text: strings.TrimSpace(string(archive.Comment))}
	for _, f := range archive.Files {
		name, mends := strings.CutPrefix(f.Name, instead)
		switch {
		case f.Name == wantFile:
			e.Want = string(f.Data)
		case mends:
			e.Instead = append(e.Instead, File{name, string(f.Data)})
		default:
			e.Files = append(e.Files, File{name, string(f.Data)})
		}
	}
	return e, true
}

// Meaning returns what a code means, the first sentence of its explanation on one line. It
// says nothing of a file that has the mistake.
func Meaning(code Code) string {
	e, _ := Explain(code)
	text, quoted := strings.Join(strings.Fields(e.Text), " "), false
	for i, c := range text {
		if c == '`' {
			quoted = !quoted
		}
		if end := text[i:min(i+2, len(text))]; !quoted && (end == ". " || end == ": " || end == "; ") {
			return text[:i]
		}
	}
	return strings.TrimSuffix(text, ".")
}

// Codes returns every code that can be explained, sorted.
func Codes() []Code {
	entries, err := codes.ReadDir("codes")
	if err != nil {
		return nil // the folder is embedded: it cannot be missing
	}
	all := make([]Code, len(entries))
	for i, e := range entries {
		all[i] = Code(strings.TrimSuffix(e.Name(), path.Ext(e.Name())))
	}
	return all
}
