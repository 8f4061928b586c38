package content

import "strings"

// Schemas returns a JSON Schema (draft 2020-12) for the frontmatter of each kind,
// by its folder; "index" for index.md. Editors use it to complete and check
// fields while they are written. The values are ready for encoding/json.
func Schemas() map[string]any {
	all := map[string]any{}
	for _, k := range kinds() {
		s := schema(k.about)
		s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
		s["title"] = k.title
		s["description"] = k.words
		all[k.name()] = s
	}
	return all
}

// schema returns the schema of a shape. A key without a value is allowed
// everywhere, so every type may also be null.
func schema(a about) map[string]any {
	s := map[string]any{}
	if len(a.either) > 0 {
		var choices []any
		for _, choice := range a.either {
			choices = append(choices, schema(choice))
		}
		s["anyOf"] = choices
		return s
	}
	if a.json == "boolean" { // yes and no are texts to editors
		s["enum"] = []any{true, false, "yes", "no", nil}
		return s
	}
	s["type"] = []string{a.json, "null"}
	if a.format != "" {
		s["format"] = a.format
	}
	if a.pattern != "" {
		s["pattern"] = a.pattern
	}
	if len(a.enum) > 0 {
		var words []any
		for _, w := range a.enum {
			words = append(words, w)
		}
		s["enum"] = append(words, nil)
	}
	bounds(s, a)
	if a.item != nil {
		s["items"] = schema(*a.item)
	}
	if a.json == "object" {
		fields(s, a.fields)
	}
	return s
}

func bounds(s map[string]any, a about) {
	low, high := "minimum", "maximum"
	switch a.json {
	case "string":
		low, high = "minLength", "maxLength"
	case "array":
		low, high = "minItems", "maxItems"
	}
	if a.min != nil {
		s[low] = *a.min
	}
	if a.max != nil {
		s[high] = *a.max
	}
}

func fields(s map[string]any, all []fieldAbout) {
	properties := map[string]any{}
	var required []string
	for _, f := range all {
		p := schema(f.about)
		p["description"] = strings.TrimSpace(f.words)
		properties[f.name] = p
		if f.required {
			required = append(required, f.name)
		}
	}
	s["properties"] = properties
	s["additionalProperties"] = false
	if required != nil {
		s["required"] = required
	}
}
