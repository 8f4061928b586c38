package site

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// maxComparisons bounds how much work goes into "did you mean" for broken links.
const maxComparisons = 2_000_000

// nearestTarget proposes the file or the address that an author probably meant,
// or "".
func (pl *planner) nearestTarget(from *portal.Item, missing string) string {
	pl.nameTargets()
	if pl.compared += len(pl.names); pl.compared > maxComparisons {
		return ""
	}
	if strings.HasPrefix(missing, "/") {
		return pl.nearestAddress(missing)
	}
	folder := path.Dir(from.File)
	wanted := nameOf(path.Join(folder, missing))
	near := closest(wanted, pl.names)
	for _, name := range pl.names {
		if near == "" && path.Base(name) == path.Base(wanted) {
			near = name
		}
	}
	if near == "" {
		return ""
	}
	return "did you mean `" + relative(folder, pl.named[near]) + "`?"
}

// nearestAddress proposes the address of a page, which lies as deep as the one
// that is missing: a longer or shorter way is hardly a slip.
func (pl *planner) nearestAddress(missing string) string {
	wanted := path.Clean(strings.TrimSuffix(missing, "index.html")) + "/"
	if page := pl.pageAt(wanted); page != nil {
		return "did you mean `" + page.URL + "`?"
	}
	wanted = strings.TrimPrefix(wanted, pl.prefix)
	var deep []string
	for _, address := range pl.addresses {
		if within := strings.TrimPrefix(address, pl.prefix); strings.Count(within, "/") == strings.Count(wanted, "/") {
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
func (pl *planner) pathExample(from *portal.Item, missing string) string {
	pl.nameTargets()
	if pl.compared += len(pl.names); pl.compared > maxComparisons {
		return ""
	}
	folder := path.Dir(from.File)
	meant := path.Dir(nameOf(path.Join(folder, missing)))
	if strings.HasPrefix(missing, "/") {
		meant = "content" + path.Dir(path.Clean(missing))
	}
	example := ""
	for _, name := range pl.names {
		switch {
		case pl.named[name] == from.File || pl.named[name] == pl.portal.Program.File:
		case path.Dir(name) == meant:
			return ", as `" + relative(folder, pl.named[name]) + "`"
		case example == "":
			example = ", as `" + relative(folder, pl.named[name]) + "`"
		}
	}
	return example
}

// nameTargets collects what broken links are compared with, once.
func (pl *planner) nameTargets() {
	if pl.named != nil {
		return
	}
	pl.named = map[string]string{}
	for _, page := range pl.plan.pages {
		if page.Template != "" {
			pl.addresses = append(pl.addresses, page.URL)
		}
	}
	slices.Sort(pl.addresses)
	for file := range inOrder(pl.plan.byFile) { // also of topics that another replaces
		pl.names = append(pl.names, nameOf(file))
		pl.named[nameOf(file)] = file
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
