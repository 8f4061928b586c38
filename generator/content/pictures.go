package content

import (
	"path"
	"slices"

	"ithaca/generator/diag"
)

// Picture is a picture that a file shows, and where the file says so.
type Picture struct {
	File string // relative to the site: "content/mentors/ana-silva/ana.jpg"
	At   diag.Position
}

// Pictures returns every picture that people's files show, each once, in the order
// of the documents. Drafts count too: they are looked at while they are written.
func (r *Links) Pictures() []Picture {
	seen := map[string]bool{}
	var pictures []Picture
	for _, doc := range r.linker.showing {
		for _, ref := range doc.refs {
			if ref.to != toPicture {
				continue
			}
			if file := path.Join(path.Dir(doc.Path), ref.text); r.linker.pictures[file] && !seen[file] {
				seen[file] = true
				pictures = append(pictures, Picture{file, ref.position(doc.Path)})
			}
		}
	}
	return pictures
}

// shows reports whether the document mentions a picture.
func (d *Document) shows() bool {
	return slices.ContainsFunc(d.refs, func(ref reference) bool { return ref.to == toPicture })
}
