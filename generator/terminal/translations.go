package terminal

import (
	"maps"
	"slices"

	"ithaca/generator/upkeep"
)

// Translations prints what each language lacks, and how many files it has.
func (t *Terminal) Translations(lacking []upkeep.Untranslated, done map[string]int) error {
	rows := [][]string{{"language", "state", "translation", "original", "original changed", "translation changed"}}
	for _, u := range lacking {
		rows = append(rows, []string{u.Language, u.State, u.Translation, u.Original, u.Changed, u.Since})
	}
	if done, err := t.ForPrograms(lacking, rows); done {
		return err
	}
	if len(done) == 0 {
		t.Say("The portal is in one language. content/index.es.md would add Spanish.")
		return nil
	}
	for _, language := range slices.Sorted(maps.Keys(done)) {
		missing := 0
		for _, u := range lacking {
			if u.Language == language && u.State != "older" {
				missing++
			}
		}
		t.Say("%s: %d of %s translated", language, done[language], Count(done[language]+missing, "file", "files"))
	}
	if len(lacking) > 0 {
		t.Say("")
		for i := range rows {
			rows[i] = slices.Delete(rows[i], 3, 4) // the translation's name says it
		}
		t.Table(rows)
	}
	return nil
}
