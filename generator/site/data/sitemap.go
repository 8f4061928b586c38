package data

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/site"
)

// NoBaseURL warns that what needs absolute addresses is left out.
const NoBaseURL diag.Code = "no-base-url"

// maxSitemap is how many addresses a sitemap may hold, by its protocol.
const maxSitemap = 50_000

type sitemapURL struct {
	Loc     string
	LastMod string
	page    *site.Page // what stands there; nil for a sitemap
}

// planSitemap plans the sitemap of every page that search engines may list: one
// file, or past maxSitemap addresses an index of several.
func planSitemap(book *site.Planner) {
	pl := book.Plan
	if pl.Site.Origin == "" {
		if program := pl.Portal.Program; program.Title == "" || program.BaseURLSaid {
			return // there is no index.md to write it in, or it is wrong there: that is reported
		}
		book.Warn(diag.Position{File: "content/index.md"}, NoBaseURL,
			"write `base_url: https://…` with the address at which the portal will be found",
			"without `base_url` there is no sitemap and no page can say its own address")
		return
	}
	add := func(name string, pages []*site.Page) {
		book.AddFile(name, func(func(string) string) []byte { return document("urlset", "url", urlsOf(pages)) })
	}
	listed := slices.DeleteFunc(slices.Clone(book.Planned()), func(p *site.Page) bool { return !p.Listed() })
	if len(listed) <= maxSitemap {
		add("/sitemap.xml", listed)
		return
	}
	var parts []sitemapURL
	for part := range slices.Chunk(listed, maxSitemap) {
		name := fmt.Sprintf("/sitemap-%d.xml", len(parts)+1)
		add(name, part)
		parts = append(parts, sitemapURL{Loc: pl.Site.Origin + pl.Site.Prefix + name})
	}
	book.AddFile("/sitemap.xml", func(func(string) string) []byte {
		return document("sitemapindex", "sitemap", parts)
	})
}

func urlsOf(pages []*site.Page) []sitemapURL {
	urls := make([]sitemapURL, len(pages))
	for i, page := range pages {
		urls[i] = sitemapURL{page.Head.Canonical, page.Head.Modified.String(), page}
	}
	return urls
}

func document(root, entry string, urls []sitemapURL) []byte {
	var b strings.Builder
	b.WriteString(xml.Header)
	fmt.Fprintf(&b, "<%s xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"", root)
	if len(urls) > 0 && urls[0].page != nil && urls[0].page.Versions() != nil {
		b.WriteString(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"")
	}
	b.WriteString(">\n")
	for _, u := range urls {
		fmt.Fprintf(&b, "<%s><loc>", entry)
		xml.EscapeText(&b, []byte(u.Loc))
		b.WriteString("</loc>")
		if u.LastMod != "" {
			fmt.Fprintf(&b, "<lastmod>%s</lastmod>", u.LastMod)
		}
		writeVersions(&b, u.page)
		fmt.Fprintf(&b, "</%s>\n", entry)
	}
	fmt.Fprintf(&b, "</%s>\n", root)
	return []byte(b.String())
}

// writeVersions names a page in all languages that it has.
func writeVersions(b *strings.Builder, page *site.Page) {
	if page == nil {
		return
	}
	for _, v := range page.Versions() {
		if v.Absolute != "" {
			fmt.Fprintf(b, "<xhtml:link rel=\"alternate\" hreflang=\"%s\" href=\"", v.Lang)
			xml.EscapeText(b, []byte(v.Absolute))
			b.WriteString("\"/>")
		}
	}
}
