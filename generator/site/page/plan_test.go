package page_test

import (
	"flag"
	"maps"
	"slices"

	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

var update = flag.Bool("update", false, "write what pages show into testdata; read the difference line by line")

var today = portal.Date{Year: 2026, Month: 11, Day: 16}

// planned takes a site's files to a plan.
func planned(files map[string]string, drafts bool) (*site.Plan, diag.List) {
	var docs []*content.Document
	for _, path := range slices.Sorted(maps.Keys(files)) {
		docs = append(docs, content.Decode(path, []byte(files[path])))
	}
	p, list := content.Link(docs, content.Options{Today: today, Drafts: drafts, RequestsOutside: true})
	plan, found := site.New(p, site.Options{}, page.Plan, data.Plan)
	return plan, append(list, found...)
}

func view(one *site.Page) any {
	if one.Template == "" {
		return nil
	}
	return one.View()
}
