package generator

import (
	"maps"
	"path"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/filename"
	"ithaca/generator/markdown"
	"ithaca/generator/site"
	"ithaca/generator/source"
	"ithaca/generator/theme"
)

// staticFolder is where a site keeps files that are published as they are.
const staticFolder = "templates/static/"

// static returns those files by their paths in the portal.
func static(tree *source.Tree) map[string][]byte {
	files := map[string][]byte{}
	for _, f := range tree.Below(strings.TrimSuffix(staticFolder, "/")) {
		files[strings.TrimPrefix(f.Path, staticFolder)] = f.Data
	}
	return files
}

// unmerged reports the conflicts that merges have left in a site's templates, words
// and static files. Content reports its own.
func unmerged(tree *source.Tree) diag.List {
	var diags diag.List
	for _, f := range tree.Below("templates") {
		diags = append(diags, markdown.Unmerged(f.Path, f.Data)...)
	}
	return diags
}

// besideTheme reports those of the files that would lie where the theme's own do.
// The plan does not know these.
func besideTheme(assets []theme.Asset, static map[string][]byte) diag.List {
	var used filename.Paths
	for _, a := range assets {
		if path.Base(a.Path) != site.ManifestPath { // which the plan keeps free
			used.Take(a.Path)
		}
	}
	var diags diag.List
	for _, name := range slices.Sorted(maps.Keys(static)) {
		if _, clash := used.Clash(name); clash != "" {
			diags.Errorf(diag.Position{File: staticFolder + name}, site.URLTaken, "give the file another name",
				"the address /%s is already taken by a file that every portal has", name)
		}
	}
	return diags
}
