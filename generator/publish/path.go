package publish

import (
	"fmt"
	"slices"
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

// Names in the output that belong to this package.
const (
	ownPrefix    = ".ithaca-"
	manifestName = ".ithaca-manifest"
	manifestCopy = ".ithaca-manifest-copy"
	stagingName  = ".ithaca-staging"
	lockName     = ".ithaca-lock"
)

// manifestNames are the manifest and its copy, in the order of writing.
var manifestNames = [...]string{manifestName, manifestCopy}

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
	if strings.HasPrefix(Fold(first), ownPrefix) {
		return "begins with " + ownPrefix + ", which is kept for Ithaca itself"
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
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '-': // nearly all
		case strings.ContainsRune(`\/<>:"|?*`, r):
			return fmt.Sprintf("holds %q, which Windows does not allow", r)
		case isInvisible(r):
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

// isInvisible finds control and formatting characters, which make two names look
// alike, and the separators of lines, which make one path look like two in a log.
func isInvisible(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

var windowsDevices = []string{"con", "prn", "aux", "nul", "conin$", "conout$"}

// isDevice reports whether Windows takes a name, with any extension, for a device.
func isDevice(stem string) bool {
	stem = strings.TrimRight(strings.ToLower(stem), " ")
	if slices.Contains(windowsDevices, stem) {
		return true
	}
	port, ok := strings.CutPrefix(stem, "com")
	if !ok {
		port, ok = strings.CutPrefix(stem, "lpt")
	}
	return ok && utf8.RuneCountInString(port) == 1 && strings.ContainsAny(port, "0123456789¹²³")
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
