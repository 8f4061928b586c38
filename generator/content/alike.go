package content

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// SimilarTopics warns of two topics that seem to be one in two spellings.
const SimilarTopics diag.Code = "similar-topics"

// Lengths of keys, without hyphens and doubled letters, below which a difference is no
// sign of a mistake, in characters:
// "filing" and "filling" are two things, and so are "trial" and "trail".
const (
	shortestJoined  = 4 // for spaces and hyphens
	shortestSwapped = 6
	shortestDoubled = 7
)

// alike warns of topics that differ only in spaces and hyphens, or in a letter that is
// doubled or stands before its neighbour. Each topic is looked up by the few forms
// that such a mistake leaves, so a large portal costs no more per topic than a small one.
func (v *vocabulary) alike() {
	topics := slices.Clone(v.all)
	order.Stable(topics, func(a, b *portal.Topic) int { return cmp.Compare(v.uses[b], v.uses[a]) })
	joined, doubled := map[string]*portal.Topic{}, map[string]*portal.Topic{}
	for _, t := range topics {
		for _, key := range v.keysOf(t) {
			text := strings.ReplaceAll(key, "-", "")
			if other := found(text, joined, doubled); other != nil && other != t && !replaced(t, other) {
				v.warnAlike(t, other)
				break
			}
		}
		for _, key := range v.keysOf(t) {
			text := strings.ReplaceAll(key, "-", "")
			enter(joined, text, t)
			enter(doubled, single(text), t)
		}
	}
	if !v.portal.Program.Strict { // else a topic without a file is an error
		v.alikeAsked(joined, doubled)
	}
}

// alikeAsked warns of topics that only requests name, and that seem to be others in
// another spelling. What is asked for is private: a hint names none but public topics.
func (v *vocabulary) alikeAsked(joined, doubled map[string]*portal.Topic) {
	asked := map[*portal.Topic]string{}
	for _, doc := range v.linker.docs {
		if doc.kind != kinds.Request || !v.part(doc) {
			continue
		}
		for _, ref := range doc.refs {
			key, free := v.isFree(ref)
			if !free || v.byKey[key] != nil || v.likely(key) != nil {
				continue
			}
			text := strings.ReplaceAll(key, "-", "")
			other := found(text, joined, doubled)
			if other == nil {
				other = &portal.Topic{}
				asked[other] = key
				enter(joined, text, other)
				enter(doubled, single(text), other)
				continue
			}
			hint := "did you mean `" + other.Slug + "`? If not, give the topic a file in content/topics/"
			if before, private := asked[other]; before == key {
				continue
			} else if private {
				hint = "another request spells it otherwise: write it alike in both"
			}
			v.diags.Warnf(ref.At, SimilarTopics, hint, "the topic \"%s\" seems to be another in another spelling", field.Short(ref.Text))
		}
	}
}

func enter(topics map[string]*portal.Topic, key string, t *portal.Topic) {
	if topics[key] == nil {
		topics[key] = t
	}
}

// found returns the topic entered before that a text is a spelling of, or nil.
func found(text string, joined, doubled map[string]*portal.Topic) *portal.Topic {
	letters := []rune(text)
	if len(letters) >= shortestJoined && joined[text] != nil {
		return joined[text]
	}
	if once := single(text); utf8.RuneCountInString(once) >= shortestDoubled && doubled[once] != nil {
		return doubled[once]
	}
	for i := 0; len(letters) >= shortestSwapped && i+1 < len(letters); i++ {
		if !unicode.IsLetter(letters[i]) || !unicode.IsLetter(letters[i+1]) {
			continue
		}
		letters[i], letters[i+1] = letters[i+1], letters[i]
		if other := joined[string(letters)]; other != nil {
			return other
		}
		letters[i], letters[i+1] = letters[i+1], letters[i]
	}
	return nil
}

// single returns a text with each doubled letter once. Digits stay: they are numbers.
func single(text string) string {
	var before rune
	return strings.Map(func(r rune) rune {
		if r == before && unicode.IsLetter(r) {
			return -1
		}
		before = r
		return r
	}, text)
}

// keysOf returns what a topic is called: its title and the key of its address. Its
// synonyms are meant to be other spellings.
func (v *vocabulary) keysOf(t *portal.Topic) []string {
	title := portal.Fold(t.Title)
	if title == t.Slug || t.File == "" {
		return []string{title}
	}
	return []string{title, t.Slug}
}

// replaced reports whether one of two topics states that the other is to be used.
func replaced(a, b *portal.Topic) bool {
	return a.Use.Key != "" || b.Use.Key != ""
}

// warnAlike reports the rarer of two topics, where it is first mentioned.
func (v *vocabulary) warnAlike(t, other *portal.Topic) {
	if t.File == "" && other.File != "" && v.likely(portal.Fold(t.Title)) == other {
		return // reported at each mention
	}
	v.diags.Warnf(v.places[t], SimilarTopics,
		"write one of the two everywhere, or give it a file in content/topics/ with the other in `also`",
		"the topics \"%s\" and \"%s\" (%s) seem to be one in two spellings", field.Short(t.Title), field.Short(other.Title), v.places[other])
}
