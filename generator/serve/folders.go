package serve

import (
	"fmt"
	"hash/maphash"
	"io/fs"
	"path/filepath"
	"strings"

	"ithaca/generator"
)

// folders are those whose files a portal is made of, by absolute paths.
type folders struct {
	site     string
	requests string   // "" when they lie in the site
	static   string   // files that are published as they are
	roots    []string // followed with everything in them
}

// requestsFolder is where requests lie in a site, or seem to lie.
const requestsFolder = "content/requests"

func newFolders(o generator.Options) (folders, error) {
	site, err := filepath.Abs(o.Site)
	if err != nil {
		return folders{}, err
	}
	templates := filepath.Join(site, "templates")
	f := folders{site: site, static: filepath.Join(templates, "static"), roots: []string{filepath.Join(site, "content"), templates}}
	if o.Requests != "" {
		if f.requests, err = filepath.Abs(o.Requests); err != nil {
			return folders{}, err
		}
		f.roots = append(f.roots, f.requests)
	}
	return f, nil
}

// where returns the absolute path of a file, given its path in the site.
func (f folders) where(name string) string {
	if below, ok := strings.CutPrefix(name, requestsFolder+"/"); ok && f.requests != "" {
		return filepath.Join(f.requests, filepath.FromSlash(below))
	}
	return filepath.Join(f.site, filepath.FromSlash(name))
}

// concern reports whether what happens to a file or folder may change the portal.
// What editors write beside the file that they save does not, nor does anything
// else that is ignored when the site is read.
func (f folders) concern(path string) bool {
	for _, root := range f.roots {
		if path == root {
			return true
		}
		if within(path, root) {
			base := filepath.Base(path)
			return !strings.HasSuffix(base, "~") && (!strings.HasPrefix(base, ".") || within(path, f.static))
		}
	}
	return false
}

func within(path, folder string) bool {
	return strings.HasPrefix(path, folder+string(filepath.Separator))
}

// walk visits some folders with everything in them that is of concern. What
// cannot be read is left out: the next snapshot reports it.
func (f folders) walk(roots []string, visit func(path string, entry fs.DirEntry)) {
	for _, root := range roots {
		_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
			case f.concern(path):
				visit(path, entry)
			case entry.IsDir():
				return fs.SkipDir
			}
			return nil
		})
	}
}

// seed makes fingerprints differ from those of an earlier run, after which every
// open page has to be compared anew.
var seed = maphash.MakeSeed()

// fingerprint returns a hash of what is seen of files without reading them: of
// those for which of returns true, or of all when it is nil.
func (f folders) fingerprint(roots []string, of func(path string) bool) uint64 {
	var sum maphash.Hash
	sum.SetSeed(seed)
	f.walk(roots, func(path string, entry fs.DirEntry) {
		info, err := entry.Info()
		switch {
		case err != nil || of != nil && !of(path): // err: it has gone since it was listed
		case info.IsDir():
			fmt.Fprintln(&sum, path, info.Mode())
		default:
			fmt.Fprintln(&sum, path, info.Mode(), info.Size(), info.ModTime().UnixNano())
		}
	})
	return sum.Sum64()
}
