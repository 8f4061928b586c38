package source

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"ithaca/generator/diag"
	"ithaca/generator/order"
)

// noSite returns the refusal for a folder without a site. Unlike other errors it is a
// mistake of the person who typed the command.
func noSite(dir, reason string) error {
	return diag.Refuse(dir+" holds no site: "+reason, "go to the folder that holds content/, name it with --site DIR, or begin a new one with `ithaca init DIR`")
}

// Read reads dir/content, which must exist (else the error is a
// *diag.Refusal), and dir/templates, which may be missing. Files that cannot
// be used are diagnosed and left out of the tree. An error means that the
// machine failed; the tree is then nil, the diagnostics are still worth showing.
// The result does not depend on the number of workers.
func Read(dir string, o Options) (*Tree, diag.List, error) {
	o = o.withDefaults()
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, noSite(dir, "there is no such folder")
	}
	if err != nil {
		return nil, nil, readError(dir, err)
	}
	defer root.Close()
	if err := requireContent(root, dir); err != nil {
		return nil, nil, err
	}

	w := &walker{root: root, options: o, remaining: o.MaxFiles}
	err = w.walkSite()
	if w.requests != nil {
		defer w.requests.Close()
	}
	if err != nil {
		return nil, w.diags, err
	}
	files, err := w.read()
	if err != nil {
		return nil, w.diags, err
	}
	t := &Tree{Files: files, Replaced: w.replaced, requests: o.Requests}
	for _, f := range files {
		if at := f.info.ModTime(); at.After(t.newest) {
			t.newest = at
		}
	}
	if t.dir, err = filepath.Abs(dir); err != nil {
		return nil, w.diags, readError(dir, err)
	}
	return t, w.diags, nil
}

// requireContent returns an error unless content is a real folder: a symbolic link in a
// stranger's pull request could point anywhere.
func requireContent(root *os.Root, dir string) error {
	info, err := root.Lstat(contentFolder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return noSite(dir, "there is no folder content")
	case err != nil:
		return readError(contentFolder, err)
	case !info.IsDir():
		return noSite(dir, "content is "+describe(info.Mode())+", not a folder")
	}
	return nil
}

// result is the result of reading one entry.
type result struct {
	file  File
	diags diag.List // why the file cannot be used
	err   error
}

// read reads the entries in parallel, and returns the usable files sorted by path, or the
// first error in the order of the entries.
func (w *walker) read() ([]File, error) {
	results := make([]result, len(w.entries))
	var group sync.WaitGroup
	var next atomic.Int64
	for range w.options.Workers {
		group.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(results)); i = next.Add(1) - 1 {
				results[i] = readEntry(w.entries[i], w.options)
			}
		})
	}
	group.Wait()
	files := make([]File, 0, len(results))
	for _, r := range results {
		if r.err != nil {
			return nil, r.err
		}
		w.diags = append(w.diags, r.diags...)
		if len(r.diags) == 0 {
			files = append(files, r.file)
		}
	}
	order.Stable(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return files, nil
}

func readEntry(e entry, o Options) result {
	if file, same := o.Before.unchanged(e); same {
		return result{file: file}
	}
	at := e.path
	limit := o.MaxPicture
	if e.kind == text {
		limit = o.MaxFile
	}
	f, info, err := openRegular(e.root, e.name)
	if err != nil {
		return result{err: readError(at, err)}
	}
	defer f.Close()
	size := info.Size()
	if size > limit {
		return result{diags: tooLarge(at, size, limit)}
	}
	file := File{Path: at, info: info}
	if e.kind == picture {
		file.Hash, err = hashOf(f, limit)
	} else {
		file.Data, err = readUpTo(f, size, limit)
	}
	if errors.Is(err, errTooLarge) {
		return result{diags: tooLarge(at, limit+1, limit)}
	}
	if err != nil {
		return result{err: readError(at, err)}
	}
	if e.kind == text {
		data, problem := normalise(file.Data)
		if problem != nil {
			problem.File = at
			return result{diags: diag.List{*problem}}
		}
		file.Data = data
	}
	if e.kind != picture {
		file.Hash = sha256.Sum256(file.Data)
	}
	return result{file: file}
}

// readError wraps an error of the machine with the path in the site: the path in an error
// of an os.Root is relative to that root.
func readError(at string, err error) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		err = pathError.Err
	}
	return fmt.Errorf("read %s: %w", at, err)
}

// extension returns a name's ending in lower case, like ".md".
func extension(name string) string { return strings.ToLower(path.Ext(name)) }

// tick is the coarsest resolution of modification times on file systems in use.
const tick = 2 * time.Second

// unchanged returns the file of an earlier tree, if it is certain without reading it that
// it is still the same: by inode, size, mode and modification time. A file that was modified
// within a tick of the latest one of that tree may have changed again at the same time, and
// is not taken.
func (t *Tree) unchanged(e entry) (File, bool) {
	if t == nil || e.info == nil {
		return File{}, false
	}
	file, known := t.File(e.path)
	same := known && file.info.ModTime().Before(t.newest.Add(-tick)) && file.info.ModTime().Equal(e.info.ModTime()) &&
		file.info.Size() == e.info.Size() && file.info.Mode() == e.info.Mode() && os.SameFile(file.info, e.info)
	return file, same
}
