package intake

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"

	"ithaca/generator"
	"ithaca/generator/portal"
)

// follower brings the contacts, and what is remembered of imports, up to a change of the
// files of people.
type follower struct {
	path     string // of the contacts
	contacts []Contact
	memory   Memory
}

// memoryPath is where the memory lies beside the contacts.
func (f *follower) memoryPath() string { return filepath.Join(filepath.Dir(f.path), memoryFile) }

func openFollower(site generator.Options, path string) (*follower, error) {
	contacts, err := Addresses(site, path, "")
	if err != nil {
		return nil, err
	}
	f := &follower{path: path, contacts: contacts}
	data, err := readIfThere(f.memoryPath())
	if err == nil {
		f.memory, err = ReadMemory(data)
	}
	return f, err
}

func (f *follower) write() error {
	if err := replaceFile(f.path, WriteContacts(f.contacts), 0o600); err != nil {
		return err
	}
	return replaceFile(f.memoryPath(), f.memory.Write(), 0o600)
}

// Forget returns what takes a person who left out of the contacts, and says so. A hash of the
// address stays in the memory of imports, so that an older table does not bring them back.
func Forget(site generator.Options, path string, kind Kind, slug, file string) (func() (string, error), error) {
	f, err := openFollower(site, path)
	if err != nil {
		return nil, err
	}
	return func() (string, error) {
		if f.memory.Salt == "" {
			var salt [16]byte
			if _, err := rand.Read(salt[:]); err != nil {
				return "", fmt.Errorf("make a salt: %w", err)
			}
			f.memory.Salt = hex.EncodeToString(salt[:])
		}
		before := len(f.contacts)
		f.contacts = slices.DeleteFunc(f.contacts, func(c Contact) bool {
			if c.Slug != slug || !c.is(kind) {
				return false
			}
			who := c.Email
			if who == "" {
				who = portal.Fold(c.Name)
			}
			f.memory.People[f.memory.hash(string(kind), who)] = Recalled{File: file, Fields: map[string]string{}}
			return true
		})
		if len(f.contacts) == before {
			return path + " has no line of them.", nil
		}
		return "took their line out of " + path, f.write()
	}, nil
}

// Rename returns what gives a person another name in the contacts, and says so.
func Rename(site generator.Options, path string, kind Kind, from, to string) (func() (string, error), error) {
	f, err := openFollower(site, path)
	if err != nil {
		return nil, err
	}
	return func() (string, error) {
		found := false
		for i, c := range f.contacts {
			if c.Slug == from && c.is(kind) {
				f.contacts[i].Slug, found = to, true
			}
		}
		for key, known := range f.memory.People {
			if slugIn(known.File) != from || filepath.ToSlash(known.File) != fileIn(kind, from, known.File) {
				continue
			}
			known.File = fileIn(kind, to, known.File)
			f.memory.People[key] = known
		}
		if !found {
			return path + " has no line of them.", nil
		}
		return "changed their line in " + path, f.write()
	}, nil
}

// fileIn returns the file of a person, in the form of another one: alone or in a folder of
// its own.
func fileIn(kind Kind, slug, form string) string {
	file := "content/" + string(kind) + "/" + slug
	if filepath.Base(form) == "index.md" {
		return file + "/index.md"
	}
	return file + ".md"
}
