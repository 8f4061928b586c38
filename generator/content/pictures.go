package content

import (
	"path"

	"ithaca/generator/content/part"
	"ithaca/generator/diag"
)

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
