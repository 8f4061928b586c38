package page

import (
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

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

// each returns what f makes of every item.
func each[T, V any](items []T, f func(T) V) []V {
	all := make([]V, len(items))
	for i, item := range items {
		all[i] = f(item)
	}
	return all
}
