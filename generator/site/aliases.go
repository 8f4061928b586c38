package site

import (
	"ithaca/generator/portal"

	"cmp"
)

// Alias is an older address that leads to a page: the view of "alias".
type Alias struct{ To Link }

// planAliases plans a page at every older address. An address that is in use,
// by a page or by another alias, is an error that names both.
func (pl *Planner) planAliases() {
	pl.planReplaced()
	for _, page := range pl.Planned() {
		if page.Item == nil {
			continue
		}
		for _, alias := range page.Item.Aliases {
			pl.planAlias(page, page.Item.File, alias)
		}
	}
}

// planReplaced lets the addresses of replaced topics lead to the topics in
// their place, and links to their files too.
func (pl *Planner) planReplaced() {
	for _, t := range pl.Portal.Topics.All() {
		if Shown(t) {
			continue
		}
		better := pl.Portal.Topics.Of(t.Use)
		if better == nil || !Shown(better) {
			continue // reported with the vocabulary
		}
		page := pl.Page(pl.Site.Prefix + TopicPath(better))
		if page == nil {
			continue
		}
		pl.byFile[t.File] = page
		for _, alias := range append([]portal.Alias{{Path: TopicPath(t)}}, t.Aliases...) {
			pl.planAlias(page, t.File, alias)
		}
	}
}

// planAlias plans the page at an older address that a file asks for.
func (pl *Planner) planAlias(page *Page, file string, alias portal.Alias) {
	at := alias.At
	at.File = file
	if taken := pl.Page(pl.Site.Prefix + alias.Path); taken != nil {
		pl.diags.Errorf(at, URLTaken,
			"remove the alias", "the address %s is already taken by %s", alias.Path, taken.owner())
		return
	}
	title := cmp.Or(page.Head.Title, pl.Portal.Program.Title)
	older := &Page{
		Template: "alias",
		Head:     Head{Title: title, NoIndex: true},
		alias:    at,
		View:     func() any { return &Alias{Link{Title: title, URL: page.URL}} },
	}
	pl.Add(alias.Path, older)
	older.Head.Canonical = page.Head.Canonical // search engines keep the address it leads to
}
