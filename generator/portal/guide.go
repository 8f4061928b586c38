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

// ResourceList is a list of things worth reading, hearing or visiting.
type ResourceList struct {
	Item
	Title   string
	Summary string
	Topics  []TopicRef
	Items   []Resource
}

// Resource is one thing on a list.
type Resource struct {
	Title    string
	Kind     ResourceKind
	URL      string
	By       string
	Why      string // one sentence: why it is on the list
	Language string // BCP 47
	Cost     Cost
	Level    ResourceLevel
	Length   string
	Topics   []TopicRef // its own; those of the list hold for it too
	Checked  Date
}

// ResourceKind is what a resource is.
type ResourceKind string

// ResourceKinds returns every kind of resource in the order they are shown.
func ResourceKinds() []ResourceKind {
	return []ResourceKind{"book", "course", "website", "podcast", "organisation", "event", "video", "tool", "template", "community"}
}

// Cost is what a resource costs.
type Cost string

// Costs returns every cost. Library means that public libraries commonly have it.
func Costs() []Cost { return []Cost{"free", "paid", "library", "mixed"} }

// ResourceLevel is whom a resource is written for.
type ResourceLevel string

// ResourceLevels returns every level of a resource.
func ResourceLevels() []ResourceLevel {
	return []ResourceLevel{"beginner", "intermediate", "advanced", "any"}
}
