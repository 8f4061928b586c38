package site

import (
	"slices"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// Alias is an older address that leads to a page: the view of "alias".
type Alias struct{ To Link }

// planAliases plans a page at every older address. An address that is in use,
// by a page or by another alias, is an error that names both.
func planAliases(pl *planner) {
	pl.planReplaced()
	for _, page := range slices.Clip(pl.plan.pages) {
		if page.item == nil {
			continue
		}
		for _, alias := range page.item.Aliases {
			pl.planAlias(page, page.item.File, alias)
		}
	}
}

// planReplaced lets the addresses of replaced topics lead to the topics in
// their place, and links to their files too.
func (pl *planner) planReplaced() {
	for _, t := range pl.portal.Topics.All() {
		if shown(t) {
			continue
		}
		better := pl.portal.Topics.Of(t.Use)
		if better == nil || !shown(better) {
			continue // reported with the vocabulary
		}
		page := pl.plan.Page(pl.prefix + topicPath(better))
		if page == nil {
			continue
		}
		pl.plan.byFile[t.File] = page
		for _, alias := range append([]portal.Alias{{Path: topicPath(t)}}, t.Aliases...) {
			pl.planAlias(page, t.File, alias)
		}
	}
}

// planAlias plans the page at an older address that a file asks for.
func (pl *planner) planAlias(page *Page, file string, alias portal.Alias) {
	if taken := pl.plan.Page(pl.prefix + alias.Path); taken != nil {
		pl.diags.Errorf(diag.Position{File: file, Line: alias.Line, Column: alias.Column}, URLTaken,
			"remove the alias", "the address %s is already taken by %s", alias.Path, taken.owner())
		return
	}
	title := page.Head.Title
	if title == "" {
		title = pl.portal.Program.Title
	}
	older := pl.add(alias.Path, &Page{
		Template: "alias",
		Head:     Head{Title: title, NoIndex: true},
		alias:    file,
		view:     func() any { return &Alias{Link{Title: title, URL: page.URL}} },
	})
	older.Head.Canonical = page.Head.Canonical // search engines keep the address it leads to
}
