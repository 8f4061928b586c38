package markdown

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"
)

// HostFault returns what is wrong with the host and port of a web address that
// otherwise can be read, and what to do; two empty texts when nothing is.
func HostFault(u *url.URL) (what, hint string) {
	if port := u.Port(); port != "" {
		if n, err := strconv.Atoi(port); err != nil || n < 1 || n > 65535 {
			return "names a port that no server has", "leave `:" + clip(port) + "` out"
		}
	}
	for label := range strings.SplitSeq(u.Hostname(), ".") {
		if one, other := mixedScripts(label); one != "" {
			return "has " + one + " and " + other + " letters in one name of its host, which may pass for another host",
				"copy it anew from the browser, or write the whole name in one script"
		}
	}
	return "", ""
}

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
