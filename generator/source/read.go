package source

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"ithaca/generator/diag"
)

// NoContentError says that a folder holds no site, because it has no content
// folder. Unlike other errors it is a slip of the person who typed the command.
type NoContentError struct {
	Dir    string // the folder as it was given
	Reason string // what is there instead: "there is no folder content"
}

func (e *NoContentError) Error() string {
	return fmt.Sprintf("%s holds no site: %s", e.Dir, e.Reason)
}

// Hint says what to do about it.
func (e *NoContentError) Hint() string {
	return "go to the folder that holds content/, name it with --site DIR, or start a site with `ithaca init`"
}

// Read reads dir/content, which must exist (else the error is a
// *NoContentError), and dir/templates, which may be missing. Files that cannot
// be used are diagnosed and left out of the tree. An error means that the
// machine failed; the tree is then nil, the diagnostics are still worth showing.
// The result does not depend on the number of workers.
func Read(dir string, o Options) (*Tree, diag.List, error) {
	o = o.withDefaults()
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, &NoContentError{dir, "there is no such folder"}
	}
	if err != nil {
		return nil, nil, failure(dir, err)
	}
	defer root.Close()
	if err := requireContent(root, dir); err != nil {
		return nil, nil, err
	}

	w := &walker{root: root, left: o.MaxFiles}
	if err := w.walkSite(); err != nil {
		return nil, w.diags, err
	}
	files, diags, err := readAll(root, w.entries, o)
	diags = append(w.diags, diags...)
	if err != nil {
		return nil, diags, err
	}
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return nil, diags, failure(dir, err)
	}
	return &Tree{Files: files, dir: absolute, max: o.MaxPicture}, diags, nil
}

// requireContent insists on a real folder: a link in its place would lead the
// reader to wherever a stranger's pull request points.
func requireContent(root *os.Root, dir string) error {
	info, err := root.Lstat(contentFolder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &NoContentError{dir, "there is no folder content"}
	case err != nil:
		return failure(contentFolder, err)
	case !info.IsDir():
		return &NoContentError{dir, "content is " + describe(info.Mode()) + ", not a folder"}
	}
	return nil
}

// batchSize is how many files of one folder a worker reads in a row: enough to
// share the cost of opening the folder, few enough to keep all workers busy.
const batchSize = 64

// readAll reads the entries, which stand folder by folder, and gives the usable
// files sorted by path.
func readAll(root *os.Root, entries []entry, o Options) ([]File, diag.List, error) {
	results := make([]result, len(entries))
	var group errgroup.Group
	group.SetLimit(o.Workers)
	for start := 0; start < len(entries); {
		end := start + 1
		for end < len(entries) && end-start < batchSize && entries[end].folder == entries[start].folder {
			end++
		}
		batch, into := entries[start:end], results[start:end]
		group.Go(func() error { return readBatch(root, batch, into, o) })
		start = end
	}
	err := group.Wait()

	files := make([]File, 0, len(entries))
	var diags diag.List
	for i := range results {
		r := &results[i]
		if r.err != nil {
			return nil, diags, r.err // the first by place, not by time
		}
		diags = append(diags, r.diags...)
		if r.usable {
			files = append(files, r.file)
		}
	}
	if err != nil {
		return nil, diags, err
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return files, diags, nil
}

// result is what became of one entry.
type result struct {
	file   File
	usable bool
	diags  diag.List
	err    error
}

func readBatch(root *os.Root, batch []entry, into []result, o Options) error {
	folder, err := root.OpenRoot(batch[0].folder)
	if err != nil {
		into[0].err = failure(batch[0].folder, err)
		return into[0].err
	}
	defer folder.Close()
	for i, e := range batch {
		into[i] = readEntry(folder, e, o)
		if into[i].err != nil {
			return into[i].err
		}
	}
	return nil
}

func readEntry(folder *os.Root, e entry, o Options) result {
	at := e.path()
	limit := o.MaxPicture
	if e.kind == text {
		limit = o.MaxFile
	}
	f, size, err := openRegular(folder, e.name)
	if err != nil {
		return result{err: failure(at, err)}
	}
	defer f.Close()
	if size > limit {
		return result{diags: tooLarge(at, size, limit)}
	}
	file := File{Path: at}
	if e.kind == picture {
		file.Hash, file.Size, err = hashOf(f, limit)
	} else {
		file.Data, err = readUpTo(f, size, limit)
	}
	if errors.Is(err, errTooLarge) {
		return result{diags: tooLarge(at, limit+1, limit)}
	}
	if err != nil {
		return result{err: failure(at, err)}
	}
	if e.kind == text {
		data, problem := normalise(file.Data)
		if problem != nil {
			return result{diags: problem.diagnose(at)}
		}
		file.Data = data
	}
	if e.kind != picture {
		file.Hash, file.Size = sha256.Sum256(file.Data), int64(len(file.Data))
	}
	return result{file: file, usable: true}
}

// failure wraps what the machine said once, under the path as a person knows it:
// the paths within the errors of a Root are relative to some folder of the site.
func failure(at string, err error) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		err = pathError.Err
	}
	return fmt.Errorf("read %s: %w", at, err)
}

// join is path.Join without its cleaning, which would change odd names.
func join(folder, name string) string {
	if folder == "" {
		return name
	}
	return folder + "/" + name
}

// extension gives a name's ending in lower case, like ".md".
func extension(name string) string { return strings.ToLower(path.Ext(name)) }
