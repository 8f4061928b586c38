package site

import (
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
	if pl.named == nil {
		pl.nameTargets()
	}
	if pl.compared += len(pl.names); pl.compared > maxComparisons {
		return ""
	}
	if strings.HasPrefix(missing, "/") {
		return pl.nearestAddress(missing)
	}
	folder := path.Dir(from.File)
	wanted := nameOf(path.Join(folder, missing))
	near := diag.Nearest(wanted, pl.names)
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

// nearestAddress proposes the address of a page.
func (pl *planner) nearestAddress(missing string) string {
	wanted := path.Clean(strings.TrimSuffix(missing, "index.html")) + "/"
	if page := pl.pageAt(wanted); page != nil {
		return "did you mean `" + page.URL + "`?"
	}
	if near := diag.Nearest(pl.prefix+wanted, pl.addresses); near != "" {
		return "did you mean `" + near + "`?"
	}
	return ""
}

// nameTargets collects what broken links are compared with.
func (pl *planner) nameTargets() {
	pl.named = map[string]string{}
	files := map[string]bool{}
	for file := range pl.plan.file { // also those of topics that another replaces
		files[file] = true
	}
	for page := range pl.plan.each {
		if page.item != nil {
			files[page.item.File] = true
		}
		if page.Template != "" {
			pl.addresses = append(pl.addresses, page.URL)
		}
	}
	slices.Sort(pl.addresses)
	for file := range inOrder(files) {
		pl.names = append(pl.names, nameOf(file))
		pl.named[nameOf(file)] = file
	}
}

// nameOf gives a file's path without what differs between a file and a folder
// of its own.
func nameOf(file string) string {
	return strings.TrimSuffix(strings.TrimSuffix(file, ".md"), "/index")
}

// relative gives the path of a file as seen from a folder; both are relative to
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
