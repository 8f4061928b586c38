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

// Pictures returns every picture that people's files show and that exists, each
// once, in the order of the documents. Drafts count too: they are looked at
// while they are written.
func Pictures(docs []*Document) []Picture {
	left := pictureFiles(docs)
	var pictures []Picture
	for _, doc := range docs {
		for _, ref := range doc.refs {
			if ref.to != toPicture {
				continue
			}
			if file := path.Join(path.Dir(doc.Path), ref.text); left[file] {
				delete(left, file)
				pictures = append(pictures, Picture{file, ref.position(doc.Path)})
			}
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
