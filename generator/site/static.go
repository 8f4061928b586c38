package site

import (
	"strings"

	"ithaca/generator/diag"
)

// MissingFile is reported for a file of the brand that is not there.
const MissingFile diag.Code = "missing-file"

// staticFolder is where a site keeps files that are published as they are.
const staticFolder = "templates/static/"

// planStatic plans the files that are published as they are. They come last, so
// that a clash is theirs.
func planStatic(pl *planner) {
	for name, data := range inOrder(pl.static) {
		if taken := pl.plan.byURL[pl.prefix+"/"+name]; taken != nil {
			pl.diags.Errorf(diag.Position{File: staticFolder + name}, URLTaken, "give the file another name",
				"the address /%s already belongs to the portal", name)
			continue
		}
		pl.file("/"+name, func(func(string) string) []byte { return data })
	}
}

// brandFile gives the URL of a file that the brand names, "" for none. One that
// is not there is a mistake.
func (pl *planner) brandFile(key, name string) string {
	if name == "" {
		return ""
	}
	url := pl.url("/" + strings.TrimPrefix(name, "/"))
	if _, ok := pl.static[strings.TrimPrefix(name, "/")]; !ok || url == "" {
		pl.diags.Errorf(diag.Position{File: pl.portal.Program.File}, MissingFile,
			"put it there, or correct the name", "`brand.%s` names %s, and there is no file %s%s", key, short(name), staticFolder, short(name))
		return ""
	}
	return url
}
