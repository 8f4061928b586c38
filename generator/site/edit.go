package site

import (
	"net/url"
	"strings"

	"ithaca/generator/portal"
)

// editBase returns what the addresses of all files begin with at which they can be
// changed in a browser, in the form of their forge; "" without a repository.
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
