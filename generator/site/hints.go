package site

import (
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// maxComparisons bounds how much work goes into "did you mean" for broken links.
const maxComparisons = 2_000_000

// nearestTarget proposes the file or the address that an author probably meant,
// or "".
func (pl *Planner) nearestTarget(from *portal.Item, missing string) string {
	if pl.compared += len(pl.pages); pl.compared > maxComparisons {
		return ""
	}
	folder := path.Dir(from.File)
	targets, wanted := map[string]string{}, nameOf(path.Join(folder, missing)) // how each is linked to, by its name
	if strings.HasPrefix(missing, "/") {
		wanted = pl.Site.Prefix + strings.TrimPrefix(path.Clean(strings.TrimSuffix(missing, "index.html")), pl.Site.Prefix)
		for _, page := range pl.pages {
			if page.Template != "" {
				targets[path.Clean(page.URL)] = page.URL
			}
		}
	} else {
		for file := range pl.byFile {
			targets[nameOf(file)] = relative(folder, file)
		}
	}
	near := wanted
	if targets[near] == "" {
		near = closest(wanted, slices.Sorted(maps.Keys(targets)))
	}
	if near == "" {
		return ""
	}
	return "did you mean `" + targets[near] + "`?"
}

// closest returns the path that was probably meant by another: one in the same
// folder whose name is near, or the same name in another folder.
// "" for none.
func closest(wanted string, paths []string) string {
	folder, name := path.Split(wanted)
	var names []string
	elsewhere := ""
	for _, one := range paths {
		switch in, last := path.Split(one); {
		case in == folder:
			names = append(names, last)
		case last == name && elsewhere == "":
			elsewhere = one
		}
	}
	if near := diag.Nearest(name, names); near != "" {
		return folder + near
	}
	return elsewhere
}

// nameOf returns a file's path without what differs between a file and a folder
// of its own.
func nameOf(file string) string {
	return strings.TrimSuffix(strings.TrimSuffix(file, ".md"), "/index")
}

// relative returns the path of a file as seen from a folder; both are relative to
// the site.
func relative(folder, file string) string {
	seen, _ := filepath.Rel(folder, file) // neither has a root
	return filepath.ToSlash(seen)
}
