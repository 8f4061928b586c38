package content

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// The codes of worksheets.
const (
	// UnknownFieldName: an answer or an output that names no field of the sheet.
	UnknownFieldName diag.Code = "unknown-field-name"
	// MissingOptions: a field to choose from without choices.
	MissingOptions diag.Code = "missing-options"
)

// outputWords is the one place that tells authors how an output is filled in;
// templates/assets/js/fill.js does it.
const outputWords = "A text with {name} where a field's answer goes. A line whose answers are all empty is left out. " +
	"A table or a checklist becomes a table or a list where its place is all of a line, else a part of the sentence. " +
	"An output that begins with a line `---` is a file: in its fields write {name} for a number, a day or a text, \"{name}\" for what is always a text, " +
	"and [{name}] for a list of what stands between commas. Whatever the answers hold, the fields stay those of the output."

func worksheetItem(w *portal.Worksheet) *portal.Item { return &w.Item }

var worksheetKind = declare(kind{
	folder: "worksheets", title: "Worksheets", bodyLimit: guideLimit, top: 2,
	words: "A form to fill in on paper or on screen. The text below the fields says how to use it.",
}, worksheetItem, func(p *portal.Portal, w *portal.Worksheet) { p.Worksheets = append(p.Worksheets, w) },
	object(checkWorksheet,
		must("title", line(120), func(w *portal.Worksheet) *string { return &w.Title }, "The title."),
		must("summary", line(300), func(w *portal.Worksheet) *string { return &w.Summary }, "What it is for."),
		has("stage", word(portal.GuideStages()), func(w *portal.Worksheet) *portal.GuideStage { return &w.Stage }, "The part of a mentorship it helps with."),
		has("for", word(portal.SheetReaders()), func(w *portal.Worksheet) *portal.SheetReader { return &w.For }, "Who fills it in."),
		must("fields", list(sheetField(), 60), func(w *portal.Worksheet) *[]portal.SheetField { return &w.Fields }, "What there is to fill in, in order."),
		has("produces", word(portal.Products()), func(w *portal.Worksheet) *portal.Product { return &w.Produces }, "What it becomes when it is filled in."),
		has("output", paragraph(8000), func(w *portal.Worksheet) *string { return &w.Output }, outputWords),
		has("example", answers(), func(w *portal.Worksheet) *[]portal.Answer { return &w.Example }, "Answers by the names of fields, shown as a filled-in sample."),
		draft(worksheetItem), aliases(worksheetItem),
	))

func sheetField() shape[portal.SheetField] {
	type f = portal.SheetField
	return object(checkSheetField,
		must("label", line(160), func(f *f) *string { return &f.Label }, "The question."),
		has("name", identifier(), func(f *f) *string { return &f.Name }, "What output and example call it; made from the label if not stated."),
		has("kind", word(portal.FieldKinds()), func(f *f) *portal.FieldKind { return &f.Kind }, "How it is filled in; a line if not stated."),
		has("options", list(line(120), 30), func(f *f) *[]string { return &f.Options }, "The choices, the columns of a table, or the two ends of a scale."),
		has("help", line(300), func(f *f) *string { return &f.Help }, "A hint for filling it in."),
	)
}

func checkSheetField(d *decoder, n *yaml.Node, f *portal.SheetField) {
	if f.Kind == "" {
		f.Kind = portal.LineField
	}
	if label := valueOf(n, "label"); f.Name == "" && f.Label != "" && valueOf(n, "name") == nil {
		if f.Name = proposal(f.Label); f.Name == "" {
			d.missing(d.at(label), MissingField, "add `name:` (a-z, 0-9 and hyphens)", "no name can be made from the label \"%s\"", short(f.Label))
		}
	}
	needed := map[portal.FieldKind]int{portal.ChoiceField: 2, portal.ChecklistField: 1, portal.TableField: 1}[f.Kind]
	if len(f.Options) < needed {
		d.missing(d.at(n), MissingOptions, "add `options: [first, second]`", "a field of kind %s needs `options`", f.Kind)
	}
}

// answers are texts or lists of texts by the names of fields.
func answers() shape[[]portal.Answer] {
	texts := list(paragraph(2000), 40)
	text := paragraph(4000)
	return shape[[]portal.Answer]{
		about: about{words: "answers by name", json: "object"},
		read: func(d *decoder, n *yaml.Node) ([]portal.Answer, bool) {
			if n.Kind != yaml.MappingNode {
				d.wrongType(n, "answers by the names of fields", "")
				return nil, false
			}
			var all []portal.Answer
			for i := 0; i+1 < len(n.Content); i += 2 {
				a := portal.Answer{Name: n.Content[i].Value}
				d.field = a.Name
				if value := n.Content[i+1]; value.Kind == yaml.SequenceNode {
					a.Lines, _ = texts.read(d, value)
				} else if !empty(value) {
					one, _ := text.read(d, answerText(value))
					a.Lines = strings.Split(one, "\n")
				}
				all = append(all, a)
			}
			return all, true
		},
	}
}

// answerText lets a number, a date or a yes stand as the text it is: on a form
// everything is.
func answerText(n *yaml.Node) *yaml.Node {
	if n.Kind != yaml.ScalarNode {
		return n
	}
	text := *n
	text.Tag = "!!str"
	return &text
}

// checkWorksheet is what holds between fields, example and output.
func checkWorksheet(d *decoder, n *yaml.Node, w *portal.Worksheet) {
	names := d.sheetNames(valueOf(n, "fields"), w.Fields)
	if example := valueOf(n, "example"); example != nil && example.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(example.Content); i += 2 {
			if key := example.Content[i]; !slices.Contains(names, key.Value) {
				d.errorf(d.at(key), UnknownFieldName, d.sheetHint(key.Value, names), "the sheet has no field named `%s`", short(key.Value))
			}
		}
		slices.SortStableFunc(w.Example, func(a, b portal.Answer) int {
			return slices.Index(names, a.Name) - slices.Index(names, b.Name)
		})
	}
	for _, s := range slot.FindAllString(w.Output, -1) {
		if name := strings.Trim(s, "{}"); !slices.Contains(names, name) {
			d.errorf(d.at(valueOf(n, "output")), UnknownFieldName, d.sheetHint(name, names),
				"the output has a place for `%s`, which is no field of the sheet", short(name))
		}
	}
}

// sheetNames returns the names of a sheet's fields, and reports those that two
// fields have.
func (d *decoder) sheetNames(list *yaml.Node, fields []portal.SheetField) []string {
	var names []string
	for i, f := range fields {
		if f.Name == "" {
			continue
		}
		if slices.Contains(names, f.Name) {
			at := d.at(list)
			if len(list.Content) == len(fields) {
				at = d.at(list.Content[i])
			}
			d.errorf(at, DuplicateID, "give each field a `name` of its own", "two fields are named `%s`", f.Name)
		}
		names = append(names, f.Name)
	}
	return names
}

func (d *decoder) sheetHint(name string, names []string) string {
	if near := d.nearest(name, names); near != "" {
		return "did you mean `" + near + "`?"
	}
	return "write the `name` of a field, or its label in lower case with hyphens"
}
