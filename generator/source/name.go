package source

import (
	"io/fs"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/filename"
)

// BadFileName is reported for names that some systems cannot store, so that a
// contributor there could not even fetch the site.
const BadFileName diag.Code = "bad-file-name"

// SameFileName is reported for two names in one folder that differ only in the
// case of their letters or in their Unicode form: on many systems they are one.
const SameFileName diag.Code = "same-file-name"

func (w *walker) checkName(at, name string) bool {
	problem := filename.NameProblem(name)
	if problem == "" {
		return true
	}
	w.diags.Errorf(diag.Position{File: at}, BadFileName,
		"rename it: small letters, digits and hyphens are safe everywhere", "this name %s", problem)
	return false
}

// withoutTwins reports names that fold alike and keeps the first of them. The
// names must be sorted.
func (w *walker) withoutTwins(folder string, found []fs.DirEntry) []fs.DirEntry {
	first := make(map[string]string, len(found))
	kept := found[:0]
	for _, d := range found {
		name := d.Name()
		key := filename.Fold(name)
		if twin, ok := first[key]; ok {
			w.diags.Errorf(diag.Position{File: folder + "/" + name}, SameFileName,
				"keep one of them, or give them different names",
				"on many computers this is the same name as %q beside it", twin)
			continue
		}
		first[key] = name
		kept = append(kept, d)
	}
	return kept
}

// kind is how a file is read.
type kind uint8

const (
	unused  kind = iota
	text         // normalised
	binary       // as it is
	picture      // hashed only: Tree.Load reads it again
)

// ignored reports whether a name is skipped without a diagnostic: below content/ those that
// begin with _ or a dot; elsewhere those that begin with a dot, except in StaticFolder, which
// may have .well-known; and temporary files of editors and desktops.
func ignored(folder, name string) bool {
	switch {
	case strings.HasSuffix(name, "~"), name == ".DS_Store", name == "Thumbs.db", name == "desktop.ini":
		return true
	case isStatic(folder):
		return false
	case within(folder, contentFolder):
		return name[0] == '.' || name[0] == '_'
	}
	return name[0] == '.'
}

func kindOf(folder, name string) kind {
	ext := extension(name)
	if within(folder, contentFolder) {
		switch {
		case strings.HasSuffix(name, ".md"):
			return text
		case ext == ".jpg", ext == ".jpeg", ext == ".png":
			return picture
		}
		return unused
	}
	if isStatic(folder) {
		return binary
	}
	switch ext {
	case ".md", ".html", ".css", ".toml", ".txt", ".svg", ".js", ".xml", ".json", ".webmanifest":
		return text
	}
	return binary
}

func isStatic(folder string) bool { return within(folder, StaticFolder) }

// within reports whether a folder is top or lies below it.
func within(folder, top string) bool {
	return folder == top || strings.HasPrefix(folder, top) && folder[len(top)] == '/'
}
