package page

import (
	"net/url"
	"slices"
	"strings"

	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// toTopic links a topic; the zero Link for none.
func (pl views) toTopic(t *portal.Topic) site.Link {
	if t == nil {
		return site.Link{}
	}
	return site.Link{Title: t.Title, Lang: t.Lang, URL: pl.URL(site.TopicPath(t))}
}

func (pl views) toTopics(topics []*portal.Topic) []site.Link {
	return each(topics, pl.toTopic)
}

// toRef links a reference to its topic; the zero Link for no reference.
func (pl views) toRef(ref portal.TopicRef) site.Link {
	if t := pl.Portal.Topics.Of(ref); t != nil {
		return pl.toTopic(t)
	}
	return site.Link{Title: ref.Text}
}

// toRefs links references in their order, each topic once.
func (pl views) toRefs(refs []portal.TopicRef) []site.Link {
	all := make([]site.Link, 0, len(refs))
	for _, ref := range refs {
		if link := pl.toRef(ref); !slices.Contains(all, link) {
			all = append(all, link)
		}
	}
	return all
}

func (pl views) toMentor(m *portal.Mentor) site.Link {
	return site.Link{Title: m.Name, URL: pl.URL(site.MentorPath(m))}
}

// toSheet links the worksheet of a slug; the zero Link when there is none.
func (pl views) toSheet(slug string) site.Link {
	if w := portal.Find(pl.Portal.Worksheets, slug); w != nil {
		return site.Link{Title: w.Title, Lang: w.Lang, URL: pl.URL(sheetPath(w))}
	}
	return site.Link{}
}

// sheetFor links the first worksheet of a product and, unless it is "", a part of a
// mentorship.
func (pl views) sheetFor(product portal.Product, stage portal.GuideStage) site.Link {
	for _, w := range pl.Portal.Worksheets {
		if w.Produces == product && (stage == "" || w.Stage == stage) {
			return pl.toSheet(w.Slug)
		}
	}
	return site.Link{}
}

// Ways are the URLs of the pages from which people go on. Each is "" where the
// portal has no such page.
type Ways struct {
	Home, Mentors, Guides, Worksheets, Stories string
	Events                                     string
	Languages                                  string // those that mentors speak
	Match                                      string // the match finder
	Needs                                      string // the needs in people's words, or else the topics
	Write                                      string // the help with a first message
	Search                                     string
	Program                                    string
	Apply                                      string // the page that says how to apply, or else the organizers' form
	Help, Privacy, Conduct, Accessibility      string
}

func (pl views) ways() Ways {
	w := Ways{
		Home: pl.URL("/"), Mentors: pl.URL("/mentors/"), Guides: pl.URL("/guides/"),
		Worksheets: pl.URL("/worksheets/"), Stories: pl.URL("/stories/"), Events: pl.URL("/events/"),
		Languages: pl.URL("/languages/"), Match: pl.URL(finderPath), Needs: pl.URL(needsPath), Write: pl.URL(writePath), Search: pl.URL(searchPage),
		Program: pl.URL("/program/"), Apply: pl.URL("/apply/"),
		Help: pl.URL("/help/"), Privacy: pl.URL("/privacy/"), Conduct: pl.URL("/code-of-conduct/"),
		Accessibility: pl.URL("/accessibility/"),
	}
	if w.Needs == "" {
		w.Needs = pl.URL("/topics/")
	}
	if w.Apply == "" {
		w.Apply = fillTemplate(pl.Portal.Program.Apply, "", "")
	}
	return w
}

// fillTemplate fills the {mentor} and the {cycle} of a URL template and empties
// what is not known here.
func fillTemplate(template, mentor, cycle string) string {
	return strings.NewReplacer("{mentor}", url.QueryEscape(mentor), "{needs}", "", "{cycle}", cycle).Replace(template)
}

// each returns what f makes of every item.
func each[T, V any](items []T, f func(T) V) []V {
	all := make([]V, len(items))
	for i, item := range items {
		all[i] = f(item)
	}
	return all
}
