package site

import (
	"cmp"
	"maps"
	"slices"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/tongue"
)

// rankValues returns for each facet the places at which readers expect its values
// among values of the same count: languages, countries and topics by their names
// in the portal's language, ways to meet and stages in their own order.
func (c *Catalog) rankValues() map[Facet]map[string]int {
	lang := language.Make(c.Portal.Program.Language)
	tags, regions := display.Tags(lang), display.Regions(lang)
	if tags == nil || regions == nil { // the portal's language has no names
		tags, regions = display.English.Tags(), display.English.Regions()
	}
	name := func(f Facet, value string) string {
		if f == ByLanguage {
			return cmp.Or(tongue.Name(language.Make(value), lang, tags), value)
		}
		region, err := language.ParseRegion(value)
		if err != nil {
			return value
		}
		return regions.Name(region)
	}
	own := map[Facet][]string{ByStage: portal.Texts(portal.Stages()), ByHow: slices.Concat(portal.Texts(portal.Kinds()), portal.Texts(portal.Formats()), portal.Texts(portal.Durations()))}
	rank, collator := map[Facet]map[string]int{}, c.Collator()
	for _, f := range Facets() {
		values := slices.Sorted(maps.Keys(c.having[f]))
		order.Stable(values, func(a, b string) int {
			if own[f] == nil {
				return collator.CompareString(name(f, a), name(f, b))
			}
			return cmp.Compare(slices.Index(own[f], a), slices.Index(own[f], b))
		})
		rank[f] = ranks(values)
	}
	rank[ByTopic] = ranks(portal.Slugs(c.byTitle(slices.Clone(c.Portal.Topics.All()))))
	return rank
}

func ranks(values []string) map[string]int {
	at := make(map[string]int, len(values))
	for i, v := range values {
		at[v] = i
	}
	return at
}
