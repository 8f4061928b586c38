package contacts

import (
	"path/filepath"

	"ithaca/generator/diag"
	"ithaca/generator/worktree"
)

// Inside returns, in words, where a path is if others could read it there; "" if they could
// not.
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

// Outside returns the path of a name beside the site's folder or its repository, quoted for
// the shell.
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
