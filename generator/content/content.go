// Package content turns files into a portal.
//
// It takes the files of a site's content folder and gives a *portal.Portal and
// every mistake their authors made, each at its line and column. Decode reads
// one file and is pure, so files can be decoded side by side and reused while
// they stay the same; Link joins the decoded files, resolves what they say of
// each other and checks what no file can know alone. It does not know matching,
// URLs, templates or the disk.
//
// What a file may say is declared once for each kind, in the file named after
// it: decoder, reference documentation and JSON Schema come from that
// declaration.
package content

import (
	"path"
	"slices"

	"ithaca/generator/diag"
	"ithaca/generator/markdown"
	"ithaca/generator/portal"
)

// Document is one decoded file. It is immutable: a Document can be linked into
// any number of portals.
type Document struct {
	Path  string    // relative to the site: "content/mentors/ana-silva.md"
	Diags diag.List // what is wrong with the file by itself

	kind *kind // nil for files that are no item, such as pictures
	item any   // what kind.read gave; nil when the fields cannot be read
	base *portal.Item
	refs []reference
	keys []keyPlace
	text int // the line on which the text begins
}

// keyPlace is where a field of a file has its value. Nearly all files have some
// thirty, and all are kept.
type keyPlace struct {
	field        uint8 // its number among those of the kind
	line, column uint16
}

// A line and a column of the frontmatter fit into 16 bits.
const _ = uint16(maxFrontmatter + 2)

// place returns the position of a top-level key's value, or of the file's start.
func (d *Document) place(key string) diag.Position {
	for _, k := range d.keys {
		if d.kind.about.fields[k.field].name == key {
			return diag.Position{File: d.Path, Line: int(k.line), Column: int(k.column)}
		}
	}
	return diag.Position{File: d.Path, Line: 1, Column: 1}
}

// Decode reads the file at a path like "content/mentors/ana-silva.md". The
// data must be valid UTF-8 with plain line feeds, as package source gives it.
// The Document refers to no part of data afterwards.
func Decode(file string, data []byte) *Document { return new(Reader).Decode(file, data) }

// Decode is Decode.
func (r *Reader) Decode(file string, data []byte) *Document {
	doc := &Document{Path: file}
	if path.Ext(file) != ".md" {
		return doc
	}
	kind, slug := doc.locate(file)
	if kind == nil {
		return doc
	}
	doc.kind = kind
	doc.base = &portal.Item{File: file, Slug: slug, Body: noText}
	block, body, line, ok := split(doc, data)
	if !ok {
		return doc
	}
	doc.text = line
	d := &decoder{doc: doc, reader: r, noAddresses: kind.noAddresses}
	root := d.parse(block)
	if root != nil {
		d.draft = isDraft(root)
	}
	base := portal.Item{File: file, Slug: slug, Body: d.body(body, line)}
	if root != nil {
		doc.item, doc.base = kind.read(d, root, base)
		doc.refs = slices.Clip(doc.refs)
	}
	return doc
}

// body parses the file's text and checks what Markdown cannot know.
func (d *decoder) body(body []byte, line int) *markdown.Document {
	k := d.doc.kind
	parsed, diags := markdown.Parse(body, markdown.Options{
		File: d.doc.Path, Line: line, Top: k.top, Limit: k.bodyLimit,
	})
	d.doc.Diags = append(d.doc.Diags, diags...)
	d.placeholders(body, line)
	if d.noAddresses {
		for _, e := range parsed.Emails() {
			d.publicAddress(e.Position, e.Address)
		}
	}
	return parsed
}
