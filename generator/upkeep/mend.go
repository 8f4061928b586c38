package upkeep

import (
	"bytes"
	"cmp"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator"
	"ithaca/generator/diag"
	"ithaca/generator/edit"
	"ithaca/generator/order"
	"ithaca/generator/worktree"
)

// Mending is what certainly puts mistakes right.
type Mending struct {
	*Plan
	Mended diag.List         // the mistakes that are gone, as they were found, in the order of their places
	Was    map[string]string // by the new name of a file: the one it had
}

// mostRounds ends what never comes to an end: a mend can bring another mistake to light.
const mostRounds = 20

// Mend plans what certainly puts the mistakes of chosen files right, and is repeated until
// nothing changes. Nothing means anything else afterwards.
func Mend(o generator.Options, chosen func(file string) bool) (*Mending, error) {
	o.ContentOnly, o.Unwritten = true, nil
	m := &Mending{Plan: (&Site{folders: o.Folders()}).plan(false), Was: map[string]string{}}
	for range mostRounds {
		snapshot, err := generator.Take(o)
		if err != nil {
			return nil, err
		}
		if !m.round(snapshot.Diagnostics(), chosen) {
			break
		}
		o.Unwritten = map[string][]byte{}
		for _, f := range m.Files {
			o.Unwritten[f.Path] = f.New
		}
	}
	m.Files = slices.DeleteFunc(m.Files, func(f worktree.File) bool { return f.Was == "" && bytes.Equal(f.Old, f.New) })
	m.Whole = len(m.Files) > 1
	m.Mended = m.Mended.Sorted()
	return m, nil
}

// round mends what it can, from the end of each file to its beginning, so that the places
// before stay what they are. It reports whether anything changed.
func (m *Mending) round(list diag.List, chosen func(file string) bool) (changed bool) {
	list = slices.Clone(list)
	order.Stable(list, func(a, b diag.Diagnostic) int {
		return cmp.Or(strings.Compare(a.File, b.File), b.Line-a.Line, b.Column-a.Column)
	})
	for _, d := range list {
		if d.Mend.Do == diag.Nothing || !chosen(d.File) && m.Was[d.File] == "" {
			continue
		}
		if m.one(d) {
			m.Mended, changed = append(m.Mended, d), true
		}
	}
	return changed
}

// one puts a mistake right, and reports whether that was possible.
func (m *Mending) one(d diag.Diagnostic) (done bool) {
	if d.Mend.Do == diag.RenameFile {
		return m.rename(d.File, d.Mend.With)
	}
	err := m.change(d.File, func(data []byte) ([]byte, error) {
		changed, err := mended(data, d)
		if err != nil || bytes.Equal(data, changed) {
			return data, err
		}
		done = true
		return changed, nil
	})
	return done && err == nil
}

// mended returns a file in which a mistake is put right.
func mended(data []byte, d diag.Diagnostic) ([]byte, error) {
	with := d.Mend.With
	switch d.Mend.Do {
	case diag.EndLines:
		return bytes.ReplaceAll(data, []byte("\r"), []byte("\n")), nil
	case diag.WriteLine:
		return writeLine(data, d.Line, with), nil
	case diag.RenameKey:
		name, value, both := strings.Cut(with, ": ")
		changed, path, err := edit.RenameKey(data, d.Line, d.Column, name)
		if err != nil || !both {
			return changed, err
		}
		return edit.Apply(changed, edit.Set(edit.Plain(value), path...))
	}
	path, found := edit.At(data, d.Line, d.Column)
	if !found || len(path) == 0 {
		return data, nil
	}
	change := edit.Set(edit.Text(with), path...)
	switch d.Mend.Do {
	case diag.WritePlain:
		change = edit.Set(edit.Plain(with), path...)
		if n, err := strconv.Atoi(with); err == nil {
			change = edit.Set(edit.Whole(n), path...)
		}
	case diag.WriteList:
		change = edit.Set(edit.Texts(strings.Split(with, "\n")...), path...)
	case diag.DropEntry:
		change = edit.Remove(path...)
	}
	return edit.Apply(data, change)
}

// writeLine returns a file with another line in the place of one; its end stays.
func writeLine(data []byte, line int, text string) []byte {
	lines := bytes.SplitAfter(data, []byte("\n"))
	if line < 1 || line > len(lines) {
		return data
	}
	old := lines[line-1]
	lines[line-1] = append([]byte(text), old[len(bytes.TrimRight(old, "\r\n")):]...)
	return bytes.Join(lines, nil)
}

// rename gives a file another name, or its folder with all that lies in it, unless another
// file has that name.
func (m *Mending) rename(file, name string) bool {
	folders := m.site.folders
	from, to := file, path.Join(path.Dir(file), name)
	var moved []string
	if path.Ext(name) == "" {
		from = path.Dir(file)
		to = path.Join(path.Dir(from), name)
		entries, err := os.ReadDir(folders.Where(from))
		if err != nil {
			return false
		}
		for _, e := range entries {
			if !e.Type().IsRegular() {
				return false // what lies deeper was not expected here
			}
			if one := from + "/" + e.Name(); one != file {
				moved = append(moved, one)
			}
		}
	}
	moved = append(moved, file) // as the last, so that what is broken off is found again
	becomes := func(one string) string { return to + strings.TrimPrefix(one, from) }
	if slices.ContainsFunc(moved, func(one string) bool { return m.taken(one, becomes(one)) }) {
		return false
	}
	for _, one := range moved {
		m.move(one, becomes(one))
		m.Was[becomes(one)] = one
	}
	return true
}

// taken reports whether a file would take the place of another one. Names that differ by case
// alone are those of one file on many systems.
func (m *Mending) taken(from, to string) bool {
	if slices.ContainsFunc(m.Files, func(f worktree.File) bool { return f.Path == to }) {
		return true
	}
	other, err := os.Lstat(m.site.folders.Where(to))
	if err != nil {
		return false
	}
	own, err := os.Lstat(m.site.folders.Where(from))
	return err != nil || !os.SameFile(own, other)
}
