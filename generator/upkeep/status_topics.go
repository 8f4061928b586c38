package upkeep

import (
	"ithaca/generator/content"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// asked finds topics that waiting people need, and that no mentor names.
func asked(s *status) {
	offered := map[*portal.Topic]bool{}
	for _, m := range s.portal.Mentors {
		for _, ref := range m.Topics() {
			offered[s.portal.Topics.Of(ref)] = true
		}
	}
	people, names := map[string]int{}, map[string]string{}
	for _, r := range s.portal.Requests {
		if !s.waits(r) || s.portal.Over([]string{r.Cycle}) {
			continue
		}
		for _, need := range r.Needs {
			t := s.portal.Topics.Of(need.Topic)
			if t != nil && offered[t] {
				continue
			}
			key, title := need.Topic.Key, need.Topic.Text
			if t != nil {
				key, title = t.Slug, t.Title
			}
			people[key]++
			names[key] = title
		}
	}
	for key, n := range people {
		text := names[key] + ": asked for by " + diag.Count(n, "person", "people")
		s.add(Line{Who: key, Text: text, Settle: "look for a mentor who knows it; who comes nearest: ithaca suggest --needs " + key})
	}
}

// alike finds topics that differ only in spelling.
func alike(s *status) {
	s.warned(content.SimilarTopics, func(l *Line) { l.Settle += "; one of two with files goes by: ithaca rename topics/… …" })
}

// unused finds topics that have a file, and that nothing else mentions.
func unused(s *status) {
	used := map[*portal.Topic]bool{}
	for _, doc := range s.Documents() {
		for _, m := range doc.Mentions() {
			if t := s.portal.Topics.Named(portal.TopicRef{Text: m.Text, Key: portal.Fold(m.Text)}); m.To == part.ToTopic && t != nil && t.File != doc.Path {
				used[t] = true
			}
		}
	}
	for _, t := range s.portal.Topics.All() {
		if t.File != "" && !used[t] && t.Use.Key == "" {
			s.add(Line{Who: t.Slug, Text: t.Title + ": nothing mentions it", Settle: "delete " + t.File + ", or join it with the topic that is meant: ithaca rename topics/" + t.Slug + " …", File: t.File})
		}
	}
}
