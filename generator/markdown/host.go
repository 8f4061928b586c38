package markdown

import (
	"strings"
	"unicode"
)

// confusable are the scripts whose letters look alike: a label of a host name with letters
// of two of them may be taken for another.
var confusable = []struct {
	name    string
	letters *unicode.RangeTable
}{
	{"Latin", unicode.Latin}, {"Cyrillic", unicode.Cyrillic}, {"Greek", unicode.Greek}, {"Armenian", unicode.Armenian}, {"Cherokee", unicode.Cherokee},
}

// mixedScripts returns the names of two confusable scripts that a label has letters of, or
// "" and "".
func mixedScripts(name string) (one, other string) {
	for _, script := range confusable {
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
