package page

import (
	"math"
	"slices"

	"ithaca/generator/each"
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
		return pl.sheetCard(w).Link
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

// spoken returns the languages that mentors speak, the most spoken first, without
// scripts and regions: people who speak two variants of one understand each other.
func (pl views) spoken() []string {
	all := pl.FacetGroup(site.ByLanguage, pl.Ordered, math.MaxInt).Values
	return each.Of(all, func(v site.FacetValue) string { return v.Value })
}

// Card is a text in a list: a guide, a list of resources, a worksheet or a story.
type Card struct {
	site.Link
	Summary string
	Size    int                // minutes that a guide takes, things on a list of resources
	For     portal.SheetReader // of a worksheet
	Person  string             // of a story
	Date    portal.Date        // likewise
}

// Stage is the texts for one part of a mentorship; Stage is "" for those without one.
type Stage struct {
	Stage portal.GuideStage
	Cards []Card
}

// stages puts texts under the parts of a mentorship, in the order of those.
func stages[T any](texts []T, stage func(T) portal.GuideStage, card func(T) Card) []Stage {
	var all []Stage
	for _, s := range append(portal.GuideStages(), "") {
		part := Stage{Stage: s}
		for _, text := range texts {
			if stage(text) == s {
				part.Cards = append(part.Cards, card(text))
			}
		}
		if part.Cards != nil {
			all = append(all, part)
		}
	}
	return all
}

// named returns the items that slugs name, in the order of the slugs.
func named[T interface {
	comparable
	Origin() *portal.Item
}](items []T, slugs []string) []T {
	none := *new(T)
	return slices.DeleteFunc(each.Of(slugs, func(slug string) T { return portal.Find(items, slug) }), func(item T) bool { return item == none })
}
