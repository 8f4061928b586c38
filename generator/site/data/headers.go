package data

import (
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/each"
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
			text += "\n"
			for _, language := range pl.Languages() {
				text += "Sitemap: " + pl.Site.Origin + language.Site.Prefix + "/sitemap.xml\n"
			}
		}
		return []byte(text)
	})
}

// BadHeader warns of a line of the site's own _headers that says nothing.
const BadHeader diag.Code = "bad-header"

// planHeaders plans _headers, which several static hosts send with each page. What
// the site's own file says is added, and holds where both speak of the same.
func planHeaders(book *site.Planner) {
	prefix := book.Site.Prefix
	rules := []headerRule{
		{prefix + "/*", []string{
			"Content-Security-Policy: " + HeaderPolicy,
			"Cross-Origin-Opener-Policy: same-origin",
			"Permissions-Policy: camera=(), geolocation=(), microphone=()",
			"Referrer-Policy: strict-origin-when-cross-origin",
			"X-Content-Type-Options: nosniff",
		}},
		{prefix + "/assets/*", []string{"Cache-Control: public, max-age=31536000, immutable"}},
	}
	own, at := book.Merge(site.HeadersPath)
	for _, rule := range readHeaders(book, own, at) {
		rules = merged(rules, rule)
	}
	book.AddFile("/"+site.HeadersPath, func(func(string) string) []byte {
		block := func(rule headerRule) string { return rule.path + "\n  " + strings.Join(rule.headers, "\n  ") + "\n" }
		return []byte(strings.Join(each.Of(rules, block), "\n"))
	})
}

// headerRule says which headers go with an address, which may end in *.
type headerRule struct {
	path    string
	headers []string // "Name: value", or "! Name" for one to leave out
}

// readHeaders reads the rules of a file: an address at the beginning of a line, and
// its headers below it, indented. A line that is neither is reported.
func readHeaders(book *site.Planner, file []byte, at diag.Position) []headerRule {
	var rules []headerRule
	for line := range strings.Lines(strings.TrimPrefix(string(file), "\ufeff")) {
		at.Line++
		text := strings.TrimSpace(line)
		indented := strings.TrimLeft(line, " \t") != line
		switch {
		case text == "", text[0] == '#':
		case !indented && (text[0] == '/' || strings.HasPrefix(text, "https://")):
			rules = append(rules, headerRule{path: text})
		case indented && len(rules) > 0 && (strings.Index(text, ":") > 0 || text[0] == '!'):
			last := &rules[len(rules)-1]
			last.headers = append(last.headers, text)
		default:
			book.Warn(at, BadHeader, "write an address as /guides/* at the beginning of a line, and its headers below it, indented: `  Name: value`",
				"this line is neither an address nor a header of one")
		}
	}
	return slices.DeleteFunc(rules, func(r headerRule) bool { return len(r.headers) == 0 })
}

// merged returns rules with one more: its headers take the place of those of the
// same name at the same address.
func merged(rules []headerRule, more headerRule) []headerRule {
	i := slices.IndexFunc(rules, func(r headerRule) bool { return r.path == more.path })
	if i < 0 {
		return append(rules, more)
	}
	kept := slices.DeleteFunc(rules[i].headers, func(ours string) bool {
		return slices.ContainsFunc(more.headers, func(h string) bool { return headerName(h) == headerName(ours) })
	})
	rules[i].headers = append(kept, more.headers...)
	return rules
}

func headerName(header string) string {
	name, _, _ := strings.Cut(strings.TrimPrefix(header, "!"), ":")
	return strings.ToLower(strings.TrimSpace(name))
}
