package intake

import (
	"os"

	"ithaca/generator"
	"ithaca/generator/diag"
)

// Addresses reads the contacts, for letters that are written to a folder or for none (""). A *diag.Refusal says
// what of the two lies where others would read it.
func Addresses(site generator.Options, contacts, folder string) ([]Contact, error) {
	for _, path := range []string{contacts, folder} {
		if where := inside(site, path); path != "" && where != "" {
			return nil, diag.Refuse("`"+path+"` lies "+where, "name one elsewhere, such as "+outside(site.Site, "letters"))
		}
	}
	data, err := os.ReadFile(contacts)
	if err != nil {
		return nil, err
	}
	all, err := ReadContacts(data)
	return all, about(contacts, err)
}

// IsMentor reports whether the contact is a mentor's.
func (c Contact) IsMentor() bool { return c.is(Mentors) }

// IsRequest reports whether the contact is a mentee's.
func (c Contact) IsRequest() bool { return c.is(Requests) }
