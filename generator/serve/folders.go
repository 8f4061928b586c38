package serve

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ithaca/generator"
)

// folders are those whose files a portal is made of.
type folders struct {
	site  string // absolute
	roots []root
}

// root is a folder that is followed with all that is in it.
type root struct {
	dir string // absolute
	as  string // where its files lie in the site, with slashes: "content"
}

// requestsFolder is where requests lie in a site, or seem to lie.
const requestsFolder = "content/requests"

// staticFolder is where the files lie that are published as they are.
const staticFolder = "templates/static/"

func newFolders(o generator.Options) (*folders, error) {
	site, err := filepath.Abs(o.Site)
	if err != nil {
		return nil, err
	}
	f := &folders{site: site}
	if o.Requests != "" {
		requests, err := filepath.Abs(o.Requests)
		if err != nil {
			return nil, err
		}
		f.roots = append(f.roots, root{requests, requestsFolder}) // first: they may lie inside the site
	}
	for _, name := range []string{"content", "templates"} {
		f.roots = append(f.roots, root{filepath.Join(site, name), name})
	}
	return f, nil
}

// name returns the path in the site, with slashes, of what lies in one of the
// folders, and whether it does.
func (f *folders) name(path string) (string, bool) {
	for _, r := range f.roots {
		if path == r.dir {
			return r.as, true
		}
		if below, ok := strings.CutPrefix(path, r.dir+string(filepath.Separator)); ok {
			return r.as + "/" + filepath.ToSlash(below), true
		}
	}
	return "", false
}

// where returns the absolute path of a file of the site: the way back from name.
func (f *folders) where(name string) string {
	for _, r := range f.roots {
		if below, ok := strings.CutPrefix(name, r.as+"/"); ok {
			return filepath.Join(r.dir, filepath.FromSlash(below))
		}
	}
	return filepath.Join(f.site, filepath.FromSlash(name))
}

// passing reports whether a file is of no interest: what editors write beside the
// file they save, and what is ignored when the site is read.
func passing(name string) bool {
	base := name[strings.LastIndexByte(name, '/')+1:]
	if strings.HasSuffix(base, "~") {
		return true
	}
	return strings.HasPrefix(base, ".") && !strings.HasPrefix(name, staticFolder)
}

// all returns every folder to watch: those of the site, and those that they lie
// in, to see them come and go.
func (f *folders) all() []string {
	var found []string
	seen := map[string]bool{}
	add := func(dir string) {
		if !seen[dir] {
			seen[dir] = true
			found = append(found, dir)
		}
	}
	for _, r := range f.roots {
		if info, err := os.Stat(filepath.Dir(r.dir)); err == nil && info.IsDir() {
			add(filepath.Dir(r.dir))
		}
		f.walk(r, func(path string, entry fs.DirEntry) {
			if entry.IsDir() {
				add(path)
			}
		})
	}
	return found
}

// walk calls f for everything in a folder that is of interest, and for the
// folder. What cannot be read is left out: the snapshot will tell of it.
func (f *folders) walk(r root, visit func(path string, entry fs.DirEntry)) {
	_ = filepath.WalkDir(r.dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		name, _ := f.name(path)
		if path != r.dir && passing(name) {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		visit(path, entry)
		return nil
	})
}
