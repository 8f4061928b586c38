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
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"ithaca/generator/diag"
	"ithaca/generator/order"
)

// The two folders of a site that are read, and the one whose files are
// published as they are.
const (
	contentFolder   = "content"
	requestsFolder  = "content/requests"
	templatesFolder = "templates"
	staticFolder    = "templates/static"
)

// maxDepth is how many folders may lie within each other below content/ or
// templates/. A portal needs three.
const maxDepth = 8

// FolderTooDeep is reported for folders within folders within folders, which
// are a copy gone wrong rather than a portal.
const FolderTooDeep diag.Code = "folder-too-deep"

// SpecialFile is reported for what is neither a file nor a folder: links, pipes,
// devices, sockets. They are never opened.
const SpecialFile diag.Code = "special-file"

// entry is a file that is to be read.
type entry struct {
	path string // relative to the site, with slashes
	kind kind
	info fs.FileInfo // as the folder was listed; nil when the file is gone since
}

func (e entry) name() string { return path.Base(e.path) }

// folder is a folder held open while it is listed and its files are read. What
// lies in it is opened by name alone, which saves opening each folder above.
type folder struct {
	root  *os.Root
	path  string // relative to the site, with slashes
	users atomic.Int32
}

func openFolder(parent *os.Root, name, path string) (*folder, error) {
	root, err := parent.OpenRoot(name)
	if err != nil {
		return nil, failure(path, err)
	}
	f := &folder{root: root, path: path}
	f.users.Add(1)
	return f, nil
}

// release closes the folder after its last user.
func (f *folder) release() {
	if f.users.Add(-1) == 0 {
		f.root.Close()
	}
}

// walker finds what is to be read, folder by folder, and has it read.
type walker struct {
	root    *os.Root
	options Options
	left    int // how many more names may be met
	group   errgroup.Group
	batches []*batch
	diags   diag.List
	// replaced is what Tree.Replaced will be.
	replaced string
	// outside is true in the folder that stands in the place of content/requests.
	outside bool
}

func newWalker(root *os.Root, o Options) *walker {
	w := &walker{root: root, options: o, left: o.MaxFiles}
	w.group.SetLimit(o.Workers)
	return w
}

func (w *walker) walkSite() error {
	w.searchTop()
	if err := w.enter(w.root, contentFolder, contentFolder, 0); err != nil {
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
	return w.enter(w.root, templatesFolder, templatesFolder, 0)
}

// walkRequests has the folder read that stands in the place of content/requests.
func (w *walker) walkRequests() error {
	if w.options.Requests == "" {
		return nil
	}
	root, err := os.OpenRoot(w.options.Requests)
	if err != nil {
		return failure(w.options.Requests, err)
	}
	f := &folder{root: root, path: requestsFolder}
	f.users.Add(1)
	defer f.release()
	w.outside = true
	defer func() { w.outside = false }()
	return w.walk(f, 1)
}

func (w *walker) enter(parent *os.Root, name, at string, depth int) error {
	if depth > maxDepth {
		w.diags.Errorf(diag.Position{File: at}, FolderTooDeep,
			"move what belongs to the portal further up, and the rest out of the site",
			"this folder lies more than %d folders deep", maxDepth)
		return nil
	}
	f, err := openFolder(parent, name, at)
	if err != nil {
		return err
	}
	defer f.release()
	return w.walk(f, depth)
}

// walk has a folder's files read and then goes into its folders.
func (w *walker) walk(f *folder, depth int) error {
	found, err := w.list(f)
	if err != nil {
		return err
	}
	var entries []entry
	var folders []string
	for _, d := range found {
		name := d.Name()
		at := f.path + "/" + name
		switch {
		case !w.goodName(at, name):
		case at == requestsFolder && w.options.Requests != "":
			if d.IsDir() {
				w.replaced, err = w.firstText(f.root, name, at)
			}
			if err != nil {
				return err
			}
		case d.IsDir():
			folders = append(folders, name)
		case !d.Type().IsRegular():
			w.special(at, d.Type())
		default:
			if k := kindOf(f.path, name); k == unused {
				w.unused(at, found)
			} else {
				info, _ := d.Info() // which the listing of a Root holds already
				entries = append(entries, entry{at, k, info})
			}
		}
	}
	w.read(f, entries)
	for _, name := range folders {
		if err := w.enter(f.root, name, f.path+"/"+name, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// firstText returns the path of the first text in a folder, or of a folder in it,
// which is somebody's too; "" for none. Neither is opened.
func (w *walker) firstText(parent *os.Root, name, at string) (string, error) {
	f, err := openFolder(parent, name, at)
	if err != nil {
		return "", err
	}
	defer f.release()
	found, err := w.list(f)
	for _, d := range found {
		if d.IsDir() || path.Ext(d.Name()) == ".md" {
			return at + "/" + d.Name(), err
		}
	}
	return "", err
}

// list returns what a folder holds, sorted by name, without what is ignored and
// without names that are the same as an earlier one on other systems.
func (w *walker) list(f *folder) ([]fs.DirEntry, error) {
	opened, err := f.root.Open(".")
	if err != nil {
		return nil, failure(f.path, err)
	}
	defer opened.Close()
	found, err := opened.ReadDir(w.left + 1)
	if err != nil && err != io.EOF {
		return nil, failure(f.path, err)
	}
	w.left -= len(found)
	if w.left < 0 {
		return nil, fmt.Errorf("read %s: the site holds too many files", f.path)
	}
	found = slices.DeleteFunc(found, func(d fs.DirEntry) bool { return w.passesOver(f, d) })
	order.Stable(found, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return w.withoutTwins(f.path, found), nil
}

// passesOver reports whether an entry of a folder is not read: it is ignored, or it
// lists people, which is reported. Git publishes what is ignored, too, but hidden
// files and folders, which are its own and other programs'.
func (w *walker) passesOver(f *folder, d fs.DirEntry) bool {
	name := d.Name()
	if name[0] != '.' && w.contacts(f.root, f.path+"/"+name, d) {
		return true
	}
	if !ignored(f.path, name) {
		return false
	}
	if name[0] == '_' && d.IsDir() && !w.outside {
		w.search(f.root, name, f.path+"/"+name+"/", ignoredDeep)
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
