package site

import (
	"slices"

	"ithaca/generator/portal"
)

// Naming returns the content files, sorted, that a topic's page exists for when
// the topic has no file of its own: those that name it. It gives nil for every
// other page.
func (p *Page) Naming() []string {
	if p.Template != "topic" || p.item != nil || p.planner == nil {
		return nil
	}
	v, ok := p.View().(*Topic)
	if !ok {
		return nil
	}
	about := p.planner.about[v.Topic]
	files := filesOf(about.mentors)
	files = append(files, filesOf(about.guides)...)
	files = append(files, filesOf(about.resources)...)
	files = append(files, filesOf(about.stories)...)
	files = append(files, filesOf(about.events)...)
	files = append(files, filesOf(about.narrower)...)
	files = append(files, filesOf(about.naming)...)
	slices.Sort(files)
	return slices.Compact(files)
}

// filesOf returns the files that items come from.
func filesOf[T interface{ Origin() *portal.Item }](items []T) []string {
	var files []string
	for _, item := range items {
		if file := item.Origin().File; file != "" {
			files = append(files, file)
		}
	}
	return files
}
