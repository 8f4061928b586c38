package contacts

import (
	"path/filepath"

	"ithaca/generator/diag"
	"ithaca/generator/worktree"
)

// Inside says where a path lies if others would read there who people are; "" if not.
func Inside(site worktree.Folders, path string) string {
	root := worktree.Repository(site.Site)
	switch {
	case worktree.Within(path, site.Site) || root != "" && worktree.Within(path, root):
		return "inside the site or its repository, where others read it"
	case site.Requests != "" && worktree.Within(path, site.Requests):
		return "among the requests, which it would give names to"
	}
	return ""
}

// Outside returns a path beside a site and its repository, as it is typed.
func Outside(site, name string) string {
	root := worktree.Repository(site)
	if root == "" {
		root = worktree.Real(site)
	}
	path := filepath.Join(filepath.Dir(root), name)
	if relative, err := filepath.Rel(worktree.Real("."), path); err == nil {
		path = relative
	}
	return diag.ShellWord(filepath.ToSlash(path))
}
