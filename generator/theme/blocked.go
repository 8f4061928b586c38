package theme

import (
	"regexp"
	"strings"

	"ithaca/generator/diag"
)

// BlockedLoad warns of what a template would have browsers load or run, and the
// policy that all pages are published with keeps them from.
const BlockedLoad diag.Code = "blocked-load"

// loads matches elements that load something from an absolute address, with the address.
var loads = regexp.MustCompile(`(?is)<(?:script|img|iframe|video|audio|source|embed|link\s+rel=["']?stylesheet["']?)\b[^>{]*?\b(?:src|href)\s*=\s*["']?((?:https?:)?//[^"'\s>]+)`)

// inlineCode matches scripts and styles in the page itself, but not data blocks.
var inlineCode = regexp.MustCompile(`(?i)<(script|style)(?:\s+type=["']?(?:module|text/[a-z]+)["']?)?\s*>`)

// reportBlocked warns of what the pages of a template could not load.
func reportBlocked(f file, diags *diag.List) {
	at := func(offset int) diag.Position {
		return diag.Position{File: f.At, Line: 1 + strings.Count(f.Text[:offset], "\n")}
	}
	for _, found := range loads.FindAllStringSubmatchIndex(f.Text, -1) {
		diags.Warnf(at(found[2]), BlockedLoad, "put the file into templates/static/ and write its path there",
			"pages load nothing from other sites, so `%s` will not be loaded", f.Text[found[2]:found[3]])
	}
	for _, found := range inlineCode.FindAllStringSubmatchIndex(f.Text, -1) {
		element, where := f.Text[found[2]:found[3]], "a file in templates/static/ that the page names"
		if element == "style" {
			where = "the file of brand.custom_css in index.md"
		}
		diags.Warnf(at(found[0]), BlockedLoad, "put it into "+where,
			"pages run and use nothing that stands in a <%s> of their own, so this has no effect", element)
	}
}
