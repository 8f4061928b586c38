package content

import (
	"golang.org/x/text/language"

	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/tongue"
)

// SameLanguage warns of two codes for what readers see as one language.
const SameLanguage diag.Code = "same-language"

// languages is a list of languages, the most comfortable first.
func languages() field.Shape[[]string] {
	list := field.Distinct(field.Language(), 12)
	return field.Then(list, func(d *field.Decoder, n field.Node, tags []string) ([]string, bool) {
		items := n.Items()
		for i, tag := range tags {
			for _, before := range tags[:i] {
				if !sameLanguage(before, tag) {
					continue
				}
				at := n
				for _, item := range items {
					if item.Value == tag {
						at = item
					}
				}
				one, other := language.Make(before), language.Make(tag)
				d.Warnf(at, SameLanguage, "keep one of the two: `"+before+"` is "+tongue.English(one)+", `"+tag+"` "+tongue.English(other),
					"`%s` says again what `%s` says", tag, before)
			}
		}
		return tags, true
	})
}

// sameLanguage reports whether two tags are shown by the same name, or are those of
// a macrolanguage and of the member that is meant by it.
func sameLanguage(a, b string) bool {
	if a == "no" || b == "no" {
		return a == "nb" || b == "nb"
	}
	if len(a) == 2 && len(b) == 2 {
		return false // no two of the short codes mean one language
	}
	one, other := language.Make(a), language.Make(b)
	if name := tongue.English(one); name != "" && name == tongue.English(other) {
		return true
	}
	one, err1 := language.Macro.Canonicalize(one)
	other, err2 := language.Macro.Canonicalize(other)
	return err1 == nil && err2 == nil && one == other
}
