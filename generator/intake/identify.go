package intake

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/contacts"
	"ithaca/generator/content/kinds"
	"ithaca/generator/intake/answer"
	"ithaca/generator/portal"
)

// slugIn returns the name of a person's file, without its ending or its own folder.
func slugIn(file string) string {
	if path.Base(file) == "index.md" {
		file = path.Dir(file)
	}
	return strings.TrimSuffix(path.Base(file), ".md")
}

// fileOf returns the path of the file of a slug, or that of a new one.
func (im *importer) fileOf(slug string) string {
	return cmp.Or(im.files[slug], "content/"+string(im.Kind)+"/"+slug+".md")
}

// hasLeft reports whether a slug belongs to somebody who left.
func (im *importer) hasLeft(slug string) bool {
	_, one := im.Portal.Left["content/"+string(im.Kind)+"/"+slug+".md"]
	_, two := im.Portal.Left["content/"+string(im.Kind)+"/"+slug+"/index.md"]
	return one || two
}

// identify sets the file of a person and enters them into the contacts; found is false
// where no file is to be written.
func (p *person) identify() (found bool, err error) {
	slug := p.earlierSlug()
	switch {
	case slug != "" && p.hasLeft(slug):
		p.note("Line %d is of somebody who left (%s), and is left out.", p.line, slug)
		return false, nil
	case slug != "" && p.Kind == Requests && p.ended(slug):
		p.note("Line %d is of a request that ended (%s), and is left out.", p.line, slug)
		return false, nil
	case slug != "":
		if line, taken := p.taken[slug]; taken {
			p.ask("person", "", "line "+strconv.Itoa(line)+" is of the same person, and counts", "")
			return false, nil
		}
		p.file = p.fileOf(slug)
		p.setContact(slug, "")
		return true, nil
	case p.Kind == Requests:
		return p.newRequest()
	}
	return p.newMentor(), nil
}

// earlierSlug returns the slug that an earlier import gave the person, "" for none.
func (p *person) earlierSlug() string {
	for _, c := range p.plan.Contacts {
		if c.Is(string(p.Kind)) && (p.email != "" && c.Email == p.email || p.email == "" && c.Email == "" && portal.Fold(c.Name) == portal.Fold(p.name)) {
			return c.Slug
		}
	}
	if known, found := p.Memory.People[p.memoryKey()]; found {
		return slugIn(known.File)
	}
	return ""
}

// memoryKey returns the person's key in Memory.People.
func (p *person) memoryKey() string {
	return p.Memory.Person(string(p.Kind), p.email, p.name)
}

// ended reports whether the last decision about a request ended it.
func (im *importer) ended(slug string) bool {
	r := portal.Find(im.Portal.Requests, slug)
	if r == nil || len(r.Decisions) == 0 {
		return false
	}
	last := r.Decisions[len(r.Decisions)-1]
	return last.Do == portal.Exit && !last.Rematch && r.Cycle == im.Cycle
}

// newRequest sets a new pseudonym and its file.
func (p *person) newRequest() (bool, error) {
	key, err := contacts.NewKey(string(Requests), p.Random)
	if err != nil {
		return false, err
	}
	slug := contacts.Pseudonym(key, func(name string) bool {
		_, taken := p.taken[name]
		_, there := p.files[name]
		return taken || there || p.hasLeft(name) || slices.ContainsFunc(p.plan.Contacts, func(c contacts.Contact) bool { return c.Slug == name })
	})
	p.file = p.fileOf(slug)
	p.setContact(slug, key)
	return true, nil
}

// newMentor sets a new slug and its file, and returns false where it has to ask who the
// person is.
func (p *person) newMentor() (found bool) {
	slug, sure := kinds.SlugOf(p.name)
	if wanted, _ := kinds.SlugOf(p.cells["slug"]); p.cells["slug"] != "" && wanted != "" {
		slug, sure = wanted, true
	}
	if slug == "" {
		p.ask("slug", "", "how is the name written with the letters a to z?", "")
		return false
	}
	said := strings.ToLower(strings.TrimSpace(p.cells["person"]))
	other := func() {
		for n := 2; ; n++ {
			next := slug + "-" + strconv.Itoa(n)
			if _, there := p.files[next]; !there && !p.hasLeft(next) && p.taken[next] == 0 {
				slug = next
				return
			}
		}
	}
	line, taken := p.taken[slug]
	_, there := p.files[slug]
	switch {
	case p.hasLeft(slug) || taken:
		if said != "other" {
			why := "somebody of this name left: is this another person? Answer `other` if so"
			if taken {
				why = "line " + strconv.Itoa(line) + " has the same name and another address: is this another person? Answer `other` if so"
			}
			p.ask("person", "", why, "")
			return false
		}
		other()
	case there && said == "other":
		other()
	case there && said != "same" && p.email != "":
		p.ask("person", "", "the site has a profile of this name ("+slug+"): is it the `same` person, or an`other`?", "same")
		return false
	}
	p.file = p.fileOf(slug)
	if !sure {
		p.ask("slug", "", "how is the name written with the letters a to z? The address of the profile is made of it", slug)
	}
	p.setContact(slug, "mentors-"+slug)
	return true
}

// setContact adds a person to the contacts, or fills in what their contact lacks.
func (p *person) setContact(slug, key string) {
	codes, _ := answer.Languages(p.cells["languages"])
	language := ""
	if len(codes) > 0 {
		language = codes[0]
	}
	for i := range p.plan.Contacts {
		if c := &p.plan.Contacts[i]; c.Is(string(p.Kind)) && c.Slug == slug {
			c.Name, c.Email, c.Language = cmp.Or(p.name, c.Name), cmp.Or(c.Email, p.email), cmp.Or(c.Language, language)
			return
		}
	}
	key = cmp.Or(key, string(p.Kind)+"-"+slug)
	p.plan.Contacts = append(p.plan.Contacts, contacts.Contact{Key: key, Slug: slug, Name: p.name, Email: p.email, Language: language})
}
