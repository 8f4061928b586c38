package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"ithaca/generator/diag"
)

// The two folders of a site that are read.
const (
	contentFolder   = "content"
	requestsFolder  = "content/requests"
	templatesFolder = "templates"
)

// StaticFolder is the folder of a site whose files are published as they are.
const StaticFolder = "templates/static"

// maxDepth is how many folders may lie within each other below content/ or
// templates/. A portal needs three.
const maxDepth = 8

// FolderTooDeep is reported for folders within folders within folders, which
// are a copy gone wrong rather than a portal.
const FolderTooDeep diag.Code = "folder-too-deep"

// SpecialFile is reported for what is neither a file nor a folder: links, pipes,
// devices, sockets. They are never opened.
const SpecialFile diag.Code = "special-file"

// place is a file or folder of the site: where it lies, and its path as people know it.
type place struct {
	root *os.Root
	name string // within the root
	path string // relative to the site, with slashes
}

// of returns the place of a name in a folder.
func (p place) of(name string) place {
	in := place{p.root, p.name + "/" + name, ""}
	if p.name == "." {
		in.name = name
	}
	if in.path = in.name; p.path != p.name {
		in.path = p.path + "/" + name
	}
	return in
}

// entry is a file that is to be read.
type entry struct {
	place
	kind kind
	info fs.FileInfo // as the folder was listed; nil when the file is gone since
}

// walker finds what is to be read, folder by folder.
type walker struct {
	root    *os.Root
	options Options
	left    int // how many more names may be met
	entries []entry
	diags   diag.List
	// replaced is what Tree.Replaced will be.
	replaced string
	requests *os.Root // where Options.Requests leads; nil for nowhere
	// outside is true in the folder that stands in the place of content/requests.
	outside bool
}

func (w *walker) walkSite() error {
	w.search(place{w.root, ".", "."}, 0) // of the files of the top folder nothing else is read
	if err := w.walk(place{w.root, contentFolder, contentFolder}, 0); err != nil {
		return err
	}
	if err := w.walkRequests(); err != nil {
		return err
	}
	info, err := w.root.Lstat(templatesFolder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return failure(templatesFolder, err)
	case !info.IsDir():
		w.special(templatesFolder, info.Mode())
		return nil
	}
	return w.walk(place{w.root, templatesFolder, templatesFolder}, 0)
}

// walkRequests walks the folder that stands in the place of content/requests.
func (w *walker) walkRequests() error {
	if w.options.Requests == "" {
		return nil
	}
	root, err := os.OpenRoot(w.options.Requests)
	if err != nil {
		return failure(w.options.Requests, err)
	}
	w.requests, w.outside = root, true
	defer func() { w.outside = false }()
	return w.walk(place{root, ".", requestsFolder}, 1)
}

// walk notes a folder's files and then goes into its folders.
func (w *walker) walk(folder place, depth int) error {
	if depth > maxDepth {
		w.diags.Errorf(diag.Position{File: folder.path}, FolderTooDeep,
			"move what belongs to the portal further up, and the rest out of the site",
			"this folder lies more than %d folders deep", maxDepth)
		return nil
	}
	found, err := w.list(folder)
	if err != nil {
		return err
	}
	var folders []place
	w.entries = slices.Grow(w.entries, len(found))
	for _, d := range found {
		at := folder.of(d.Name())
		switch {
		case !w.goodName(at.path, d.Name()):
		case at.path == requestsFolder && w.options.Requests != "":
			if d.IsDir() {
				w.replaced, err = w.firstText(at)
			}
			if err != nil {
				return err
			}
		case d.IsDir():
			folders = append(folders, at)
		case !d.Type().IsRegular():
			w.special(at.path, d.Type())
		default:
			if k := kindOf(folder.path, d.Name()); k == unused {
				w.unused(at.path, found)
			} else {
				info, _ := d.Info() // which the listing of a Root holds already
				w.entries = append(w.entries, entry{at, k, info})
			}
		}
	}
	for _, at := range folders {
		if err := w.walk(at, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// firstText returns the path of the first text in a folder, or of a folder in it,
// which is somebody's too; "" for none. Neither is opened.
func (w *walker) firstText(folder place) (string, error) {
	found, err := w.list(folder)
	for _, d := range found {
		if d.IsDir() || path.Ext(d.Name()) == ".md" {
			return folder.of(d.Name()).path, err
		}
	}
	return "", err
}

// list returns what a folder holds, sorted by name, without what is ignored and
// without names that are the same as an earlier one on other systems.
func (w *walker) list(folder place) ([]fs.DirEntry, error) {
	opened, err := folder.root.Open(folder.name)
	if err != nil {
		return nil, failure(folder.path, err)
	}
	defer opened.Close()
	found, err := opened.ReadDir(w.left + 1)
	if err != nil && err != io.EOF {
		return nil, failure(folder.path, err)
	}
	w.left -= len(found)
	if w.left < 0 {
		return nil, fmt.Errorf("read %s: the site holds too many files", folder.path)
	}
	found = slices.DeleteFunc(found, func(d fs.DirEntry) bool { return w.passesOver(folder, d) })
	slices.SortFunc(found, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return w.withoutTwins(folder.path, found), nil
}

// passesOver reports whether an entry of a folder is not read: it is ignored, or it
// lists people, which is reported. Git publishes what is ignored, too, but hidden
// files and folders, which are its own and other programs'.
func (w *walker) passesOver(folder place, d fs.DirEntry) bool {
	name := d.Name()
	if name[0] != '.' && w.contacts(folder, d) {
		return true
	}
	if !ignored(folder.path, name) {
		return false
	}
	if name[0] == '_' && d.IsDir() && !w.outside {
		w.search(folder.of(name), ignoredDeep)
	}
	return true
}

func (w *walker) special(at string, mode fs.FileMode) {
	w.diags.Errorf(diag.Position{File: at}, SpecialFile, "put the file itself here, or move this out of the site",
		"this is %s; only files and folders are read", describe(mode))
}

// describe returns what a file is, in words.
func describe(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeSymlink != 0:
		return "a symbolic link"
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	case mode.IsRegular():
		return "a file"
	}
	return "neither a file nor a folder"
}
