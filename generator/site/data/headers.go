package data

import (
	"fmt"

	"ithaca/generator/site"
)

// HeaderPolicy is the same for the header, which can also forbid framing.
const HeaderPolicy = site.ContentPolicy + "; frame-ancestors 'none'"

// planRobots plans robots.txt: everything may be read, and where the sitemap is.
func planRobots(book *site.Planner) {
	pl := book.Plan
	book.AddFile("/robots.txt", func(func(string) string) []byte {
		text := "User-agent: *\nAllow: /\n"
		if pl.Site.Origin != "" {
			text += "\nSitemap: " + pl.Site.Origin + pl.Site.Prefix + "/sitemap.xml\n"
		}
		return []byte(text)
	})
}

// planHeaders plans _headers, which several static hosts send with each page.
func planHeaders(book *site.Planner) {
	pl := book.Plan
	book.AddFile("/"+site.HeadersPath, func(func(string) string) []byte {
		return fmt.Appendf(nil, `%[1]s/*
  Content-Security-Policy: %[2]s
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff

%[1]s/assets/*
  Cache-Control: public, max-age=31536000, immutable
`, pl.Site.Prefix, HeaderPolicy)
	})
}
