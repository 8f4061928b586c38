package page

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"ithaca/generator/each"
	"ithaca/generator/match"
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
	Rounds       []string // titles of the cycles they take part in that are not over; nil for all
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
	portal.Step
	From, To site.Link // Title is "" where not stated
}

func planMentors(pl planner) {
	trail := pl.Trail("nav-mentors", "/mentors/")
	for _, m := range pl.Portal.Mentors {
		pl.add(site.MentorPath(m), &m.Item, site.Head{
			Title: m.Name, Description: m.Headline, Section: "mentors",
			Breadcrumb: trail, NoIndex: !m.Index, Modified: m.Confirmed,
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
		Stories:      each.Of(pl.StoriesOf(m), pl.storyCard),
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
	for _, id := range m.Cycles {
		if c := pl.Portal.Program.Cycle(id); c != nil && !pl.Portal.Over([]string{id}) {
			v.Rounds = append(v.Rounds, cmp.Or(c.Title, c.ID))
		}
	}
	v.Path = each.Of(m.Path, func(s portal.Step) Step { return Step{s, pl.toRef(s.From), pl.toRef(s.To)} })
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
		v.Write.URL = cmp.Or(v.Write.URL, pl.Portal.Program.Contact.URL, pl.Portal.Program.Concerns.URL)
	}
}

// Alike is what a profile says beside the mentor themselves: whom else to ask,
// what to read, and who waits for somebody like them.
type Alike struct {
	Full        bool         // they have no place now, or have not confirmed it: the others come first
	Others      []Other      // who can be asked for the same
	Complements []Complement // who covers what they do not
	Reading     []Card       // guides about their topics
	Lists       []Card
	Told        []Card // stories about their topics, which do not mention them
	Requests    []Wish // published requests that they would suit
}

// Other is a mentor who can be asked for the same as another.
type Other struct {
	MentorCard
	Shared []string // of theirs, those that are the same or close
}

// Complement is a mentor who works in the same field as another and covers what
// the other does not.
type Complement struct {
	MentorCard
	Covers site.Link
}

// How much a profile shows beside itself.
const (
	shownOthers      = 3
	moreOthers       = 6 // for a mentor without a place
	shownComplements = 2
	shownReading     = 1
	shownLists       = 1
	shownTold        = 1
	shownWishes      = 3
)

func (pl views) alike(m *portal.Mentor) Alike {
	v := Alike{Full: !pl.CanTake(m)}
	others := shownOthers
	if v.Full {
		others = moreOthers
	}
	alike, complements := pl.Matches().Around(m, others, shownComplements)
	v.Others = each.Of(alike, pl.other)
	for _, c := range complements {
		v.Complements = append(v.Complements, Complement{pl.mentorCard(c.Mentor), pl.toTopic(c.Covers)})
	}
	pl.read(m, &v)
	v.Requests = pl.wishes(m)
	return v
}

func (pl views) other(s match.Suggestion) Other {
	o := Other{MentorCard: pl.mentorCard(s.Mentor)}
	for i := range s.Evidence {
		if by := s.Evidence[i].By; by != nil && len(o.Shared) < namedTopics && !slices.Contains(o.Shared, by.Title) {
			o.Shared = append(o.Shared, by.Title)
		}
	}
	return o
}

// read chooses what to read about a mentor's topics.
func (pl views) read(m *portal.Mentor, v *Alike) {
	topics := pl.TopicsOf(m.Topics())
	v.Reading, v.Lists = pl.reading(topics, shownReading, shownLists)
	var stories []*portal.Story
	for _, t := range topics {
		stories = another(stories, pl.About(t).Stories, shownTold, func(s *portal.Story) bool { return !slices.Contains(s.Mentors, m.Slug) })
	}
	v.Told = each.Of(stories, pl.storyCard)
}

// Write helps to put a first message together: the view of "write". It is about
// nobody in particular; a fragment of the address (#to=ana-silva) names a mentor,
// whose profile a script reads.
type Write struct {
	Sheet  site.Link // the worksheet for the same on paper; the zero Link without one
	Guides []Card
}

const writePath = "/write/"

// planWrite plans the message builder. Where nobody is listed there is nobody to
// write to.
func planWrite(pl planner) {
	if len(pl.Portal.Mentors) == 0 {
		return
	}
	pl.add(writePath, nil, site.Head{Section: "mentors", Breadcrumb: pl.Trail("nav-mentors", "/mentors/")}, func() any {
		return &Write{
			Guides: pl.guidesFor(portal.Approach, 3), Sheet: pl.sheetFor(portal.MessageProduct, portal.Approach),
		}
	})
}
