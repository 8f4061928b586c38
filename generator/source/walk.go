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

// maxDepth is how deep folders may be nested below content/ or templates/. A portal needs
// three levels.
const maxDepth = 8

// FolderTooDeep is reported for folders within folders within folders, which
// are a copy gone wrong rather than a portal.
const FolderTooDeep diag.Code = "folder-too-deep"

// SpecialFile is reported for what is neither a file nor a folder: links, pipes,
// devices, sockets. They are never opened.
const SpecialFile diag.Code = "special-file"

// location is a file or folder of the site.
type location struct {
	root *os.Root
	name string // within the root
	path string // relative to the site, with slashes
}

// child returns the location of a name in a folder.
func (p location) child(name string) location {
	in := path.Join(p.name, name)
	if p.path == p.name { // as nearly always, and every edit walks all files
		return location{p.root, in, in}
	}
	return location{p.root, in, path.Join(p.path, name)}
}

// entry is a file that is to be read.
type entry struct {
	location
	kind kind
	info fs.FileInfo // from the listing of the folder; nil when the file is gone since
}

// walker finds the files to read, folder by folder.
type walker struct {
	root      *os.Root
	options   Options
	remaining int // how many more files and folders Options.MaxFiles allows
	entries   []entry
	diags     diag.List
	// replaced is what Tree.Replaced will be.
	replaced string
	requests *os.Root // of Options.Requests; nil for none
	outside  bool     // whether the walk is in Options.Requests
}

func (w *walker) walkSite() error {
	w.searchContacts(location{w.root, ".", "."}, 0) // of the files of the top folder nothing else is read
	if err := w.walk(location{w.root, contentFolder, contentFolder}, 0); err != nil {
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
		return readError(templatesFolder, err)
	case !info.IsDir():
		w.reportSpecial(templatesFolder, info.Mode())
		return nil
	}
	return w.walk(location{w.root, templatesFolder, templatesFolder}, 0)
}

// walkRequests walks Options.Requests.
func (w *walker) walkRequests() error {
	if w.options.Requests == "" {
		return nil
	}
	root, err := os.OpenRoot(w.options.Requests)
	if err != nil {
		return readError(w.options.Requests, err)
	}
	w.requests, w.outside = root, true
	defer func() { w.outside = false }()
	return w.walk(location{root, ".", requestsFolder}, 1)
}

// walk adds a folder's files to the entries and then walks its folders.
func (w *walker) walk(folder location, depth int) error {
	if depth > maxDepth {
		w.diags.Errorf(diag.Position{File: folder.path}, FolderTooDeep,
			"move what belongs to the portal further up, and the rest out of the site",
			"this folder lies more than %d folders deep", maxDepth)
		return nil
	}
	found, err := w.readFolder(folder)
	if err != nil {
		return err
	}
	var folders []location
	w.entries = slices.Grow(w.entries, len(found))
	for _, d := range found {
		at := folder.child(d.Name())
		switch {
		case !w.checkName(at.path, d.Name()):
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
			w.reportSpecial(at.path, d.Type())
		default:
			if k := kindOf(folder.path, d.Name()); k == unused {
				w.reportUnused(at.path, found)
			} else {
				info, _ := d.Info() // without a system call: the listing of a Root has it
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

// firstText returns the path of the first .md file or folder in a folder, "" for none.
// Neither is opened.
func (w *walker) firstText(folder location) (string, error) {
	found, err := w.readFolder(folder)
	for _, d := range found {
		if d.IsDir() || path.Ext(d.Name()) == ".md" {
			return folder.child(d.Name()).path, err
		}
	}
	return "", err
}

// readFolder returns the entries of a folder, sorted by name, without those that are
// ignored and without names that are the same as an earlier one on other systems.
func (w *walker) readFolder(folder location) ([]fs.DirEntry, error) {
	opened, err := folder.root.Open(folder.name)
	if err != nil {
		return nil, readError(folder.path, err)
	}
	defer opened.Close()
	found, err := opened.ReadDir(w.remaining + 1)
	if err != nil && err != io.EOF {
		return nil, readError(folder.path, err)
	}
	w.remaining -= len(found)
	if w.remaining < 0 {
		return nil, fmt.Errorf("read %s: the site holds too many files", folder.path)
	}
	found = slices.DeleteFunc(found, func(d fs.DirEntry) bool { return w.passesOver(folder, d) })
	slices.SortFunc(found, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return w.withoutTwins(folder.path, found), nil
}

// passesOver reports whether an entry of a folder is not read: it is ignored, or it lists
// people, which is reported. Lists of people are also searched in folders that are ignored,
// because git publishes them too; not in hidden ones, which belong to programs.
func (w *walker) passesOver(folder location, d fs.DirEntry) bool {
	name := d.Name()
	if name[0] != '.' && w.reportContacts(folder, d) {
		return true
	}
	if !ignored(folder.path, name) {
		return false
	}
	if name[0] == '_' && d.IsDir() && !w.outside {
		w.searchContacts(folder.child(name), ignoredDepth)
	}
	return true
}

func (w *walker) reportSpecial(at string, mode fs.FileMode) {
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
