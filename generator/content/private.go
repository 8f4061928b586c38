package content

import (
	"path"
	"slices"

	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// RequestsInside is reported for requests in a site that does not state that
// its repository is private or its requests are invented.
const RequestsInside diag.Code = "requests-inside"

// RequestsShown warns of a repository that visitors are led to although it holds requests.
const RequestsShown diag.Code = "requests-shown"

// checkRequestsInside reports, once, requests in a site whose repository does not say that
// it may have them.
func (l *linker) checkRequestsInside() {
	p := l.portal
	if l.RequestsOutside {
		l.checkLeftInside()
		return
	}
	requests := l.requestFiles()
	if len(requests) == 0 {
		return
	}
	at := diag.Position{File: requests[0]}
	move := "move the folder content/requests out of the site, to a private repository, and name it with `--requests DIR`"
	switch {
	case p.Program.Minors():
		l.diags.Errorf(at, RequestsInside, move, "requests of minors lie inside the site (%d in all), where everybody who has the repository can read them", len(requests))
	case p.Program.Requests.Repository == "":
		l.diags.Errorf(at, RequestsInside, move+"; if the whole repository is private, state `requests: {repository: private}` in content/index.md",
			"requests lie inside the site (%d in all), where everybody who has the repository can read them", len(requests))
	case p.Program.Requests.Repository == "private" && p.Program.Repository.URL != "":
		l.diags.Warnf(l.docs[slices.IndexFunc(l.docs, func(d *Document) bool { return d.kind == kinds.Program })].position("repository"), RequestsShown, "remove `repository` from content/index.md; if others can open that place, "+move,
			"pages lead visitors to the repository, which holds requests (%d in all) and is said to be private", len(requests))
	}
}

// requestFiles returns the paths of all requests, in their order: git publishes
// drafts, and files that cannot be read, like all others.
func (l *linker) requestFiles() []string {
	var files []string
	for _, doc := range l.docs {
		if kinds.IsRequest(doc.Path) && path.Ext(doc.Path) == ".md" {
			files = append(files, doc.Path)
		}
	}
	return files
}

// checkLeftInside reports a request in the site, which git publishes, while requests are
// read from elsewhere.
func (l *linker) checkLeftInside() {
	program := l.portal.Program
	if l.RequestsInside == "" || program.Requests.Repository != "" && !program.Minors() {
		return
	}
	// The position is the folder, because paths below it mean files outside the site.
	l.diags.Errorf(diag.Position{File: path.Dir(l.RequestsInside)}, RequestsInside,
		"move what lies in this folder to the folder that you name with `--requests`; what was committed stays in git's history until it is purged",
		"`%s` and what else is in this folder lies inside the site, unread, where everybody who has the repository can read it", path.Base(l.RequestsInside))
}

// MinorsRule is reported for what a program for people under age must not do or
// must not lack.
const MinorsRule diag.Code = "minors-rule"

// safeguarding is the page that says how people under age are protected.
const safeguarding = "safeguarding"

// checkMinorsProgram reports what a program for minors must have and lacks.
func (l *linker) checkMinorsProgram() {
	p := l.portal
	if !p.Program.Minors() {
		return
	}
	index := diag.Position{File: "content/index.md"}
	if p.Program.Concerns.Urgent == "" {
		l.diags.Errorf(index, MinorsRule, "add `urgent:` to `concerns`, with a line that is answered at any hour", "a program for minors must say what to do when it cannot wait")
	}
	if portal.Find(p.Pages, safeguarding) == nil {
		l.diags.Errorf(diag.Position{File: "content/pages/" + safeguarding + ".md"}, MinorsRule,
			"write the page: who is responsible, how mentors are checked, what is never allowed", "a program for minors must publish how it protects them, at /%s/", safeguarding)
	}
}

// checkMinorsFile reports what a file of a program for minors must not have.
func (l *linker) checkMinorsFile(doc *Document) {
	if !l.portal.Program.Minors() || !l.included(doc) {
		return
	}
	switch item := doc.item.(type) {
	case *portal.Mentor:
		if item.Contact.Via != portal.ViaOrganizer {
			l.diags.Errorf(doc.position("contact"), MinorsRule, "write `contact: {via: organizer}`", "minors write to mentors only through the organizers")
		}
		if len(item.Links) > 0 {
			l.diags.Errorf(doc.position("links"), MinorsRule, "remove `links`", "profiles of a program for minors lead to no pages elsewhere")
		}
	case *portal.Event:
		if len(item.Hosts) < 2 && item.Kind != portal.Deadline {
			l.diags.Errorf(doc.position("hosts"), MinorsRule, "name two mentors in `hosts`", "an event for minors has at least two hosts")
		}
		if item.URL != "" {
			l.diags.Errorf(doc.position("url"), MinorsRule, "remove `url` and send it to those who signed up", "the address of a room for minors is not published")
		}
	}
}
