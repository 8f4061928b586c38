package page

import (
	"ithaca/generator/each"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// StoryIndex lists the stories, the newest first: the view of "story-index".
type StoryIndex struct{ Stories []Card }

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

func (pl views) storyCard(s *portal.Story) Card {
	return Card{Link: site.Link{Title: s.Title, Lang: s.Lang, URL: pl.URL(storyPath(s))}, Summary: s.Summary, Person: s.Person, Date: s.Date}
}

func planStoryIndex(pl planner) {
	pl.addIndex("stories", len(pl.Portal.Stories), func() any { return &StoryIndex{each.Of(pl.Stories(), pl.storyCard)} })
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
				Mentors: each.Of(named(pl.Portal.Mentors, s.Mentors), pl.mentorCard),
				Sheet:   pl.toSheet(s.Worksheet), Helpers: pl.helpers(s.Topics, s.Mentors...),
			}
			return v
		})
	}
}
