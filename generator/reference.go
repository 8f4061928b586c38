package generator

import (
	"encoding/json"
	"io/fs"
	"maps"
	"slices"

	"golang.org/x/text/language"

	"ithaca/generator/content/kinds"
	"ithaca/generator/portal"
	"ithaca/generator/theme"
)

// Reference returns the reference of everything that can be written under
// content/, as Markdown.
func Reference() string { return kinds.Reference() }

// ReferenceOf returns the part of the reference about one kind, named by its folder
// or "index"; "" for an unknown name.
func ReferenceOf(kind string) string { return kinds.ReferenceOf(kind) }

// Kinds returns the names of the kinds of content, sorted: their folders, and "index".
func Kinds() []string { return slices.Sorted(maps.Keys(kinds.Schemas(nil))) }

// Schemas returns the JSON Schema of each kind's frontmatter, by the name of the kind. With
// a snapshot, which may be nil, they also know the topics, cycles and other names of the site.
func Schemas(s *Snapshot) (map[string][]byte, error) {
	var p *portal.Portal
	if s != nil {
		p = s.portal
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

// ReferenceWords returns a file of words to begin a translation with, for a language
// by its BCP 47 tag.
func ReferenceWords(templates fs.FS, lang string) (string, error) {
	tag, err := language.Parse(lang)
	if err != nil {
		return "", err
	}
	return theme.WordFile(templates, tag)
}
