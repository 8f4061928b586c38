package generator

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"

	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/leak"
	"ithaca/generator/portal"
	"ithaca/generator/portrait"
	"ithaca/generator/source"
	"ithaca/generator/theme"
)

// reuse is what the next snapshot takes over from this one: what is slow to make
// and depends on nothing but the bytes that its key stands for. It is immutable;
// the zero value holds nothing.
type reuse struct {
	language  string // in which the words of documents were read
	documents map[documentKey]*content.Document
	pictures  portrait.Made
	theme     themeMade
}

// documentKey stands for a file of content: its path is part of what is decoded.
type documentKey struct {
	path string
	hash [32]byte
}

// decode returns every file of content on its own, in the order of the files.
func (s *Snapshot) decode(o Options, before reuse) ([]*content.Document, error) {
	files := s.tree.Below("content")
	docs := make([]*content.Document, len(files))
	s.reuse.language = s.languageOf(before)
	if s.reuse.language != before.language {
		before.documents = nil
	}
	var missing []int
	for i, f := range files {
		known := false
		if docs[i], known = before.documents[documentKey{f.Path, f.Hash}]; !known {
			missing = append(missing, i)
		}
	}
	var next atomic.Int64
	var workers sync.WaitGroup
	failures := make([]error, len(missing))
	for range min(o.workers(), len(missing)) {
		workers.Go(func() {
			reader := portal.NewTermReader(s.reuse.language)
			for n := next.Add(1); n <= int64(len(missing)); n = next.Add(1) {
				i := missing[n-1]
				data, err := s.text(files[i])
				docs[i], failures[n-1] = content.Decode(files[i].Path, data), err
				docs[i].ReadWords(reader)
			}
		})
	}
	workers.Wait()
	s.reuse.documents = make(map[documentKey]*content.Document, len(files))
	for i, f := range files {
		s.reuse.documents[documentKey{f.Path, f.Hash}] = docs[i]
	}
	return docs, cmp.Or(failures...)
}

// languageOf returns the language that the site is written in.
func (s *Snapshot) languageOf(before reuse) string {
	f, _ := s.tree.File("content/index.md")
	if known := before.documents[documentKey{f.Path, f.Hash}]; known != nil {
		return known.Language()
	}
	return content.Decode(f.Path, f.Data).Language()
}

// themeMade is a theme and what was found out about it.
type themeMade struct {
	key   [32]byte // the hash of what it was made of
	theme *theme.Theme
	diags diag.List
	// words are the built-in theme's own. What a site's templates print of a request is
	// what the gate is for, so theirs do not count.
	words []leak.Text
}

// makeTheme makes the theme, unless it would be the same as before.
func (s *Snapshot) makeTheme(o Options, before reuse) {
	program := s.portal.Program
	others := each.Of(s.portal.Others, func(p *portal.Portal) string { return p.Program.Language })
	key := themeKey(s.tree.Below("templates"), program, others)
	made := before.theme
	if made.theme == nil || made.key != key {
		own := theme.Layer{Name: "templates"} // where a site's own files go, if it has any
		if files := s.tree.Templates(); files != nil {
			own.FS = files
		}
		layers := []theme.Layer{{Name: "built-in templates", FS: o.Templates}, own}
		made = themeMade{key: key, words: leak.Texts(o.Templates, ".html", ".toml")}
		made.theme, made.diags = theme.New(theme.Options{Layers: layers, Lang: program.Language, Others: others, Accent: program.Brand.Accent})
	}
	s.reuse.theme, s.theme = made, made.theme
}

// themeKey returns the hash of what a theme is made of: the site's own templates, but
// for what is published as it is, and the settings that it needs.
func themeKey(files []source.File, program *portal.Program, others []string) [32]byte {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q\n", program.Language, program.Brand.Accent, others)
	for _, f := range files {
		if !strings.HasPrefix(f.Path, source.StaticFolder+"/") {
			fmt.Fprintf(h, "%q %x\n", f.Path, f.Hash)
		}
	}
	return [32]byte(h.Sum(nil))
}
