package generator

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"ithaca/generator/content"
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/publish"
	"ithaca/generator/site"
)

// Documents returns every file of content as it was decoded, sorted by path.
func (s *Snapshot) Documents() []*content.Document {
	var docs []*content.Document
	for _, f := range s.tree.Below("content") {
		docs = append(docs, s.reuse.documents[documentKey{f.Path, f.Hash}])
	}
	return docs
}

// Lost is an address that the last build published, and at which nothing is any more.
type Lost struct {
	Address string // within the site: "/topics/js/"
	File    string // of the page that seems to have taken its place; "" where none does
}

// Lost returns the addresses of items that the last build in an output folder published,
// and at which this portal has nothing. People who left, drafts and requests are meant to
// have no page, and pages that are made of others come and go.
func (s *Snapshot) Lost(output string) []Lost {
	before, published := map[string]bool{}, publish.Look(output)
	for _, name := range published.Names() {
		before[name] = true
	}
	now := map[string]bool{}
	fresh := map[string][]*site.Page{} // by folder: pages that the last build did not have
	for _, p := range s.plan.Pages() {
		now[p.Path] = true
		if p.Item != nil && !before[p.Path] {
			folder := path.Dir(path.Dir(p.Path))
			fresh[folder] = append(fresh[folder], p)
		}
	}
	var lost []Lost
	for name := range before {
		address, isPage := strings.CutSuffix(name, "/index.html")
		if folder := path.Dir(address); isPage && !now[name] && s.wasItem(folder, path.Base(address)) && !s.ledToLeaver(published, name) {
			lost = append(lost, Lost{"/" + address + "/", successor(path.Base(address), fresh[folder])})
		}
	}
	order.Stable(lost, func(a, b Lost) int { return strings.Compare(a.Address, b.Address) })
	return lost
}

// wasItem reports whether an address was that of an item which should still have one.
func (s *Snapshot) wasItem(folder, name string) bool {
	if folder == "." {
		if slices.Contains(portal.ReservedSegments(), name) {
			return false
		}
		folder = "pages"
	} else if folder == "requests" || folder == "pages" || !slices.Contains(kinds.Folders(), folder) {
		return false
	}
	for _, file := range []string{"content/" + folder + "/" + name + ".md", "content/" + folder + "/" + name + "/index.md"} {
		_, left := s.portal.Left[file]
		_, absent := s.portal.Absent[file]
		if left || absent {
			return false
		}
	}
	return true
}

// ledToLeaver reports whether a page of the last build was an older address of somebody who
// has left: it led to their page.
func (s *Snapshot) ledToLeaver(published *publish.Published, name string) bool {
	page, _ := published.File(name)
	for file := range s.portal.Left {
		slug := path.Base(strings.TrimSuffix(strings.TrimSuffix(file, ".md"), "/index"))
		if strings.HasPrefix(file, "content/mentors/") && bytes.Contains(page, []byte(kinds.Mentor.Address(slug))) && bytes.Contains(page, []byte("refresh")) {
			return true
		}
	}
	return false
}

// successor returns the file of the new page that seems to be an old one under another
// name.
func successor(name string, fresh []*site.Page) string {
	files := map[string]string{}
	var names []string
	for _, p := range fresh {
		slug := path.Base(path.Dir(p.Path))
		files[slug] = p.Source()
		names = append(names, slug)
	}
	if len(names) == 1 {
		return files[names[0]]
	}
	return files[diag.Nearest(name, names)]
}
