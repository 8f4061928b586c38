package cli

import (
	"encoding/csv"
	"maps"
	"slices"

	"ithaca/generator/upkeep"
)

// checkTranslations says what each of the portal's languages lacks.
func (a *app) checkTranslations() error {
	options, err := a.options()
	if err != nil {
		return err
	}
	site, err := upkeep.Open(options)
	if err != nil {
		return err
	}
	lacking, done, err := site.Translations()
	if err != nil {
		return err
	}
	rows := [][]string{{"language", "state", "translation", "original", "original changed", "translation changed"}}
	for _, u := range lacking {
		rows = append(rows, []string{u.Language, u.State, u.Translation, u.Original, u.Changed, u.Since})
	}
	switch {
	case a.format == "json":
		return a.json(lacking)
	case a.format == "csv":
		return csv.NewWriter(a.Out).WriteAll(rows)
	case len(done) == 0:
		a.say("The portal is in one language. content/index.es.md would add Spanish.")
		return nil
	}
	for _, language := range slices.Sorted(maps.Keys(done)) {
		missing := 0
		for _, u := range lacking {
			if u.Language == language && u.State != "older" {
				missing++
			}
		}
		a.say("%s: %d of %s translated", language, done[language], count(done[language]+missing, "file", "files"))
	}
	if len(lacking) > 0 {
		a.say("")
		for i := range rows {
			rows[i] = slices.Delete(rows[i], 3, 4) // the translation's name says it
		}
		a.table(rows)
	}
	return nil
}
