package site

import (
	"slices"
	"strings"

	"ithaca/generator/portal"
)

// Head is what every page has besides its view.
type Head struct {
	Lang        string // BCP 47
	TextLang    string // of the page's texts, where nobody has translated them; else ""
	Title       string // in the content's words; "" where the template has its own
	Description string // likewise
	Canonical   string // absolute; "" without a base_url
	Section     string // the key of the navigation entry the page belongs to; "" for none
	Breadcrumb  []Link // from the home page down to the page's parent
	NoIndex     bool   // search engines are asked not to list the page
	Edit        string // where the page's source can be changed; "" without a repository
	Modified    portal.Date
	PageNumber  int     // of a list that spans pages, from 1; 0 elsewhere
	Own         []Own   // what the page's file says in fields of the program's own, in the order of index.md
	Preview     Preview // what a link to the page is shown with elsewhere; its URL is "" for no picture
}

// Link is a way to another page. Its words are the content's (Title) or, where
// Title is empty, the interface's (Key). URL is "" where there is no such page;
// then only the words are shown.
type Link struct {
	Title   string
	Lang    string // BCP 47: of the title, where that is not in the page's language; else ""
	Key     string
	URL     string
	Current bool // the page belongs there
}

// Own is a field of the program's own, with the title that index.md gives it.
type Own struct {
	Key, Title string
	Values     []string // one, but of a list
}

// String returns the values in one line.
func (o Own) String() string { return strings.Join(o.Values, ", ") }

// ownOf returns what an item says in fields of the program's own.
func (p *Plan) ownOf(item *portal.Item) []Own {
	var all []Own
	for _, f := range p.Portal.Program.Own.Of(item.File) {
		if i := slices.IndexFunc(item.Own, func(o portal.Own) bool { return o.Key == f.Key }); i >= 0 {
			all = append(all, Own{f.Key, f.Title, item.Own[i].Values})
		}
	}
	return all
}

// Trail returns the way from the home page to a page: the home page, then the
// links given, made of pairs of a message key and a path.
func (p *Plan) Trail(parents ...string) []Link {
	links := []Link{{Key: "nav-home", URL: p.Site.Prefix + "/"}}
	for i := 0; i < len(parents); i += 2 {
		links = append(links, Link{Key: parents[i], URL: p.Site.Prefix + parents[i+1]})
	}
	return links
}

// Preview is the picture that a link to a page is shown with elsewhere.
type Preview struct {
	URL string // absolute
	Alt string
}

// fillPreviews gives every page that has no preview of its own the organizers'
// logo. Without a base_url there is no address to give.
func (pl *Planner) fillPreviews() {
	name := strings.TrimPrefix(pl.Portal.Program.Brand.Logo, "/")
	url := pl.shared("/" + name)
	if pl.Site.Origin == "" || url == "" || !isOf(name, ".png .jpg .jpeg") {
		return
	}
	for _, page := range pl.pages {
		if page.Template != "" && page.Head.Preview == (Preview{}) {
			page.Head.Preview = Preview{pl.Site.Origin + url, pl.Portal.Program.Title}
		}
	}
}

// Portrait returns the preview of a profile; the zero one stands for the logo. A
// profile that is not for search engines shows nobody's face elsewhere.
func (p *Plan) Portrait(m *portal.Mentor) Preview {
	if photo := p.Photo(m, false); photo != nil && m.Index && p.Site.Origin != "" {
		return Preview{p.Site.Origin + photo.URL, photo.Alt}
	}
	return Preview{}
}

// ContentPolicy is the Content-Security-Policy that every page states itself:
// nothing is loaded from elsewhere, no script or style stands in a page.
const ContentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; " +
	"require-trusted-types-for 'script'; trusted-types 'none'"
