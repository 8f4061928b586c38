package site

import (
	"cmp"
	"net/url"
	"strings"

	"ithaca/generator/portal"
)

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
