package cli

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ithaca/generator"
	"ithaca/generator/worktree"
)

// chosen are files and folders of a site that were named on the command line, as paths
// within the site; none means all.
type chosen []string

// choose returns files and folders, named from the working directory, as paths within
// the site.
func (a *app) choose(named []string) (chosen, error) {
	var c chosen
	for _, name := range named {
		if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
			return nil, usageError{errors.New("there is no file `" + name + "`")}
		} else if err != nil {
			return nil, err
		}
		within, ok := a.within(name)
		if !ok {
			return nil, usageError{errors.New("`" + name + "` does not lie in the site; --site names the folder of the site")}
		}
		c = append(c, within)
	}
	return c, nil
}

// within returns the path of a file within the site: the opposite of where.
func (a *app) within(name string) (string, bool) {
	if a.requests != "" {
		if below, ok := relative(a.requests, name); ok {
			return path.Join("content/requests", below), true
		}
	}
	return relative(a.site, name)
}

// relative returns a path from a folder to what lies in it.
func relative(folder, name string) (string, bool) {
	from, err1 := filepath.Abs(folder)
	to, err2 := filepath.Abs(name)
	if err1 != nil || err2 != nil {
		return "", false
	}
	within, err := filepath.Rel(from, to)
	if err != nil || within == ".." || strings.HasPrefix(within, ".."+string(filepath.Separator)) {
		return "", false
	}
	return filepath.ToSlash(within), true
}

// hold reports whether a file is one of the chosen, or lies in one.
func (c chosen) hold(file string) bool {
	return len(c) == 0 || slices.ContainsFunc(c, func(one string) bool { return one == "." || file == one || strings.HasPrefix(file, one+"/") })
}

// fromHere returns a site's file as a path from the working directory.
func (a *app) fromHere(file string) string {
	return filepath.ToSlash(a.where(file))
}

// where returns the path of a site's file, also of requests that lie elsewhere.
func (a *app) where(file string) string {
	return generator.Options{Site: a.site, Requests: a.requests}.Folders().Where(file)
}

// fromRepository returns a site's file as a path from the root of the git
// repository around the site, or from here when there is none.
func (a *app) fromRepository(file string) string {
	if root := worktree.Repository(a.site); root != "" {
		if within, ok := relative(root, a.where(file)); ok {
			return within
		}
	}
	return a.Here(file)
}
