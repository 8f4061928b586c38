package upkeep

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"ithaca/generator/content"
	"ithaca/generator/content/part"
	"ithaca/generator/edit"
	"ithaca/generator/portal"
)

// Leaving is what people who leave change.
type Leaving struct {
	*Plan
	People []Leaver
	// Mentioning are sentences that still seem to speak of them.
	Mentioning []Mentioning
	Purge      []string // what git's history keeps, as paths within the site
}

// Leaver is somebody who leaves.
type Leaver struct {
	Kind, Slug string      // "mentors" or "requests", and the name of the file
	Path       string      // of the file
	Left       portal.Date // when they left before: nothing is planned then. Zero for today

	doc *content.Document
}

// Mentioning is a sentence that seems to speak of somebody.
type Mentioning struct {
	Path string
	Line int
	Text string
}

// Leave plans that mentors and mentees leave today: their files say nothing but that,
// pictures and translations go; lists that name them drop the entry, and texts keep their words and
// lose the link. What was decided stays true, and running pairs end.
func (s *Site) Leave(names ...string) (*Leaving, error) {
	l, gone := &Leaving{Plan: s.plan(true)}, map[string]bool{}
	for _, name := range names {
		doc, err := s.person(name)
		if err != nil {
			return nil, err
		}
		if !gone[nameOf(doc)] {
			l.People = append(l.People, Leaver{doc.Folder(), doc.Item().Slug, doc.Path, s.portal.Left[doc.Path], doc})
		}
		gone[nameOf(doc)] = true
	}
	is, none := func(name string) bool { return gone[name] }, func(string) string { return "" }
	if err := l.navigate(is, none); err != nil {
		return nil, err
	}
	for _, other := range s.docs {
		if other.Item() == nil || slices.ContainsFunc(l.People, func(p Leaver) bool { return p.owns(other) }) {
			continue
		}
		named := func(m content.Mention) bool { return m.To == part.ToMentor && gone["mentors/"+m.Text] }
		if err := l.follow(other, named, func(content.Mention) string { return "" }); err != nil {
			return nil, err
		}
		if err := l.relink(other, is, none); err != nil {
			return nil, err
		}
	}
	return l, l.people()
}

// owns reports whether a file is that of somebody, or a translation of it.
func (p Leaver) owns(file *content.Document) bool {
	original, _ := file.Translates()
	return file == p.doc || original == p.Path
}

// people plans what becomes of the files of those who leave, and of their pairs. Their files
// come last: until then the same can be planned again.
func (l *Leaving) people() error {
	leave := slices.DeleteFunc(slices.Clone(l.People), func(p Leaver) bool { return !p.Left.IsZero() })
	for _, p := range leave {
		l.Purge = append(l.Purge, p.Path)
		l.pictures(p.doc)
		if err := l.pairs(p); err != nil {
			return err
		}
	}
	for _, p := range leave {
		l.put(p.Path, []byte("---\nleft: "+l.site.portal.Today.String()+"\n---\n"))
	}
	for _, p := range leave {
		l.mentioning(p)
	}
	return nil
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
func (l *Leaving) pairs(who Leaver) error {
	p := l.site.portal
	for _, r := range p.Requests {
		for mentor := range portal.Together(r, r.Cycle) {
			if who.Kind == "mentors" && mentor == who.Slug && !p.Over([]string{r.Cycle}) {
				exit := edit.Group(edit.Entry{Key: "cycle", Value: edit.Text(r.Cycle)}, edit.Entry{Key: "mentor", Value: edit.Text(mentor)},
					edit.Entry{Key: "do", Value: edit.Text(string(portal.Exit))}, edit.Entry{Key: "by", Value: edit.Text(string(portal.ByMentor))},
					edit.Entry{Key: "rematch", Value: edit.Plain("true")}, edit.Entry{Key: "date", Value: edit.Plain(p.Today.String())})
				if err := l.apply(r.File, edit.Add(exit, "decisions")); err != nil {
					return err
				}
				l.note("%s was together with them in %s, and needs somebody else: ithaca match --cycle %s", r.Slug, r.Cycle, r.Cycle)
			} else if who.Kind == "requests" && r.Slug == who.Slug && !p.Over([]string{r.Cycle}) {
				l.note("%s was together with them in %s, and has a place again: tell them", mentor, r.Cycle)
			}
		}
	}
	return nil
}

// mentioning finds the sentences of other files that still seem to speak of a person: by the full
// name, and in files that named or linked them by any part of it.
func (l *Leaving) mentioning(p Leaver) {
	full, parts := []string{p.Slug}, []string(nil)
	if m := portal.Find(l.site.portal.Mentors, p.Slug); m != nil && p.Kind == "mentors" {
		full, parts = []string{m.Name}, strings.Fields(m.Name)
	}
	anywhere, there := wholeWords(full), wholeWords(append(parts, full...))
	for _, other := range l.site.docs {
		if other.Item() == nil || p.owns(other) {
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
					l.Mentioning = append(l.Mentioning, Mentioning{other.Path, line, strings.TrimSpace(sentence)})
				}
			}
		}
	}
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
