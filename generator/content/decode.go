package content

import (
	"bytes"
	"path"
	"slices"

	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
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

// maxMended is how many mistakes of a file decodeMended mends at most.
const maxMended = 10

// decodeMended adds the mistakes that other mistakes hide because decoding stopped at them:
// at a name that is no slug, or a line that is no field. Where the remedy is certain the file
// is decoded again as if it was mended, so that its author sees all mistakes at once. Only
// the diagnostics are used.
func (doc *Document) decodeMended(data []byte) {
	file, list := doc.Path, doc.Diags
	for range maxMended {
		at := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return d.Mend.Do == diag.RenameFile || d.Mend.Do == diag.WriteLine })
		if at < 0 {
			return
		}
		if mend := list[at].Mend; mend.Do == diag.RenameFile {
			file = renamed(file, mend.With)
		} else {
			data = withLine(data, list[at].Line, mend.With)
		}
		list = decode(file, data).Diags
		for _, d := range list {
			d.File = doc.Path
			if !slices.ContainsFunc(doc.Diags, func(known diag.Diagnostic) bool { return known.Position == d.Position && known.Code == d.Code }) {
				doc.Diags = append(doc.Diags, d)
			}
		}
	}
}

// renamed returns the path of a file under another name, or in a folder of another name.
func renamed(file, name string) string {
	if path.Ext(name) == "" {
		return path.Join(path.Dir(path.Dir(file)), name, path.Base(file))
	}
	return path.Join(path.Dir(file), name)
}

// withLine returns a file with a line, by its number from 1, replaced.
func withLine(data []byte, number int, text string) []byte {
	lines := bytes.Split(data, []byte("\n"))
	if number < 1 || number > len(lines) {
		return data
	}
	lines[number-1] = []byte(text)
	return bytes.Join(lines, []byte("\n"))
}
