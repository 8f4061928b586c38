// Package site is the address book of a portal: which pages and machine files it
// has, where they are, and in which order lists show what they list.
//
// It takes a portal and the parts that plan its pages and files (package page and
// package data) and returns a Plan. It is the only maker of URLs and the judge of
// the links that authors write. It does not know what pages show, templates,
// interface words or the disk: where a link needs a word of the interface it
// carries the word's key.
package site

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/idna"

	"ithaca/generator/diag"
	"ithaca/generator/filename"
	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// Options say how a plan differs from what the content states.
type Options struct {
	BaseURL  string             // replaces base_url when not empty
	Pictures map[string]Picture // by the picture's file in the content
	Static   map[string][]byte  // files published as they are, by their paths in the portal
	Matches  *match.Index       // of the portal; nil for a new one, made when a page needs it
}

// Part plans some of a portal's pages or files.
type Part func(*Planner)

// New plans the portal, part by part, and judges every link in it. The
// diagnostics are those of links, aliases and addresses; a plan with errors must
// not be published but can be looked at.
//
// A portal seen in other languages gets a plan for each, which the first leads to.
func New(p *portal.Portal, o Options, parts ...Part) (*Plan, diag.List) {
	own := newPlanner(p, o, nil)
	all := []*Planner{own}
	for _, other := range p.Others {
		pl := newPlanner(other, o, own)
		own.others = append(own.others, pl.Plan)
		all = append(all, pl)
	}
	for _, pl := range all {
		if pl == own {
			pl.planPictures()
		}
		for _, plan := range parts {
			plan(pl)
		}
		pl.planAliases()
		if pl == own {
			pl.planStatic()
		}
		pl.fillFrame(o.Static)
	}
	for _, pl := range all {
		pl.judgeLinks()
	}
	return own.Plan, found(all)
}

// found returns the mistakes that were found, each once: in most files all languages
// have the same.
func found(all []*Planner) diag.List {
	diags := all[0].diags
	for _, pl := range all[1:] {
		for _, d := range pl.diags {
			if !slices.Contains(diags, d) {
				diags = append(diags, d)
			}
		}
	}
	return diags
}

// splitBase takes a base_url apart into its origin ("https://a.example") and
// the path prefix that every URL of the site begins with ("/portal" or "").
func splitBase(base string) (origin, prefix string) {
	u, err := url.Parse(base)
	if err != nil || u.Host == "" {
		return "", ""
	}
	return u.Scheme + "://" + asciiHost(u.Host), strings.TrimRight(u.EscapedPath(), "/")
}

// asciiHost returns the one spelling of a host that every machine reads: in small
// letters, its other ones in Punycode.
func asciiHost(host string) string {
	name, port, _ := strings.Cut(host, ":")
	if ascii, err := idna.Lookup.ToASCII(name); err == nil {
		host = strings.TrimSuffix(ascii+":"+port, ":")
	}
	return host
}

// Where pages and files are that more than one part of a plan speaks of; the path
// of any other page is known only to what plans it.
const (
	IndexPath    = "/data/index.json"       // what browsing, search and the finder begin with
	NamesPath    = "/data/match/names.json" // what topics are called
	EventsPath   = "/events.ics"            // the calendar of all dates
	ReminderPath = "/program/remind-me.ics" // what comes next in the program
	FeedPath     = "/feed.xml"
	// HeadersPath is where the file is, from the home page on, that says which
	// headers go with which page.
	HeadersPath = "_headers"
	// ManifestPath is where the theme publishes the web app manifest: the one file
	// beside the assets that is not planned, because it names some of them.
	ManifestPath = "site.webmanifest"
)

// FinderTogether is for how many mentors the finder's data are one file, so that the
// host learns nothing of what is asked. In a larger portal a request loads the files of
// its answers.
const FinderTogether = 300

// MentorPath returns where a profile is.
func MentorPath(m *portal.Mentor) string { return "/mentors/" + m.Slug + "/" }

// TopicPath returns where everything about a topic is.
func TopicPath(t *portal.Topic) string { return "/topics/" + t.Slug + "/" }

// EventPath returns where an event is; its calendar file stands beside it.
func EventPath(e *portal.Event) string { return "/events/" + e.Slug + "/" }

// EventFile returns where an event's calendar file is.
func EventFile(e *portal.Event) string { return "/events/" + e.Slug + ".ics" }

// CycleFile returns where a cycle's calendar file is.
func CycleFile(c *portal.Cycle) string { return "/program/" + c.ID + ".ics" }

// FacetPath returns where the mentors with a value are; of "" it is the page of all
// values.
func FacetPath(f Facet, value string) string {
	if value == "" {
		return "/" + string(f) + "/"
	}
	name := strings.ToLower(value)
	if filename.NameProblem(name) != "" { // con, aux and nul are languages, and devices on Windows
		name = "code-" + name
	}
	return "/" + string(f) + "/" + name + "/"
}
