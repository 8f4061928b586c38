package round

import (
	"io/fs"
	"strings"

	"ithaca/generator/contacts"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/page"
	"ithaca/generator/theme"
	"ithaca/generator/tongue"
)

const english = "en"

// reader is a language that letters are read in.
type reader struct {
	lang   string
	words  *theme.Words
	portal *portal.Portal // as it is seen in the language
	home   string         // address of its home page
}

// day is a date that letters write in words.
type day struct {
	portal.Date
	text string
}

func (d day) String() string { return d.text }

func (r *reader) day(d portal.Date) day { return day{d, r.words.Date(d)} }

// named returns what a topic is called in the language.
func (r *reader) named(t *portal.Topic) site.Link {
	if t != nil {
		if seen := r.portal.Topics.Of(portal.TopicRef{Key: portal.Fold(t.Slug)}); seen != nil {
			t = seen
		}
	}
	return page.Unlinked(t)
}

func newWriter(o *Outcome, known []contacts.Contact, folders []fs.FS) *writer {
	return &writer{Outcome: o, book: &addressBook{known: known, told: map[string]bool{}}, folders: folders, readers: map[string]*reader{}}
}

// reader returns what letters in a language are filled with.
func (w *writer) reader(lang string) *reader {
	if known := w.readers[lang]; known != nil {
		return known
	}
	p := w.gathered.portal
	r := &reader{lang: lang, portal: p, home: p.Program.BaseURL, words: theme.Speaking(lang, w.folders...)}
	if i := tongue.Nearest(lang, w.spoken()); i > 0 {
		r.portal = p.Others[i-1]
		if r.home != "" {
			r.home += site.Folder(r.portal.Program.Language) + "/"
		}
	}
	w.readers[lang] = r
	return r
}

// spoken returns the languages of the portal, its own first.
func (w *writer) spoken() []string {
	all := []string{w.gathered.portal.Program.Language}
	for _, other := range w.gathered.portal.Others {
		all = append(all, other.Program.Language)
	}
	return all
}

// languages returns those in which to write to a person, the best first: what the contacts
// say, what the profile or request says as far as the portal has it, the portal's own, and
// the one that there are texts in for everything.
func (w *writer) languages(s side, key string, to person) []string {
	p := w.gathered.portal
	var speaks []string
	if s == mentorSide {
		speaks = portal.Find(p.Mentors, key).Languages
	} else if r := portal.Find(p.Requests, key); r != nil {
		speaks = r.Languages
	}
	var all []string
	if to.Language != "" {
		all = append(all, to.Language)
	}
	for _, lang := range speaks {
		if tongue.Nearest(lang, w.spoken()) >= 0 {
			all = append(all, lang)
		}
	}
	return append(all, p.Program.Language, english)
}

// template returns the text and the name of a kind's template in the first of some
// languages that has one, and what it is filled with. A site's own text goes before a
// built-in one in the same language; without a language in its name it is in the
// portal's, as a built-in one is in English.
func (w *writer) template(kind string, languages []string) (text, name string, r *reader) {
	for _, lang := range languages {
		base := tongue.Base(lang)
		for i, folder := range w.folders {
			names, unnamed := []string{kind + "." + lang + ".txt", kind + "." + base + ".txt"}, w.gathered.portal.Program.Language
			if i == len(w.folders)-1 {
				unnamed = english
			}
			if base == tongue.Base(unnamed) {
				names = append(names, kind+".txt")
			}
			for _, name := range names {
				if data, err := fs.ReadFile(folder, "letters/"+name); err == nil {
					return strings.ReplaceAll(string(data), "\r\n", "\n"), name, w.reader(lang)
				}
			}
		}
	}
	return "", kind + ".txt", w.reader(english)
}
