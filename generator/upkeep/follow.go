package upkeep

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"ithaca/generator/content"
	"ithaca/generator/content/kinds"
	"ithaca/generator/edit"
	"ithaca/generator/markdown"
)

// follow changes mentions in the fields of a file: of each of those chosen to what "to"
// returns, or its entry goes where that is "".
func (p *Plan) follow(doc *content.Document, chosen func(content.Mention) bool, to func(content.Mention) string) error {
	mentions := slices.DeleteFunc(doc.Mentions(), func(m content.Mention) bool { return !chosen(m) })
	return p.change(doc.Path, func(data []byte) ([]byte, error) {
		for _, m := range slices.Backward(mentions) { // so that the places before stay what they are
			path, found := edit.At(data, m.At.Line, m.At.Column)
			if !found {
				return nil, fmt.Errorf("line %d: `%s` is written in a way that cannot be changed here; change it by hand", m.At.Line, m.Text)
			}
			change := edit.Remove(entry(path)...)
			if text := to(m); text != "" {
				change = edit.Set(edit.Text(text), path...)
			}
			var err error
			if data, err = edit.Apply(data, change); err != nil {
				return nil, err
			}
		}
		return data, nil
	})
}

// entry returns the path of the entry of a list that stands for a mention: with its level
// where it has one. A mention outside of lists stands for itself.
func entry(path []string) []string {
	if last := len(path) - 1; last > 0 && path[last] == "topic" {
		return path[:last]
	}
	return path
}

// relink changes the links to items in the text of a file: to what "to" returns for their
// addresses, or to their words where that is "".
func (p *Plan) relink(doc *content.Document, is func(name string) bool, to func(address string) string) error {
	item := doc.Item()
	leads := func(address string) bool { return is(p.site.leads(doc.Path, address)) }
	if item == nil || !slices.ContainsFunc(item.Body.Links, func(l markdown.Link) bool { return leads(l.Dest) }) {
		return nil
	}
	return p.change(doc.Path, func(data []byte) ([]byte, error) {
		return edit.Relink(data, func(address string) string {
			if leads(address) {
				return to(address)
			}
			return address
		})
	})
}

// navigate changes the entries of the navigation that lead to items, likewise.
func (p *Plan) navigate(is func(name string) bool, to func(address string) string) error {
	program := p.site.portal.Program
	for i, link := range slices.Backward(program.Navigation) {
		if !is(p.site.leads(program.File, link.To)) {
			continue
		}
		path := []string{"navigation", edit.Whole(i).Text(), "to"}
		change := edit.Remove(path[:2]...)
		if text := to(link.To); text != "" {
			change = edit.Set(edit.Text(text), path...)
		}
		if err := p.apply(program.File, change); err != nil {
			return err
		}
	}
	return nil
}

// leads returns the item that an address in the text of a file leads to, as
// "mentors/ana-silva", also through an older address; "" for none. It need not be there.
func (s *Site) leads(file, address string) string {
	target := address
	base, _ := url.Parse(s.portal.Program.BaseURL)
	if own, err := url.Parse(address); err == nil && own.Host != "" && base != nil && strings.EqualFold(own.Host, base.Host) {
		target = own.Path
	}
	target = target[:pathEnd(target)]
	if unescaped, err := url.PathUnescape(target); err == nil {
		target = unescaped
	}
	if target == "" || strings.Contains(target, ":") {
		return ""
	}
	if rest, within := strings.CutPrefix(target, "/"); within {
		if base != nil {
			rest = strings.TrimPrefix(target, strings.TrimSuffix(base.Path, "/")+"/")
		}
		target = path.Clean("/" + rest)
	} else {
		target = strings.TrimPrefix(path.Join("/", path.Dir(file), target), "/content")
		target = strings.TrimSuffix(strings.TrimSuffix(target, ".md"), "/index")
	}
	for _, other := range s.portal.Others { // /es/guides/x and guides/x.es.md are both of guides/x
		if within, found := strings.CutPrefix(target, "/"+strings.ToLower(other.Program.Language)+"/"); found {
			target = "/" + within
		}
		target = strings.TrimSuffix(strings.TrimSuffix(target, "."+other.Program.Language), "/index")
	}
	if name := s.aliases[target+"/"]; name != "" {
		return name
	}
	folder, name, nested := strings.Cut(strings.TrimPrefix(target, "/"), "/")
	switch {
	case !nested:
		return "pages/" + folder
	case slices.Contains(kinds.Folders(), folder) && !strings.Contains(name, "/"):
		return folder + "/" + name
	}
	return ""
}

// pathEnd returns where the path of an address ends.
func pathEnd(address string) int {
	if end := strings.IndexAny(address, "?#"); end >= 0 {
		return end
	}
	return len(address)
}

// renamed returns an address with the name of an item replaced, however it is written: as a
// path of a file or of a page. One that is an older address of the item stays.
func renamed(address, from, to string) string {
	end := pathEnd(address)
	parts := strings.Split(address[:end], "/")
	for i, part := range slices.Backward(parts) {
		if part == from || strings.HasPrefix(part, from+".") && strings.HasSuffix(part, ".md") {
			parts[i] = to + strings.TrimPrefix(part, from)
			return strings.Join(parts, "/") + address[end:]
		}
	}
	return address
}
