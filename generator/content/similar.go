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

// The shortest keys, in characters without hyphens and doubled letters, for which each
// difference is reported: "filing" and "filling" are two things, as are "trial" and "trail".
const (
	shortestJoined  = 4 // for spaces and hyphens
	shortestSwapped = 6
	shortestDoubled = 7
)

// warnSimilar warns of topics that differ only in spaces and hyphens, in a doubled letter or
// in two exchanged neighbours. Each topic is looked up by the few keys that such a mistake
// leaves, so the time is linear in the number of topics.
func (v *vocabulary) warnSimilar() {
	topics := slices.Clone(v.all)
	order.Stable(topics, func(a, b *portal.Topic) int { return cmp.Compare(v.uses[b], v.uses[a]) })
	joined, doubled := map[string]*portal.Topic{}, map[string]*portal.Topic{}
	for _, t := range topics {
		for _, key := range v.keysOf(t) {
			text := strings.ReplaceAll(key, "-", "")
			if other := similarTo(text, joined, doubled); other != nil && other != t && t.Use.Key == "" && other.Use.Key == "" {
				v.reportSimilar(t, other)
				break
			}
		}
		for _, key := range v.keysOf(t) {
			text := strings.ReplaceAll(key, "-", "")
			addOnce(joined, text, t)
			addOnce(doubled, undoubled(text), t)
		}
	}
	if !v.portal.Program.Strict { // else a topic without a file is an error
		v.warnSimilarAsked(joined, doubled)
	}
}

// warnSimilarAsked warns of topics that only requests name and that seem to be another
// spelling. Hints name public topics only.
func (v *vocabulary) warnSimilarAsked(joined, doubled map[string]*portal.Topic) {
	asked := map[*portal.Topic]string{}
	for _, doc := range v.linker.docs {
		if doc.kind != kinds.Request || !v.included(doc) {
			continue
		}
		for _, ref := range doc.refs {
			key, free := v.isFree(ref)
			if !free || v.byKey[key] != nil || v.oneEditAway(key) != nil {
				continue
			}
			text := strings.ReplaceAll(key, "-", "")
			other := similarTo(text, joined, doubled)
			if other == nil {
				other = &portal.Topic{}
				asked[other] = key
				addOnce(joined, text, other)
				addOnce(doubled, undoubled(text), other)
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

func addOnce(topics map[string]*portal.Topic, key string, t *portal.Topic) {
	if topics[key] == nil {
		topics[key] = t
	}
}

// similarTo returns the topic of which a text seems to be another spelling, or nil.
func similarTo(text string, joined, doubled map[string]*portal.Topic) *portal.Topic {
	letters := []rune(text)
	if len(letters) >= shortestJoined && joined[text] != nil {
		return joined[text]
	}
	if once := undoubled(text); utf8.RuneCountInString(once) >= shortestDoubled && doubled[once] != nil {
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

// undoubled returns a text with each doubled letter once. Doubled digits stay.
func undoubled(text string) string {
	var before rune
	return strings.Map(func(r rune) rune {
		if r == before && unicode.IsLetter(r) {
			return -1
		}
		before = r
		return r
	}, text)
}

// keysOf returns the folded title and the slug of a topic, without its synonyms, which may be
// other spellings on purpose.
func (v *vocabulary) keysOf(t *portal.Topic) []string {
	title := portal.Fold(t.Title)
	if title == t.Slug || t.File == "" {
		return []string{title}
	}
	return []string{title, t.Slug}
}

// reportSimilar warns of t, the rarer of two topics, where it is first mentioned.
func (v *vocabulary) reportSimilar(t, other *portal.Topic) {
	if t.File == "" && other.File != "" && v.oneEditAway(portal.Fold(t.Title)) == other {
		return // reported at each mention
	}
	v.diags.Warnf(v.positions[t], SimilarTopics,
		"write one of the two everywhere, or give it a file in content/topics/ with the other in `also`",
		"the topics \"%s\" and \"%s\" (%s) seem to be one in two spellings", field.Short(t.Title), field.Short(other.Title), v.positions[other])
}
