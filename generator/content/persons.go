package content

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// SamePerson warns of two profiles that seem to be of one person.
const SamePerson diag.Code = "same-person"

// shortestAlike is how many bytes a text has at least whose repetition says that
// somebody copied a profile.
const shortestAlike = 60

// samePersons compares each profile with those before it, in the order of their
// names, by everything that is a person's own.
func (l *linker) samePersons() {
	var docs []*Document
	for _, doc := range l.docs {
		if _, mentor := doc.item.(*portal.Mentor); mentor {
			docs = append(docs, doc)
		}
	}
	order.Stable(docs, func(a, b *Document) int { return cmp.Compare(a.base.Slug, b.base.Slug) })
	bearers := map[string][]*Document{}
	for _, doc := range docs {
		for _, mark := range doc.marks {
			if all := bearers[mark.text]; len(all) == 0 || all[len(all)-1].base.Slug != doc.base.Slug {
				bearers[mark.text] = append(all, doc)
			}
		}
	}
	for _, doc := range docs {
		for _, mark := range doc.marks {
			if all := bearers[mark.text]; len(all) > 1 && all[1] == doc {
				l.warnSame(doc, mark, all)
				break
			}
		}
	}
}

// warnSame reports something that the first two of some profiles share, and perhaps others.
// What many share is nobody's own, and one warning is enough.
func (l *linker) warnSame(doc *Document, mark personMark, all []*Document) {
	hint, words := "keep one of the two profiles; if they are two people, let their names say which is which", ", so both seem to be of one person"
	if more := len(all) - 2; more > 0 {
		hint = "if they are one person, keep one of the profiles; else let each say what is its person's own"
		words = fmt.Sprintf(", and so it is in %d more", more)
	}
	l.diags.Warnf(doc.place(mark.field), SamePerson, hint, "%s%s", strings.ReplaceAll(mark.words, "…", all[0].Path), words)
}

// personMark is something that two people hardly share.
type personMark struct {
	text  string // with a letter before it that says of what it is
	field string // where it stands
	words string // with … for the other file
}

// marksOf returns what is a mentor's own. It stands for a whole text by its hash.
func marksOf(m *portal.Mentor) []personMark {
	var marks []personMark
	if name := portal.Fold(m.Name); name != "" {
		marks = append(marks, personMark{"n" + name, "name", "… bears the same name"})
		parts := strings.Split(single(name), "-")
		slices.Sort(parts) // "Silva, Ana" is Ana Silva
		near := strings.Join(parts, "-")
		for _, beside := range [][2]string{{"role", m.Role}, {"headline", m.Headline}} {
			if text := portal.Fold(beside[1]); text != "" {
				marks = append(marks, personMark{beside[0] + near + " " + text, "name", "… bears nearly the same name beside the same " + beside[0]})
			}
		}
	}
	if address := strings.ToLower(m.Contact.Address); address != "" {
		marks = append(marks, personMark{"a" + address, "contact", "… has the same address"})
	}
	if m.Contact.URL != "" && m.Contact.Via == portal.ViaLink {
		marks = append(marks, personMark{"l" + pageKey(m.Contact.URL), "contact", "… has the same page"})
	}
	for _, link := range m.Links {
		if key := pageKey(link.URL); strings.Contains(key, "/") {
			marks = append(marks, personMark{"l" + key, "links", "… leads to the same page"})
		}
	}
	if text := m.Body.Text(); len(text) >= shortestAlike {
		sum := sha256.Sum256([]byte(portal.Fold(text)))
		marks = append(marks, personMark{"t" + string(sum[:]), "name", "… has the same text"})
	}
	return marks
}

// pageKey returns an address without what differs between spellings of it. That of a
// host alone, which may be an employer's, holds no slash.
func pageKey(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.") + strings.TrimRight(u.EscapedPath(), "/")
}
