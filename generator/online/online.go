// Package online asks other sites whether what a portal links to is still there.
//
// It takes a snapshot and returns a warning for each link that leads nowhere now. What
// strangers wrote decides whom it asks, so it asks only addresses of the open internet, one
// at a time of each site, follows few redirections and reads nothing of the answers.
//
// It is the only package that asks other machines. It does not know flags and HTML, and
// nothing of requests: their links are not followed.
package online

import (
	"net/url"
	"regexp"
	"strings"

	"ithaca/generator"
	"ithaca/generator/diag"
)

// DeadLink warns of a link to another site that leads nowhere now.
const DeadLink diag.Code = "dead-link"

// link is an address of another site, and where a file names it.
type link struct {
	url string
	at  diag.Position
}

var address = regexp.MustCompile("https?://[^\\s\"'<>{}\\]\\[`|\\\\]+")

// find returns the links in a text to other sites. Those that a form fills in, and
// examples, are none.
func find(file, text string) []link {
	var all []link
	number := 0
	for line := range strings.Lines(text) {
		number++
		for _, at := range address.FindAllStringIndex(line, -1) {
			url := strings.TrimRight(line[at[0]:at[1]], ".,;:!?*_")
			for strings.HasSuffix(url, ")") && strings.Count(url, ")") > strings.Count(url, "(") {
				url = strings.TrimRight(url[:len(url)-1], ".,;:!?*_")
			}
			if at[1] < len(line) && line[at[1]] == '{' {
				continue
			}
			url, _, _ = strings.Cut(url, "#")
			column := len([]rune(line[:at[0]])) + 1
			all = append(all, link{url, diag.Position{File: file, Line: number, Column: column}})
		}
	}
	return all
}

// Check returns a warning for each link of the files that lead nowhere now, in the order of
// the files.
func Check(s *generator.Snapshot, holds func(file string) bool, o Options) diag.List {
	own := s.Portal().Program.BaseURL
	var links []link
	for _, doc := range s.Documents() {
		if !holds(doc.Path) {
			continue
		}
		for _, l := range find(doc.Path, string(s.Source(doc.Path))) {
			if own == "" || !strings.HasPrefix(l.url, own) {
				links = append(links, l)
			}
		}
	}
	problems := ask(links, o)
	var list diag.List
	if nobodyAnswers(problems) {
		list.Warnf(diag.Position{File: links[0].at.File}, DeadLink, "look whether this machine can reach other sites, and ask again",
			"of %d links to other sites, in this file and others, not one is answered", len(problems))
		return list
	}
	for _, l := range links {
		if p := problems[l.url]; p != "" {
			list.Warnf(l.at, DeadLink, "look at it in a browser; write its new address, or take the link out", "the link to %s leads nowhere: %s", l.url, p)
		}
	}
	return list.Sorted()
}

// fewest is how many sites may well be gone all at once.
const fewest = 3

// nobodyAnswers reports whether the machine itself has no way to other sites: many were
// asked, and not one answered.
func nobodyAnswers(problems map[string]string) bool {
	sites := map[string]bool{}
	for address, problem := range problems {
		if problem != noSite && problem != noAnswer && problem != tooLate {
			return false
		}
		if u, err := url.Parse(address); err == nil {
			sites[u.Host] = true
		}
	}
	return len(sites) > fewest
}
