package source

import "strings"

// kind is how a file is read.
type kind uint8

const (
	unused  kind = iota
	text         // in its one form
	binary       // as it is
	picture      // hashed only; its bytes are read again when they are needed
)

// ignored reports which names are passed over in silence: below content/ those
// that begin with _ or ., elsewhere those that begin with . but for the files
// that are published as they are, among them .well-known; and what editors and
// desktops leave behind.
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
