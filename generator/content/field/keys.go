package field

import (
	"slices"
	"strings"

	"ithaca/generator/diag"
)

// UnknownKey is reported for a key that a group of fields does not have.
const UnknownKey diag.Code = "unknown-key"

// unknownKey reports a key that does not exist and returns the one that was
// probably meant, or "".
func (g *group) unknownKey(d *Decoder, n, key Node, outer string) string {
	if !key.isScalar() || key.Value == "" {
		d.Errorf(key, UnknownKey, "write fields as `key: value`", "a field's name must be a word")
		return ""
	}
	hint, meant, mend := "", "", ""
	if outer == "weights" && key.Value == "needs" {
		hint, meant, mend = goneWeight(n)
	} else {
		hint, meant = g.keyHint(d, n, key.Value)
		mend = d.surely(key.Value, g.keys)
	}
	d.Errorf(key, UnknownKey, hint, "there is no field `%s`%s", Short(key.Value), inside(outer))
	if meant != "" && !n.names(meant) {
		d.mending(diag.RenameKey, mend)
	}
	return meant
}

// goneWeight says what to write in place of `needs`, which was the weight of topics
// alone until words counted beside them.
func goneWeight(weights Node) (hint, meant, mend string) {
	const before = "40"
	if weights.Has("fit") {
		return "leave it out: `fit` counts what is needed, by topics and by words", "", ""
	}
	mend = "fit: 50"
	if weight := weights.Get("needs").AsText(); weight.isScalar() && weight.Value != "" && weight.Value != before {
		mend = "fit: " + Short(weight.Value)
	}
	return "write `" + mend + "` in its place: it counts what is needed by topics and by words", "fit", mend
}

// lacking returns the required key that is missing and begins like another one, of
// which it has at least half: `languages` for `langs`.
func (g *group) lacking(n Node, key string) string {
	const fewest = 3
	begin := max(fewest, (len(key)+1)/2)
	if len(key) < begin {
		return ""
	}
	for _, f := range g.about.fields {
		if f.required && strings.HasPrefix(f.name, strings.ToLower(key[:begin])) && !n.names(f.name) {
			return f.name
		}
	}
	return ""
}

// keyHint says which key was meant, or where one belongs that the group does not
// have.
func (g *group) keyHint(d *Decoder, n Node, key string) (hint, meant string) {
	if meant = g.lacking(n, key); meant != "" {
		return "did you mean `" + meant + "`?", meant
	}
	var within []string
	for _, f := range g.about.fields {
		if f.about.has(key) {
			within = append(within, "`"+f.name+"`")
		}
	}
	near := d.Nearest(key, g.keys)
	inflected := strings.HasPrefix(near, key) || strings.HasPrefix(key, near) // kind for kinds
	switch {
	case near != "" && (len(within) == 0 || inflected):
		return "did you mean `" + near + "`?", near
	case len(within) > 0:
		return "it is a part of " + strings.Join(within, " or ") + ": indent it below", ""
	case d.All.has(key):
		return "it is a field of the file itself: begin it in the first column", ""
	case len(g.keys) <= 12:
		return "write one of: " + strings.Join(g.keys, ", "), ""
	}
	return "`ithaca reference` lists every field; what has none belongs in the text below the second `---`", ""
}

// has reports whether a group, or the entries of a list of groups, have a field.
func (a About) has(key string) bool {
	if a.item != nil {
		return a.item.has(key)
	}
	return slices.ContainsFunc(a.fields, func(f fieldAbout) bool { return f.name == key }) ||
		slices.ContainsFunc(a.Either, func(choice About) bool { return choice.has(key) })
}

// CutByHash warns of a value that ends at a number sign, where YAML begins a
// comment: a colour or a tag written without quotes.
const CutByHash diag.Code = "cut-by-hash"

// cut warns where a comment without a space after its number sign follows a
// field or its value, which is more likely to have been meant as a part of it.
func (d *Decoder) cut(key, value Node) {
	comment := value.LineComment
	if comment == "" && value.Tag == "!!null" {
		comment = key.LineComment
	}
	if len(comment) < 2 || comment[1] == ' ' || comment[1] == '#' || !value.isScalar() || value.Style&quoted != 0 {
		return
	}
	whole := strings.TrimSpace(value.Value + " " + comment)
	d.Warnf(value, CutByHash, "put the value in quotes: "+quotedField(key.Value, whole)+"; or write a space after the `#` of a comment",
		"`%s` ends before the `#`, because a comment begins there", key.Value)
}
