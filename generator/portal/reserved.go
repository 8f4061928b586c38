package portal

// ReservedSegments returns the first segments of addresses that the portal needs
// for itself: no page of the organizers may have one of them as its name. A test
// of package site/page insists that those of every kind of page are among them.
func ReservedSegments() []string {
	return []string{
		"assets", "data", "events", "guides", "how", "index", "languages", "match", "mentors", "needs", "open", "page",
		"places", "requests", "resources", "search", "stages", "stories", "topics", "worksheets", "write", "404",
	}
}
