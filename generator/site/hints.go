package site

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// maxComparisons bounds how much work goes into "did you mean" for broken links.
const maxComparisons = 2_000_000

// hints are what broken links are compared with, collected when the first one
// needs it.
type hints struct {
	names     []string          // of the pages' files, sorted
	files     map[string]string // by their names
	addresses []string          // of pages, sorted
	compared  int
}

// nearestTarget proposes the file or the address that an author probably meant,
// or "".
func (pl *Planner) nearestTarget(from *portal.Item, missing string) string {
	pl.nameTargets()
	if pl.hints.compared += len(pl.hints.names); pl.hints.compared > maxComparisons {
		return ""
	}
	if strings.HasPrefix(missing, "/") {
		return pl.nearestAddress(missing)
	}
	folder := path.Dir(from.File)
	wanted := nameOf(path.Join(folder, missing))
	near := closest(wanted, pl.hints.names)
	for _, name := range pl.hints.names {
		if near == "" && path.Base(name) == path.Base(wanted) {
			near = name
		}
	}
	if near == "" {
		return ""
	}
	return "did you mean `" + relative(folder, pl.hints.files[near]) + "`?"
}

// nearestAddress proposes the address of a page, which lies as deep as the one
// that is missing: a longer or shorter way is hardly a slip.
func (pl *Planner) nearestAddress(missing string) string {
	wanted := path.Clean(strings.TrimSuffix(missing, "index.html")) + "/"
	if page := pl.pageAt(wanted); page != nil {
		return "did you mean `" + page.URL + "`?"
	}
	wanted = strings.TrimPrefix(wanted, pl.Site.Prefix)
	var deep []string
	for _, address := range pl.hints.addresses {
		if within := strings.TrimPrefix(address, pl.Site.Prefix); strings.Count(within, "/") == strings.Count(wanted, "/") {
			deep = append(deep, strings.TrimSuffix(within, "/"))
		}
	}
	if near := closest(strings.TrimSuffix(wanted, "/"), deep); near != "" {
		return "did you mean `" + near + "/`?"
	}
	return ""
}

// closest returns the path that was probably meant by another: one in the same
// folder whose name is near or begins alike, or the same name in a folder that is
// near. "" for none.
func closest(wanted string, paths []string) string {
	folder, name := path.Split(wanted)
	var names, elsewhere []string
	for _, one := range paths {
		switch in, last := path.Split(one); {
		case in == folder:
			names = append(names, last)
		case last == name:
			elsewhere = append(elsewhere, one)
		}
	}
	if near := cmp.Or(diag.Nearest(name, names), diag.BegunAlike(name, names)); near != "" {
		return folder + near
	}
	return diag.Nearest(wanted, elsewhere)
}

// pathExample shows how a file that exists is linked to, one of the folder that
// was meant if there is one.
func (pl *Planner) pathExample(from *portal.Item, missing string) string {
	pl.nameTargets()
	if pl.hints.compared += len(pl.hints.names); pl.hints.compared > maxComparisons {
		return ""
	}
	folder := path.Dir(from.File)
	meant := path.Dir(nameOf(path.Join(folder, missing)))
	if strings.HasPrefix(missing, "/") {
		meant = "content" + path.Dir(path.Clean(missing))
	}
	example := ""
	for _, name := range pl.hints.names {
		switch {
		case pl.hints.files[name] == from.File || pl.hints.files[name] == pl.Portal.Program.File:
		case path.Dir(name) == meant:
			return ", as `" + relative(folder, pl.hints.files[name]) + "`"
		case example == "":
			example = ", as `" + relative(folder, pl.hints.files[name]) + "`"
		}
	}
	return example
}

// nameTargets collects what broken links are compared with, once.
func (pl *Planner) nameTargets() {
	h := &pl.hints
	if h.files != nil {
		return
	}
	h.files = map[string]string{}
	for _, page := range pl.pages {
		if page.Template != "" {
			h.addresses = append(h.addresses, page.URL)
		}
	}
	slices.Sort(h.addresses)
	for _, file := range slices.Sorted(maps.Keys(pl.byFile)) { // also of topics that another replaces
		h.names = append(h.names, nameOf(file))
		h.files[nameOf(file)] = file
	}
}

// nameOf returns a file's path without what differs between a file and a folder
// of its own.
func nameOf(file string) string {
	return strings.TrimSuffix(strings.TrimSuffix(file, ".md"), "/index")
}

// relative returns the path of a file as seen from a folder; both are relative to
// the site.
func relative(folder, file string) string {
	up := ""
	for folder != "." && !strings.HasPrefix(file, folder+"/") {
		folder = path.Dir(folder)
		up += "../"
	}
	if folder == "." {
		return up + file
	}
	return up + strings.TrimPrefix(file, folder+"/")
}
