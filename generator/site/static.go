package site

import (
	"maps"
	"path"
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
// that a clash is theirs: with a page or another file, also where names differ
// only in their letter case or where one would be the folder of the other.
func (pl *Planner) planStatic(static map[string][]byte) {
	if len(static) == 0 {
		return
	}
	used := pathsInUse(pl.pages)
	for _, name := range slices.Sorted(maps.Keys(static)) {
		folded := strings.ToLower(name)
		if owner, taken := used.at(folded); taken {
			pl.diags.Errorf(diag.Position{File: staticFolder + name}, URLTaken, "give the file another name",
				"the address /%s is already taken by %s", strings.TrimSuffix(name, "index.html"), owner)
			continue
		}
		used.take(folded, staticFolder+name)
		pl.AddFile("/"+name, func(func(string) string) []byte { return static[name] })
	}
}

// inUse holds who has which path of the portal, in small letters.
type inUse struct {
	files   map[string]string
	folders map[string]string
}

func pathsInUse(pages []*Page) inUse {
	used := inUse{map[string]string{}, map[string]string{}}
	used.take(ManifestPath, "a file that every portal has")
	for _, page := range pages {
		used.take(strings.ToLower(page.Path), page.owner())
	}
	return used
}

func (u inUse) take(file, owner string) {
	u.files[file] = owner
	for folder := path.Dir(file); folder != "."; folder = path.Dir(folder) {
		u.folders[folder] = owner
	}
}

// at returns who is in the way of a file.
func (u inUse) at(file string) (owner string, taken bool) {
	if owner, taken = u.files[file]; taken {
		return owner, true
	}
	if owner, taken = u.folders[file]; taken {
		return owner, true
	}
	for way := file; way != "."; way = path.Dir(way) {
		if owner, taken = u.files[way]; taken {
			return owner, true
		}
	}
	return "", false
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
