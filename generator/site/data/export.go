package data

import (
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// export is /mentors.json, for whoever wants to build something of their own.
type export struct {
	AsOf    string     `json:"as_of"`
	Format  int        `json:"format"`
	Mentors []exported `json:"mentors"`
	Title   string     `json:"title"`
}

// exported is a mentor in the open export: what the profile publishes, and no
// way of contact but its page.
type exported struct {
	Name         string          `json:"name"`
	URL          string          `json:"url"`
	Role         string          `json:"role,omitempty"`
	Pronouns     string          `json:"pronouns,omitempty"`
	Headline     string          `json:"headline"`
	Photo        string          `json:"photo,omitempty"`
	Location     string          `json:"location,omitempty"`
	Country      string          `json:"country,omitempty"`
	Timezone     string          `json:"timezone,omitempty"`
	Languages    []string        `json:"languages"`
	Stage        portal.Stage    `json:"stage,omitempty"`
	Topics       []exportedTopic `json:"topics"`
	Industries   []string        `json:"industries,omitempty"`
	HelpsWith    []string        `json:"helps_with,omitempty"`
	Kinds        []portal.Kind   `json:"kinds,omitempty"`
	Formats      []portal.Format `json:"formats,omitempty"`
	Offers       []portal.Offer  `json:"offers,omitempty"`
	Availability exportedPlaces  `json:"availability"`
	Confirmed    string          `json:"confirmed"`
}

type exportedTopic struct {
	Topic string       `json:"topic"` // slug
	Level portal.Level `json:"level,omitempty"`
}

type exportedPlaces struct {
	Status string `json:"status"`
	Until  string `json:"until"`
	Places int    `json:"places,omitempty"`
}

// planExport plans the open export: every profile that search engines may list too.
func planExport(book *site.Planner) {
	pl := book.Plan
	if len(pl.Portal.Mentors) == 0 {
		return
	}
	book.AddFile("/mentors.json", func(func(string) string) []byte {
		mentors := []exported{}
		for _, m := range pl.Portal.Mentors {
			if m.Index {
				mentors = append(mentors, newExported(pl, m))
			}
		}
		return encode(export{pl.Portal.Today.String(), format, mentors, pl.Portal.Program.Title})
	})
}

func newExported(pl *site.Plan, m *portal.Mentor) exported {
	a := pl.Availability(m)
	e := exported{
		Name: m.Name, URL: pl.Site.Origin + pl.URL(site.MentorPath(m)), Role: m.Role, Pronouns: m.Pronouns,
		Headline: m.Headline, Location: m.Location, Country: m.Country, Timezone: m.Timezone,
		Languages: m.Languages, Stage: m.Stage, Kinds: m.Kinds, Formats: m.Formats, Offers: m.Offers,
		Topics: []exportedTopic{}, Industries: pl.Portal.Topics.Slugs(m.Industries), HelpsWith: pl.Portal.Topics.Slugs(m.HelpsWith),
		Availability: exportedPlaces{a.State, a.Until.String(), a.Places}, Confirmed: m.Confirmed.String(),
	}
	if photo := pl.Photo(m, true); photo != nil {
		e.Photo = pl.Site.Origin + photo.URL
	}
	for _, s := range m.Skills {
		if t := pl.Portal.Topics.Of(s.Topic); t != nil {
			e.Topics = append(e.Topics, exportedTopic{t.Slug, s.Level})
		}
	}
	return e
}
