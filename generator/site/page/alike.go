package page

import (
	"slices"

	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

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
	site.Link
	Role   string
	Topics []string // of theirs, those that are the same or close
}

// Complement is a mentor who works in the same field as another and covers what
// the other does not.
type Complement struct {
	site.Link
	Role   string
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
	for i := range alike {
		v.Others = append(v.Others, pl.other(&alike[i]))
	}
	for _, c := range complements {
		v.Complements = append(v.Complements, Complement{pl.toMentor(c.Mentor), c.Mentor.Role, pl.toTopic(c.Covers)})
	}
	pl.read(m, &v)
	v.Requests = pl.wishes(m)
	return v
}

func (pl views) other(s *match.Suggestion) Other {
	o := Other{Link: pl.toMentor(s.Mentor), Role: s.Mentor.Role}
	for i := range s.Evidence {
		if by := s.Evidence[i].By; by != nil && len(o.Topics) < namedTopics {
			if !slices.Contains(o.Topics, by.Title) {
				o.Topics = append(o.Topics, by.Title)
			}
		}
	}
	return o
}

// read chooses what to read: for each of the mentor's topics in their order the
// first text that is not chosen yet.
func (pl views) read(m *portal.Mentor, v *Alike) {
	var guides []*portal.Guide
	var lists []*portal.ResourceList
	var stories []*portal.Story
	for _, t := range pl.TopicsOf(m.Topics()) {
		about := pl.About(t)
		guides = another(guides, about.Guides, shownReading, (*portal.Guide).IsForMentees)
		lists = another(lists, about.Resources, shownLists, func(*portal.ResourceList) bool { return true })
		stories = another(stories, about.Stories, shownTold, func(s *portal.Story) bool { return !slices.Contains(s.Mentors, m.Slug) })
	}
	v.Reading, v.Lists, v.Told = each(guides, pl.guideCard), each(lists, pl.listCard), each(stories, pl.storyCard)
}
