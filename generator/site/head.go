package site

import (
	"cmp"
	"net/url"
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
	PageNumber  int   // of a list that spans pages, from 1; 0 elsewhere
	Own         []Own // what the page's file says in fields of the program's own, in the order of index.md
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

// ContentPolicy is the Content-Security-Policy that every page states itself:
// nothing is loaded from elsewhere, no script or style stands in a page.
const ContentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; " +
	"require-trusted-types-for 'script'; trusted-types 'none'"

// NewFile is the page of a repository's forge on which a visitor proposes a new
// file; the zero value where there is none. URL has {name} where the file's name
// goes, without its ending, and {text} where its text goes, both to be escaped
// as the value of a query; forges that take no text have no {text}.
type NewFile struct{ URL, Host string }

// EditURL returns the address at which a file of the repository can be changed in
// a browser; "" without a repository.
func (p *Plan) EditURL(file string) string {
	if p.forge.edit == "" || file == "" {
		return ""
	}
	return p.forge.edit + (&url.URL{Path: file}).EscapedPath()
}

// NewFile returns where a file of a folder can be proposed.
func (p *Plan) NewFile(folder string) NewFile {
	if p.forge.add == "" {
		return NewFile{}
	}
	return NewFile{p.forge.add + folder + p.forge.query, p.forge.host}
}

// forge is where a repository's files are changed in a browser: what the addresses
// begin with, and how a new file's name and text are handed over. GitHub, Forgejo
// and Gitea take both; GitLab only the name.
type forge struct{ edit, add, query, host string }

func forgeOf(r portal.Repository) forge {
	u, err := url.Parse(r.URL)
	if err != nil || r.URL == "" {
		return forge{}
	}
	edit, add, query := "_edit", "_new", "?filename={name}.md&value={text}" // Forgejo and Gitea
	switch {
	case u.Host == "github.com":
		edit, add = "edit", "new"
	case strings.HasPrefix(u.Host, "gitlab."):
		edit, add, query = "-/edit", "-/new", "?file_name={name}.md"
	}
	branch := cmp.Or(r.Branch, "main")
	return forge{u.JoinPath(edit, branch).String() + "/", u.JoinPath(add, branch).String() + "/", query, u.Hostname()}
}
