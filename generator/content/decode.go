package content

import (
	"path"

	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/markdown"
	"ithaca/generator/portal"
)

// Decode reads the file at a path like "content/mentors/ana-silva.md". The
// data must be valid UTF-8 with plain line feeds, as package source returns it.
// The Document refers to no part of data afterwards.
func Decode(file string, data []byte) *Document {
	doc := decode(file, data)
	doc.decodeMended(data)
	return doc
}

func decode(file string, data []byte) *Document {
	doc := &Document{Path: file}
	if path.Ext(file) != ".md" {
		return doc
	}
	translates, kind, slug := doc.isTranslation()
	if !translates {
		kind, slug = doc.locate(file)
	}
	if kind == nil {
		return doc
	}
	doc.kind = kind
	doc.base = &portal.Item{File: file, Slug: slug, Body: noText}
	d := doc.decoder(kind)
	if block, body, line, ok := d.Split(data); ok {
		doc.text = line
		root, ok := d.Parse(block)
		d.Draft, _ = root.Get("draft").Truth()
		doc.gone = kind.Leaves && !translates && root.Has("left")
		if doc.gone {
			doc.decodeLeft(d, root, body, line)
			doc.Diags = d.Diags
			return doc
		}
		if country := root.Get("country"); country.Node != nil {
			d.Country = country.Value
		}
		base := portal.Item{File: file, Slug: slug, Body: decodeBody(d, kind, body, line)}
		if ok {
			doc.item, doc.base = kind.Read(d, root, base)
			doc.keys = positionsOf(kind, d, root)
			doc.refs = d.Mentions
			if m, mentor := doc.item.(*portal.Mentor); mentor && !translates {
				doc.marks = marksOf(m)
			}
		}
	}
	doc.Diags = d.Diags
	return doc
}

// decoder returns one for a file of a kind.
func (doc *Document) decoder(k *kinds.Kind) *field.Decoder {
	return &field.Decoder{
		File: doc.Path, All: k.About, Begun: k == kinds.Program, AddressHint: k.AddressHint, Profile: k.Profile,
		Translation: doc.original != "", Diags: doc.Diags,
	}
}

// decodeBody parses a file's text, which begins on a line, and checks what Markdown
// cannot know.
func decodeBody(d *field.Decoder, k *kinds.Kind, body []byte, line int) *markdown.Document {
	parsed, diags := markdown.Parse(body, markdown.Options{File: d.File, Line: line, Top: k.Top, Limit: k.BodyLimit})
	d.Diags = append(d.Diags, diags...)
	d.Placeholders(body, line)
	if d.AddressHint != "" {
		for _, e := range parsed.Emails() {
			d.PublicAddress(e.Position, e.Address)
		}
		d.Reachable(body, line)
	}
	return parsed
}
