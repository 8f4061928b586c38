package page

import (
	"cmp"
	"net/url"
	"strings"

	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// Mentor is a profile: the view of "mentor". What needs no link and no
// decision is read from the mentor itself.
type Mentor struct {
	*portal.Mentor
	Photo        *site.Photo // nil where there is none
	Levels       []Level     // their skills, by how well they are known
	HelpsWith    []site.Link
	Industries   []site.Link
	Learning     []site.Link
	Path         []Step
	About        site.Prose
	More         site.Prose // the rest of a long text
	Availability site.Availability
	Write        site.Link // the way to a first message; URL is "" where the organizers introduce people
	MailTo       string
	Builder      string // URL of the message builder, which then knows whom the message is for
	Stories      []Card
	Guides       []Card   // for a first message to anybody
	Change       string   // where the person can change it: the sheet filled in, or else its source; "" without either
	Answers      []string // that fill in the sheet, as lines "field=answer"
	Alike        Alike
}

// Level is how well a mentor knows some topics, the best known first.
type Level struct {
	Level  portal.Level // 0 where it is not stated
	Skills []site.Link
}

// Step is a part of a mentor's way with its topics linked.
type Step struct {
	Year     int
	What     string
	Kind     portal.StepKind
	From, To site.Link // Title is "" where not stated
}

func planMentors(pl planner) {
	trail := pl.Trail("nav-mentors", "/mentors/")
	for _, m := range pl.Portal.Mentors {
		pl.add(site.MentorPath(m), &m.Item, site.Head{
			Title: m.Name, Description: m.Headline, Section: "mentors",
			Breadcrumb: trail, NoIndex: !m.Index, Modified: m.Confirmed,
			Preview: pl.Portrait(m),
		}, func() any { return newMentor(pl.views, m) })
	}
}

func newMentor(pl views, m *portal.Mentor) *Mentor {
	v := &Mentor{
		Mentor:       m,
		Photo:        pl.Photo(m, false),
		HelpsWith:    pl.toRefs(m.HelpsWith),
		Industries:   pl.toRefs(m.Industries),
		Learning:     pl.toRefs(m.Learning),
		Availability: pl.Availability(m),
		Stories:      each(pl.StoriesOf(m), pl.storyCard),
		Guides:       pl.guidesFor(portal.Approach, 2),
		Alike:        pl.alike(m),
	}
	v.Change, v.Answers = pl.ownSheet(m)
	v.Change = cmp.Or(v.Change, pl.EditURL(m.File))
	v.About, v.More = pl.Prose(&m.Item).Fold()
	for level := portal.Teaches; level >= 0; level-- {
		var known []site.Link
		for _, s := range m.Skills {
			if s.Level == level {
				known = append(known, pl.toRef(s.Topic))
			}
		}
		if known != nil {
			v.Levels = append(v.Levels, Level{level, known})
		}
	}
	for _, s := range m.Path {
		v.Path = append(v.Path, Step{s.Year, s.What, s.Kind, pl.toRef(s.From), pl.toRef(s.To)})
	}
	pl.contact(m, v)
	return v
}

// contact fills the ways to write to a mentor. An address is shown only where
// the mentor asked for it.
func (pl views) contact(m *portal.Mentor, v *Mentor) {
	v.Builder = pl.URL(writePath) + "#to=" + m.Slug
	switch m.Contact.Via {
	case portal.ViaEmail:
		v.MailTo = m.Contact.Address
		v.Write = site.Link{URL: "mailto:" + m.Contact.Address}
	case portal.ViaForm, portal.ViaLink:
		v.Write = site.Link{URL: m.Contact.URL}
	default:
		v.Write = site.Link{URL: strings.NewReplacer("{mentor}", url.QueryEscape(m.Slug), "{needs}", "", "{cycle}", "").Replace(pl.Portal.Program.Message)}
		if v.Write.URL == "" {
			v.Write.URL = cmp.Or(pl.Portal.Program.Contact.URL, pl.Portal.Program.Concerns.URL)
		}
	}
}
