package kinds

import (
	"cmp"
	"slices"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// The codes of worksheets.
const (
	// UnknownFieldName: an answer or an output that names an unknown field of the sheet.
	UnknownFieldName diag.Code = "unknown-field-name"
	// MissingOptions: a field to choose from without choices.
	MissingOptions diag.Code = "missing-options"
)

// outputWords describes for authors how templates/assets/js/fill.js fills in an output.
const outputWords = "A text with {name} where a field's answer goes. A line whose answers are all empty is left out. " +
	"A table or a checklist becomes a table or a list where its place is all of a line, else a part of the sentence. " +
	"An output that begins with a line `---` is a file: in its fields write {name} for a number, a day or a text, \"{name}\" for what is always a text, " +
	"and [{name}] for a list of what stands between commas. Whatever the answers hold, the fields stay those of the output."

var Worksheet = declare(Kind{
	Folder: "worksheets", one: "worksheet", title: "Worksheets", BodyLimit: guideLimit, Top: 2,
	words: "A form to fill in on paper or on screen. The text below the fields says how to use it.",
}, func(p *portal.Portal, w *portal.Worksheet) { p.Worksheets = append(p.Worksheets, w) },
	field.Group(checkWorksheet,
		field.Must("title", field.Line(120), func(w *portal.Worksheet) *string { return &w.Title }, "The title."),
		field.Must("summary", field.Line(300), func(w *portal.Worksheet) *string { return &w.Summary }, "What it is for."),
		field.Has("stage", field.Word(portal.GuideStages()), func(w *portal.Worksheet) *portal.GuideStage { return &w.Stage }, "The part of a mentorship it helps with."),
		field.Has("for", field.Word(portal.SheetReaders()), func(w *portal.Worksheet) *portal.SheetReader { return &w.For }, "Who fills it in."),
		field.Must("fields", field.List(sheetField(), 60), func(w *portal.Worksheet) *[]portal.SheetField { return &w.Fields }, "What there is to fill in, in order."),
		field.Has("produces", field.Word(portal.Products()), func(w *portal.Worksheet) *portal.Product { return &w.Produces }, "What it becomes when it is filled in."),
		field.Has("output", field.Paragraph(8000), func(w *portal.Worksheet) *string { return &w.Output }, outputWords),
		field.Has("example", answers(), func(w *portal.Worksheet) *[]portal.Answer { return &w.Example }, "Answers by the names of fields, shown as a filled-in sample."),
		draft[portal.Worksheet](), aliases[portal.Worksheet](),
	))

func sheetField() field.Shape[portal.SheetField] {
	type f = portal.SheetField
	return field.Group(checkSheetField,
		field.Must("label", field.Line(160), func(f *f) *string { return &f.Label }, "The question."),
		field.Has("name", part.Identifier(), func(f *f) *string { return &f.Name }, "What output and example call it; made from the label if not stated."),
		field.Has("kind", field.Word(portal.FieldKinds()), func(f *f) *portal.FieldKind { return &f.Kind }, "How it is filled in; a line if not stated."),
		field.Has("options", field.List(field.Line(120), 30), func(f *f) *[]string { return &f.Options }, "The choices, the columns of a table, or the two ends of a scale."),
		field.Has("help", field.Line(300), func(f *f) *string { return &f.Help }, "A hint for filling it in."),
	)
}

func checkSheetField(d *field.Decoder, n field.Node, f *portal.SheetField) {
	f.Kind = cmp.Or(f.Kind, portal.LineField)
	if label := n.Get("label"); f.Name == "" && f.Label != "" && !n.Has("name") {
		if f.Name = Propose(f.Label); f.Name == "" {
			d.Missing(label, field.MissingField, "add `name:` (a-z, 0-9 and hyphens)", "no name can be made from the label \"%s\"", field.Short(f.Label))
		}
	}
	needed := map[portal.FieldKind]int{portal.ChoiceField: 2, portal.ChecklistField: 1, portal.TableField: 1}[f.Kind]
	if len(f.Options) < needed {
		d.Missing(n, MissingOptions, "add `options: [first, second]`", "a field of kind %s needs `options`", f.Kind)
	}
}

// answers are texts or lists of texts by the names of fields.
func answers() field.Shape[[]portal.Answer] {
	texts := field.List(field.Paragraph(2000), 40)
	text := field.Paragraph(4000)
	about := field.About{Words: "answers by name", JSON: "object", Text: true}
	return field.Shape[[]portal.Answer]{About: about, Read: func(d *field.Decoder, n field.Node) ([]portal.Answer, bool) {
		if !n.IsGroup() {
			d.WrongType(n, "answers by the names of fields", "")
			return nil, false
		}
		var all []portal.Answer
		for key, value := range n.Entries() {
			a := portal.Answer{Name: key.Value}
			d.Enter(a.Name)
			if value.IsList() {
				a.Lines, _ = texts.Read(d, value)
			} else if !value.Empty() {
				one, _ := text.Read(d, value.AsText())
				a.Lines = strings.Split(one, "\n")
			}
			all = append(all, a)
		}
		return all, true
	}}
}

// checkWorksheet checks fields, example and output against each other.
func checkWorksheet(d *field.Decoder, n field.Node, w *portal.Worksheet) {
	names := sheetNames(d, n.Get("fields"), w.Fields)
	for key := range n.Get("example").Entries() {
		if !slices.Contains(names, key.Value) {
			d.Errorf(key, UnknownFieldName, sheetHint(d, key.Value, names), "the sheet has no field named `%s`", field.Short(key.Value))
		}
	}
	order.Stable(w.Example, func(a, b portal.Answer) int {
		return slices.Index(names, a.Name) - slices.Index(names, b.Name)
	})
	for _, s := range part.Slot.FindAllString(w.Output, -1) {
		if name := strings.Trim(s, "{}"); !slices.Contains(names, name) {
			d.Errorf(n.Get("output"), UnknownFieldName, sheetHint(d, name, names),
				"the output has a place for `%s`, which is no field of the sheet", field.Short(name))
		}
	}
}

// sheetNames returns the names of a sheet's fields, and reports duplicates.
func sheetNames(d *field.Decoder, list field.Node, fields []portal.SheetField) []string {
	var names []string
	for i, f := range fields {
		if f.Name == "" {
			continue
		}
		if slices.Contains(names, f.Name) {
			at := list
			if items := list.Items(); len(items) == len(fields) {
				at = items[i]
			}
			d.Errorf(at, DuplicateID, "give each field a `name` of its own", "two fields are named `%s`", f.Name)
		}
		names = append(names, f.Name)
	}
	return names
}

func sheetHint(d *field.Decoder, name string, names []string) string {
	if near := d.Nearest(name, names); near != "" {
		return "did you mean `" + near + "`?"
	}
	return "write the `name` of a field, or its label in lower case with hyphens"
}
