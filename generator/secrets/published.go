package secrets

import (
	"slices"

	"ithaca/generator/portal"
)

// Published returns the values of fields that are published: names, titles,
// places, topics, languages, web addresses. Texts in sentences are not among them.
func Published(p *portal.Portal) []string {
	all := slices.Concat(programValues(p.Program), p.Program.Values)
	for _, m := range p.Mentors {
		all = append(all, mentorValues(m)...)
	}
	for _, t := range p.Topics.All() {
		all = append(append(all, t.Slug, t.Title), append(slices.Clone(t.Also), t.Asks...)...)
	}
	for _, g := range p.Guides {
		all = append(append(all, g.Slug, g.Title), g.Authors...)
	}
	for _, r := range p.Resources {
		all = append(all, r.Slug, r.Title)
		for _, item := range r.Items {
			all = append(all, item.Title, item.URL, item.By, item.Language)
		}
	}
	for _, s := range p.Stories {
		all = append(all, s.Slug, s.Title, s.Person)
	}
	for _, e := range p.Events {
		all = append(append(all, e.Slug, e.Title, e.Location, e.URL, e.Register, e.Timezone), e.Languages...)
	}
	for _, w := range p.Worksheets {
		all = append(all, w.Slug, w.Title)
		for _, f := range w.Fields {
			all = append(append(all, f.Label), f.Options...)
		}
	}
	for _, page := range p.Pages {
		all = append(all, page.Slug, page.Title)
	}
	return all
}

func mentorValues(m *portal.Mentor) []string {
	all := []string{m.Slug, m.Name, m.Role, m.Headline, m.Location, m.Organisation, m.Timezone, m.Contact.URL}
	if m.Contact.Via == portal.ViaEmail {
		all = append(all, m.Contact.Address)
	}
	for _, link := range m.Links {
		all = append(all, link.URL)
	}
	return append(append(all, m.Languages...), m.Values...)
}

func programValues(p *portal.Program) []string {
	all := []string{
		p.Title, p.Tagline, p.BaseURL, p.Language, p.Repository.URL, p.Contact.Name, p.Contact.URL,
		p.Concerns.Name, p.Concerns.URL, p.Concerns.Deputy, p.Concerns.Urgent,
		p.Privacy.Controller, p.Privacy.Contact, p.Privacy.Authority,
	}
	for _, c := range p.Cycles {
		all = append(all, c.ID, c.Title)
	}
	for _, n := range p.Navigation {
		all = append(all, n.Title, n.To)
	}
	return all
}
