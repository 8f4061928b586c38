package publish

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Limits that every common file system and archive format can keep.
const (
	maxPath    = 1024 // bytes
	maxSegment = 255  // bytes
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

// badPath says why a path may not be written, as a clause; "" means it may. A
// path must mean the same file on every system, whoever unpacks or serves it.
func badPath(name string) string {
	switch {
	case name == "":
		return "the path is empty"
	case len(name) > maxPath:
		return fmt.Sprintf("the path is longer than %d bytes", maxPath)
	case !utf8.ValidString(name):
		return "the path is not valid UTF-8"
	case strings.HasPrefix(name, "/"):
		return "the path is absolute"
	}
	for segment := range strings.SplitSeq(name, "/") {
		if reason := badSegment(segment); reason != "" {
			return reason
		}
	}
	first, _, _ := strings.Cut(name, "/")
	if strings.HasPrefix(fold(first), ownPrefix) {
		return "names that begin with " + ownPrefix + " are kept for Ithaca itself"
	}
	return ""
}

func badSegment(segment string) string {
	switch {
	case segment == "":
		return "the path has an empty part"
	case len(segment) > maxSegment:
		return fmt.Sprintf("a part of the path is longer than %d bytes", maxSegment)
	case segment == "." || segment == "..":
		return fmt.Sprintf("the path has a part %q", segment)
	case strings.HasSuffix(segment, "."), strings.HasSuffix(segment, " "):
		return "a part of the path ends in a dot or a space"
	case strings.ContainsAny(segment, `\:*?"<>|`):
		return `a part of the path has one of \ : * ? " < > |`
	case strings.ContainsFunc(segment, isControl):
		return "a part of the path has a control character"
	case strings.EqualFold(segment, ".git"):
		return "a part of the path is .git"
	case reservedOnWindows(segment):
		return fmt.Sprintf("%q names a device on Windows", segment)
	}
	return ""
}

// isControl also finds the two separators of lines, which would let one path
// look like two in a log.
func isControl(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029'
}

var windowsDevices = []string{"con", "prn", "aux", "nul", "conin$", "conout$"}

func reservedOnWindows(segment string) bool {
	name, _, _ := strings.Cut(strings.ToLower(segment), ".")
	name = strings.TrimRight(name, " ")
	if slices.Contains(windowsDevices, name) {
		return true
	}
	port, ok := strings.CutPrefix(name, "com")
	if !ok {
		port, ok = strings.CutPrefix(name, "lpt")
	}
	return ok && utf8.RuneCountInString(port) == 1 && strings.ContainsAny(port, "0123456789¹²³")
}

// fold returns two paths the same key when a file system that ignores letter
// case or the form of accents would give them the same file.
func fold(name string) string {
	isPlain := func(r rune) bool { return r < utf8.RuneSelf && (r < 'A' || r > 'Z') }
	if strings.IndexFunc(name, func(r rune) bool { return !isPlain(r) }) < 0 {
		return name
	}
	return norm.NFD.String(cases.Fold().String(norm.NFD.String(name)))
}

// takenPaths remembers the planned paths, so that no two files need the same
// place.
type takenPaths struct {
	mu sync.Mutex
	at map[string]taken // by folded path
}

// taken is what a path is needed for.
type taken struct {
	file   string // as it was added
	folder bool   // the path is a folder in which the file lies
}

// take notes a path that badPath found fine.
func (t *takenPaths) take(name string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	key := fold(name)
	if other, found := t.at[key]; found && !other.folder {
		return clash(name, other.file, "are the same file")
	} else if found {
		return clash(name, other.file, "need one name for a file and a folder")
	}
	for dir := path.Dir(key); dir != "."; dir = path.Dir(dir) {
		if other, found := t.at[dir]; found && !other.folder {
			return clash(name, other.file, "need one name for a file and a folder")
		}
	}
	t.at[key] = taken{file: name}
	for dir := path.Dir(key); dir != "." && t.at[dir].file == ""; dir = path.Dir(dir) {
		t.at[dir] = taken{name, true}
	}
	return nil
}

// spelled returns the planned path that a file system without letter case would
// take for name.
func (t *takenPaths) spelled(name string) (string, bool) {
	other, found := t.at[fold(name)]
	return other.file, found && !other.folder
}

// clash names both paths in one order, whichever was added first.
func clash(a, b, how string) error {
	if a == b {
		return fmt.Errorf("write %s: it is planned twice", a)
	}
	return fmt.Errorf("write %s and %s: they %s", min(a, b), max(a, b), how)
}
