package generator

import (
	"encoding/json"
	"io/fs"

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

// Schema returns the JSON Schema of a kind's frontmatter, named by its folder or
// "index", and all of these names. The schema is nil for an unknown name. With a snapshot,
// which may be nil, it also knows the topics, cycles and other names of the site.
func Schema(name string, s *Snapshot) (schema []byte, names []string, err error) {
	var p *portal.Portal
	if s != nil {
		p = s.portal
	}
	all := kinds.Schemas(p)
	for n := range all {
		names = append(names, n)
	}
	if all[name] == nil {
		return nil, names, nil
	}
	schema, err = json.MarshalIndent(all[name], "", "  ")
	return schema, names, err
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
