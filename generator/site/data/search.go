package data

import (
	"cmp"
	"slices"
	"strings"

	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// searchData is /data/search.json: everything that can be found. What a result
// shows is there as text, from which the browser makes its own index; the words
// of the longer texts, which no result shows, stand in a dictionary.
type searchData struct {
	Format int           `json:"format"`
	Shared []string      `json:"shared"` // words that many entries have: countries and languages
	Groups []searchGroup `json:"groups"` // needs and topics come first: entries name them by number
	Common []string      `json:"common"` // words of so many texts that they find nothing
	Words  string        `json:"words"`  // of the texts, sorted, see dictionary
	At     string        `json:"at"`     // for each of them, the entries in whose texts it stands
}

// searchGroup is the entries of one kind, mentors in the order in which lists
// show them. Entries are numbered from 0 through all groups.
type searchGroup struct {
	Kind    string  `json:"kind"`
	Base    string  `json:"base"` // what an entry's slug is put behind to give its address, and a slash after it
	Entries []entry `json:"entries"`
}

// entry is slug, title, line, role, place, topics by their entries' numbers,
// places in Shared, and other names; what is empty at the end is left out.
type entry []any

// found is something to be found, before it is written as an entry.
type found struct {
	slug, title, line string
	role, place       string
	topics            []portal.TopicRef
	shared            []string
	also              []string
	texts             []string // found by, but not shown
}

func planSearch(book *site.Planner) {
	if len(book.Ordered) > maxTogether {
		return
	}
	plan := book.Plan
	book.AddFile(site.SearchPath, func(word func(key string) string) []byte { return encode(newSearchData(plan, word)) })
}

// searchWriter collects the data; texts are those of all entries so far.
type searchWriter struct {
	*site.Plan
	data   *searchData
	topics map[*portal.Topic]int
	shared map[string]int
	texts  [][]string
}

func newSearchData(plan *site.Plan, word func(key string) string) *searchData {
	w := &searchWriter{
		Plan: plan, topics: map[*portal.Topic]int{}, shared: map[string]int{},
		data: &searchData{Format: format, Shared: []string{}, Groups: []searchGroup{}, Common: []string{}},
	}
	w.addTopics()
	w.addMentors(word)
	w.addReading()
	w.addProgram()
	w.data.Common, w.data.Words, w.data.At = dictionary(w.texts)
	return w.data
}

// add writes a group, unless nothing is in it.
func (w *searchWriter) add(kind, base string, all []found) {
	if len(all) == 0 {
		return
	}
	g := searchGroup{Kind: kind, Base: w.Site.Prefix + base}
	for _, f := range all {
		topics, shared := []int{}, []int{}
		for _, ref := range f.topics {
			n, ok := w.topics[w.Portal.Topics.Of(ref)]
			if ok && !slices.Contains(topics, n) {
				topics = append(topics, n)
			}
		}
		for _, words := range f.shared {
			shared = append(shared, w.share(words))
		}
		e := entry{f.slug, f.title, f.line, f.role, f.place, topics, shared, strings.Join(f.also, ", ")}
		for len(e) > 0 && isEmpty(e[len(e)-1]) {
			e = e[:len(e)-1]
		}
		g.Entries = append(g.Entries, e)
		w.texts = append(w.texts, f.texts)
	}
	w.data.Groups = append(w.data.Groups, g)
}

func isEmpty(value any) bool {
	switch v := value.(type) {
	case string:
		return v == ""
	case []int:
		return len(v) == 0
	}
	return false
}

// share returns the number of shared words.
func (w *searchWriter) share(words string) int {
	n, ok := w.shared[words]
	if !ok {
		n = len(w.data.Shared)
		w.shared[words] = n
		w.data.Shared = append(w.data.Shared, words)
	}
	return n
}

// addTopics adds needs, then the other topics. A topic that is replaced by
// another lends it its names.
func (w *searchWriter) addTopics() {
	also := map[*portal.Topic][]string{}
	for _, t := range w.Portal.Topics.All() {
		if site.Shown(t) {
			also[t] = append(append(also[t], t.Also...), t.Elsewhere...)
			continue
		}
		better := w.Portal.Topics.Of(t.Use)
		also[better] = append(append(also[better], t.Title), t.Also...)
	}
	for _, needs := range []bool{true, false} {
		var all []found
		for _, t := range w.Portal.Topics.All() {
			if !site.Shown(t) || t.IsNeed() != needs {
				continue
			}
			w.topics[t] = len(w.texts) + len(all)
			f := found{slug: t.Slug, title: t.Title, also: also[t], texts: []string{t.Body.Text()}}
			if len(t.Asks) > 0 {
				f.line, f.also = t.Asks[0], append(slices.Clone(t.Asks[1:]), also[t]...)
			}
			all = append(all, f)
		}
		w.add(map[bool]string{true: "need", false: "topic"}[needs], "/topics/", all)
	}
}

func (w *searchWriter) addMentors(word func(key string) string) {
	var all []found
	for _, m := range w.Ordered {
		f := found{
			slug: m.Slug, title: m.Name, line: m.Headline, role: m.Role, place: m.Location, topics: site.MentorTopics(m),
			texts: append([]string{m.Body.Text(), m.IdealMentee, m.Organisation}, m.AskMe...),
		}
		for _, step := range m.Path {
			f.texts = append(f.texts, step.What)
		}
		if m.Country != "" {
			f.shared = append(f.shared, word("country "+m.Country))
		}
		for _, tag := range m.Languages {
			f.shared = append(f.shared, word("language "+tag))
		}
		all = append(all, f)
	}
	w.add("mentor", "/mentors/", all)
}

// addReading adds guides, stories, worksheets and resources.
func (w *searchWriter) addReading() {
	p := w.Portal
	var guides, stories, sheets, lists []found
	for _, g := range w.Guides() {
		guides = append(guides, found{slug: g.Slug, title: g.Title, line: g.Summary, topics: g.Topics, texts: append([]string{g.Body.Text()}, g.Authors...)})
	}
	for _, s := range w.Stories() {
		stories = append(stories, found{slug: s.Slug, title: s.Title, line: s.Summary, role: s.Person, topics: s.Topics, texts: []string{s.Body.Text(), s.Before, s.After, s.Quote}})
	}
	for _, s := range p.Worksheets {
		f := found{slug: s.Slug, title: s.Title, line: s.Summary, texts: []string{s.Body.Text()}}
		for _, field := range s.Fields {
			f.texts = append(f.texts, field.Label)
		}
		sheets = append(sheets, f)
	}
	for _, l := range p.Resources {
		lists = append(lists, found{slug: l.Slug, title: l.Title, line: l.Summary, topics: l.Topics, texts: []string{l.Body.Text()}})
	}
	w.add("guide", "/guides/", guides)
	w.add("worksheet", "/worksheets/", sheets)
	w.add("story", "/stories/", stories)
	w.add("list", "/resources/", lists)
	for _, kind := range portal.ResourceKinds() {
		var items []found
		for _, l := range w.OfKind(kind) {
			items = append(items, found{slug: l.List.Slug, title: l.Title, line: l.Why, role: l.By, topics: l.Topics})
		}
		w.add(string(kind), "/resources/", items)
	}
}

// addProgram adds events, those to come first, and the organizers' pages.
func (w *searchWriter) addProgram() {
	events := slices.Clone(w.Portal.Events)
	order.Stable(events, func(a, b *portal.Event) int {
		over := func(e *portal.Event) int { return map[bool]int{true: 1}[e.Next(w.Portal.Today).IsZero()] }
		return cmp.Compare(over(a), over(b))
	})
	var meetings, pages []found
	for _, e := range events {
		meetings = append(meetings, found{slug: e.Slug, title: e.Title, place: e.Location, topics: e.Topics, texts: []string{e.Body.Text()}})
	}
	for _, p := range w.Portal.Pages {
		pages = append(pages, found{slug: p.Slug, title: p.Title, line: p.Summary, texts: []string{p.Body.Text()}})
	}
	w.add("meeting", "/events/", meetings)
	w.add("page", "/", pages)
}
