package data

import (
	"encoding/xml"
	"fmt"
	"slices"

	"ithaca/generator/diag"
	"ithaca/generator/site"
)

// NoBaseURL warns that what needs absolute addresses is left out.
const NoBaseURL diag.Code = "no-base-url"

// maxSitemap is how many addresses a sitemap may hold, by its protocol.
const maxSitemap = 50_000

// sitemap is a list of pages, or of sitemaps, by the protocol of sitemaps.org.
type sitemap struct {
	XMLName  xml.Name
	Space    string       `xml:"xmlns,attr"`
	Links    string       `xml:"xmlns:xhtml,attr"` // how versions are written
	Pages    []sitemapURL `xml:"url"`
	Sitemaps []sitemapURL `xml:"sitemap"`
}

type sitemapURL struct {
	Loc      string           `xml:"loc"`
	LastMod  string           `xml:"lastmod,omitempty"`
	Versions []sitemapVersion `xml:"xhtml:link"` // the page in all languages that it has
}

type sitemapVersion struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
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
		book.AddFile(name, func(func(string) string) []byte { return document("urlset", sitemap{Pages: urlsOf(pages)}) })
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
		return document("sitemapindex", sitemap{Sitemaps: parts})
	})
}

func urlsOf(pages []*site.Page) []sitemapURL {
	urls := make([]sitemapURL, len(pages))
	for i, page := range pages {
		urls[i] = sitemapURL{Loc: page.Head.Canonical, LastMod: page.Head.Modified.String()}
		for _, v := range page.Versions() {
			if v.Absolute != "" {
				urls[i].Versions = append(urls[i].Versions, sitemapVersion{"alternate", v.Lang, v.Absolute})
			}
		}
	}
	return urls
}

func document(root string, s sitemap) []byte {
	s.XMLName.Local, s.Space, s.Links = root, "http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.w3.org/1999/xhtml"
	return encodeXML(s)
}
