package page

import (
	"slices"
	"strings"

	"ithaca/generator/each"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// WorksheetIndex lists the worksheets by the part of a mentorship they help
// with: the view of "worksheet-index".
type WorksheetIndex struct{ Stages []Stage }

// Worksheet is a form to print or to fill in: the view of "worksheet".
type Worksheet struct {
	*portal.Worksheet
	Fields  []SheetField
	Text    site.Prose
	Save    SheetFile
	Sample  []Sample // the filled-in example, in the order of the fields
	Guides  []Card
	Stories []Card       // whose people used it
	Helpers []Suggested  // people who can help with what the guides are about; none for mentors
	Later   string       // URL of what the scripts of a profile's sheet judge by and say; "" for other sheets
	Topics  []SheetTopic // what a profile's sheet knows of the portal's topics
	Strict  bool         // Topics are all that a profile may name
	Names   string       // the address of what all topics are called
}

// SheetTopic is a topic that one can name in a profile's sheet.
type SheetTopic struct {
	Title string
	Slug  string // "" where it is the title, folded
}

// SheetField is a field of a sheet. What a choice or a checklist of a profile's
// sheet offers may be codes; Family is that of the interface's words for them, ""
// where the options are words.
type SheetField struct {
	portal.SheetField
	Lang    string // BCP 47: of its words, where that is not the page's; else ""
	Family  string
	Begins  string            // the part of a profile that begins with it: you, help, way or word
	Takes   string            // what the file's key takes; "" in other sheets
	Needed  bool              // a profile is not finished without it
	Choices []site.FacetValue // the portal's own languages or needs, for a profile's file
}

// Sample is a field with its example answer.
type Sample struct {
	SheetField
	Lines []string
	Rows  [][]string  // of a table: the cells of each line
	Day   portal.Date // of a date; none where the answer is in other words
}

func sample(f SheetField, a portal.Answer) Sample {
	s := Sample{SheetField: f, Lines: a.Lines}
	switch f.Kind {
	case portal.DateField:
		s.Day, _ = portal.ParseDate(strings.Join(a.Lines, ""))
	case portal.TableField:
		for _, line := range a.Lines {
			s.Rows = append(s.Rows, cells(line, len(f.Options)))
		}
	}
	return s
}

// cells takes "a | b | c" apart into as many cells as the table has columns;
// the last one keeps what is left over.
func cells(line string, columns int) []string {
	row := make([]string, columns)
	for i, cell := range strings.SplitN(line, "|", columns) {
		row[i] = strings.TrimSpace(cell)
	}
	return row
}

func sheetPath(w *portal.Worksheet) string { return "/worksheets/" + w.Slug + "/" }

func (pl views) sheetCard(w *portal.Worksheet) Card {
	return Card{Link: site.Link{Title: w.Title, Lang: w.Lang, URL: pl.URL(sheetPath(w))}, Summary: w.Summary, For: w.For}
}

func planWorksheetIndex(pl planner) {
	pl.addIndex("worksheets", len(pl.Portal.Worksheets), func() any {
		return &WorksheetIndex{stages(pl.Portal.Worksheets, func(w *portal.Worksheet) portal.GuideStage { return w.Stage }, pl.sheetCard)}
	})
}

func planWorksheets(pl planner) {
	trail := pl.Trail("nav-worksheets", "/worksheets/")
	for _, w := range pl.Portal.Worksheets {
		view := func() any { return newWorksheet(pl.views, w) }
		pl.add(sheetPath(w), &w.Item, site.Head{Title: w.Title, Description: w.Summary, Section: "worksheets", Breadcrumb: trail}, view)
		if pl.sheetFile(w).Parts != nil {
			pl.addLater(sheetPath(w), view)
		}
	}
}

func newWorksheet(pl views, w *portal.Worksheet) *Worksheet {
	v := &Worksheet{
		Worksheet: w, Text: pl.Prose(&w.Item), Save: pl.sheetFile(w),
		Later:   pl.URL(laterPath(sheetPath(w))),
		Stories: each.Of(slices.DeleteFunc(pl.Stories(), func(s *portal.Story) bool { return s.Worksheet != w.Slug }), pl.storyCard),
	}
	v.Fields = pl.sheetFields(w, v.Save.Parts)
	if v.Save.Parts != nil {
		v.Topics, v.Names = pl.sheetTopics(), pl.URL(site.NamesPath)
		v.Strict = pl.Portal.Program.Strict && len(v.Topics) < sheetTopics
	}
	for _, answer := range w.Example {
		i := slices.IndexFunc(v.Fields, func(f SheetField) bool { return f.Name == answer.Name })
		if i >= 0 && strings.Join(answer.Lines, "") != "" { // else it is left blank
			v.Sample = append(v.Sample, sample(v.Fields[i], answer))
		}
	}
	var topics []portal.TopicRef
	for _, g := range pl.Guides() {
		if g.Worksheet == w.Slug {
			v.Guides = append(v.Guides, pl.guideCard(g))
			topics = append(topics, g.Topics...)
		}
	}
	if w.For != portal.SheetForMentor {
		v.Helpers = pl.helpers(topics)
	}
	return v
}
