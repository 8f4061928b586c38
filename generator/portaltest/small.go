package portaltest

import (
	"fmt"
	"slices"

	"golang.org/x/tools/txtar"

	"ithaca/generator/markdown"
	"ithaca/generator/portal"
)

// Base returns the files of a site without mistakes, by path: a test says only
// what differs.
func Base() map[string]string {
	return map[string]string{
		"content/index.md":                 "---\ntitle: Harbour Mentoring\nbase_url: https://harbour.example\nconcerns: {name: Safety desk, url: \"https://harbour.example/concerns/\"}\n---\n",
		"content/pages/code-of-conduct.md": "---\ntitle: Code of conduct\n---\nBe kind.\n\n## Limits\n\nOf kindness.\n",
		"content/pages/concerns.md":        "---\ntitle: Concerns\n---\nTell us.\n",
		"content/pages/privacy.md":         "---\ntitle: Privacy\n---\nWhat we keep.\n",
	}
}

// Sources returns the files of Base and of an archive, but those of the archive
// that say what is wanted.
func Sources(a *txtar.Archive, wanted ...string) map[string]string {
	files := Base()
	for _, f := range a.Files {
		if !slices.Contains(wanted, f.Name) {
			files[f.Name] = string(f.Data)
		}
	}
	return files
}

// Crowd returns a portal of n mentors with one topic, on InventedDay. The first
// have places, the others pause for a month.
func Crowd(n, open int) *portal.Portal {
	nursing := &portal.Topic{Title: "Nursing", Item: portal.Item{Slug: "nursing", Body: &markdown.Document{}}}
	p := &portal.Portal{
		Program: &portal.Program{
			Title: "Crowd", Language: "en", BaseURL: "https://crowd.example",
			Item: portal.Item{File: "content/index.md", Body: &markdown.Document{}},
		},
		Today:  InventedDay(),
		Topics: portal.NewTopics([]*portal.Topic{nursing}, map[string]*portal.Topic{"nursing": nursing}),
	}
	for i := range n {
		m := &portal.Mentor{Name: fmt.Sprint("Mentor ", i), Index: true, Skills: []portal.Skill{{Topic: portal.TopicRef{Text: "nursing", Key: "nursing"}}}}
		m.Slug = fmt.Sprintf("mentor-%06d", i)
		m.File = "content/mentors/" + m.Slug + ".md"
		m.Body = &markdown.Document{}
		m.Availability = portal.Availability{Status: portal.Paused, Until: p.Today.AddDays(30)}
		if i < open {
			m.Availability.Status = portal.Open
		}
		p.Mentors = append(p.Mentors, m)
	}
	return p
}
