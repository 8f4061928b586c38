package content

import (
	"path"

	"ithaca/generator/diag"
)

// Picture is a picture that a file shows, and where the file says so.
type Picture struct {
	File string // relative to the site: "content/mentors/ana-silva/ana.jpg"
	At   diag.Position
}

// Pictures gives every picture that people's files show, each once, in the order
// of the documents. Drafts count too: they are looked at while they are written.
func Pictures(docs []*Document) []Picture {
	there := map[string]bool{}
	for _, doc := range docs {
		if doc.kind == nil {
			there[doc.Path] = true
		}
	}
	var pictures []Picture
	for _, doc := range docs {
		for _, ref := range doc.refs {
			if file := path.Join(path.Dir(doc.Path), ref.text); ref.to == toPicture && there[file] {
				there[file] = false // each once
				pictures = append(pictures, Picture{file, ref.position(doc.Path)})
			}
		}
	}
	return pictures
}
