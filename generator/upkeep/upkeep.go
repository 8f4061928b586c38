// Package upkeep keeps a portal true while people come, go and change.
//
// It takes a site and a day, and returns what needs the organizer as lines, each with what
// settles it, and the running round as a list. It also works out what a person who confirms
// or leaves, and a file that is renamed, change in all files: a Plan, with only the bytes of
// the mentions changed, which is looked at before it is written.
//
// Its answers name requests: they are for organizers, and never for publishing. It does not
// know flags, terminals and HTML.
package upkeep

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ithaca/generator"
	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/edit"
	"ithaca/generator/portal"
	"ithaca/generator/worktree"
)

// Site is a site that is to be changed, as it lies on the disk.
type Site struct {
	folders worktree.Folders
	portal  *portal.Portal // with drafts
	docs    []*content.Document
	aliases map[string]string // older addresses: the names of the items they lead to
}

// Open reads a site.
func Open(o generator.Options) (*Site, error) {
	o.ContentOnly, o.Drafts = true, true
	snapshot, err := generator.Take(o)
	if err != nil {
		return nil, err
	}
	s := &Site{o.Folders(), snapshot.Portal(), snapshot.Documents(), map[string]string{}}
	for _, doc := range s.docs {
		if item := doc.Item(); item != nil {
			for _, alias := range item.Aliases {
				s.aliases[alias.Path] = doc.Folder() + "/" + item.Slug
			}
		}
	}
	return s, nil
}

// find returns the file of an item, nil where there is none.
func (s *Site) find(folder, slug string) *content.Document {
	for _, doc := range s.docs {
		if item := doc.Item(); item != nil && doc.Folder() == folder && item.Slug == slug {
			return doc
		}
	}
	return nil
}

// person returns the file of a mentor or a request, also of one who left, by its name with or without the
// folder, or by a mentor's own name.
func (s *Site) person(name string) (*content.Document, error) {
	folder, slug, full := strings.Cut(name, "/")
	if !full {
		folder, slug = "", name
	}
	slug = strings.TrimSuffix(slug, ".md")
	var found []*content.Document
	var names [][]string
	for _, doc := range s.docs {
		item := doc.Item()
		if item == nil || doc.Folder() != "mentors" && doc.Folder() != "requests" || full && doc.Folder() != folder {
			continue
		}
		known := []string{item.Slug}
		if m := portal.Find(s.portal.Mentors, item.Slug); m != nil && doc.Folder() == "mentors" {
			known = append(known, m.Name)
		}
		if _, left := s.portal.Left[doc.Path]; !left {
			names = append(names, known)
		}
		if item.Slug == slug || !full && len(known) > 1 && portal.Fold(known[1]) == portal.Fold(name) {
			found = append(found, doc)
		}
	}
	switch {
	case len(found) == 0:
		return nil, diag.Refuse("there is no mentor and no request `"+name+"`", cmp.Or(diag.Meant(name, names), "write the name of the file; mentees' requests are found in the folder that --requests names"))
	case len(found) > 1:
		return nil, diag.Refuse("several files are meant by `"+name+"`", "write which: "+nameOf(found[0])+" or "+nameOf(found[1]))
	}
	return found[0], nil
}

// nameOf returns what people call an item in commands: "mentors/ana-silva".
func nameOf(doc *content.Document) string { return doc.Folder() + "/" + doc.Item().Slug }

// Plan is what a command would change.
type Plan struct {
	worktree.Change
	Notes []string // what else there is to know or to do, in sentences

	site *Site
}

// plan begins a plan. The folders are looked at as a whole where other files follow.
func (s *Site) plan(whole bool) *Plan {
	return &Plan{Change: worktree.Change{Folders: s.folders, Whole: whole}, site: s}
}

// read returns what a file is to hold, nil for one that goes.
func (p *Plan) read(path string) []byte {
	if at := slices.IndexFunc(p.Files, func(f worktree.File) bool { return f.Path == path }); at >= 0 {
		return p.Files[at].New
	}
	return p.site.folders.Read(path)
}

// put plans what a file is to hold, nil for one that goes: that comes last.
func (p *Plan) put(path string, data []byte) {
	at := slices.IndexFunc(p.Files, func(f worktree.File) bool { return f.Path == path })
	if at >= 0 && data != nil {
		p.Files[at].New = data
		return
	}
	if at >= 0 {
		p.Files = slices.Delete(p.Files, at, at+1)
	}
	p.Files = append(p.Files, worktree.File{Path: path, Old: p.site.folders.Read(path), New: data})
}

// change plans other bytes for a file.
func (p *Plan) change(path string, how func(data []byte) ([]byte, error)) error {
	data := p.read(path)
	changed, err := how(data)
	if err != nil {
		return diag.Refuse(p.site.folders.Where(path)+": "+err.Error(), "mend this first; nothing was changed")
	}
	if !bytes.Equal(changed, data) {
		p.put(path, changed)
	}
	return nil
}

// move plans another path for a file, with what was planned of it before.
func (p *Plan) move(from, to string) {
	moved := worktree.File{Path: to, New: p.read(from), Was: from}
	if at := slices.IndexFunc(p.Files, func(f worktree.File) bool { return f.Path == from && f.Was != "" }); at >= 0 {
		moved.Was = p.Files[at].Was
	}
	p.put(from, nil)
	p.Files = slices.Insert(p.Files, len(p.Files)-1, moved)
}

// apply changes the fields of a file.
func (p *Plan) apply(path string, changes ...edit.Change) error {
	return p.change(path, func(data []byte) ([]byte, error) { return edit.Apply(data, changes...) })
}

// note adds a sentence.
func (p *Plan) note(format string, args ...any) {
	p.Notes = append(p.Notes, fmt.Sprintf(format, args...))
}
