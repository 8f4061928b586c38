package site

import (
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// Alias is an older address that leads to a page: the view of "alias".
type Alias struct{ To Link }

// planAliases plans a page at every older address. An address that is in use,
// by a page or by another alias, is an error that names both.
func planAliases(pl *planner) {
	for _, page := range pl.plan.pages[:len(pl.plan.pages):len(pl.plan.pages)] {
		if page.item == nil {
			continue
		}
		for _, alias := range page.item.Aliases {
			pl.planAlias(page, alias)
		}
	}
}

func (pl *planner) planAlias(page *Page, alias portal.Alias) {
	if taken := pl.plan.byURL[pl.prefix+alias.Path]; taken != nil {
		owner := taken.Source()
		if owner == "" {
			owner = "another page"
		}
		pl.diags.Errorf(diag.Position{File: page.item.File, Line: alias.Line, Column: alias.Column}, URLTaken,
			"remove the alias", "the address %s is already taken by %s", alias.Path, owner)
		return
	}
	title := page.Head.Title
	if title == "" {
		title = pl.portal.Program.Title
	}
	pl.add(alias.Path, &Page{
		Template: "alias",
		Head:     Head{Title: title, NoIndex: true},
		view:     func() any { return &Alias{Link{Title: title, URL: page.URL}} },
	})
}
