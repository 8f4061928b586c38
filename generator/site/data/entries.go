package data

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/tongue"
)

// entries is everything that can be found, by kinds: needs and topics, mentors in
// the order in which lists show them, and what there is to read and to go to.
type entries struct {
	plan   *site.Plan
	groups []group
	called map[*portal.Topic][]string // what topics are called, once entries are made
}

// group is the entries of a kind: how many, and how each is made once somebody asks.
type group struct {
	kind, base string
	size       int
	each       func(yield func(found))
}

// found is something to be found, before it is written.
type found struct {
	slug, title, line string
	lang              string // of the texts, where that is not the portal's
	role, place       string
	topics            []portal.TopicRef
	shared            []string // keys of the words for countries and languages
	tongues           []string // what languages call themselves
	also              []string // other names
	texts             []string // found by, but not shown
}

const mentorKind = "mentor"

func newEntries(plan *site.Plan) *entries {
	e := &entries{plan: plan}
	e.addTopics()
	add(e, mentorKind, "/mentors/", plan.Ordered, mentorFound)
	e.addReading()
	e.addProgram()
	return e
}

// add adds a kind, unless there is nothing of it.
func add[T any](e *entries, kind, base string, items []T, one func(T) found) {
	if len(items) == 0 {
		return
	}
	e.groups = append(e.groups, group{kind, base, len(items), func(yield func(found)) {
		for _, item := range items {
			yield(one(item))
		}
	}})
}

func (e *entries) count() int {
	n := 0
	for _, g := range e.groups {
		n += g.size
	}
	return n
}

func (e *entries) kinds(prefix string) []kind {
	kinds := []kind{}
	for _, g := range e.groups {
		kinds = append(kinds, kind{g.kind, prefix + g.base, g.size})
	}
	return kinds
}

// addTo adds the parts of entries and words, and returns where the words part.
func (e *entries) addTo(contents map[string]any, word func(key string) string) []string {
	var rows []row
	words := newDictionary(e.count())
	called := map[*portal.Topic][]string{}
	e.called = e.names()
	for t, names := range e.called {
		called[t] = wordsOf(names)
	}
	n := 0
	for _, g := range e.groups {
		g.each(func(f found) {
			if g.kind != mentorKind {
				rows = append(rows, shortened(row{f.slug, f.title, f.line, f.role, f.place, strings.Join(f.also, ", "), f.lang}))
			}
			e.note(words, n, g.kind, f, called, word)
			n++
		})
	}
	inBlocks(contents, "entries", rows)
	return words.addTo(contents)
}

// note notes the words of an entry, those of the fields that are worth most first.
// Topics and mentors are also known by what their addresses end with, and needs by
// what people say who have them.
func (e *entries) note(words *dictionary, n int, kind string, f found, called map[*portal.Topic][]string, word func(key string) string) {
	names := append([]string{f.title}, f.also...)
	switch kind {
	case mentorKind:
		names = append(names, f.slug)
	case "need", "topic":
		names = append(names, f.slug, f.line)
	}
	words.note(n, inName, wordsOf(names)...)
	for _, t := range e.plan.TopicsOf(f.topics) {
		words.note(n, inTopic, called[t]...)
	}
	words.add(n, inRole, f.role)
	words.add(n, inPlace, f.place)
	for _, key := range f.shared {
		words.add(n, inPlace, word(key))
	}
	words.add(n, inPlace, f.tongues...)
	words.add(n, inText, f.line)
	words.add(n, inText, f.texts...)
}

// names returns what topics are called: title, slug, other names, and those of topics
// that are replaced by it.
func (e *entries) names() map[*portal.Topic][]string {
	called := map[*portal.Topic][]string{}
	for _, t := range e.plan.Portal.Topics.All() {
		better := t
		if !site.Shown(t) {
			better = e.plan.Portal.Topics.Of(t.Use)
		}
		called[better] = slices.Concat(called[better], []string{t.Title, t.Slug}, t.Also, t.Elsewhere)
	}
	return called
}

// addTopics adds needs, then the other topics.
func (e *entries) addTopics() {
	var needs, others []*portal.Topic
	for _, t := range e.plan.Portal.Topics.All() {
		switch {
		case !site.Shown(t):
		case t.IsNeed():
			needs = append(needs, t)
		default:
			others = append(others, t)
		}
	}
	add(e, "need", "/topics/", needs, e.topic)
	add(e, "topic", "/topics/", others, e.topic)
}

func (e *entries) topic(t *portal.Topic) found {
	own := func(name string) bool { return name == t.Title || name == t.Slug }
	also := slices.DeleteFunc(slices.Clone(e.called[t]), own)
	f := found{slug: t.Slug, title: t.Title, lang: t.Lang, also: also, texts: []string{t.Body.Text()}}
	if len(t.Asks) > 0 {
		f.line, f.also = t.Asks[0], append(slices.Clone(t.Asks[1:]), also...)
	}
	return f
}

func mentorFound(m *portal.Mentor) found {
	f := found{
		slug: m.Slug, title: m.Name, line: m.Headline, role: m.Role, place: m.Location, topics: m.Topics(),
		texts: append([]string{m.AlsoWritten, m.Body.Text(), m.IdealMentee, m.Organisation}, m.AskMe...),
	}
	for _, step := range m.Path {
		f.texts = append(f.texts, step.What)
	}
	if m.Country != "" {
		f.shared = append(f.shared, "country "+m.Country)
	}
	for _, tag := range m.Languages {
		f.shared = append(f.shared, "language "+tag)
		f.tongues = append(f.tongues, tongue.OwnName(language.Make(tag)))
	}
	return f
}

// addReading adds guides, stories, worksheets and resources.
func (e *entries) addReading() {
	p := e.plan.Portal
	add(e, "guide", "/guides/", e.plan.Guides(), func(g *portal.Guide) found {
		texts := append([]string{g.Body.Text()}, g.Authors...)
		return found{slug: g.Slug, title: g.Title, lang: g.Lang, line: g.Summary, topics: g.Topics, texts: texts}
	})
	add(e, "worksheet", "/worksheets/", p.Worksheets, func(s *portal.Worksheet) found {
		f := found{slug: s.Slug, title: s.Title, lang: s.Lang, line: s.Summary, texts: []string{s.Body.Text()}}
		for _, field := range s.Fields {
			f.texts = append(f.texts, field.Label)
		}
		return f
	})
	add(e, "story", "/stories/", e.plan.Stories(), func(s *portal.Story) found {
		return found{slug: s.Slug, title: s.Title, lang: s.Lang, line: s.Summary, role: s.Person, topics: s.Topics,
			texts: []string{s.Body.Text(), s.Before, s.After, s.Quote}}
	})
	add(e, "list", "/resources/", p.Resources, func(l *portal.ResourceList) found {
		return found{slug: l.Slug, title: l.Title, lang: l.Lang, line: l.Summary, topics: l.Topics, texts: []string{l.Body.Text()}}
	})
	for _, kind := range portal.ResourceKinds() {
		add(e, string(kind), "/resources/", e.plan.OfKind(kind), func(l site.Listed) found {
			return found{slug: l.List.Slug, title: l.Title, lang: l.List.Lang, line: l.Why, role: l.By, topics: l.Topics}
		})
	}
}

// addProgram adds events, those to come first, and the organizers' pages.
func (e *entries) addProgram() {
	p := e.plan.Portal
	events := slices.Clone(p.Events)
	order.Stable(events, func(a, b *portal.Event) int {
		over := func(e *portal.Event) int { return map[bool]int{true: 1}[e.Next(p.Today).IsZero()] }
		return cmp.Compare(over(a), over(b))
	})
	add(e, "meeting", "/events/", events, func(ev *portal.Event) found {
		return found{slug: ev.Slug, title: ev.Title, lang: ev.Lang, place: ev.Location, topics: ev.Topics, texts: []string{ev.Body.Text()}}
	})
	add(e, "page", "/", p.Pages, func(one *portal.Page) found {
		return found{slug: one.Slug, title: one.Title, lang: one.Lang, line: one.Summary, texts: []string{one.Body.Text()}}
	})
}
