package content

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// Advertising warns of a profile or a story that looks as if it sold something.
const Advertising diag.Code = "seems-advertising"

// mostLinksOut is how many links to other sites a person's text may have.
const mostLinksOut = 5

// shorteners are hosts whose addresses do not say where they lead.
var shorteners = []string{"bit.ly", "cutt.ly", "goo.gl", "is.gd", "lnkd.in", "ow.ly", "rb.gy", "rebrand.ly", "shorturl.at", "t.co", "t.ly", "tiny.cc", "tinyurl.com"}

// checkAdvertising reports the first sign of advertising in what people write of
// themselves.
func (l *linker) checkAdvertising(doc *Document) {
	if doc.kind == nil || !doc.kind.Profile || doc.item == nil {
		return
	}
	if m, ok := doc.item.(*portal.Mentor); ok {
		if isShouted(m.Headline) {
			l.diags.Warnf(doc.position("headline"), Advertising, "write it as you would say it", "`headline` is written in capitals, or with signs in a row")
			return
		}
		for _, link := range m.Links {
			if isShortened(link.URL) {
				l.diags.Warnf(doc.position("links"), Advertising, "write the address that it leads to", "the address `%s` does not say where it leads", link.URL)
				return
			}
		}
	}
	out := 0
	for _, link := range doc.base.Body.Links {
		if !link.External || link.Image {
			continue
		}
		out++
		at := link.Position
		at.File = doc.Path
		switch {
		case isShortened(link.Dest):
			l.diags.Warnf(at, Advertising, "write the address that it leads to", "the address `%s` does not say where it leads", link.Dest)
			return
		case out > mostLinksOut:
			l.diags.Warnf(at, Advertising, "keep those that people need, or put them into a resource list", "the text has more than %d links to other sites", mostLinksOut)
			return
		}
	}
}

// isShortened reports whether an address hides where it leads.
func isShortened(address string) bool {
	u, err := url.Parse(address)
	return err == nil && slices.Contains(shorteners, strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."))
}

// isShouted reports whether a text is written in capitals only, or with signs in a row.
func isShouted(text string) bool {
	const enough = 12 // letters; a few may be an abbreviation
	letters := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			letters = -1
			break
		} else if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= enough || strings.Contains(text, "!!") || strings.Contains(text, "$$")
}
