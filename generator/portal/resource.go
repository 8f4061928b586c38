package portal

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

// The kinds of resources.
const (
	Book            ResourceKind = "book"
	Course          ResourceKind = "course"
	Website         ResourceKind = "website"
	Podcast         ResourceKind = "podcast"
	OrganisationRes ResourceKind = "organisation"
	EventRes        ResourceKind = "event"
	VideoRes        ResourceKind = "video"
	Tool            ResourceKind = "tool"
	TemplateRes     ResourceKind = "template"
	Community       ResourceKind = "community"
)

// ResourceKinds returns every kind of resource in the order they are shown.
func ResourceKinds() []ResourceKind {
	return []ResourceKind{Book, Course, Website, Podcast, OrganisationRes, EventRes, VideoRes, Tool, TemplateRes, Community}
}

// Cost is what a resource costs.
type Cost string

// The costs. Library means that public libraries commonly have it.
const (
	Free    Cost = "free"
	Paid    Cost = "paid"
	Library Cost = "library"
	Mixed   Cost = "mixed"
)

// Costs returns every cost.
func Costs() []Cost { return []Cost{Free, Paid, Library, Mixed} }

// ResourceLevel is whom a resource is written for.
type ResourceLevel string

// The levels of resources.
const (
	Beginner     ResourceLevel = "beginner"
	Intermediate ResourceLevel = "intermediate"
	Advanced     ResourceLevel = "advanced"
	AnyLevel     ResourceLevel = "any"
)

// ResourceLevels returns every level of a resource.
func ResourceLevels() []ResourceLevel {
	return []ResourceLevel{Beginner, Intermediate, Advanced, AnyLevel}
}
