package leak

import "bytes"

// inline reports whether an element stands within a word or a sentence; others end
// one.
func inline(name []byte) bool {
	switch string(name) {
	case "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "rp", "rt",
		"ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr":
		return true
	}
	return false
}

// appendRead appends a text as readers of the page meet it: without tags and
// comments. A tag is what begins with a letter, a slash or an exclamation mark
// after the angle bracket, and ends in the next bracket. It reports whether there
// was one.
func appendRead(b, text []byte) (read []byte, found bool) {
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

// tag reports whether a text begins a tag, after its angle bracket, and whether of
// an element that stands within a sentence.
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
