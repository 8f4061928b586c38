package portal

import "slices"

// GuideStage is the part of a mentorship that a text helps with.
type GuideStage string

// Approach is the part in which somebody writes to a mentor.
const Approach GuideStage = "approach"

// GuideStages returns the parts of a mentorship in order.
func GuideStages() []GuideStage {
	return []GuideStage{"prepare", "find", Approach, "agree", "meet", "review", "close", "pay-forward"}
}

// Guide is a text that helps people through a part of a mentorship.
type Guide struct {
	Item
	Title     string
	Summary   string
	Audience  []Audience
	Stage     GuideStage
	Topics    []TopicRef
	Authors   []string
	Updated   Date
	ReviewBy  Date
	Next      []string // slugs of guides
	Worksheet string   // slug
}

// Page is a text of the organizers at the top of the site: about, privacy.
type Page struct {
	Item
	Title   string
	Summary string
}

// Story is a case study or a success, told with the consent of its person.
type Story struct {
	Item
	Title         string
	Summary       string
	Kind          StoryKind
	Topics        []TopicRef
	Mentors       []string // slugs
	Person        string
	Consent       PublishConsent
	Before, After string
	Quote         string
	Date          Date
	Worksheet     string // slug
}

// StoryKind is what a story is about.
type StoryKind string

// StoryKinds returns every kind of story.
func StoryKinds() []StoryKind { return []StoryKind{"case-study", "milestone", "thanks", "setback"} }

// IsForMentees reports whether people who look for a mentor are among its readers.
func (g *Guide) IsForMentees() bool {
	return len(g.Audience) == 0 || slices.Contains(g.Audience, ForMentees)
}
