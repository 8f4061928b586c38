package contacts

import (
	"crypto/rand"
	"path"
	"path/filepath"
	"slices"

	"ithaca/generator/wholefile"
	"ithaca/generator/worktree"
)

// follower brings the contacts, and what is remembered of imports, up to a change of the
// files of people.
type follower struct {
	path     string // of the contacts
	contacts []Contact
	memory   Memory
}

func openFollower(site worktree.Folders, path string) (f *follower, err error) {
	f = &follower{path: path}
	if f.contacts, err = Read(site, path, ""); err == nil {
		f.memory, err = ReadMemory(path)
	}
	return f, err
}

// write says what was changed, unless nothing was.
func (f *follower) write(changed bool, did string) (string, error) {
	if !changed {
		return f.path + " has no line of them.", nil
	}
	if err := wholefile.Replace(f.path, Text(f.contacts), 0o600); err != nil {
		return did + f.path, err
	}
	return did + f.path, f.memory.Write(f.path)
}

// Forget returns what takes a person who left out of the contacts, and says so. A hash of the
// address stays in the memory of imports, so that an older table does not bring them back.
func Forget(site worktree.Folders, path, kind, slug, file string) (func() (string, error), error) {
	f, err := openFollower(site, path)
	if err != nil {
		return nil, err
	}
	return func() (string, error) {
		if err := f.memory.AddSalt(rand.Reader); err != nil {
			return "", err
		}
		before := len(f.contacts)
		f.contacts = slices.DeleteFunc(f.contacts, func(c Contact) bool {
			if c.Slug != slug || !c.Is(kind) {
				return false
			}
			f.memory.People[f.memory.Person(kind, c.Email, c.Name)] = Recalled{File: file, Fields: map[string]string{}}
			return true
		})
		return f.write(len(f.contacts) < before, "took their line out of ")
	}, nil
}

// Rename returns what gives a person another name in the contacts, and says so.
func Rename(site worktree.Folders, path, kind, from, to string) (func() (string, error), error) {
	f, err := openFollower(site, path)
	if err != nil {
		return nil, err
	}
	return func() (string, error) {
		found := false
		for i, c := range f.contacts {
			if c.Slug == from && c.Is(kind) {
				f.contacts[i].Slug, found = to, true
			}
		}
		for key, known := range f.memory.People {
			if filepath.ToSlash(known.File) == fileIn(kind, from, known.File) {
				known.File = fileIn(kind, to, known.File)
				f.memory.People[key] = known
			}
		}
		return f.write(found, "changed their line in ")
	}, nil
}

// fileIn returns the file of a person, in the form of another one: alone or in a folder of
// its own.
func fileIn(kind, slug, form string) string {
	file := "content/" + kind + "/" + slug
	if path.Base(filepath.ToSlash(form)) == "index.md" {
		return file + "/index.md"
	}
	return file + ".md"
}
