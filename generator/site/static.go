package site

import (
	"maps"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// MissingFile is reported for a file of the brand that is not there.
const MissingFile diag.Code = "missing-file"

// staticFolder is where a site keeps files that are published as they are.
const staticFolder = "templates/static/"

// planStatic plans the files that are published as they are. They come last, so
// that a clash with a page or another file is theirs.
func (pl *Planner) planStatic(static map[string][]byte) {
	for _, name := range slices.Sorted(maps.Keys(static)) {
		data := func(func(string) string) []byte { return static[name] }
		pl.Add("/"+name, &Page{Data: data, static: staticFolder + name})
	}
}

// brandFile returns the URL of a file that the brand names at a place, "" for none.
// One that is not there is a mistake.
func (pl *Planner) brandFile(static map[string][]byte, key, name string, at portal.Place) string {
	if name == "" {
		return ""
	}
	url := pl.URL("/" + strings.TrimPrefix(name, "/"))
	if _, ok := static[strings.TrimPrefix(name, "/")]; !ok || url == "" {
		pl.diags.Errorf(diag.Position{File: pl.Portal.Program.File, Line: at.Line, Column: at.Column}, MissingFile,
			"put it there, or correct the name", "`brand.%s` names %s, and there is no file %s%s", key, short(name), staticFolder, short(name))
		return ""
	}
	return url
}
