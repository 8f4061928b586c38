// Package source reads a site's folder once, within limits, and never outside
// of it.
//
// It takes a directory and returns a Tree: every file below content/ and
// templates/ that a portal can use, texts normalised (UTF-8 without a byte
// order mark, lines that end in \n), each with its hash. What an author has to
// change (a link, a pipe, a file that is too large, a name that other systems
// cannot store) is a diagnostic; a file that the machine cannot read is an error.
//
// It does not know Markdown, frontmatter, mentors or templates: which folder
// means what is the business of the stages that read the tree.
package source

import (
	"cmp"
	"crypto/sha256"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"time"
)

// Options bound what is read. The zero value holds the usual limits.
type Options struct {
	MaxFile    int64 // bytes of a text file; 0 means 1 MiB
	MaxPicture int64 // bytes of a picture or of any other binary file; 0 means 12 MiB
	MaxFiles   int   // files and folders in all; 0 means 500,000
	Workers    int   // files read at the same time; 0 means one for each processor
	// Requests is a folder outside the site that is read instead of content/requests; "" for
	// none.
	Requests string
	// Before is an earlier tree, nil for none. Files that have certainly not changed since are
	// taken from it instead of being read again; the result is the same.
	Before *Tree
}

func (o Options) withDefaults() Options {
	o.MaxFile, o.MaxPicture = cmp.Or(o.MaxFile, 1<<20), cmp.Or(o.MaxPicture, 12<<20)
	o.MaxFiles, o.Workers = cmp.Or(o.MaxFiles, 500_000), cmp.Or(o.Workers, runtime.GOMAXPROCS(0))
	return o
}

// File is one file of a site. It is immutable: nobody may write into Data.
type File struct {
	Path string   // relative to the site's folder, with slashes: "content/mentors/ana-silva.md"
	Data []byte   // its bytes, texts normalised; nil where Tree.Load has to read them again
	Hash [32]byte // SHA-256 of these bytes

	info fs.FileInfo // what the system said of it when it was read
}

// Tree is what was read. It is immutable and safe for concurrent use.
type Tree struct {
	Files []File // sorted by Path, byte by byte
	// Replaced is the path of a text in content/requests that is not read because of
	// Options.Requests; "" for none.
	Replaced string

	dir, requests string    // where the files are; dir is absolute
	newest        time.Time // the latest time of a file's change
}

// Below returns the files below a folder such as "content/mentors", at any depth,
// sorted by path. The slice is part of the tree and must not be changed.
func (t *Tree) Below(folder string) []File {
	low, _ := slices.BinarySearchFunc(t.Files, folder+"/", comparePath)
	high, _ := slices.BinarySearchFunc(t.Files, folder+"0", comparePath) // '0' follows '/'
	return t.Files[low:high:high]
}

// File returns the file at a path, and whether there is one.
func (t *Tree) File(path string) (File, bool) {
	i, found := slices.BinarySearchFunc(t.Files, path, comparePath)
	if !found {
		return File{}, false
	}
	return t.Files[i], true
}

// With returns a tree with another text at a path; with nil, or with what is no text, it has
// no file there. It is for checking a file before it is written, or as it was, and must not
// be the Before of another tree.
func (t *Tree) With(path string, data []byte) *Tree {
	with := *t
	text, problem := normalise(slices.Clone(data))
	file := File{Path: path, Data: text, Hash: sha256.Sum256(text)}
	i, found := slices.BinarySearchFunc(t.Files, path, comparePath)
	with.Files = slices.Clone(t.Files)
	if found {
		with.Files = slices.Delete(with.Files, i, i+1)
	}
	if data != nil && problem == nil {
		with.Files = slices.Insert(with.Files, i, file)
	}
	return &with
}

func comparePath(f File, path string) int { return strings.Compare(f.Path, path) }
