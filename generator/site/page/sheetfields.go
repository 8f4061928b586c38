package page

import (
	"cmp"
	"slices"
	"strings"

	"ithaca/generator/each"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// How many of the portal's own languages and topics a profile's sheet offers, the most
// used first. Anything else is typed.
const (
	sheetLanguages = 9
	sheetTopics    = 150
)

// sheetFields returns the fields of a sheet. What a profile has from the portal's own
// vocabulary is chosen from it, and its parts have headings.
func (pl views) sheetFields(w *portal.Worksheet, parts []FilePart) []SheetField {
	var fields []SheetField
	group := ""
	for _, f := range w.Fields {
		field := SheetField{SheetField: f, Lang: w.Lang}
		if i := slices.IndexFunc(parts, func(p FilePart) bool { return p.Field == f.Name }); i >= 0 {
			field.Takes, field.Family, field.Needed = parts[i].Takes, parts[i].Family, parts[i].Needed
			if g := sheetGroup(parts[i].Key); g != group {
				field.Begins, group = g, g
			}
			switch {
			case f.Kind != portal.LineField:
			case parts[i].Key == "languages":
				field.Choices = pl.FacetGroup(site.ByLanguage, pl.Ordered, sheetLanguages).Values
			case parts[i].Key == "helps_with":
				field.Choices = each.Of(newTopicIndex(pl).Needs, func(n TopicEntry) site.FacetValue {
					return site.FacetValue{Value: n.Topic.Slug, Title: n.Title}
				})
			}
		}
		fields = append(fields, field)
	}
	return fields
}

// sheetGroup returns the part of a profile that a key belongs to.
func sheetGroup(key string) string {
	outer, _, _ := strings.Cut(key, ".")
	switch outer {
	case "name", "role", "pronouns", "location", "country", "timezone", "languages", "organisation", "stage", "since", "links":
		return "you"
	case "kinds", "formats", "duration", "cadence", "style", "intro", "availability", "cycles", "contact":
		return "way"
	case "consent", "confirmed":
		return "word"
	}
	return "help"
}

func (pl views) sheetTopics() []SheetTopic {
	topics := pl.ShownTopics()
	order.Stable(topics, func(a, b *portal.Topic) int {
		return cmp.Compare(len(pl.About(b).Mentors), len(pl.About(a).Mentors))
	})
	return each.Of(topics[:min(len(topics), sheetTopics)], func(t *portal.Topic) SheetTopic {
		if t.Slug == portal.Fold(t.Title) {
			return SheetTopic{Title: t.Title}
		}
		return SheetTopic{t.Title, t.Slug}
	})
}
