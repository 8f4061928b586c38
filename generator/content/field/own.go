package field

import "fmt"

// Own is the shape of a group of at most max fields whose keys their authors choose. Check looks at
// each key, and made returns what is stored of it and its value.
func Own[V, T any](value Shape[V], max int, check func(d *Decoder, key Node) bool, made func(key string, value V) T) Shape[[]T] {
	about := About{Words: fmt.Sprintf("up to %d fields of your own; each: %s", max, value.About.Words), JSON: "object", own: &value.About, max: &max}
	return Shape[[]T]{about, func(d *Decoder, n Node) (all []T, ok bool) {
		if !n.IsGroup() {
			d.WrongType(n, "fields of your own", "write them below it, indented, one a line: `key: value`")
			return nil, false
		}
		seen := map[string]bool{}
		for k, v := range n.Entries() {
			switch {
			case !k.isScalar() || seen[k.Value]:
				d.Errorf(k, DuplicateKey, "keep one of the two", "`%s` stands here a second time", Short(k.Value))
				continue
			case len(seen) == max:
				d.Errorf(k, OutOfRange, "leave the least important out", "%s takes at most %d fields", d.subject(), max)
				return all, true
			}
			seen[k.Value] = true
			if !check(d, k) || v.Empty() {
				continue
			}
			if read, ok := value.Read(d, v); ok {
				all = append(all, made(k.Value, read))
			}
		}
		return all, true
	}}
}

// Texts is the shape of a text, a number or a list of texts, as texts.
func Texts(line, max int) Shape[[]string] {
	text, list := Paragraph(line), List(Line(line), max)
	number := About{Words: "number", JSON: "number"}
	about := About{Words: "text, number or list of texts", Either: []About{text.About, number, list.About}}
	return Shape[[]string]{about, func(d *Decoder, n Node) ([]string, bool) {
		switch {
		case n.IsList():
			return list.Read(d, n)
		case n.isScalar() && (n.Tag == "!!int" || n.Tag == "!!float"):
			n = n.AsText()
		}
		value, ok := text.Read(d, n)
		return []string{value}, ok
	}}
}
