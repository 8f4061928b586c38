package site

import (
	"cmp"
	"maps"
	"slices"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"ithaca/generator/portal"
)

// rankValues returns for each facet the places at which readers expect its values
// among values of the same count: languages, countries and topics by their names
// in the portal's language, ways to meet and stages in their own order.
func (c *Catalog) rankValues() map[Facet]map[string]int {
	lang := language.Make(c.Portal.Program.Language)
	name := map[Facet]func(value string) string{
		ByLanguage: tagNames(display.Tags(lang), display.Tags(language.English)),
		ByPlace:    regionNames(display.Regions(lang), display.Regions(language.English)),
	}
	own := map[Facet][]string{ByStage: words(portal.Stages()), ByHow: append(words(portal.Kinds()), words(portal.Formats())...)}
	rank, order := map[Facet]map[string]int{}, c.Collator()
	for _, f := range Facets() {
		values := slices.Sorted(maps.Keys(c.having[f]))
		slices.SortStableFunc(values, func(a, b string) int {
			if name[f] != nil {
				return order.CompareString(name[f](a), name[f](b))
			}
			return cmp.Compare(slices.Index(own[f], a), slices.Index(own[f], b))
		})
		rank[f] = ranks(values)
	}
	var slugs []string
	for _, t := range c.byTitle(slices.Clone(c.Portal.Topics.All())) {
		slugs = append(slugs, t.Slug)
	}
	rank[ByTopic] = ranks(slugs)
	return rank
}

func ranks(values []string) map[string]int {
	at := make(map[string]int, len(values))
	for i, v := range values {
		at[v] = i
	}
	return at
}

func words[T ~string](values []T) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = string(v)
	}
	return all
}

// tagNames returns the names of languages, in English where the portal's language
// has none and the tag itself where there is no name at all.
func tagNames(own, english display.Namer) func(tag string) string {
	return func(tag string) string {
		t := language.Make(tag)
		return cmp.Or(nameIn(own, t), nameIn(english, t), tag)
	}
}

// regionNames does the same for countries.
func regionNames(own, english display.Namer) func(code string) string {
	return func(code string) string {
		r, err := language.ParseRegion(code)
		if err != nil {
			return code
		}
		return cmp.Or(nameIn(own, r), nameIn(english, r), code)
	}
}

func nameIn(namer display.Namer, what any) string {
	if namer == nil {
		return ""
	}
	return namer.Name(what)
}
