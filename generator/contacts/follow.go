package contacts

import (
	"crypto/rand"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ithaca/generator/wholefile"
	"ithaca/generator/worktree"
)

// update returns a function that changes and writes the contacts and the memory of imports,
// and returns what it did in a sentence, which begins with did. Change reports whether there
// was a line to change.
func update(site worktree.Folders, path, did string, change func([]Contact, *Memory) ([]Contact, bool)) (func() (string, error), error) {
	all, err := Read(site, path, "")
	if err != nil {
		return nil, err
	}
	memory, err := ReadMemory(path)
	if err != nil {
		return nil, err
	}
	return func() (string, error) {
		if err := memory.AddSalt(rand.Reader); err != nil {
			return "", err
		}
		all, found := change(all, &memory)
		if !found {
			return path + " has no line of them.", nil
		}
		err := memory.Write(path) // first, so that the change can be repeated after an interruption
		if err == nil {
			err = wholefile.Replace(path, Text(all), 0o600)
		}
		return did + path, err
	}, nil
}

// Forget returns a function that removes people who left from the contacts, and returns what
// it did in a sentence. File returns the path of the file of somebody who left, "" for
// everybody else. A hash of the address stays in the memory of imports, so that an older
// table does not bring them back.
func Forget(site worktree.Folders, path string, file func(Contact) string) (func() (string, error), error) {
	return update(site, path, "took their line out of ", func(all []Contact, memory *Memory) ([]Contact, bool) {
		before := len(all)
		all = slices.DeleteFunc(all, func(c Contact) bool {
			left := file(c)
			if left != "" {
				kind := strings.Split(left, "/")[1]
				memory.People[memory.Person(kind, c.Email, c.Name)] = Recalled{File: left, Fields: map[string]string{}}
			}
			return left != ""
		})
		return all, len(all) < before
	})
}

// Rename returns a function that changes the slug of a person in the contacts and in the
// memory of imports, and returns what it did in a sentence.
func Rename(site worktree.Folders, path, kind, from, to string) (func() (string, error), error) {
	return update(site, path, "changed their line in ", func(all []Contact, memory *Memory) ([]Contact, bool) {
		found := false
		for i, c := range all {
			if c.Slug == from && c.Is(kind) {
				all[i].Slug, found = to, true
			}
		}
		for key, known := range memory.People {
			if filepath.ToSlash(known.File) == fileIn(kind, from, known.File) {
				known.File = fileIn(kind, to, known.File)
				memory.People[key] = known
			}
		}
		return all, found
	})
}

// fileIn returns the path of a person's file: in a folder of its own if form, another path,
// is in one.
func fileIn(kind, slug, form string) string {
	file := "content/" + kind + "/" + slug
	if path.Base(filepath.ToSlash(form)) == "index.md" {
		return file + "/index.md"
	}
	return file + ".md"
}
