package generator

import (
	"path/filepath"
	"slices"

	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/source"
)

// Matching is a site that was read to ask who suits whom, without any of its
// pages. It is immutable and safe for concurrent use.
type Matching struct {
	portal *portal.Portal
	index  *match.Index
	diags  diag.List
	source func(file string) []byte
	folder string // of the requests, for people
}

// TakeMatching reads a site's content. With mistakes in it nobody can be asked
// for; mistakes that only a portal's pages can have, such as links to nothing,
// are not looked for. Of the options it uses Site, Requests, Today, Drafts and
// Workers.
func TakeMatching(o Options) (*Matching, error) {
	tree, diags, err := source.Read(o.Site, source.Options{Workers: o.workers(), Requests: o.Requests})
	if err != nil {
		return nil, err
	}
	s := &Snapshot{tree: tree}
	docs := s.decode(o, reuse{})
	p, found := content.Link(docs, content.Options{
		Today: portal.DateOf(o.Today), Drafts: o.Drafts, RequestsOutside: o.requestsOutside(), RequestsInside: tree.Replaced,
	})
	diags = content.Discreet(append(slices.Clip(diags), found...), docs).Sorted().Limited()
	return &Matching{portal: p, index: match.New(p), diags: diags, source: s.Source, folder: requestsFolder(o)}, nil
}

// requestsFolder names the folder that requests are read from.
func requestsFolder(o Options) string {
	if o.Requests != "" {
		return filepath.ToSlash(o.Requests)
	}
	return "content/requests"
}

// Diagnostics returns what authors did wrong, sorted. It must not be changed.
func (m *Matching) Diagnostics() diag.List { return m.diags }

// Source returns the bytes of a file that a diagnostic speaks of, nil for requests
// and for others.
// They must not be changed.
func (m *Matching) Source(file string) []byte { return m.source(file) }

// Pseudonyms returns the names of all requests, sorted.
func (m *Matching) Pseudonyms() []string {
	names := make([]string, len(m.portal.Requests))
	for i, r := range m.portal.Requests {
		names[i] = r.Slug
	}
	return names
}

// Suggest returns the best mentors for what is asked, the best first, at most
// limit of them.
func (m *Matching) Suggest(a *Asked, limit int) []Suggested {
	suggested := []Suggested{}
	for i, s := range m.index.Suggest(a.request, limit) {
		one := m.suggested(s)
		one.Rank = i + 1
		suggested = append(suggested, one)
	}
	return suggested
}

// Circle returns up to size mentors who together answer more of what is asked than
// one of them alone.
func (m *Matching) Circle(a *Asked, size int) Circle {
	found := m.index.Circle(a.request, size)
	c := Circle{Needs: titles(found.Needs), Uncovered: titles(found.Uncovered), Would: []Would{}, Members: []Member{}}
	for _, t := range found.Uncovered {
		if w, found := m.would(a, t); found {
			c.Would = append(c.Would, w)
		}
	}
	for _, one := range found.Members {
		member := Member{Suggested: m.suggested(one.Suggestion), Adds: titles(one.Adds)}
		for _, cover := range one.Cover {
			member.Cover = append(member.Cover, string(cover))
		}
		c.Members = append(c.Members, member)
	}
	return c
}

func titles(topics []*portal.Topic) []string {
	names := make([]string, len(topics))
	for i, t := range topics {
		names[i] = t.Title
	}
	return names
}
