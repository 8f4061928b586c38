package site_test

import (
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

var update = flag.Bool("update", false, "write what is planned into testdata; read the difference line by line")

var today = portal.Date{Year: 2026, Month: 11, Day: 16}

// Each archive in testdata is a small site. "plan" is every page of it: its URL,
// its template or "file", and the addresses of its breadcrumb. "mistakes" is
// everything that is wrong, with the line and a caret below the place. Files
// below templates/static/ are published as they are. An archive whose text says
// "with drafts" is planned as serve does it.
func TestEachSiteIsPlannedAsItsArchiveSays(t *testing.T) {
	portaltest.Archives(t, "testdata/*.txtar", *update, func(t *testing.T, a *txtar.Archive) map[string]string {
		files := portaltest.Sources(a, "plan", "mistakes")
		plan, list := planned(files, strings.Contains(string(a.Comment), "with drafts"))
		return map[string]string{"plan": described(plan), "mistakes": printed(t, list, files)}
	})
}

// planned takes a site's files to a plan.
func planned(files map[string]string, drafts bool) (*site.Plan, diag.List) {
	var docs []*content.Document
	static := map[string][]byte{}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if name, ok := strings.CutPrefix(path, "templates/static/"); ok {
			static[name] = []byte(files[path])
			continue
		}
		docs = append(docs, content.Decode(path, []byte(files[path])))
	}
	p, list := content.Link(docs, content.Options{Today: today, Drafts: drafts, RequestsOutside: true})
	plan, found := site.New(p, site.Options{Static: static}, page.Plan, data.Plan)
	return plan, append(list, found...)
}

// described returns a line for each page.
func described(plan *site.Plan) string {
	var b strings.Builder
	for _, one := range plan.Pages() {
		template := one.Template
		if template == "" {
			template = "file"
		}
		fmt.Fprintf(&b, "%-34s %s", one.URL, template)
		if alias, ok := view(one).(*site.Alias); ok {
			fmt.Fprintf(&b, " to %s", alias.To.URL)
		}
		for i, link := range one.Head.Breadcrumb {
			fmt.Fprintf(&b, "%s%s", []string{" below ", ", "}[min(i, 1)], link.URL)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func view(one *site.Page) any {
	if one.Template == "" {
		return nil
	}
	return one.View()
}

func printed(t *testing.T, list diag.List, files map[string]string) string {
	var b strings.Builder
	text := diag.Text{Source: func(path string) []byte { return []byte(files[path]) }}
	if err := text.Write(&b, list.Sorted()); err != nil {
		t.Fatal(err)
	}
	for _, d := range list {
		if d.Hint == "" || d.File == "" {
			t.Errorf("%s has no place or no hint", d)
		}
	}
	return b.String()
}
