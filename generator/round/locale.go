package round

import (
	"io/fs"
	"strings"

	"ithaca/generator/contacts"
	"ithaca/generator/each"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/page"
	"ithaca/generator/theme"
	"ithaca/generator/tongue"
)

const english = "en"

// locale is a language of letters.
type locale struct {
	lang   string
	words  *theme.Words
	portal *portal.Portal // in the language, if it has that one
	home   string         // address of its home page; "" where the portal has no base URL
}

// day is a date that letters write in words.
type day struct {
	portal.Date
	text string
}

func (d day) String() string { return d.text }

func (r *locale) day(d portal.Date) day { return day{d, r.words.Date(d)} }

// named returns what a topic is called in the language.
func (r *locale) named(t *portal.Topic) site.Link {
	if t != nil {
		if seen := r.portal.Topics.Of(portal.TopicRef{Key: portal.Fold(t.Slug)}); seen != nil {
			t = seen
		}
	}
	return page.Unlinked(t)
}

func newWriter(o *Outcome, known []contacts.Contact, folders []fs.FS) *writer {
	return &writer{Outcome: o, book: &addressBook{known: known, complained: map[string]bool{}}, folders: folders, locales: map[string]*locale{}}
}

// locale returns the locale of a language.
func (w *writer) locale(lang string) *locale {
	if known := w.locales[lang]; known != nil {
		return known
	}
	p := w.gathered.portal
	r := &locale{lang: lang, portal: p, home: p.Program.BaseURL, words: theme.WordsIn(lang, w.folders...)}
	if i := tongue.Nearest(lang, w.spoken()); i > 0 {
		r.portal = p.Others[i-1]
		if r.home != "" {
			r.home += site.Folder(r.portal.Program.Language) + "/"
		}
	}
	w.locales[lang] = r
	return r
}

// spoken returns the languages of the portal, its own first.
func (w *writer) spoken() []string {
	all := append([]*portal.Portal{w.gathered.portal}, w.gathered.portal.Others...)
	return each.Of(all, func(p *portal.Portal) string { return p.Program.Language })
}

// languages returns the languages in which to write to a person, the best first: that of
// the contacts, those of the profile or request that the portal has, the portal's own, and
// English, in which there are all texts.
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

// template returns the text and the name of a kind's template, and its locale, for the
// first of some languages that has one. In a language the site's own templates come first.
// A name without a language means the portal's, in the last folder (built in) English.
func (w *writer) template(kind string, languages []string) (text, name string, r *locale) {
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
					return strings.ReplaceAll(string(data), "\r\n", "\n"), name, w.locale(lang)
				}
			}
		}
	}
	return "", kind + ".txt", w.locale(english)
}
