package generator

import (
	"encoding/json"

	"ithaca/generator/content"
)

// Reference returns the reference of everything that can be written under
// content/, as Markdown.
func Reference() string { return content.Reference() }

// ReferenceOf returns the part of the reference about one kind, named by its folder
// or "index"; "" for an unknown name.
func ReferenceOf(kind string) string { return content.ReferenceOf(kind) }

// Schema returns the JSON Schema of a kind's frontmatter, named by its folder or
// "index", and all of these names. The schema is nil for an unknown name.
func Schema(name string) (schema []byte, names []string, err error) {
	all := content.Schemas()
	for n := range all {
		names = append(names, n)
	}
	if all[name] == nil {
		return nil, names, nil
	}
	schema, err = json.MarshalIndent(all[name], "", "  ")
	return schema, names, err
}
