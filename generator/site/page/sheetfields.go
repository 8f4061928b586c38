package page

import (
	"cmp"
	"slices"
	"strings"

	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// How many of the portal's own languages, needs and topics a profile's sheet offers,
// the most used first. Anything else is typed.
const (
	sheetLanguages = 9
	sheetNeeds     = 24
	sheetTopics    = 150
)

// sheetFields returns the fields of a sheet. What a profile has from the portal's own
// vocabulary is chosen from it, and its parts have headings.
func (pl views) sheetFields(w *portal.Worksheet, parts []FilePart) []SheetField {
	var fields []SheetField
	words := optionFamilies(w)
	group := ""
	for _, f := range w.Fields {
		field := SheetField{SheetField: f, Lang: w.Lang, Family: words[f.Name]}
		if i := slices.IndexFunc(parts, func(p FilePart) bool { return p.Field == f.Name }); i >= 0 {
			field.Takes, field.Needed = parts[i].Takes, parts[i].Needed
			if g := sheetGroup(parts[i].Key); g != group {
				field.Begins, group = g, g
			}
			switch {
			case f.Kind != portal.LineField:
			case parts[i].Key == "languages":
				field.Choices = pl.sheetLanguages()
			case parts[i].Key == "helps_with":
				field.Choices = pl.sheetNeeds()
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

func (pl views) sheetLanguages() []Choice {
	var all []Choice
	spoken := pl.Spoken()
	for _, tag := range spoken[:min(len(spoken), sheetLanguages)] {
		all = append(all, Choice{Slug: tag})
	}
	return all
}

func (pl views) sheetNeeds() []Choice {
	var all []Choice
	for _, t := range pl.mostUsed(sheetNeeds, (*portal.Topic).IsNeed) {
		all = append(all, Choice{Slug: t.Slug, Title: t.Title, Lang: t.Lang})
	}
	return all
}

func (pl views) sheetTopics() []SheetTopic {
	var all []SheetTopic
	for _, t := range pl.mostUsed(sheetTopics, func(*portal.Topic) bool { return true }) {
		key := portal.Fold(t.Title)
		topic := SheetTopic{Title: t.Title}
		if t.Slug != key {
			topic.Slug = t.Slug
		}
		all = append(all, topic)
	}
	return all
}

// mostUsed returns the topics that are offered, those of the most mentors, by title.
func (pl views) mostUsed(most int, offered func(*portal.Topic) bool) []*portal.Topic {
	all := slices.DeleteFunc(pl.ShownTopics(), func(t *portal.Topic) bool { return !offered(t) || t.Use.Key != "" })
	if len(all) > most {
		kept := slices.Clone(all)
		order.Stable(kept, func(a, b *portal.Topic) int {
			return cmp.Compare(len(pl.About(b).Mentors), len(pl.About(a).Mentors))
		})
		all = slices.DeleteFunc(all, func(t *portal.Topic) bool { return !slices.Contains(kept[:most], t) })
	}
	return all
}
