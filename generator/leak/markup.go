package leak

import "strings"

// inline holds the elements that stand within a word or a sentence; others end
// one.
var inline = func() map[string]bool {
	names := map[string]bool{}
	for name := range strings.FieldsSeq("a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strong sub sup time tt u var wbr") {
		names[name] = true
	}
	return names
}()

// withoutMarkup returns a text as readers of the page meet it: without tags and
// comments. A tag is what begins with a letter, a slash or an exclamation mark
// after the angle bracket, and ends in the next bracket.
func withoutMarkup(text string) (read string, found bool) {
	var b strings.Builder
	b.Grow(len(text))
	for rest := text; ; {
		before, after, more := strings.Cut(rest, "<")
		b.WriteString(before)
		if !more {
			return b.String(), found
		}
		inside, _, _ := strings.Cut(after, "<")
		end := strings.IndexByte(inside, '>')
		name, isTag := tagName(after)
		if !isTag || end < 0 {
			b.WriteByte('<')
			rest = after
			continue
		}
		if found = true; !inline[name] {
			b.WriteByte(' ')
		}
		rest = after[end+1:]
	}
}

// tagName returns the name, in small letters, of the element whose tag a text
// begins, after its angle bracket.
func tagName(text string) (name string, isTag bool) {
	if strings.HasPrefix(text, "!") {
		return "", true
	}
	text = strings.TrimPrefix(text, "/")
	end := 0
	for end < len(text) && end < 12 && ('a' <= text[end]|' ' && text[end]|' ' <= 'z') {
		end++
	}
	return strings.ToLower(text[:end]), end > 0
}
