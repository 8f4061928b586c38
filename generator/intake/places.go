package intake

import (
	"path/filepath"
	"strings"

	"ithaca/generator"
	"ithaca/generator/worktree"
)

// within reports whether a path lies in a folder, or is it.
func within(path, folder string) bool {
	relative, err := filepath.Rel(worktree.Real(folder), worktree.Real(path))
	return err == nil && relative != ".." && !strings.HasPrefix(relative, ".."+string(filepath.Separator))
}

// inside says where a path lies if others would read there who people are; "" if not.
func inside(site generator.Options, path string) string {
	root := worktree.Repository(site.Site)
	switch {
	case within(path, site.Site) || root != "" && within(path, root):
		return "inside the site or its repository, where others read it"
	case site.Requests != "" && within(path, site.Requests):
		return "among the requests, which it would give names to"
	}
	return ""
}

// outside returns a path beside a site and its repository.
func outside(site, name string) string {
	root := worktree.Repository(site)
	if root == "" {
		root = worktree.Real(site)
	}
	path := filepath.Join(filepath.Dir(root), name)
	if relative, err := filepath.Rel(worktree.Real("."), path); err == nil {
		path = relative
	}
	return shellWord(filepath.ToSlash(path))
}

// sameFile reports whether two paths are those of one file.
func sameFile(a, b string) bool { return a != "" && worktree.Real(a) == worktree.Real(b) }
