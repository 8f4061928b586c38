package page

import (
	"slices"
	"strings"

	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// SheetFile is the file that a worksheet's filled output is saved as.
type SheetFile struct {
	Name    string // without its ending, where no answer names the file
	NamedBy string // the field whose answer does; "" for none
	Exact   bool   // the file is read by the portal: days must be written as days
	Draft   site.NewFile
	Parts   []FilePart // what the fields of a profile's sheet are; none of other sheets
}

// sheetFile says how the output of a sheet is saved. A profile can be proposed to
// the repository; requests are private and never are.
func (pl views) sheetFile(w *portal.Worksheet) SheetFile {
	file := SheetFile{Name: w.Slug}
	if w.Produces != portal.ProfileProduct && w.Produces != portal.RequestProduct {
		return file
	}
	file.Name = string(w.Produces)
	file.Exact = strings.HasPrefix(w.Output, "---\n")
	for _, name := range []string{"pseudonym", "name"} {
		if file.NamedBy == "" && slices.ContainsFunc(w.Fields, func(f portal.SheetField) bool { return f.Name == name }) {
			file.NamedBy = name
		}
	}
	if w.Produces == portal.ProfileProduct && file.Exact {
		file.Parts = fileParts(w)
		file.Draft = pl.NewFile("content/mentors")
	}
	return file
}
