package data

import (
	"math"
	"slices"

	"ithaca/generator/each"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/zone"
)

// row is a mentor as cards show them: slug, name, role, headline, place in words,
// the place that the time zone is named by, languages in words, availability as the number of its state in cardStates, with
// the day that belongs to it, how many people at a time, 0 where that is not stated,
// the picture's address, and the language of role and headline where that is not the
// portal's. It holds what profiles publish, and no way of contact.
type row []any

// cardStates returns the numbered states of an availability.
func cardStates() []string {
	return []string{string(portal.Open), string(portal.Limited), string(portal.Waitlist), string(portal.Paused), site.Unconfirmed, site.Full, site.Over}
}

func addCards(contents map[string]any, pl *site.Plan, word func(key string) string) {
	rows := make([]row, len(pl.Ordered))
	for i, m := range pl.Ordered {
		tongues := []string{}
		for _, tag := range m.Languages {
			tongues = append(tongues, word("language "+tag))
		}
		a := pl.Availability(m)
		r := row{
			m.Slug, m.Name, m.Role, m.Headline, place(m, word), zone.City(m.Timezone), tongues,
			slices.Index(cardStates(), a.State), a.Until.String(), a.Places, "", m.Lang,
		}
		if face := pl.Face(m); face != nil {
			r[len(r)-2] = face.URL
		}
		rows[i] = shortened(r)
	}
	inBlocks(contents, "cards", rows)
}

// place returns where somebody is, in words.
func place(m *portal.Mentor, word func(key string) string) string {
	if m.Country != "" {
		return word("country " + m.Country)
	}
	return m.Location
}

// shortened leaves out what is empty at the end.
func shortened(r row) row {
	for len(r) > 0 && (r[len(r)-1] == "" || r[len(r)-1] == 0) {
		r = r[:len(r)-1]
	}
	return r
}

// facetWords returns what stands before a value in the key of its words.
func facetWords(f site.Facet) string {
	return map[site.Facet]string{site.ByLanguage: "language ", site.ByHow: "how-", site.ByStage: "stage-", site.ByPlace: "country "}[f]
}

func addFacets(contents map[string]any, pl *site.Plan, word func(key string) string) {
	all, number := make([]map[string][]int, parts(len(pl.Ordered), havingEach)), map[*portal.Mentor]int{}
	for i := range all {
		all[i] = map[string][]int{}
		contents[numberedPath("facets", i)] = all[i]
	}
	for i, m := range pl.Ordered {
		number[m] = i
	}
	for _, f := range site.Facets() {
		for value, having := range pl.Having(f) {
			list := each.Of(having, func(m *portal.Mentor) int { return number[m] })
			key := string(f) + "-" + value
			all[partOf(key, len(all))][key] = differences(list)
		}
		values := [][3]any{}
		for _, v := range pl.FacetGroup(f, pl.Ordered, math.MaxInt).Values {
			title := v.Title
			if f != site.ByTopic {
				title = word(facetWords(f) + v.Value)
			}
			values = append(values, [3]any{v.Value, title, v.Mentors})
		}
		contents[facetPath(f)] = values
	}
}
