package generator

import (
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/markdown"
	"ithaca/generator/source"
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
