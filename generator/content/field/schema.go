package field

import (
	"fmt"
	"strings"

	"ithaca/generator/each"
)

// Known are the names that a site defines, by About.Words of the shapes that take them.
type Known map[string]Names

// Names are names of one kind. If they are open, other values are valid too.
type Names struct {
	All  []string
	Open bool
}

// Schema returns the JSON Schema of a shape, ready for encoding/json. A key without a value is allowed
// everywhere, so every type may also be null.
func Schema(a About, known Known) map[string]any {
	s := map[string]any{}
	if len(a.Either) > 0 {
		s["anyOf"] = each.Of(a.Either, func(choice About) any { return Schema(choice, known) })
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
		s["enum"] = append(anySlice(a.enum), nil)
	}
	if names, found := known[a.Words]; found && names.Open && len(names.All) > 0 {
		s["anyOf"] = []any{map[string]any{"enum": names.All}, map[string]any{"type": []string{a.JSON}}}
	} else if found && !names.Open {
		s["enum"] = append(anySlice(names.All), nil)
	}
	schemaBounds(s, a)
	if a.item != nil {
		s["items"] = Schema(*a.item, known)
	}
	switch {
	case a.own != nil:
		s["additionalProperties"] = Schema(*a.own, known)
	case a.JSON == "object":
		schemaFields(s, a.fields, known)
	}
	return s
}

func anySlice(words []string) []any {
	return each.Of(words, func(w string) any { return w })
}

func schemaBounds(s map[string]any, a About) {
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

func schemaFields(s map[string]any, all []fieldAbout, known Known) {
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

// WriteTable writes the fields of a group, and of groups within it, as a Markdown table.
func WriteTable(b *strings.Builder, a About) {
	b.WriteString("\n| field | value | meaning |\n| --- | --- | --- |\n")
	tableRows(b, "", a.fields)
}

// tableRows writes a row for each field and, indented by its name, for the fields
// inside it.
func tableRows(b *strings.Builder, prefix string, fields []fieldAbout) {
	for _, f := range fields {
		name := prefix + f.name
		words := f.about.Words
		if f.required {
			words += " (required)"
		}
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", name, tableCell(words), tableCell(f.words))
		inner, suffix := f.about, "."
		if inner.item != nil {
			inner, suffix = *inner.item, "[]."
		}
		for _, choice := range inner.Either {
			tableRows(b, name+suffix, choice.fields)
		}
		tableRows(b, name+suffix, inner.fields)
	}
}

func tableCell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }
