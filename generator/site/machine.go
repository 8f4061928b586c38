package site

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/diag"
)

// ContentPolicy is the Content-Security-Policy that every page states itself:
// nothing is loaded from elsewhere, no script or style stands in a page.
const ContentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; " +
	"require-trusted-types-for 'script'; trusted-types 'none'"

// HeaderPolicy is the same for the header, which can also forbid framing.
const HeaderPolicy = ContentPolicy + "; frame-ancestors 'none'"

// planRobots plans robots.txt: everything may be read, and where the sitemap is.
func planRobots(pl *planner) {
	pl.file("/robots.txt", func(func(string) string) []byte {
		text := "User-agent: *\nAllow: /\n"
		if pl.origin != "" {
			text += "\nSitemap: " + pl.origin + pl.prefix + "/sitemap.xml\n"
		}
		return []byte(text)
	})
}

// HeadersPath is where the file is that says which headers go with which page.
const HeadersPath = "_headers"

// planHeaders plans _headers, which several static hosts send with each page.
func planHeaders(pl *planner) {
	pl.file("/"+HeadersPath, func(func(string) string) []byte {
		return fmt.Appendf(nil, `%[1]s/*
  Content-Security-Policy: %[2]s
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff

%[1]s/assets/*
  Cache-Control: public, max-age=31536000, immutable
`, pl.prefix, HeaderPolicy)
	})
}

// file plans a machine file. What makes its bytes gets the interface's words by
// their keys.
func (pl *planner) file(path string, data func(word func(key string) string) []byte) {
	pl.add(path, &Page{data: data})
}

// NoBaseURL warns that what needs absolute addresses is left out.
const NoBaseURL diag.Code = "no-base-url"

// maxSitemap is how many addresses a sitemap may hold, by its protocol.
const maxSitemap = 50_000

type sitemapURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

// planSitemap plans the sitemap of every page that search engines may list: one
// file, or past maxSitemap addresses an index of several.
func planSitemap(pl *planner) {
	if pl.origin == "" {
		if program := pl.portal.Program; program.Title == "" || program.BaseURLSaid {
			return // there is no index.md to write it in, or it is wrong there: that is reported
		}
		pl.diags.Warnf(diag.Position{File: "content/index.md"}, NoBaseURL,
			"write `base_url: https://…` with the address at which the portal will be found",
			"without `base_url` there is no sitemap and no page can say its own address")
		return
	}
	listed := pl.listed()
	if len(listed) <= maxSitemap {
		pl.file("/sitemap.xml", func(func(string) string) []byte { return document("urlset", "url", listed) })
		return
	}
	var parts []sitemapURL
	for part := range slices.Chunk(listed, maxSitemap) {
		name := fmt.Sprintf("/sitemap-%d.xml", len(parts)+1)
		pl.file(name, func(func(string) string) []byte { return document("urlset", "url", part) })
		parts = append(parts, sitemapURL{Loc: pl.origin + pl.prefix + name})
	}
	pl.file("/sitemap.xml", func(func(string) string) []byte {
		return document("sitemapindex", "sitemap", parts)
	})
}

// listed returns the pages that search engines may list.
func (pl *planner) listed() []sitemapURL {
	var urls []sitemapURL
	for _, page := range pl.plan.pages {
		if page.listed() {
			urls = append(urls, sitemapURL{page.Head.Canonical, page.Head.Modified.String()})
		}
	}
	return urls
}

func document(root, entry string, urls []sitemapURL) []byte {
	var b strings.Builder
	b.WriteString(xml.Header)
	fmt.Fprintf(&b, "<%s xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n", root)
	for _, u := range urls {
		fmt.Fprintf(&b, "<%s><loc>", entry)
		xml.EscapeText(&b, []byte(u.Loc))
		b.WriteString("</loc>")
		if u.LastMod != "" {
			fmt.Fprintf(&b, "<lastmod>%s</lastmod>", u.LastMod)
		}
		fmt.Fprintf(&b, "</%s>\n", entry)
	}
	fmt.Fprintf(&b, "</%s>\n", root)
	return []byte(b.String())
}
