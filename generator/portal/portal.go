// Package portal holds the program's words as types: mentors, requests, topics,
// guides, resource lists, stories, worksheets, events, pages and the program
// they belong to.
//
// It takes nothing and gives a vocabulary that the stages share: content fills
// it, match and site read it. It does not know how a file is written, what a
// page looks like, or where anything is published.
//
// Words of a closed set stand in the function that lists them. Those that the program
// tells apart from the others have a constant, too.
//
// Everything here is immutable once content has filled it: a value may be in
// use by several snapshots of a portal at the same time.
package portal

import (
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/markdown"
)

// Portal is everything a site's content says, linked and checked. Each slice is
// sorted by slug and holds no drafts unless the portal was loaded with them.
type Portal struct {
	Program    *Program
	Today      Date // the day the portal speaks of: the program's as_of, or the day of the run
	Mentors    []*Mentor
	Requests   []*Request
	Guides     []*Guide
	Resources  []*ResourceList
	Stories    []*Story
	Worksheets []*Worksheet
	Events     []*Event
	Pages      []*Page
	Topics     Topics

	// Others is the portal seen in each other language that it has, sorted by language.
	Others []*Portal

	// Drafts are the requests and profiles that are not part of the portal. Nothing
	// is made of them; they tell what must not stand on a page.
	Drafts struct {
		Mentors  []*Mentor
		Requests []*Request
	}

	// Left holds the files of mentors and mentees who left, by their paths, with the
	// day; the zero day where it cannot be read. Their names stay taken.
	Left map[string]Date

	// Absent holds the files that are not part of the portal, by their paths, so that a link
	// to one can be told from a link to nothing: true for a draft, false for what cannot be
	// read, which is a mistake of its own.
	Absent map[string]bool
}

// Published returns the requests that may have pages: both the person and the program
// must have said so.
func (p *Portal) Published() []*Request {
	var shown []*Request
	for _, r := range p.Requests {
		if r.Publish && p.Program.Requests.Publish == "pseudonyms" {
			shown = append(shown, r)
		}
	}
	return shown
}

// Item is what everything that comes from one file has in common.
type Item struct {
	File string // relative to the site's folder, with slashes: "content/mentors/ana-silva.md"
	Slug string // the address within its kind: "ana-silva"
	// Lang is the language of its texts, where that is not the language of the portal
	// because nobody has translated them; else "".
	Lang string
	// Original is the file that File translates, "" where it is no translation.
	Original string
	Draft    bool // checked and shown while editing, never published
	Aliases  []Alias
	Own      []Own              // what it states in fields of the program's own
	Body     *markdown.Document // never nil
}

// Origin returns the item itself, so that every kind can be asked for its file
// and slug.
func (i *Item) Origin() *Item { return i }

// Alias is an older address of an item, a path within the site such as
// "/mentors/anna-silva/", and the place where it is written.
type Alias struct {
	Path string
	At   diag.Position
}

// Texts returns words of a closed set as texts.
func Texts[T ~string](words []T) []string {
	return each.Of(words, func(w T) string { return string(w) })
}

// Slugs returns the slugs of items, in their order.
func Slugs[T interface{ Origin() *Item }](items []T) []string {
	return each.Of(items, func(item T) string { return item.Origin().Slug })
}

// Find returns the item with a slug from a slice sorted by slug, or the zero
// value when there is none.
func Find[T interface{ Origin() *Item }](items []T, slug string) (found T) {
	i, is := slices.BinarySearchFunc(items, slug, func(item T, slug string) int { return strings.Compare(item.Origin().Slug, slug) })
	if is {
		found = items[i]
	}
	return found
}

// ReservedSegments returns the first segments of addresses that the portal needs
// for itself: no page of the organizers may have one of them as its name. A test
// of package site/page insists that those of every kind of page are among them.
func ReservedSegments() []string {
	return []string{
		"assets", "data", "events", "guides", "how", "index", "languages", "match", "mentors", "needs", "open", "page",
		"places", "requests", "resources", "search", "stages", "stories", "topics", "worksheets", "write", "404",
	}
}
