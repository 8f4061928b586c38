package field

import "strings"

// Schema returns the JSON Schema of a shape, ready for encoding/json. A key without a value is allowed
// everywhere, so every type may also be null.
func Schema(a About) map[string]any {
	s := map[string]any{}
	if len(a.Either) > 0 {
		var choices []any
		for _, choice := range a.Either {
			choices = append(choices, Schema(choice))
		}
		s["anyOf"] = choices
		return s
	}
	if a.JSON == "boolean" { // yes and no are texts to editors
		s["enum"] = []any{true, false, "yes", "no", nil}
		return s
	}
	s["type"] = []string{a.JSON, "null"}
	if a.Format != "" {
		s["format"] = a.Format
	}
	if a.Pattern != "" {
		s["pattern"] = a.Pattern
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
		s["items"] = Schema(*a.item)
	}
	switch {
	case a.own != nil:
		s["additionalProperties"] = Schema(*a.own)
	case a.JSON == "object":
		fields(s, a.fields)
	}
	return s
}

func bounds(s map[string]any, a About) {
	low, high := "minimum", "maximum"
	switch a.JSON {
	case "string":
		low, high = "minLength", "maxLength"
	case "array":
		low, high = "minItems", "maxItems"
	case "object":
		low, high = "minProperties", "maxProperties"
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
		p := Schema(f.about)
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
