package round

import (
	"fmt"
	"strings"

	"ithaca/generator/contacts"
	"ithaca/generator/each"
)

// person is somebody to write to.
type person struct {
	contacts.Contact
	line    int  // in the file of contacts
	reached bool // they have an address, and nobody else has it
}

type side string

const (
	mentorSide  side = "mentor"
	requestSide side = "request"
)

// addressBook finds people by side and slug, and collects what is wrong with those that
// were looked for.
type addressBook struct {
	known      []contacts.Contact
	wrong      []string
	complained map[string]bool
}

// find returns the person of a slug, and complains where no letter reaches them.
func (b *addressBook) find(s side, slug string) person {
	found := b.all(s, func(c contacts.Contact) bool { return c.Slug == slug })
	if len(found) == 0 {
		b.complain("no row for the %s %s", s, slug)
		return person{}
	}
	p := found[0]
	switch same := b.all(s, func(c contacts.Contact) bool { return c.Email == p.Email }); {
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

// all returns the people of a side for whom holds returns true.
func (b *addressBook) all(s side, holds func(contacts.Contact) bool) (found []person) {
	for i, c := range b.known {
		if holds(c) && (s == mentorSide && !c.Is("requests") || s == requestSide && !c.Is("mentors")) {
			const headings = 1
			found = append(found, person{Contact: c, line: i + 1 + headings})
		}
	}
	return found
}

func (b *addressBook) complain(format string, args ...any) {
	if text := fmt.Sprintf(format, args...); !b.complained[text] {
		b.complained[text] = true
		b.wrong = append(b.wrong, text)
	}
}

func lines(people []person) string {
	return strings.Join(each.Of(people, func(p person) string { return fmt.Sprint(p.line) }), ", ")
}
