// Package content turns files into a portal.
//
// It takes the files of a site's content folder and returns a *portal.Portal and
// every mistake their authors made, each at its line and column. Decode reads
// one file and is pure, so files can be decoded side by side and reused while
// they stay the same; Link joins the decoded files, resolves what they say of
// each other and checks what no file can know alone. It does not know matching,
// URLs, templates or the disk.
//
// What a file may say is declared in package kinds, and package field reads files
// by these declarations.
package content

import (
	"cmp"
	"path"
	"slices"

	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/words"
)

// Document is one decoded file. It is immutable: a Document can be linked into
// any number of portals.
type Document struct {
	Path  string    // relative to the site: "content/mentors/ana-silva.md"
	Diags diag.List // what is wrong with the file by itself

	kind *kinds.Kind // nil for files that are no item, such as pictures
	item any         // what kind.Read returned; nil when the fields cannot be read
	base *portal.Item
	refs []Mention
	keys []keyPosition
	text int         // the line on which the body begins
	left portal.Date // when the person left whom the file was about; then there is no item
	gone bool        // the file says that the person left, if only with a mistake

	marks []personMark // of a mentor

	original, language string // the file that this one translates, and into what; "" where it translates none
}

// keyPosition is the position of a top-level field's value. It is small because nearly all
// files have some thirty, which stay in memory.
type keyPosition struct {
	field        uint8  // index in Kind.Keys
	line, column uint16 // of the file; the frontmatter is short enough for 16 bits
}

// positionsOf returns the positions of the values of a file's fields, for mistakes that Link
// finds.
func positionsOf(k *kinds.Kind, d *field.Decoder, root field.Node) []keyPosition {
	var places []keyPosition
	for key, value := range root.Entries() {
		if i := slices.Index(k.Keys, key.Value); i >= 0 {
			at := d.At(value)
			places = append(places, keyPosition{uint8(i), uint16(at.Line), uint16(at.Column)})
		}
	}
	return slices.Clip(places)
}

// position returns the position of a top-level key's value, or of the file's start.
func (d *Document) position(key string) diag.Position {
	for _, k := range d.keys {
		if d.kind.Keys[k.field] == key {
			return diag.Position{File: d.Path, Line: int(k.line), Column: int(k.column)}
		}
	}
	return diag.Position{File: d.Path, Line: 1, Column: 1}
}

// Language returns the language that index.md states, and "" for every other file.
func (d *Document) Language() string {
	if p, ok := d.item.(*portal.Program); ok && d.original == "" {
		return p.Language
	}
	return ""
}

// ReadWords reads the words of a profile or a request, which are compared with each
// other. It must be called before the Document is linked, and by one at a time.
func (d *Document) ReadWords(r *words.Reader) {
	if d.original == "" {
		portal.KeepTerms(d.item, r)
	}
}

// Mention is a field's mention of something that another file defines.
type Mention = field.Mention

// Mentions returns what the fields of a file mention, in the order of the file.
func (d *Document) Mentions() []Mention {
	all := slices.Clone(d.refs)
	order.Stable(all, func(a, b Mention) int { return cmp.Or(a.At.Line-b.At.Line, a.At.Column-b.At.Column) })
	return all
}

// Item returns the item's fields that all kinds have; nil for pictures and misplaced files.
// For a file that cannot be parsed only path and slug are set.
func (d *Document) Item() *portal.Item { return d.base }

// Folder returns the folder of the document's kind, "" for index.md, translations and
// pictures.
func (d *Document) Folder() string {
	if d.kind == nil || d.original != "" {
		return ""
	}
	return d.kind.Folder
}

// Picture is a picture that a file names.
type Picture struct {
	File  string // relative to the site: "content/mentors/ana-silva/ana.jpg"
	At    diag.Position
	Draft bool // only drafts show it
}

// Pictures returns the existing pictures that files name, each once, in the order of the
// documents. Those of drafts are included.
func Pictures(docs []*Document) []Picture {
	files, found := pictureFiles(docs), map[string]int{}
	var pictures []Picture
	for _, doc := range docs {
		for _, ref := range doc.refs {
			if ref.To != part.ToPicture {
				continue
			}
			file, draft := path.Join(path.Dir(doc.Path), ref.Text), doc.base.Draft
			if !files[file] {
				continue
			}
			if i, again := found[file]; again {
				pictures[i].Draft = pictures[i].Draft && draft
				continue
			}
			found[file] = len(pictures)
			pictures = append(pictures, Picture{file, ref.At, draft})
		}
	}
	return pictures
}

// pictureFiles returns the paths of the files that are no item.
func pictureFiles(docs []*Document) map[string]bool {
	files := map[string]bool{}
	for _, doc := range docs {
		if doc.kind == nil {
			files[doc.Path] = true
		}
	}
	return files
}
