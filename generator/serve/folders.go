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
	where  func(name string) string // returns the path of a file of the site
	static string                   // files that are published as they are
	roots  []string                 // followed with everything in them
}

func newFolders(o generator.Options) (folders, error) {
	var err error
	if o.Site, err = filepath.Abs(o.Site); err != nil {
		return folders{}, err
	}
	templates := filepath.Join(o.Site, "templates")
	f := folders{static: filepath.Join(templates, "static"), roots: []string{filepath.Join(o.Site, "content"), templates}}
	if o.Requests != "" {
		if o.Requests, err = filepath.Abs(o.Requests); err != nil {
			return folders{}, err
		}
		f.roots = append(f.roots, o.Requests)
	}
	f.where = o.Folders().Where
	return f, nil
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
