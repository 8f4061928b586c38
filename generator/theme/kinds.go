package theme

import "ithaca/generator/site"

// kind is a kind of page: the name of its template and an empty view of it.
type kind struct {
	name string
	view any // a pointer to the view's type
}

// kinds gives every kind of page a theme draws. A new kind is a new row here
// and a file of its name.
func kinds() []kind {
	return []kind{
		{"home", &site.Home{}},
		{"mentor-list", &site.MentorList{}},
		{"mentor", &site.Mentor{}},
		{"topic-index", &site.TopicIndex{}},
		{"topic", &site.Topic{}},
		{"guide-index", &site.GuideIndex{}},
		{"guide", &site.Guide{}},
		{"resource-index", &site.ResourceIndex{}},
		{"resource-list", &site.ResourceList{}},
		{"resource-kind", &site.ResourceKind{}},
		{"story-index", &site.StoryIndex{}},
		{"story", &site.Story{}},
		{"page", &site.Text{}},
		{"not-found", &site.NotFound{}},
		{"alias", &site.Alias{}},
	}
}
