package cli

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"ithaca/generator"
	"ithaca/generator/diag"
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

// of returns the mistakes of the chosen files, and the others.
func (c chosen) of(all diag.List) (in, other diag.List) {
	if len(c) == 0 {
		return all, nil
	}
	for _, d := range all {
		if c.hold(d.File) {
			in = append(in, d)
		} else {
			other = append(other, d)
		}
	}
	return in, other
}

func (c chosen) hold(file string) bool {
	for _, one := range c {
		if one == "." || file == one || strings.HasPrefix(file, one+"/") {
			return true
		}
	}
	return false
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
