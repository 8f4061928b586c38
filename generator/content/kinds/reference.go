package kinds

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/portal"
)

// Reference returns the reference of everything that can be written under
// content/, as Markdown, from the declarations that decode it.
func Reference() string {
	var b strings.Builder
	b.WriteString("# What can be written under content/\n\n" +
		"Every file begins with fields between two lines `---`; a text in Markdown follows. " +
		"A field that is not marked as required may be left out: that means \"not stated\", never \"no\".\n")
	for _, k := range All {
		b.WriteByte('\n')
		k.refer(&b)
	}
	return b.String()
}

// ReferenceOf returns the part of the reference about one kind, named by its folder
// or "index"; "" for an unknown name.
func ReferenceOf(name string) string {
	var b strings.Builder
	if k := first(func(k *Kind) bool { return k.name() == name }); k != nil {
		k.refer(&b)
	}
	return b.String()
}

// name returns the name of a kind in commands: its folder, or index.
func (k *Kind) name() string { return cmp.Or(k.Folder, "index") }

// refer writes the chapter of a kind.
func (k *Kind) refer(b *strings.Builder) {
	fmt.Fprintf(b, "## %s\n\n%s\n", k.title, k.words)
	if k.Folder != "" {
		fmt.Fprintf(b, "\nFiles: `content/%[1]s/NAME.md`, or `content/%[1]s/NAME/index.md` with pictures beside it.\n", k.Folder)
	}
	field.WriteTable(b, k.About)
}

// Schemas returns a JSON Schema (draft 2020-12) for the frontmatter of each kind,
// by its folder; "index" for index.md. Editors use it to complete and check
// fields while they are written. With a portal, which may be nil, it also has the names that
// the portal defines. The values are ready for encoding/json.
func Schemas(p *portal.Portal) map[string]any {
	all, known := map[string]any{}, names(p)
	for _, k := range All {
		s := field.Schema(k.About, known)
		s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
		s["title"] = k.title
		s["description"] = k.words
		if extra, has := s["properties"].(map[string]any)["extra"].(map[string]any); has && p != nil && k != Program {
			ownSchema(extra, p.Program.Own[k.Folder])
		}
		all[k.name()] = s
	}
	return all
}

// ownSchema restricts the schema of the program's own fields to the declared ones.
func ownSchema(extra map[string]any, fields []portal.OwnField) {
	properties := map[string]any{}
	for _, f := range fields {
		properties[f.Key] = map[string]any{"title": f.Title, "allOf": []any{extra["additionalProperties"]}}
	}
	extra["properties"], extra["additionalProperties"] = properties, false
}

// names returns the names that a portal defines, without topics that only requests name,
// which are private. Those of topics and languages are open: topics also have titles and
// synonyms.
func names(p *portal.Portal) field.Known {
	if p == nil {
		return nil
	}
	var topics, languages []string
	public := map[*portal.Topic]bool{}
	for _, m := range p.Mentors {
		languages = append(languages, m.Languages...)
		for _, ref := range m.Topics() {
			public[p.Topics.Of(ref)] = true
		}
	}
	for _, t := range p.Topics.All() {
		if t.Use.Key == "" && (t.File != "" || public[t]) {
			topics = append(topics, t.Slug)
		}
	}
	slices.Sort(languages)
	known := field.Known{
		"topic by its name":               {All: topics, Open: true},
		"language's code, as en or pt-BR": {All: slices.Compact(languages), Open: true},
		"id of a cycle":                   {All: p.Program.CycleIDs()},
		"mentor":                          {All: portal.Slugs(p.Mentors)}, "guide": {All: portal.Slugs(p.Guides)}, "worksheet": {All: portal.Slugs(p.Worksheets)},
	}
	if len(p.Program.Values) > 0 {
		known["value"] = field.Names{All: p.Program.Values}
	}
	return known
}
