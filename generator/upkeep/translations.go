package upkeep

import (
	"cmp"
	"errors"
	"path"
	"slices"
	"strings"

	"ithaca/generator/content"
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/history"
	"ithaca/generator/order"
)

// Untranslated is a file that one of the portal's languages lacks, or has in an older
// state.
type Untranslated struct {
	Language    string `json:"language"`
	State       string `json:"state"`       // "missing", "draft" or "older"
	Translation string `json:"translation"` // the file
	Original    string `json:"original"`
	Changed     string `json:"changed"` // the day of the original's last commit; "" where git does not know
	Since       string `json:"since"`   // that of the translation
}

// Translations returns what each of the portal's languages lacks, by language and then
// in the order of the files, and of how many files each has a translation. Without git
// none is older.
func (s *Site) Translations() (lacking []Untranslated, done map[string]int, err error) {
	days, err := history.Changed(s.folders.Site, "content")
	if refused := new(diag.Refusal); err != nil && !errors.As(err, &refused) {
		return nil, nil, err
	}
	lacking, done = []Untranslated{}, map[string]int{}
	found := map[[2]string]*content.Document{}
	for _, doc := range s.docs {
		if original, language := doc.Translates(); original != "" {
			found[[2]string{original, language}] = doc
			if original == "content/index.md" {
				done[language] = 0
			}
		}
	}
	for _, doc := range s.docs {
		item := doc.Item()
		original, _ := doc.Translates()
		if _, left := s.portal.Left[doc.Path]; item == nil || original != "" || left || item.Draft || kinds.IsRequest(doc.Path) {
			continue
		}
		for language := range done {
			u := Untranslated{Language: language, Original: doc.Path, Changed: days[doc.Path]}
			other := found[[2]string{doc.Path, language}]
			switch {
			case other == nil:
				u.State, u.Translation = "missing", strings.TrimSuffix(doc.Path, path.Ext(doc.Path))+"."+language+".md"
			default:
				u.Translation, u.Since = other.Path, days[other.Path]
				if other.Item().Draft {
					u.State = "draft"
				} else if done[language]++; u.Since != "" && u.Since < u.Changed {
					u.State = "older"
				}
			}
			if u.State != "" {
				lacking = append(lacking, u)
			}
		}
	}
	order.Stable(lacking, func(a, b Untranslated) int {
		return cmp.Or(strings.Compare(a.Language, b.Language), strings.Compare(a.Original, b.Original))
	})
	return slices.Clip(lacking), done, nil
}
