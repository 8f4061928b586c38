package source

import (
	"slices"

	"ithaca/generator/diag"
)

// earlier is what a walker knows from a tree that was read before.
type earlier struct {
	tree    *Tree
	changed []string // sorted; nil when nobody knows what changed
}

// reuse takes a file of a folder over from the earlier tree when it did not
// change.
func (w *walker) reuse(f *folder, at string) bool {
	if w.before == nil {
		return false
	}
	file, known := w.before.tree.File(at)
	if !known || !w.unchanged(f, file) {
		return false
	}
	w.reused = append(w.reused, file)
	return true
}

func (w *walker) unchanged(f *folder, file File) bool {
	if w.before.changed != nil {
		return !w.before.concerns(file.Path)
	}
	info, err := f.root.Lstat(entry{path: file.Path}.name())
	return err == nil && info.Mode().IsRegular() && markOf(info) == file.mark && w.before.tree.trusted(file.mark)
}

// concerns reports whether a change is that of a path, or of a folder it lies in.
func (e *earlier) concerns(at string) bool {
	for end := len(at); end > 0; end-- {
		if end < len(at) && at[end] != '/' {
			continue
		}
		if _, found := slices.BinarySearch(e.changed, at[:end]); found {
			return true
		}
	}
	return false
}

// reuseFolder takes over a folder that holds no change, with what was said of
// its files.
func (w *walker) reuseFolder(at string) bool {
	if w.before == nil || w.before.changed == nil || w.before.concerns(at) || !w.before.tree.lists(at) {
		return false
	}
	i, _ := slices.BinarySearch(w.before.changed, at+"/")
	if i < len(w.before.changed) && within(w.before.changed[i], at) {
		return false // a change lies below it
	}
	w.reused = append(w.reused, w.before.tree.Below(at)...)
	for _, d := range w.before.tree.diags {
		if within(d.File, at) {
			w.diags = append(w.diags, d)
		}
	}
	return true
}

// lists reports whether the tree has anything from below a folder: else it may
// never have been seen.
func (t *Tree) lists(folder string) bool {
	return len(t.Below(folder)) > 0 || slices.ContainsFunc(t.diags, func(d diag.Diagnostic) bool { return within(d.File, folder) })
}
