package site

import (
	"net/url"
	"strings"

	"ithaca/generator/portal"
)

// editURL returns the address at which a file of the repository can be changed in
// a browser, in the form of its forge; "" without a repository.
func editURL(r portal.Repository, file string) string {
	base := editBase(r)
	if base == "" || file == "" {
		return ""
	}
	return base + (&url.URL{Path: file}).EscapedPath()
}

// editBase returns what the addresses of all files begin with.
func editBase(r portal.Repository) string {
	u, err := url.Parse(r.URL)
	if err != nil || r.URL == "" {
		return ""
	}
	branch := r.Branch
	if branch == "" {
		branch = "main"
	}
	verb := "_edit" // Forgejo and Gitea
	switch {
	case u.Host == "github.com":
		verb = "edit"
	case strings.HasPrefix(u.Host, "gitlab."):
		verb = "-/edit"
	}
	return u.JoinPath(verb, branch).String() + "/"
}

// fillTemplate fills the {mentor} of a URL template and empties what is not
// known here.
func fillTemplate(template, mentor string) string {
	return strings.NewReplacer(
		"{mentor}", url.QueryEscape(mentor), "{needs}", "", "{cycle}", "",
	).Replace(template)
}

// host returns the host of a URL as people know it.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
