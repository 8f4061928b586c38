package content

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
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

// shortestAlike is from how many bytes on the same text in two profiles is reported.
const shortestAlike = 60

// warnSamePersons warns of profiles that share a mark, at the second one by slug.
func (l *linker) warnSamePersons() {
	var docs []*Document
	for _, doc := range l.docs {
		if _, mentor := doc.item.(*portal.Mentor); mentor {
			docs = append(docs, doc)
		}
	}
	order.Stable(docs, func(a, b *Document) int { return cmp.Compare(a.base.Slug, b.base.Slug) })
	sharers := make(map[uint64][]*Document, 4*len(docs)) // in their order
	for _, doc := range docs {
		for _, mark := range doc.marks {
			if all := sharers[mark.hash]; len(all) == 0 || all[len(all)-1].base.Slug != doc.base.Slug {
				sharers[mark.hash] = append(all, doc)
			}
		}
	}
	for _, doc := range docs {
		for _, mark := range doc.marks {
			if all := sharers[mark.hash]; len(all) > 1 && all[1] == doc {
				l.warnSame(doc, mark.kind, all)
				break
			}
		}
	}
}

// warnSame warns of a mark that all share, at doc, the second of them.
func (l *linker) warnSame(doc *Document, kind markKind, all []*Document) {
	hint, words := "keep one of the two profiles; if they are two people, let their names say which is which", ", so both seem to be of one person"
	if more := len(all) - 2; more > 0 {
		hint = "if they are one person, keep one of the profiles; else let each say what is its person's own"
		words = fmt.Sprintf(", and so it is in %d more", more)
	}
	shared := markWords[kind]
	l.diags.Warnf(doc.position(shared.field), SamePerson, hint, "%s %s%s", all[0].Path, shared.words, words)
}

// personMark is the hash of something that two people hardly share.
type personMark struct {
	hash uint64
	kind markKind
}

// markKind says what a mark is a hash of.
type markKind uint8

const (
	ofName markKind = iota
	ofRole
	ofHeadline
	ofAddress
	ofPage
	ofLink
	ofText
)

// markWords are, by kind of mark, the field and the words of the warning.
var markWords = [...]struct{ field, words string }{
	ofName:     {"name", "bears the same name"},
	ofRole:     {"name", "bears nearly the same name beside the same role"},
	ofHeadline: {"name", "bears nearly the same name beside the same headline"},
	ofAddress:  {"contact", "has the same address"},
	ofPage:     {"contact", "has the same page"},
	ofLink:     {"links", "leads to the same page"},
	ofText:     {"name", "has the same text"},
}

// marksOf returns the marks of a mentor.
func marksOf(m *portal.Mentor) []personMark {
	marks := make([]personMark, 0, 4)
	add := func(kind markKind, among, text string) {
		sum := sha256.Sum256([]byte(among + " " + text))
		marks = append(marks, personMark{binary.BigEndian.Uint64(sum[:]), kind})
	}
	if name := portal.Fold(m.Name); name != "" {
		add(ofName, "name", name)
		parts := strings.Split(undoubled(name), "-")
		slices.Sort(parts) // "Silva, Ana" is Ana Silva
		near := strings.Join(parts, "-")
		if role := portal.Fold(m.Role); role != "" {
			add(ofRole, "role", near+" "+role)
		}
		if headline := portal.Fold(m.Headline); headline != "" {
			add(ofHeadline, "headline", near+" "+headline)
		}
	}
	if m.Contact.Address != "" {
		add(ofAddress, "address", strings.ToLower(m.Contact.Address))
	}
	if m.Contact.URL != "" && m.Contact.Via == portal.ViaLink {
		add(ofPage, "page", pageKey(m.Contact.URL))
	}
	for _, link := range m.Links {
		if key := pageKey(link.URL); strings.Contains(key, "/") {
			add(ofLink, "page", key)
		}
	}
	if text := m.Body.Text(); len(text) >= shortestAlike {
		add(ofText, "text", portal.Fold(text))
	}
	return marks
}

// pageKey returns the form in which web addresses are compared. Without a path, as that of
// an employer, it contains no slash.
func pageKey(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.") + strings.TrimRight(u.EscapedPath(), "/")
}
