package theme

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ithaca/generator/site"
)

// everyPage draws every page of the fixture and hands it over parsed.
func everyPage(t *testing.T, judge func(t *testing.T, p *site.Page, root *html.Node)) {
	t.Helper()
	theme, planned := builtIn(t), plan(t)
	for _, p := range planned.Pages() {
		if p.Template == "" {
			continue
		}
		root, err := html.Parse(strings.NewReader(draw(t, theme, planned, p.URL)))
		if err != nil {
			t.Fatal(err)
		}
		t.Run(p.URL, func(t *testing.T) { judge(t, p, root) })
	}
}

// all returns every element of some names, in the order of the page.
func all(root *html.Node, names ...string) []*html.Node {
	var found []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (len(names) == 0 || slices.Contains(names, n.Data)) {
			found = append(found, n)
		}
	}
	return found
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// words returns the text of an element with single spaces.
func wordsOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestHeadingsBeginWithOneAndSkipNoLevel(t *testing.T) {
	everyPage(t, func(t *testing.T, _ *site.Page, root *html.Node) {
		last, first := 0, 0
		for _, h := range all(root, "h1", "h2", "h3", "h4", "h5", "h6") {
			level := int(h.Data[1] - '0')
			if level == 1 {
				first++
			}
			if level > last+1 {
				t.Errorf("%q is h%d after h%d", wordsOf(h), level, last)
			}
			if wordsOf(h) == "" {
				t.Errorf("an h%d says nothing", level)
			}
			last = level
		}
		if first != 1 {
			t.Errorf("%d headings of level 1", first)
		}
	})
}

func TestPagesHoldNoInlineScriptNoStyleAndNothingFromElsewhere(t *testing.T) {
	everyPage(t, func(t *testing.T, p *site.Page, root *html.Node) {
		for _, script := range all(root, "script") {
			if attribute(script, "type") == "application/ld+json" {
				continue // data, which no browser runs; linked_test.go judges it
			}
			if !strings.HasPrefix(attribute(script, "src"), "/assets/") || script.FirstChild != nil {
				t.Errorf("a script is in the page, or is loaded from %q", attribute(script, "src"))
			}
		}
		if found := all(root, "style", "iframe", "object", "embed", "base"); len(found) > 0 {
			t.Errorf("<%s> in the page", found[0].Data)
		}
		for _, form := range all(root, "form") {
			if attribute(form, "action") != "" {
				t.Errorf("a form of %s leads to %q", p.Template, attribute(form, "action"))
			}
		}
		for _, n := range all(root) {
			for _, a := range n.Attr {
				if a.Key == "style" || a.Key == "srcset" || strings.HasPrefix(a.Key, "on") {
					t.Errorf("<%s %s>", n.Data, a.Key)
				}
				if a.Key == "src" && !strings.HasPrefix(a.Val, "/") {
					t.Errorf("%s is loaded from elsewhere", a.Val)
				}
			}
			if attribute(n, "http-equiv") == "refresh" && p.Template != "alias" {
				t.Error("a page that is no alias refreshes")
			}
		}
		for _, link := range all(root, "link") {
			rel, href := attribute(link, "rel"), attribute(link, "href")
			named := rel == "canonical" || rel == "manifest" && href == "/site.webmanifest" || rel == "alternate" && href == "/feed.xml"
			if !named && !strings.HasPrefix(href, "/assets/") {
				t.Errorf("%s is loaded from %s", rel, href)
			}
		}
	})
}

func TestIdsAreUniqueAndLeaveTheRestToProse(t *testing.T) {
	everyPage(t, func(t *testing.T, _ *site.Page, root *html.Node) {
		ids := map[string]bool{}
		for _, n := range all(root) {
			id := attribute(n, "id")
			if id == "" {
				continue
			}
			if ids[id] {
				t.Errorf("the id %s is used twice", id)
			}
			ids[id] = true
			if id != "main" && !strings.HasPrefix(id, "i-") && !inProse(n) {
				t.Errorf("the id %s could be that of a heading in prose", id)
			}
		}
		for _, n := range all(root) {
			for _, name := range []string{"aria-labelledby", "aria-describedby"} {
				if id := attribute(n, name); id != "" && !ids[id] {
					t.Errorf("%s leads to %s, which is not there", name, id)
				}
			}
			if id, ok := strings.CutPrefix(attribute(n, "href"), "#"); ok && !ids[id] {
				t.Errorf("a link leads to #%s, which is not there", id)
			}
		}
	})
}

func inProse(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if attribute(n, "class") == "prose" {
			return true
		}
	}
	return false
}

func TestTheHeadSaysWhatThePageIs(t *testing.T) {
	everyPage(t, func(t *testing.T, p *site.Page, root *html.Node) {
		meta := map[string]string{}
		for _, m := range all(root, "meta") {
			for _, key := range []string{"name", "property", "http-equiv"} {
				meta[attribute(m, key)] = attribute(m, "content")
			}
		}
		page := all(root, "html")[0]
		if attribute(page, "lang") != "en" || attribute(page, "dir") != "ltr" {
			t.Errorf("lang=%q dir=%q", attribute(page, "lang"), attribute(page, "dir"))
		}
		title := wordsOf(all(root, "title")[0])
		if !strings.HasSuffix(title, " · Harbour Mentoring") && p.Template != "home" || strings.HasPrefix(title, " ") {
			t.Errorf("the title is %q", title)
		}
		if meta["og:title"] == "" || !strings.HasPrefix(title, meta["og:title"]) || meta["og:type"] == "" || meta["og:site_name"] != "Harbour Mentoring" {
			t.Errorf("og: %q, %q of %q", meta["og:title"], meta["og:type"], meta["og:site_name"])
		}
		if meta["description"] == "" || meta["og:description"] != meta["description"] {
			t.Errorf("described as %q and %q", meta["description"], meta["og:description"])
		}
		if meta["Content-Security-Policy"] != site.ContentPolicy || meta["color-scheme"] != "light dark" {
			t.Errorf("policy %q, color scheme %q", meta["Content-Security-Policy"], meta["color-scheme"])
		}
		own, canonical := "https://harbour.example"+p.URL, ""
		for _, l := range all(root, "link") {
			if attribute(l, "rel") == "canonical" {
				canonical = attribute(l, "href")
			}
		}
		if leadsOn := p.Template == "alias"; canonical != p.Head.Canonical || (canonical == own) == leadsOn {
			t.Errorf("the canonical address is %q", canonical)
		}
		if (meta["robots"] == "noindex") != p.Head.NoIndex {
			t.Errorf("robots: %q", meta["robots"])
		}
	})
}

func TestEveryPageHasItsLandmarksAndAWayPastThem(t *testing.T) {
	everyPage(t, func(t *testing.T, _ *site.Page, root *html.Node) {
		body := all(root, "body")[0]
		skip := all(body, "a")[0]
		if attribute(skip, "href") != "#main" {
			t.Error("the first link does not lead past the navigation")
		}
		if len(all(body, "main")) != 1 {
			t.Error("not one main")
		}
		names := map[string]bool{}
		for _, nav := range all(body, "nav") {
			name := attribute(nav, "aria-label")
			if name == "" || names[name] {
				t.Errorf("a navigation is called %q", name)
			}
			names[name] = true
		}
		concern := slices.ContainsFunc(all(body, "a"), func(a *html.Node) bool { return attribute(a, "href") == "tel:+30-210-0000000" })
		if !concern {
			t.Error("no way to report a concern")
		}
	})
}

func TestTheNavigationMarksWhereThePageIs(t *testing.T) {
	want := map[string]string{"/mentors/": "page", "/mentors/ana/": "true", "/mentors/page/2/": "true", "/guides/": "", "/": ""}
	everyPage(t, func(t *testing.T, p *site.Page, root *html.Node) {
		current, asked := want[p.URL]
		if !asked {
			return
		}
		for _, a := range all(all(root, "header")[0], "a") {
			if attribute(a, "href") == "/mentors/" && attribute(a, "aria-current") != current {
				t.Errorf("mentors is marked %q", attribute(a, "aria-current"))
			}
		}
	})
}

func TestLinksAwayFromThePortalPassNothingOn(t *testing.T) {
	everyPage(t, func(t *testing.T, p *site.Page, root *html.Node) {
		for _, a := range all(all(root, "main")[0], "a") {
			href := attribute(a, "href")
			organizers := strings.Contains(href, "harbour.example/contact") || strings.HasPrefix(href, "https://git.example/") || strings.HasPrefix(href, "tel:")
			if strings.Contains(href, ":") && !organizers && p.Template == "mentor" && attribute(a, "rel") != "noopener nofollow ugc" {
				t.Errorf("the link to %s has rel=%q", href, attribute(a, "rel"))
			}
			if wordsOf(a) == "" {
				t.Errorf("the link to %s says nothing", href)
			}
		}
	})
}
