package site

import "ithaca/generator/portal"

// StoryIndex lists the stories, the newest first: the view of "story-index".
type StoryIndex struct{ Stories []StoryCard }

// StoryCard is a story in a list.
type StoryCard struct {
	Link
	Summary string
	Kind    portal.StoryKind
	Person  string
	Date    portal.Date
}

// Story is a story: the view of "story".
type Story struct {
	*portal.Story
	Text    Prose
	Topics  []Link
	Mentors []MentorCard
	Sheet   Link        // the worksheet that was used; the zero Link when there is none
	Helpers []Suggested // people who can help with the same
	Edit    string
}

func storyPath(s *portal.Story) string { return "/stories/" + s.Slug + "/" }

func (pl *planner) storyCards(stories []*portal.Story) []StoryCard {
	cards := make([]StoryCard, len(stories))
	for i, s := range stories {
		cards[i] = StoryCard{Link{Title: s.Title, URL: pl.url(storyPath(s))}, s.Summary, s.Kind, s.Person, s.Date}
	}
	return cards
}

func planStoryIndex(pl *planner) {
	if len(pl.portal.Stories) == 0 {
		return
	}
	pl.add("/stories/", &Page{
		Template: "story-index",
		Head:     Head{Section: "stories", Breadcrumb: pl.trail()},
		view:     func() any { return &StoryIndex{pl.storyCards(newestFirst(pl.portal.Stories))} },
	})
}

func planStories(pl *planner) {
	trail := pl.trail("nav-stories", "/stories/")
	for _, s := range pl.portal.Stories {
		pl.add(storyPath(s), &Page{
			Template: "story",
			Head: Head{
				Title: s.Title, Description: s.Summary, Section: "stories",
				Breadcrumb: trail, Modified: s.Date,
			},
			item: &s.Item,
			view: func() any {
				v := &Story{
					Story: s, Text: pl.prose(&s.Item), Topics: pl.topicLinks(s.Topics),
					Sheet: pl.sheet(s.Worksheet), Helpers: pl.helpers(s.Topics, s.Mentors...), Edit: editURL(pl.portal.Program.Repository, s.File),
				}
				for _, slug := range s.Mentors {
					if m := portal.Find(pl.portal.Mentors, slug); m != nil {
						v.Mentors = append(v.Mentors, pl.mentorCard(m))
					}
				}
				return v
			},
		})
	}
}
