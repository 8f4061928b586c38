package site

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"ithaca/generator/portal"
)

// newestFirst orders stories by date, the undated last, then by slug.
func newestFirst(stories []*portal.Story) []*portal.Story {
	ordered := slices.Clone(stories)
	slices.SortStableFunc(ordered, func(a, b *portal.Story) int {
		switch {
		case a.Date.After(b.Date):
			return -1
		case b.Date.After(a.Date):
			return 1
		}
		return cmp.Compare(a.Slug, b.Slug)
	})
	return ordered
}

// byTitle orders topics as readers of the portal's language expect them in an
// index, then by slug.
func (pl *planner) byTitle(topics []*portal.Topic) []*portal.Topic {
	ordered := slices.Clone(topics)
	c := collate.New(language.Make(pl.lang), collate.Loose)
	slices.SortFunc(ordered, func(a, b *portal.Topic) int {
		return cmp.Or(c.CompareString(a.Title, b.Title), cmp.Compare(a.Slug, b.Slug))
	})
	return ordered
}

// inOrder goes through a map by its keys in order, so that plans never depend
// on the order of maps.
func inOrder[V any](all map[string]V) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for _, key := range slices.Sorted(maps.Keys(all)) {
			if !yield(key, all[key]) {
				return
			}
		}
	}
}
