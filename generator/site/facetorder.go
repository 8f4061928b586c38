package site

import (
	"cmp"
	"maps"
	"slices"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// rankValues returns for each facet the places at which readers expect its values
// among values of the same count: languages, countries and topics by their names
// in the portal's language, ways to meet and stages in their own order.
func (c *Catalog) rankValues() map[Facet]map[string]int {
	lang := language.Make(c.Portal.Program.Language)
	name := map[Facet]func(value string) string{
		ByLanguage: names(display.Tags, lang, func(tag string) (any, error) { return language.Make(tag), nil }),
		ByPlace:    names(display.Regions, lang, func(code string) (any, error) { return language.ParseRegion(code) }),
	}
	own := map[Facet][]string{ByStage: portal.Texts(portal.Stages()), ByHow: slices.Concat(portal.Texts(portal.Kinds()), portal.Texts(portal.Formats()), portal.Texts(portal.Durations()))}
	rank, collator := map[Facet]map[string]int{}, c.Collator()
	for _, f := range Facets() {
		values := slices.Sorted(maps.Keys(c.having[f]))
		order.Stable(values, func(a, b string) int {
			if name[f] != nil {
				return collator.CompareString(name[f](a), name[f](b))
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

// names returns the words for values in a language, in English where it has none
// and the value itself where there is no name at all.
func names(in func(language.Tag) display.Namer, lang language.Tag, parse func(string) (any, error)) func(value string) string {
	own, english := in(lang), in(language.English)
	return func(value string) string {
		what, err := parse(value)
		if err != nil {
			return value
		}
		return cmp.Or(nameIn(own, what), nameIn(english, what), value)
	}
}

func nameIn(namer display.Namer, what any) string {
	if namer == nil {
		return ""
	}
	return namer.Name(what)
}
