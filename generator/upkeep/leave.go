package upkeep

import (
	"path"
	"regexp"
	"strings"

	"ithaca/generator/content"
	"ithaca/generator/content/part"
	"ithaca/generator/edit"
	"ithaca/generator/portal"
)

// Leaving is what a person who leaves changes.
type Leaving struct {
	*Plan
	Kind, Slug string // "mentors" or "requests", and the name of the file
	Path       string // of the file
	// Mentioning are sentences that still seem to speak of the person.
	Mentioning []Mentioning
	Purge      []string    // what git's history keeps, as paths within the site
	Left       portal.Date // when they left before; the plan is empty then. Zero for today
}

// Mentioning is a sentence that seems to speak of somebody.
type Mentioning struct {
	Path string
	Line int
	Text string
}

// Leave plans that a mentor or a mentee leaves today: the file says nothing but that,
// pictures and translations go; lists that name the person drop the entry, and texts keep their words and
// lose the link. What was decided stays true, and running pairs end.
func (s *Site) Leave(name string) (*Leaving, error) {
	doc, err := s.personOrLeft(name)
	if err != nil {
		return nil, err
	}
	l := &Leaving{Plan: s.plan(true), Kind: doc.Folder(), Slug: doc.Item().Slug, Path: doc.Path, Purge: []string{doc.Path}, Left: s.portal.Left[doc.Path]}
	if !l.Left.IsZero() {
		return l, nil
	}
	if err := l.navigate(nameOf(doc), func(string) string { return "" }); err != nil {
		return nil, err
	}
	for _, other := range s.docs {
		original, _ := other.Translates()
		if other == doc || other.Item() == nil || original == doc.Path {
			continue
		}
		if err := l.forget(other, nameOf(doc)); err != nil {
			return nil, err
		}
	}
	l.Mentioning = l.mentioning(doc)
	l.pictures(doc)
	if err := l.pairs(); err != nil {
		return nil, err
	}
	l.put(doc.Path, []byte("---\nleft: "+s.portal.Today.String()+"\n---\n")) // last: until then the same can be planned again
	return l, nil
}

// Next says that the plan is written after one for somebody else, which git need not hold
// and of which a copy was kept.
func (l *Leaving) Next() { l.Whole = false }

// forget takes a person out of the lists of a file, and links to them out of its text.
func (l *Leaving) forget(other *content.Document, name string) error {
	if l.Kind == "mentors" {
		names := func(m content.Mention) bool { return m.To == part.ToMentor && m.Text == l.Slug }
		if err := l.follow(other, names, func(content.Mention) string { return "" }); err != nil {
			return err
		}
	}
	return l.relink(other, name, func(string) string { return "" })
}

// pictures removes the translations of a person's file, and their pictures: all that lie in a folder of their own, else the
// one that the profile names.
func (l *Leaving) pictures(doc *content.Document) {
	own := path.Base(doc.Path) == "index.md"
	used := map[string]int{}
	for _, m := range l.site.docs {
		for _, ref := range m.Mentions() {
			if ref.To == part.ToPicture {
				used[path.Join(path.Dir(m.Path), ref.Text)]++
			}
		}
	}
	names := map[string]bool{}
	for _, ref := range doc.Mentions() {
		names[path.Join(path.Dir(doc.Path), ref.Text)] = ref.To == part.ToPicture
	}
	for _, file := range l.site.docs {
		beside := own && path.Dir(file.Path) == path.Dir(doc.Path) && file != doc
		original, _ := file.Translates()
		if original == doc.Path || file.Item() == nil && (beside || names[file.Path] && used[file.Path] == 1) {
			l.put(file.Path, nil)
			l.Purge = append(l.Purge, file.Path)
		}
	}
}

// pairs ends the running pairs of a mentor, and notes who is left without somebody.
func (l *Leaving) pairs() error {
	p := l.site.portal
	for _, r := range p.Requests {
		for mentor := range portal.Together(r, r.Cycle) {
			if l.Kind == "mentors" && mentor == l.Slug && !p.Over([]string{r.Cycle}) {
				exit := edit.Group(edit.Entry{Key: "cycle", Value: edit.Text(r.Cycle)}, edit.Entry{Key: "mentor", Value: edit.Text(mentor)},
					edit.Entry{Key: "do", Value: edit.Text(string(portal.Exit))}, edit.Entry{Key: "by", Value: edit.Text(string(portal.ByMentor))},
					edit.Entry{Key: "rematch", Value: edit.Plain("true")}, edit.Entry{Key: "date", Value: edit.Plain(p.Today.String())})
				if err := l.apply(r.File, edit.Add(exit, "decisions")); err != nil {
					return err
				}
				l.note("%s was together with them in %s, and needs somebody else: ithaca match --cycle %s", r.Slug, r.Cycle, r.Cycle)
			} else if l.Kind == "requests" && r.Slug == l.Slug && !p.Over([]string{r.Cycle}) {
				l.note("%s was together with them in %s, and has a place again: tell them", mentor, r.Cycle)
			}
		}
	}
	return nil
}

// mentioning finds the sentences of other files that still seem to speak of a person: by the full
// name, and in files that named or linked them by any part of it.
func (l *Leaving) mentioning(doc *content.Document) []Mentioning {
	full, parts := []string{l.Slug}, []string(nil)
	if m := portal.Find(l.site.portal.Mentors, l.Slug); m != nil && l.Kind == "mentors" {
		full, parts = []string{m.Name}, strings.Fields(m.Name)
	}
	anywhere, there := wholeWords(full), wholeWords(append(parts, full...))
	var all []Mentioning
	for _, other := range l.site.docs {
		original, _ := other.Translates()
		if other == doc || other.Item() == nil || original == doc.Path {
			continue
		}
		data, words := l.site.folders.Read(other.Path), anywhere
		for _, f := range l.Files {
			if f.Path == other.Path {
				data, words = f.New, there
			}
		}
		line := 0
		for text := range strings.Lines(string(data)) {
			line++
			for _, sentence := range sentenceEnd.Split(text, -1) {
				if words.MatchString(sentence) {
					all = append(all, Mentioning{other.Path, line, strings.TrimSpace(sentence)})
				}
			}
		}
	}
	return all
}

// sentenceEnd is what stands between two sentences of a line.
var sentenceEnd = regexp.MustCompile(`[.!?…。]["'”»)]*\s+`)

// wholeWords matches any of some words where no letter stands before or behind.
func wholeWords(words []string) *regexp.Regexp {
	var quoted []string
	for _, word := range words {
		if len([]rune(word)) > 2 {
			quoted = append(quoted, strings.Join(strings.Fields(regexp.QuoteMeta(word)), `\s+`))
		}
	}
	if len(quoted) == 0 {
		quoted = []string{`\z.`}
	}
	return regexp.MustCompile(`(?:^|[^\pL\pN-])(?:` + strings.Join(quoted, "|") + `)(?:$|[^\pL\pN-])`)
}
