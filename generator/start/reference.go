package start

import (
	"encoding/json"
	"io/fs"
	"maps"
	"slices"

	"golang.org/x/text/language"

	"ithaca/generator"
	"ithaca/generator/content/kinds"
	"ithaca/generator/portal"
	"ithaca/generator/theme"
)

// Described returns the names of the kinds of content that have a reference and a schema,
// sorted: their folders, and "index".
func Described() []string { return slices.Sorted(maps.Keys(kinds.Schemas(nil))) }

// Reference returns what can be written in the files of a kind, or under all of content/
// for "", as Markdown; "" for an unknown name.
func Reference(kind string) string {
	if kind == "" {
		return kinds.Reference()
	}
	return kinds.ReferenceOf(kind)
}

// Schemas returns the JSON Schema of each kind's frontmatter, by the name of the kind. With
// a snapshot, which may be nil, they also know the topics, cycles and other names of the site.
func Schemas(s *generator.Snapshot) (map[string][]byte, error) {
	var p *portal.Portal
	if s != nil {
		p = s.Portal()
	}
	all := map[string][]byte{}
	for name, schema := range kinds.Schemas(p) {
		text, err := json.MarshalIndent(schema, "", "  ")
		if err != nil {
			return nil, err
		}
		all[name] = append(text, '\n')
	}
	return all, nil
}

// Translation returns a file of the interface's words to begin a translation with, for a
// language by its BCP 47 tag.
func Translation(templates fs.FS, lang string) (string, error) {
	tag, err := language.Parse(lang)
	if err != nil {
		return "", err
	}
	return theme.WordFile(templates, tag)
}
