package upkeep

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"ithaca/generator/content/kinds"
)

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
