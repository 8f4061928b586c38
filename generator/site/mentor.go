package site

import "ithaca/generator/portal"

// Mentor is a profile: the view of "mentor". What needs no link and no
// decision is read from the mentor itself.
type Mentor struct {
	*portal.Mentor
	Photo        *Photo      // nil where there is none
	Skills       []SkillLink // in the mentor's order
	HelpsWith    []Link
	Industries   []Link
	Learning     []Link
	Path         []Step
	About        Prose
	Availability Availability
	Write        Link // the way to a first message; URL is "" where the organizers introduce people
	MailTo       string
	Builder      string // URL of the message builder, which then knows whom the message is for
	Stories      []StoryCard
	Guides       []GuideCard // for a first message to anybody
	Change       string      // where the profile's source can be changed; "" without a repository
	Alike        Alike
}

// SkillLink is a topic with the level at which a mentor knows it.
type SkillLink struct {
	Link
	Level portal.Level
}

// Step is a part of a mentor's way with its topics linked.
type Step struct {
	Year     int
	What     string
	Kind     portal.StepKind
	From, To Link // Title is "" where not stated
}

func mentorPath(m *portal.Mentor) string { return "/mentors/" + m.Slug + "/" }

func planMentors(pl *planner) {
	trail := pl.trail("nav-mentors", "/mentors/")
	for _, m := range pl.portal.Mentors {
		pl.add(mentorPath(m), &Page{
			Template: "mentor",
			Head: Head{
				Title: m.Name, Description: m.Headline, Section: "mentors",
				Breadcrumb: trail, NoIndex: !m.Index, Modified: m.Confirmed,
				Preview: pl.portrait(m),
			},
			item: &m.Item,
			view: func() any { return pl.mentor(m) },
		})
	}
}

func (pl *planner) mentor(m *portal.Mentor) *Mentor {
	v := &Mentor{
		Mentor:     m,
		Photo:      pl.photo(m, false),
		HelpsWith:  pl.topicLinks(m.HelpsWith),
		Industries: pl.topicLinks(m.Industries),
		Learning:   pl.topicLinks(m.Learning),
		About:      pl.prose(&m.Item), Availability: pl.availability(m),
		Stories: pl.storyCards(pl.stories[m.Slug]),
		Guides:  pl.guidesFor(portal.Approach, 2),
		Change:  editURL(pl.portal.Program.Repository, m.File),
		Alike:   pl.alike(m),
	}
	for _, s := range m.Skills {
		v.Skills = append(v.Skills, SkillLink{pl.topicLink(s.Topic), s.Level})
	}
	for _, s := range m.Path {
		v.Path = append(v.Path, Step{s.Year, s.What, s.Kind, pl.topicLink(s.From), pl.topicLink(s.To)})
	}
	pl.contact(m, v)
	return v
}

// contact fills the ways to write to a mentor. An address is shown only where
// the mentor asked for it.
func (pl *planner) contact(m *portal.Mentor, v *Mentor) {
	v.Builder = pl.url(writePath) + "#to=" + m.Slug
	switch m.Contact.Via {
	case portal.ViaEmail:
		v.MailTo = m.Contact.Address
		v.Write = Link{URL: "mailto:" + m.Contact.Address}
	case portal.ViaForm, portal.ViaLink:
		v.Write = Link{URL: m.Contact.URL}
	default:
		v.Write = Link{URL: fillTemplate(pl.portal.Program.Message, m.Slug)}
		if v.Write.URL == "" {
			v.Write.URL = pl.portal.Program.Contact.URL
		}
	}
}
