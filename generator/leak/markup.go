package leak

import "bytes"

// inline reports whether an element is inline: others end a word.
func inline(name []byte) bool {
	switch string(name) {
	case "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "rp", "rt",
		"ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr":
		return true
	}
	return false
}

// appendVisible appends a text without tags and comments, with a space in place of a tag
// that ends a word. A tag begins with < and a letter, slash or exclamation mark, and ends
// at the next > before another <. Found reports whether there was one.
func appendVisible(b, text []byte) (read []byte, found bool) {
	for {
		before, after, more := bytes.Cut(text, []byte("<"))
		b = append(b, before...)
		if !more {
			return b, found
		}
		inside, _, _ := bytes.Cut(after, []byte("<"))
		end := bytes.IndexByte(inside, '>')
		isTag, within := tag(after)
		if !isTag || end < 0 {
			b = append(b, '<')
			text = after
			continue
		}
		if found = true; !within {
			b = append(b, ' ')
		}
		text = after[end+1:]
	}
}

// tag reports whether a text, which follows a <, begins a tag, and whether of an inline
// element.
func tag(text []byte) (isTag, within bool) {
	if bytes.HasPrefix(text, []byte("!")) {
		return true, false
	}
	text = bytes.TrimPrefix(text, []byte("/"))
	var name [12]byte
	end := 0
	for end < min(len(text), len(name)) && 'a' <= text[end]|' ' && text[end]|' ' <= 'z' {
		name[end] = text[end] | ' '
		end++
	}
	return end > 0, inline(name[:end])
}
