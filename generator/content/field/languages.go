package field

import "golang.org/x/text/language"

// Languages is a list of languages in which each counts once, whichever of its codes
// is written: "no" and "nb" are both Norwegian. A language and its form in a country,
// as pt and pt-PT, may both stand there: they say different things.
func Languages(max int) Shape[[]string] {
	return Then(Distinct(Language(), max), func(d *Decoder, n Node, tags []string) ([]string, bool) {
		for i, tag := range tags {
			for _, before := range tags[:i] {
				if base(tag) != base(before) && spoken(tag) == spoken(before) {
					d.Warnf(entryOf(n, tag), DuplicateEntry, "keep the one of them that people will look for",
						"`%s` and `%s` before it are two codes of one language", tag, before)
				}
			}
		}
		return tags, true
	})
}

// base returns a tag's language without script and region, as it is written.
func base(tag string) string {
	b, _ := language.Make(tag).Base()
	return b.String()
}

// spoken returns the language that a tag means: that of a group of languages where
// the tag is of its main member.
func spoken(tag string) string {
	b, _ := language.CLDR.Make(language.Macro.Make(tag).String()).Base()
	return b.String()
}

// entryOf returns the entry of a list that holds a text, or the list.
func entryOf(n Node, text string) Node {
	for _, entry := range n.Items() {
		if entry.Value == text {
			return entry
		}
	}
	return n
}
