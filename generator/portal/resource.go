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
