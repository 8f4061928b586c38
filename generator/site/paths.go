package site

import (
	"strings"

	"ithaca/generator/filename"
	"ithaca/generator/portal"
)

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
