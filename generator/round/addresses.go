package round

import (
	"fmt"
	"strings"

	"ithaca/generator/contacts"
)

// person is somebody to write to, and the line of the contacts.
type person struct {
	contacts.Contact
	line    int
	reached bool // by one address of their own
}

type side string

const (
	mentorSide  side = "mentor"
	requestSide side = "request"
)

// addressBook finds people by side and slug, never by their place in a list, and
// collects what is wrong with those who are needed.
type addressBook struct {
	people map[side]map[string][]person
	emails map[side]map[string][]person
	wrong  []string
	told   map[string]bool
}

func newAddressBook(known []contacts.Contact) *addressBook {
	b := &addressBook{people: map[side]map[string][]person{}, emails: map[side]map[string][]person{}, told: map[string]bool{}}
	for _, s := range []side{mentorSide, requestSide} {
		b.people[s], b.emails[s] = map[string][]person{}, map[string][]person{}
		for i, c := range known {
			if s == mentorSide && c.Is("requests") || s == requestSide && c.Is("mentors") {
				continue
			}
			const headings = 1
			p := person{Contact: c, line: i + 1 + headings}
			b.people[s][p.Slug] = append(b.people[s][p.Slug], p)
			b.emails[s][p.Email] = append(b.emails[s][p.Email], p)
		}
	}
	return b
}

// find returns the person of a slug, and notes why no letter reaches them.
func (b *addressBook) find(s side, slug string) person {
	found := b.people[s][slug]
	if len(found) == 0 {
		b.complain("no row for the %s %s", s, slug)
		return person{}
	}
	p := found[0]
	switch same := b.emails[s][p.Email]; {
	case len(found) > 1:
		b.complain("lines %s are all of the %s %s", lines(found), s, slug)
	case p.Email == "":
		b.complain("line %d: %s has no address", p.line, slug)
	case len(same) > 1:
		b.complain("lines %s have the same address", lines(same))
	default:
		p.reached = true
	}
	return p
}

func (b *addressBook) complain(format string, args ...any) {
	if text := fmt.Sprintf(format, args...); !b.told[text] {
		b.told[text] = true
		b.wrong = append(b.wrong, text)
	}
}

func lines(people []person) string {
	var all []string
	for _, p := range people {
		all = append(all, fmt.Sprint(p.line))
	}
	return strings.Join(all, ", ")
}
