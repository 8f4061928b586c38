package source

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"ithaca/generator/diag"
)

// The two folders of a site that are read, and the one whose files are
// published as they are.
const (
	contentFolder   = "content"
	templatesFolder = "templates"
	staticFolder    = "templates/static"
)

// maxDepth is how many folders may lie within each other below content/ or
// templates/. A portal needs three.
const maxDepth = 8

// FolderTooDeep is reported for folders within folders within folders, which
// are a copy gone wrong rather than a portal.
const FolderTooDeep diag.Code = "folder-too-deep"

// UnusedFile is reported for files below content/ that nothing would use.
const UnusedFile diag.Code = "unused-file"

// SpecialFile is reported for what is neither a file nor a folder: links, pipes,
// devices, sockets. They are never opened.
const SpecialFile diag.Code = "special-file"

// kind is how a file is read.
type kind uint8

const (
	unused  kind = iota
	text         // in its one form
	binary       // as it is
	picture      // hashed only; its bytes are read again when they are needed
)

// entry is a file that is to be read.
type entry struct {
	folder string // relative to the site, with slashes
	name   string
	kind   kind
}

func (e entry) path() string { return join(e.folder, e.name) }

// walker lists what is to be read, folder by folder.
type walker struct {
	root    *os.Root
	left    int // how many more names may be met
	entries []entry
	diags   diag.List
}

func (w *walker) walkSite() error {
	if err := w.walk(contentFolder, 0); err != nil {
		return err
	}
	info, err := w.root.Lstat(templatesFolder)
	switch {
	case os.IsNotExist(err):
		return nil
	case err != nil:
		return failure(templatesFolder, err)
	case !info.IsDir():
		w.special(templatesFolder, info.Mode())
		return nil
	}
	return w.walk(templatesFolder, 0)
}

// walk lists a folder's files and then goes into its folders, so that the
// entries of one folder stand together.
func (w *walker) walk(folder string, depth int) error {
	if depth > maxDepth {
		w.diags.Errorf(diag.Position{File: folder}, FolderTooDeep,
			"move what belongs to the portal further up, and delete the rest",
			"this folder lies more than %d folders deep", maxDepth)
		return nil
	}
	found, err := w.list(folder)
	if err != nil {
		return err
	}
	var folders []string
	for _, d := range found {
		name := d.Name()
		switch {
		case ignored(folder, name), !w.goodName(folder, name):
		case d.IsDir():
			folders = append(folders, join(folder, name))
		case !d.Type().IsRegular():
			w.special(join(folder, name), d.Type())
		default:
			w.add(entry{folder, name, kindOf(folder, name)})
		}
	}
	for _, f := range folders {
		if err := w.walk(f, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// list gives what a folder holds, sorted by name, without names that differ
// from an earlier one in case or Unicode form only.
func (w *walker) list(folder string) ([]fs.DirEntry, error) {
	f, err := w.root.Open(folder)
	if err != nil {
		return nil, failure(folder, err)
	}
	defer f.Close()
	found, err := f.ReadDir(w.left + 1)
	if err != nil && !isEOF(err) {
		return nil, failure(folder, err)
	}
	w.left -= len(found)
	if w.left < 0 {
		return nil, fmt.Errorf("read %s: the site holds too many files", folder)
	}
	slices.SortFunc(found, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return w.withoutTwins(folder, found), nil
}

func (w *walker) add(e entry) {
	if e.kind != unused {
		w.entries = append(w.entries, e)
		return
	}
	hint := "delete it, or put a _ before its name to have it ignored"
	switch extension(e.name) {
	case ".md":
		hint = "let its name end in .md, in small letters"
	case ".heic", ".webp", ".gif", ".svg", ".avif", ".tif", ".tiff", ".bmp":
		hint = "save the picture as JPEG or PNG"
	}
	w.diags.Warnf(diag.Position{File: e.path()}, UnusedFile, hint,
		"only .md files and JPEG or PNG pictures are used here")
}

func (w *walker) special(at string, mode fs.FileMode) {
	w.diags.Errorf(diag.Position{File: at}, SpecialFile, "put the file itself here, or delete it",
		"this is %s; only files and folders are read", describe(mode))
}

// ignored tells which names are passed over in silence: below content/ those
// that begin with _ or ., elsewhere those that begin with . but for the files
// that are published as they are, among them .well-known; and what editors and
// desktops leave behind.
func ignored(folder, name string) bool {
	switch {
	case strings.HasSuffix(name, "~"), name == ".DS_Store", name == "Thumbs.db", name == "desktop.ini":
		return true
	case isStatic(folder):
		return false
	case within(folder, contentFolder):
		return name[0] == '.' || name[0] == '_'
	}
	return name[0] == '.'
}

func kindOf(folder, name string) kind {
	ext := extension(name)
	if within(folder, contentFolder) {
		switch {
		case strings.HasSuffix(name, ".md"):
			return text
		case ext == ".jpg", ext == ".jpeg", ext == ".png":
			return picture
		}
		return unused
	}
	if isStatic(folder) {
		return binary
	}
	switch ext {
	case ".md", ".html", ".css", ".toml", ".txt", ".svg", ".js", ".xml", ".json", ".webmanifest":
		return text
	}
	return binary
}

func isStatic(folder string) bool { return within(folder, staticFolder) }

// within tells whether a folder is top or lies below it.
func within(folder, top string) bool {
	return folder == top || strings.HasPrefix(folder, top) && folder[len(top)] == '/'
}

// describe gives what a file is, in words.
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
