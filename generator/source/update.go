package source

import (
	"os"
	"path"
	"slices"
	"strings"

	"ithaca/generator/diag"
)

// Update reads again what has changed since the tree was made, and gives what
// Read would give now. Changed names files and folders by their paths in the
// tree, among them those that are new and those that are gone; a folder stands
// for everything below it. Nil means that nobody knows: then every folder is
// listed, and a file is read when the system says that it is another one or was
// changed. What did not change is shared with the tree, which stays as it is.
func (t *Tree) Update(changed []string) (*Tree, diag.List, error) {
	root, err := os.OpenRoot(t.dir)
	if err != nil {
		return nil, nil, failure(t.dir, err)
	}
	defer root.Close()
	if err := requireContent(root, t.dir); err != nil {
		return nil, nil, err
	}
	u := &update{tree: t, root: root, changed: slices.Clone(changed)}
	slices.Sort(u.changed)
	if changed == nil || !u.sort() {
		return u.everything()
	}
	return u.parts()
}

// update is a tree on its way to the next one.
type update struct {
	tree    *Tree
	root    *os.Root
	changed []string // sorted
	files   []string // those to be read again, whose folders need no look
	folders []string // those to be listed again
}

// sort finds out for each change what has to be looked at. It gives false when
// that is everything.
func (u *update) sort() bool {
	for _, at := range u.changed {
		if at != contentFolder && !within(at, contentFolder) && !within(at, templatesFolder) {
			continue
		}
		folder := path.Dir(at)
		if folder == "." || within(at, requestsFolder) && u.tree.options.Requests != "" {
			return false
		}
		if ignored(folder, path.Base(at)) {
			continue
		}
		if _, known := u.tree.File(at); known && u.regular(at) {
			u.files = append(u.files, at)
			continue
		}
		for !u.isFolder(folder) || !u.tree.lists(folder) {
			if folder = path.Dir(folder); folder == "." {
				return false
			}
		}
		u.folders = append(u.folders, folder)
	}
	u.folders = slices.Compact(slices.Sorted(slices.Values(u.folders)))
	inside := func(at, not string) bool {
		return slices.ContainsFunc(u.folders, func(f string) bool { return f != not && within(at, f) })
	}
	u.files = slices.DeleteFunc(slices.Compact(u.files), func(at string) bool { return inside(at, "") })
	u.folders = slices.DeleteFunc(slices.Clone(u.folders), func(at string) bool { return inside(at, at) })
	return true
}

// regular reports whether a file is one still, with no link on the way to it.
func (u *update) regular(at string) bool {
	info, err := u.root.Lstat(at)
	return err == nil && info.Mode().IsRegular() && u.isFolder(path.Dir(at))
}

// isFolder reports whether a path is a folder, with no link on the way to it.
func (u *update) isFolder(at string) bool {
	for ; at != "."; at = path.Dir(at) {
		if info, err := u.root.Lstat(at); err != nil || !info.IsDir() {
			return false
		}
	}
	return true
}

// everything lists every folder anew.
func (u *update) everything() (*Tree, diag.List, error) {
	w := newWalker(u.root, u.tree.options)
	w.before = &earlier{u.tree, nil}
	files, err := w.collect(w.walkSite())
	if err != nil {
		return nil, w.diags, err
	}
	t := newTree(files, u.tree.dir, u.tree.options, w.diags)
	t.Replaced = w.replaced
	return t, w.diags, nil
}

// parts reads the files and lists the folders that changed.
func (u *update) parts() (*Tree, diag.List, error) {
	w := newWalker(u.root, u.tree.options)
	w.left -= len(u.tree.Files)
	w.before = &earlier{u.tree, u.changed}
	err := u.walk(w)
	found, err := w.collect(err)
	if err != nil {
		return nil, w.diags, err
	}
	for _, d := range u.tree.diags {
		if !u.touched(d.File) {
			w.diags = append(w.diags, d)
		}
	}
	t := newTree(u.merge(found), u.tree.dir, u.tree.options, w.diags)
	if t.Replaced = u.tree.Replaced; slices.Contains(u.folders, contentFolder) {
		t.Replaced = w.replaced
	}
	return t, w.diags, nil
}

func (u *update) walk(w *walker) error {
	for _, at := range u.folders {
		if err := w.enter(u.root, at, at, strings.Count(at, "/")); err != nil {
			return err
		}
	}
	for _, at := range u.files {
		f, err := openFolder(u.root, path.Dir(at), path.Dir(at))
		if err != nil {
			return err
		}
		w.read(f, []entry{{at, kindOf(path.Dir(at), path.Base(at))}})
		f.release()
	}
	return nil
}

// touched reports whether a path was looked at again.
func (u *update) touched(at string) bool {
	_, read := slices.BinarySearch(u.files, at)
	return read || slices.ContainsFunc(u.folders, func(f string) bool { return at != f && within(at, f) })
}

// merge puts the files that were found in the place of those looked at again.
// Both are sorted by path, and so is what it gives.
func (u *update) merge(found []File) []File {
	old := u.tree.Files
	files := make([]File, 0, len(old)+len(found))
	spans := slices.Clone(u.files)
	for _, folder := range u.folders {
		spans = append(spans, folder+"/")
	}
	slices.Sort(spans)
	from := 0
	for _, at := range spans {
		low, _ := slices.BinarySearchFunc(old, at, comparePath)
		high := low + 1
		if folder, ok := strings.CutSuffix(at, "/"); ok {
			high = low + len(u.tree.Below(folder))
		}
		files = append(files, old[from:low]...)
		for len(found) > 0 && within(found[0].Path, strings.TrimSuffix(at, "/")) {
			files, found = append(files, found[0]), found[1:]
		}
		from = high
	}
	return append(files, old[from:]...)
}
