package upkeep

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"ithaca/generator"
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
	"ithaca/generator/publish"
)

// Lost finds the addresses of items that the last build in an output folder published, and
// at which the portal has nothing, sorted. People who left, drafts and requests are meant to
// have no page, and pages that are made of others come and go.
func Lost(s *generator.Snapshot, output string) (lines []Line) {
	published := publish.LookUp(output)
	before := published.Names()
	now := map[string]bool{}
	fresh := map[string]map[string]string{} // by folder: the files of pages that the last build did not have, by name
	for _, url := range s.Planned() {
		name := strings.TrimPrefix(url, s.Home()) + "index.html"
		now[name] = true
		_, known := slices.BinarySearch(before, name)
		if source := s.Notes(url).Source; source != "" && !known {
			folder, slug := path.Split(path.Dir(name))
			if fresh[folder] == nil {
				fresh[folder] = map[string]string{}
			}
			fresh[folder][slug] = source
		}
	}
	for _, name := range before {
		address, isPage := strings.CutSuffix(name, "/index.html")
		folder, slug := path.Split(address)
		if isPage && !now[name] && wasItem(s.Portal(), folder, slug) && !ledToLeaver(s.Portal(), published, name) {
			file := successor(slug, fresh[folder])
			lines = append(lines, Line{Who: "/" + address + "/", Text: "/" + address + "/ leads nowhere", Settle: realias("/"+address+"/", file), File: file})
		}
	}
	return lines
}

// wasItem reports whether an address was that of an item which should still have one.
func wasItem(p *portal.Portal, folder, slug string) bool {
	switch folder = strings.TrimSuffix(folder, "/"); {
	case folder == "" && slices.Contains(portal.ReservedSegments(), slug):
		return false
	case folder == "":
		folder = "pages"
	case folder == "requests" || folder == "pages" || !slices.Contains(kinds.Folders(), folder):
		return false
	}
	for _, file := range []string{"content/" + folder + "/" + slug + ".md", "content/" + folder + "/" + slug + "/index.md"} {
		_, left := p.Left[file]
		_, absent := p.Absent[file]
		if left || absent {
			return false
		}
	}
	return true
}

// ledToLeaver reports whether a page of the last build was an older address of somebody who
// has left: it led to their page.
func ledToLeaver(p *portal.Portal, published *publish.Published, name string) bool {
	page, _ := published.File(name)
	for file := range p.Left {
		slug := path.Base(strings.TrimSuffix(strings.TrimSuffix(file, ".md"), "/index"))
		if strings.HasPrefix(file, "content/mentors/") && bytes.Contains(page, []byte(kinds.Mentor.Address(slug))) && bytes.Contains(page, []byte("refresh")) {
			return true
		}
	}
	return false
}

// successor returns the file of the new page that seems to be an old one under another
// name, of the files of new pages by their names; "" for none.
func successor(slug string, fresh map[string]string) string {
	var names []string
	for name, file := range fresh {
		if names = append(names, name); len(fresh) == 1 {
			return file
		}
	}
	slices.Sort(names)
	return fresh[diag.Nearest(slug, names)]
}

// realias says how an older address leads somewhere again: to the page of a file, where one
// is known.
func realias(address, file string) string {
	if file == "" {
		file = "the page that it should lead to"
	}
	remedy := "add `aliases: [" + address + "]` to " + file
	if strings.HasPrefix(file, "content/mentors/") {
		remedy += ", if the person still wants to be found there"
	}
	return remedy
}
