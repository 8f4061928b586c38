package site

import (
	"encoding/json"
	"strings"

	"ithaca/generator/portal"
)

// Write helps to put a first message together: the view of "write". It is about
// nobody in particular; a fragment of the address (#to=ana-silva) names a mentor,
// whose card a script reads.
type Write struct {
	Cards   string // URL of a mentor's card, with {mentor} for the mentor's slug
	Mentors string // URL of the list
	Sheet   Link   // the worksheet for the same on paper; the zero Link without one
	Guides  []GuideCard
}

const writePath = "/write/"

func cardPath(slug string) string { return "/mentors/" + slug + "/card.json" }

// planWrite plans the message builder and what it knows of each mentor. Where
// nobody is listed there is nobody to write to.
func planWrite(pl *planner) {
	if len(pl.portal.Mentors) == 0 {
		return
	}
	pl.add(writePath, &Page{
		Template: "write",
		Head:     Head{Section: "mentors", Breadcrumb: pl.trail("nav-mentors", "/mentors/")},
		view:     func() any { return pl.write() },
	})
	for _, m := range pl.portal.Mentors {
		if pl.url(cardPath(m.Slug)) == "" { // two files may claim one slug
			pl.file(cardPath(m.Slug), func(func(string) string) []byte { return pl.writeCard(m) })
		}
	}
}

func (pl *planner) write() *Write {
	v := &Write{
		Cards: pl.prefix + cardPath("{mentor}"), Mentors: pl.url("/mentors/"),
		Guides: pl.guidesFor(portal.Approach, 3),
	}
	for _, w := range pl.portal.Worksheets {
		if v.Sheet.URL == "" && w.Produces == portal.MessageProduct && w.Stage == portal.Approach {
			v.Sheet = pl.sheet(w.Slug)
		}
	}
	return v
}

// addressCard is what a first message to a mentor needs to know. It never holds
// an e-mail address: where a mentor wants mail, their profile shows it.
type addressCard struct {
	Name        string            `json:"name"`
	Pronouns    string            `json:"pronouns,omitempty"`
	URL         string            `json:"url"` // of the profile
	Topics      []string          `json:"topics,omitempty"`
	AskFor      []string          `json:"ask_for,omitempty"`
	First       string            `json:"first,omitempty"`
	ReplyWithin string            `json:"reply_within,omitempty"`
	State       string            `json:"state"` // of the availability
	Way         portal.ContactWay `json:"way"`
	Write       string            `json:"write,omitempty"` // URL of a form or page
}

func (pl *planner) writeCard(m *portal.Mentor) []byte {
	v := &Mentor{}
	pl.contact(m, v)
	card := addressCard{
		Name: m.Name, Pronouns: m.Pronouns, URL: pl.url(mentorPath(m)),
		State: pl.availability(m).State, Way: m.Contact.Via,
	}
	if card.Way == "" {
		card.Way = portal.ViaOrganizer
	}
	if strings.HasPrefix(v.Write.URL, "https://") {
		card.Write = v.Write.URL
	}
	for _, topic := range pl.mentorCard(m).Topics {
		card.Topics = append(card.Topics, topic.Title)
	}
	if i := m.Intro; i != nil {
		card.AskFor, card.First, card.ReplyWithin = i.AskFor, i.First, i.ReplyWithin
	}
	data, err := json.Marshal(card)
	if err != nil {
		return nil // strings always marshal
	}
	return append(data, '\n')
}
