package field

import (
	"fmt"
	"strings"
)

// Known is what a site has names for, by the words of the shapes that take such names.
type Known map[string]Names

// Names are the names of things. Where they are open, others are taken too.
type Names struct {
	All  []string
	Open bool
}

// Schema returns the JSON Schema of a shape, ready for encoding/json. A key without a value is allowed
// everywhere, so every type may also be null.
func Schema(a About, known Known) map[string]any {
	s := map[string]any{}
	if len(a.Either) > 0 {
		var choices []any
		for _, choice := range a.Either {
			choices = append(choices, Schema(choice, known))
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
		s["enum"] = append(anys(a.enum), nil)
	}
	if names, found := known[a.Words]; found && names.Open && len(names.All) > 0 {
		s["anyOf"] = []any{map[string]any{"enum": names.All}, map[string]any{"type": []string{a.JSON}}}
	} else if found && !names.Open {
		s["enum"] = append(anys(names.All), nil)
	}
	bounds(s, a)
	if a.item != nil {
		s["items"] = Schema(*a.item, known)
	}
	switch {
	case a.own != nil:
		s["additionalProperties"] = Schema(*a.own, known)
	case a.JSON == "object":
		fields(s, a.fields, known)
	}
	return s
}

func anys(words []string) []any {
	all := make([]any, len(words))
	for i, w := range words {
		all[i] = w
	}
	return all
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

func fields(s map[string]any, all []fieldAbout, known Known) {
	properties := map[string]any{}
	var required []string
	for _, f := range all {
		p := Schema(f.about, known)
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

// WriteTable writes a table of the fields of a group, as Markdown, with those of
// the groups inside it.
func WriteTable(b *strings.Builder, a About) {
	b.WriteString("\n| field | value | meaning |\n| --- | --- | --- |\n")
	rows(b, "", a.fields)
}

// rows writes a row for each field and, indented by its name, for the fields
// inside it.
func rows(b *strings.Builder, prefix string, fields []fieldAbout) {
	for _, f := range fields {
		name := prefix + f.name
		words := f.about.Words
		if f.required {
			words += " (required)"
		}
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", name, cell(words), cell(f.words))
		inner, suffix := f.about, "."
		if inner.item != nil {
			inner, suffix = *inner.item, "[]."
		}
		for _, choice := range inner.Either {
			rows(b, name+suffix, choice.fields)
		}
		rows(b, name+suffix, inner.fields)
	}
}

func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }
