package source

import "strings"

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
