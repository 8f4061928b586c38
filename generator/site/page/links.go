package page

import (
	"math"
	"slices"

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
	return each(all, func(v site.FacetValue) string { return v.Value })
}
