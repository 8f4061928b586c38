package markdown

import (
	"strings"
	"unicode"
)

// similar are the scripts whose letters look alike: no name of a host needs two of
// them, and one that has two is read as another.
var similar = []struct {
	name    string
	letters *unicode.RangeTable
}{
	{"Latin", unicode.Latin}, {"Cyrillic", unicode.Cyrillic}, {"Greek", unicode.Greek}, {"Armenian", unicode.Armenian}, {"Cherokee", unicode.Cherokee},
}

// mixedScripts returns the names of two similar scripts that a name has letters of,
// or two empty texts.
func mixedScripts(name string) (one, other string) {
	for _, script := range similar {
		switch {
		case !strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(script.letters, r) }):
		case one == "":
			one = script.name
		default:
			return one, script.name
		}
	}
	return "", ""
}
