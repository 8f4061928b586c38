package page_test

import (
	"flag"
	"fmt"
	"maps"
	"slices"

	"golang.org/x/tools/txtar"

	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/markdown"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

var update = flag.Bool("update", false, "write what pages show into testdata; read the difference line by line")

// base is a site without mistakes: an archive holds only what differs.
var base = map[string]string{
	"content/index.md":                 "---\ntitle: Harbour Mentoring\nbase_url: https://harbour.example\nconcerns: {name: Safety desk, url: \"https://harbour.example/concerns/\"}\n---\n",
	"content/pages/code-of-conduct.md": "---\ntitle: Code of conduct\n---\nBe kind.\n\n## Limits\n\nOf kindness.\n",
	"content/pages/concerns.md":        "---\ntitle: Concerns\n---\nTell us.\n",
	"content/pages/privacy.md":         "---\ntitle: Privacy\n---\nWhat we keep.\n",
}

var today = portal.Date{Year: 2026, Month: 11, Day: 16}

// crowd is a portal of n mentors with one topic, of whom the first have places.
func crowd(n, open int) *portal.Portal {
	nursing := &portal.Topic{Title: "Nursing", Item: portal.Item{Slug: "nursing", Body: &markdown.Document{}}}
	p := &portal.Portal{
		Program: &portal.Program{
			Title: "Crowd", Language: "en", BaseURL: "https://crowd.example",
			Item: portal.Item{File: "content/index.md", Body: &markdown.Document{}},
		},
		Today:  today,
		Topics: portal.NewTopics([]*portal.Topic{nursing}, map[string]*portal.Topic{"nursing": nursing}),
	}
	for i := range n {
		m := &portal.Mentor{Name: fmt.Sprint("Mentor ", i), Index: true, Skills: []portal.Skill{{Topic: portal.TopicRef{Text: "nursing", Key: "nursing"}}}}
		m.Slug = fmt.Sprintf("mentor-%06d", i)
		m.File = "content/mentors/" + m.Slug + ".md"
		m.Body = &markdown.Document{}
		m.Availability = portal.Availability{Status: portal.Paused, Until: today.AddDays(30)}
		if i < open {
			m.Availability.Status = portal.Open
		}
		p.Mentors = append(p.Mentors, m)
	}
	return p
}

// sources returns the files of a site: those of the base and an archive's, but
// those that say what is wanted.
func sources(a *txtar.Archive, wanted ...string) map[string]string {
	files := maps.Clone(base)
	for _, f := range a.Files {
		if !slices.Contains(wanted, f.Name) {
			files[f.Name] = string(f.Data)
		}
	}
	return files
}

// planned takes a site's files to a plan.
func planned(files map[string]string, drafts bool) (*site.Plan, diag.List) {
	var docs []*content.Document
	for _, path := range slices.Sorted(maps.Keys(files)) {
		docs = append(docs, content.Decode(path, []byte(files[path])))
	}
	p, list := content.Link(docs, content.Options{Today: today, Drafts: drafts, RequestsOutside: true})
	plan, found := site.New(p, site.Options{}, page.Plan, data.Plan)
	return plan, append(list, found...)
}

func view(one *site.Page) any {
	if one.Template == "" {
		return nil
	}
	return one.View()
}
