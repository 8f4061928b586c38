package start

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/tongue"
	"ithaca/generator/wholefile"
)

//go:embed all:skeleton
var skeleton embed.FS

// Hosts are the services that Init knows workflows for; "none" is none of them.
func Hosts() []string { return []string{"github", "none"} }

// Site is what a new site is to be.
type Site struct {
	Facts   Facts
	Host    string // one of Hosts
	Program Program
}

// Begun is what Init did: paths in the new folder, sorted.
type Begun struct {
	Written []string
	Kept    []string // was there already: a file whose name begins with a dot
}

// Init writes a new site into a folder, which it makes if it is not there. It returns
// a *diag.Refusal if the folder holds anything but files whose names begin with a dot,
// or a fact is not what its field takes; then nothing is written.
func Init(dir string, s Site) (Begun, error) {
	if err := s.Facts.Check(); err != nil {
		return Begun{}, err
	}
	files, err := s.files()
	if err != nil {
		return Begun{}, err
	}
	if err := Empty(dir); err != nil {
		return Begun{}, err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return Begun{}, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Begun{}, err
	}
	defer root.Close()
	if err := wholefile.Create(root, unfinished, nil); err != nil && !errors.Is(err, fs.ErrExist) {
		return Begun{}, err
	}
	var begun Begun
	for _, name := range slices.Sorted(maps.Keys(files)) {
		switch err := wholefile.Create(root, filepath.FromSlash(name), files[name]); {
		case errors.Is(err, fs.ErrExist):
			begun.Kept = append(begun.Kept, name)
		case err != nil:
			return begun, fmt.Errorf("write %s: %w", filepath.Join(dir, filepath.FromSlash(name)), err)
		default:
			begun.Written = append(begun.Written, name)
		}
	}
	return begun, root.Remove(unfinished)
}

// unfinished is a file in a new site while it is written. Where it was left behind, Init was interrupted,
// and writes what is missing.
const unfinished = ".ithaca/unfinished"

// Empty returns a *diag.Refusal for a folder that a new site cannot be written into: one
// that holds anything but files whose names begin with a dot, and no unfinished site.
func Empty(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return unfit("`" + dir + "` is a file, not a folder")
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(filepath.Join(dir, unfinished)); err == nil {
		return nil
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			return unfit("`" + dir + "` is not empty: it holds `" + e.Name() + "`")
		}
	}
	return nil
}

func unfit(why string) error {
	return diag.Refuse(why, "name a folder that is not there yet, or an empty one; in a site that is there, `ithaca new` adds a file")
}

// files returns what a new site consists of, by path.
func (s Site) files() (map[string][]byte, error) {
	files := map[string][]byte{}
	if err := copyTo(files, "", "skeleton/site"); err != nil {
		return nil, err
	}
	if texts := s.Facts.texts(); texts != "" {
		maps.DeleteFunc(files, func(name string, _ []byte) bool { return strings.HasPrefix(name, "content/") })
		if err := copyTo(files, "", texts); err != nil {
			return nil, err
		}
	}
	if s.Host != "none" {
		if err := copyTo(files, "."+s.Host, "skeleton/ci/"+s.Host); err != nil {
			return nil, err
		}
	}
	s.Program.pin(files)
	files[indexFile] = s.Facts.fill(files[indexFile])
	schemas, err := Schemas(nil) // for editors
	for name, schema := range schemas {
		files[".schemas/"+name+".json"] = schema
	}
	return files, err
}

// texts returns the folder of the skeleton with the texts in the language of the site, ""
// where they are in English.
func (facts Facts) texts() string {
	folder := "skeleton/" + strings.ToLower(tongue.Base(facts["language"]))
	if _, err := fs.Stat(skeleton, folder+"/"+indexFile); err != nil {
		return ""
	}
	return folder
}

// Translated reports whether the texts of a new site are in its language.
func (facts Facts) Translated() bool {
	return facts["language"] == "" || strings.EqualFold(tongue.Base(facts["language"]), "en") || facts.texts() != ""
}

// copyTo copies a folder of the skeleton into one of the site.
func copyTo(files map[string][]byte, to, from string) error {
	return fs.WalkDir(skeleton, from, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := skeleton.ReadFile(name)
		files[path.Join(to, strings.TrimPrefix(name, from+"/"))] = data
		return err
	})
}
