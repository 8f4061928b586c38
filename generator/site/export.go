package site

import (
	"encoding/json"

	"ithaca/generator/portal"
)

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

// planExport plans /mentors.json, for whoever wants to build something of their
// own: every profile that search engines may list too.
func planExport(pl *planner) {
	if len(pl.portal.Mentors) == 0 {
		return
	}
	pl.file("/mentors.json", func(func(string) string) []byte {
		mentors := []exported{}
		for _, m := range pl.portal.Mentors {
			if m.Index {
				mentors = append(mentors, pl.exported(m))
			}
		}
		data, err := json.Marshal(map[string]any{
			"format": 1, "title": pl.portal.Program.Title, "as_of": pl.portal.Today.String(), "mentors": mentors,
		})
		if err != nil {
			return nil // strings and numbers always marshal
		}
		return append(data, '\n')
	})
}

func (pl *planner) exported(m *portal.Mentor) exported {
	a := pl.availability(m)
	e := exported{
		Name: m.Name, URL: pl.origin + pl.url(mentorPath(m)), Role: m.Role, Pronouns: m.Pronouns,
		Headline: m.Headline, Location: m.Location, Country: m.Country, Timezone: m.Timezone,
		Languages: m.Languages, Stage: m.Stage, Kinds: m.Kinds, Formats: m.Formats, Offers: m.Offers,
		Topics: []exportedTopic{}, Industries: pl.slugs(m.Industries), HelpsWith: pl.slugs(m.HelpsWith),
		Availability: exportedPlaces{a.State, a.Until.String(), a.Places}, Confirmed: m.Confirmed.String(),
	}
	if photo := pl.photo(m, true); photo != nil {
		e.Photo = pl.origin + photo.URL
	}
	for _, s := range m.Skills {
		if t := pl.portal.Topics.Of(s.Topic); t != nil {
			e.Topics = append(e.Topics, exportedTopic{t.Slug, s.Level})
		}
	}
	return e
}

func (pl *planner) slugs(refs []portal.TopicRef) []string {
	var slugs []string
	for _, ref := range refs {
		if t := pl.portal.Topics.Of(ref); t != nil {
			slugs = append(slugs, t.Slug)
		}
	}
	return slugs
}
