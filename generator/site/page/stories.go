package page

import (
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// StoryIndex lists the stories, the newest first: the view of "story-index".
type StoryIndex struct{ Stories []StoryCard }

// StoryCard is a story in a list.
type StoryCard struct {
	site.Link
	Summary string
	Kind    portal.StoryKind
	Person  string
	Date    portal.Date
}

// Story is a story: the view of "story".
type Story struct {
	*portal.Story
	Text    site.Prose
	Topics  []site.Link
	Mentors []MentorCard
	Sheet   site.Link   // the worksheet that was used; the zero Link when there is none
	Helpers []Suggested // people who can help with the same
}

func storyPath(s *portal.Story) string { return "/stories/" + s.Slug + "/" }

func (pl views) storyCards(stories []*portal.Story) []StoryCard {
	return each(stories, func(s *portal.Story) StoryCard {
		return StoryCard{site.Link{Title: s.Title, Lang: s.Lang, URL: pl.URL(storyPath(s))}, s.Summary, s.Kind, s.Person, s.Date}
	})
}

func planStoryIndex(pl planner) {
	pl.addIndex("stories", len(pl.Portal.Stories), func() any { return &StoryIndex{pl.storyCards(pl.Stories())} })
}

func planStories(pl planner) {
	trail := pl.Trail("nav-stories", "/stories/")
	for _, s := range pl.Portal.Stories {
		pl.add(storyPath(s), &s.Item, site.Head{
			Title: s.Title, Description: s.Summary, Section: "stories",
			Breadcrumb: trail, Modified: s.Date,
		}, func() any {
			v := &Story{
				Story: s, Text: pl.Prose(&s.Item), Topics: pl.toRefs(s.Topics),
				Sheet: pl.toSheet(s.Worksheet), Helpers: pl.helpers(s.Topics, s.Mentors...),
			}
			for _, slug := range s.Mentors {
				if m := portal.Find(pl.Portal.Mentors, slug); m != nil {
					v.Mentors = append(v.Mentors, pl.mentorCard(m))
				}
			}
			return v
		})
	}
}
