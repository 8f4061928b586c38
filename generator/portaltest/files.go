// Package portaltest is what tests and benchmarks of other packages stand on:
// invented portals of any size, sites written to a folder, and a judge of
// finished portals.
//
// It takes numbers and gives files as bytes, always the same ones for the same
// numbers; and it takes a folder of finished pages and gives what is wrong with
// them. It knows the content model and HTML from the outside, as an author and a
// visitor do, and none of our packages. Only tests import it.
package portaltest

import (
	"bytes"
	"cmp"
	"os"
	"path/filepath"
	"slices"
)

// Options say how large an invented portal is, and which one.
type Options struct {
	Mentors int    // at least 1; guides, lists and stories grow with it
	Seed    uint64 // another seed gives other people of the same kind
}

// File is one file of a site.
type File struct {
	Path string // relative to the site's folder, with slashes: "content/index.md"
	Data []byte
}

// Today is the day invented portals speak of, their as_of; BaseURL is their
// base_url.
const (
	Today   = "2026-11-16"
	BaseURL = "https://lantern.example"
)

// Files returns an invented portal without a mistake, sorted by path: the program
// with its pages, mentors, a guide for every 20 of them, a list of resources and
// a story for every 50, and a file for each topic: 460 from 95 mentors on, and four a
// mentor less below.
func Files(o Options) []File {
	s := &site{words: readWords(20 + 4*o.Mentors), seed: o.Seed, mentors: max(1, o.Mentors)}
	s.program()
	s.topics()
	for i := range s.mentors {
		s.mentor(i)
	}
	for i := range s.guides() {
		s.guide(i)
	}
	for i := range max(1, s.mentors/50) {
		s.resources(i)
		s.story(i)
	}
	slices.SortFunc(s.files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return s.files
}

// site is an invented portal in the making.
type site struct {
	words   *words
	seed    uint64
	mentors int
	files   []File
}

func (s *site) guides() int { return max(1, s.mentors/20) }

func (s *site) dice(kind string, number int) dice { return newDice(s.seed, kind, number) }

func (s *site) add(path string, b *bytes.Buffer) {
	s.files = append(s.files, File{path, slices.Clone(b.Bytes())})
}

// Write lays files out below a folder, making the folders they need.
func Write(dir string, files []File) error {
	for _, f := range files {
		at := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(at, f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
