package field

import (
	"slices"
	"strings"

	"ithaca/generator/diag"
)

// UnknownKey is reported for a key that a group of fields does not have.
const UnknownKey diag.Code = "unknown-key"

// unknownKey reports an unknown key and returns the one that was probably meant, or "".
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
	d.Errorf(key, UnknownKey, hint, "there is no field `%s`%s", Short(key.Value), inGroup(outer))
	if meant != "" && !n.names(meant) {
		d.mending(diag.RenameKey, mend)
	}
	return meant
}

// goneWeight returns what to write instead of the weight `needs`, which `fit` has replaced.
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

// missingWithPrefix returns a required key that is missing and begins with at least half of
// a key, and three letters: `languages` for `langs`; "" for none.
func (g *group) missingWithPrefix(n Node, key string) string {
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

// keyHint returns a hint for an unknown key, and the key that was probably meant, or "".
func (g *group) keyHint(d *Decoder, n Node, key string) (hint, meant string) {
	if meant = g.missingWithPrefix(n, key); meant != "" {
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

// has reports whether a group, or the groups of a list, have a field.
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

// warnCutByHash warns of a comment behind a value without a space after its #, which was
// probably meant as part of the value.
func (d *Decoder) warnCutByHash(key, value Node) {
	comment := value.LineComment
	if comment == "" && value.Tag == "!!null" {
		comment = key.LineComment
	}
	if len(comment) < 2 || comment[1] == ' ' || comment[1] == '#' || !value.isScalar() || value.Style&quotedStyles != 0 {
		return
	}
	whole := strings.TrimSpace(value.Value + " " + comment)
	d.Warnf(value, CutByHash, "put the value in quotes: "+quotedField(key.Value, whole)+"; or write a space after the `#` of a comment",
		"`%s` ends before the `#`, because a comment begins there", key.Value)
}
