// Package ask answers questions of who suits whom.
//
// It takes a snapshot and a question in people's words (needs, the pseudonym of a
// request, a mentor's name, a table of past pairs) and returns an answer as data:
// suggestions with their evidence, why somebody is not suggested, a circle of
// mentors, how well suggestions agree with past pairs, and advice for those who
// write a profile or a request. The sentences of answers are messages of
// templates/i18n.
//
// Answers name requests and hold scores: they are for organizers and never for
// publishing, but those of a Published one. It does not know flags, terminals and HTML.
package ask

import (
	"io/fs"

	"ithaca/generator"
	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/theme"
)

// Words are the sentences of answers. Reading them takes longer than a question.
type Words = theme.Words

// English returns the built-in words, which is how answers speak.
func English(templates fs.FS) *Words { return theme.English(templates) }

// Matching is a snapshot that can be asked who suits whom. It is immutable and safe
// for concurrent use.
type Matching struct {
	portal *portal.Portal
	index  *match.Index
	words  *Words
}

// New returns a snapshot as a Matching, which also reads what requests say in
// private. One of the content alone is enough.
func New(s *generator.Snapshot, w *Words) *Matching {
	return &Matching{s.Portal(), s.Matches().Private(), w}
}

// Published returns a snapshot as a Matching of what is published alone: its answers may
// be shown to everybody who sees the portal.
func Published(s *generator.Snapshot, w *Words) *Matching {
	public := *s.Portal()
	public.Requests = public.Published()
	return &Matching{&public, s.Matches(), w}
}

// mentor finds a mentor by the name of the file or of the person.
func (m *Matching) mentor(name string) (*portal.Mentor, error) {
	if found := portal.Find(m.portal.Mentors, name); found != nil {
		return found, nil
	}
	var names [][]string
	for _, one := range m.portal.Mentors {
		if portal.Fold(one.Name) == portal.Fold(name) {
			return one, nil
		}
		names = append(names, []string{one.Slug, one.Name})
	}
	return nil, diag.Refuse("there is no mentor `"+name+"`", diag.Meant(name, names))
}

// Name is how something is called in a file, and what people call it, which may be "".
type Name struct{ Name, Title string }

// Names returns what the site has names for: "mentors", "requests", "cycles" or "topics".
func (m *Matching) Names(of string) []Name {
	switch of {
	case "mentors":
		return each.Of(m.portal.Mentors, func(one *portal.Mentor) Name { return Name{one.Slug, one.Name} })
	case "requests":
		return each.Of(m.portal.Requests, func(one *portal.Request) Name { return Name{Name: one.Slug} })
	case "cycles":
		return each.Of(m.portal.Program.Cycles, func(c portal.Cycle) Name { return Name{c.ID, c.Title} })
	case "topics":
		return each.Of(m.portal.Topics.All(), func(t *portal.Topic) Name { return Name{t.Slug, t.Title} })
	}
	return nil
}
