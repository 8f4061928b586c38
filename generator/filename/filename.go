// Package filename says which names of files mean the same file on every system.
//
// It takes names and paths, and says why one may not be written, or that two of
// them clash. It looks at no disk.
package filename

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Limits that every common file system and archive format can keep.
const (
	maxPath = 1024 // bytes
	maxName = 255  // bytes
)

// OwnPrefix begins the names at the top of the output that are kept for Ithaca
// itself.
const OwnPrefix = ".ithaca-"

// PathProblem says why a path may not be written, as a clause about it: "is
// empty". It is "" for a path that means the same file on every system, whoever
// unpacks or serves it.
func PathProblem(path string) string {
	switch {
	case path == "":
		return "is empty"
	case len(path) > maxPath:
		return fmt.Sprintf("is longer than %d bytes", maxPath)
	case strings.HasPrefix(path, "/"):
		return "is absolute"
	}
	for name := range strings.SplitSeq(path, "/") {
		if problem := NameProblem(name); problem != "" {
			return fmt.Sprintf("has a part %q, which %s", name, problem)
		}
	}
	first, _, _ := strings.Cut(path, "/")
	if strings.HasPrefix(Fold(first), OwnPrefix) {
		return "begins with " + OwnPrefix + ", which is kept for Ithaca itself"
	}
	return ""
}

// NameProblem says why no file or folder may have a name, as a clause about it:
// "ends with a dot or a space, which Windows drops". It is "" for a name that every
// system can store.
func NameProblem(name string) string {
	switch {
	case name == "":
		return "is empty"
	case len(name) > maxName:
		return fmt.Sprintf("is longer than %d bytes", maxName)
	case !utf8.ValidString(name):
		return "is not UTF-8"
	case name == "." || name == "..":
		return "is no name"
	}
	for _, r := range name {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '-' || r == '.': // nearly all
		case strings.ContainsRune(`\/<>:"|?*`, r):
			return fmt.Sprintf("holds %q, which Windows does not allow", r)
		case IsInvisible(r):
			return fmt.Sprintf("holds the invisible character U+%04X", r)
		}
	}
	switch name[len(name)-1] {
	case '.', ' ':
		return "ends with a dot or a space, which Windows drops"
	}
	if strings.EqualFold(name, ".git") {
		return "is kept for git"
	}
	if stem, _, _ := strings.Cut(name, "."); isDevice(stem) {
		return fmt.Sprintf("begins with %q, a device on Windows", stem)
	}
	return ""
}

// IsInvisible finds control and formatting characters, which make two names look
// alike, and the separators of lines, which make one path look like two in a log.
func IsInvisible(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

// device is what Windows takes, with any extension, for a device.
var device = regexp.MustCompile(`(?i)^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *$`)

// isDevice spares most names the pattern: every address of a portal is asked for.
func isDevice(stem string) bool {
	return len(strings.TrimRight(stem, " ")) <= len("conout$") && strings.IndexAny(stem, "cpanlCPANL") == 0 && device.MatchString(stem)
}

// Fold returns two names or paths in the same form when a file system that ignores
// letter case or the form of accents would take them for the same file.
func Fold(name string) string {
	isPlain := func(r rune) bool { return r < utf8.RuneSelf && (r < 'A' || r > 'Z') }
	if strings.IndexFunc(name, func(r rune) bool { return !isPlain(r) }) < 0 {
		return name
	}
	return norm.NFD.String(cases.Fold().String(norm.NFD.String(name)))
}
