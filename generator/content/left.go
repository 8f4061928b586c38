package content

import (
	"bytes"

	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// The codes of files of people who left.
const (
	// LeftSaysMore: a file of somebody who left still says something of them.
	LeftSaysMore diag.Code = "left-says-more"
	// LeftReference: a mention of a mentor who left.
	LeftReference diag.Code = "left-reference"
)

// decodeLeft decodes the file of somebody who left.
func (doc *Document) decodeLeft(d *field.Decoder, root field.Node, body []byte, line int) {
	for key, value := range root.Entries() {
		if key.Value == "left" {
			if day, ok := part.Date().Read(d, value); ok {
				doc.left = day
			}
			continue
		}
		d.Errorf(key, LeftSaysMore, "remove it: only `left` stands in the file of somebody who left; what was committed stays in git's history until it is purged",
			"`%s` still says something of a person who left", field.Short(key.Value))
	}
	if text := bytes.TrimLeft(body, " \t\n"); len(text) > 0 {
		d.Diags.Errorf(diag.PositionOf(doc.Path, body, len(body)-len(text), line), LeftSaysMore, "remove the text; what was committed stays in git's history until it is purged",
			"a text still stands below the fields of a person who left")
	}
}

// addLeft adds somebody who left to the portal; a mentee also to the drafts, because the
// pseudonym still is a secret.
func (l *linker) addLeft(doc *Document) {
	l.portal.Left[doc.Path] = doc.left
	if doc.kind == kinds.Request {
		l.portal.Drafts.Requests = append(l.portal.Drafts.Requests, &portal.Request{Item: *doc.base})
	}
}
