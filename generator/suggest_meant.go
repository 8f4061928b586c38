package generator

import (
	"cmp"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// knownTopic reports a topic that nothing of the portal is about.
func (m asking) knownTopic(name string, ref portal.TopicRef) error {
	if m.loose || m.portal.Topics.Of(ref) != nil {
		return nil
	}
	var names [][]string
	for _, t := range m.portal.Topics.All() {
		names = append(names, slices.Concat([]string{t.Slug, t.Title}, t.Also))
	}
	remedy := "the portal's page `/topics/` lists them all"
	if near := meant(ref.Text, names); near != "" {
		remedy = near
	} else if len(names) <= fewTopics {
		remedy = "write one of: " + firsts(names)
	}
	return &AskError{name, "there is no topic \"" + ref.Text + "\"", remedy}
}

// fewTopics is how many can all be named in a line.
const fewTopics = 12

// firsts joins the names to type of some things.
func firsts(things [][]string) string {
	names := make([]string, len(things))
	for i := range things {
		names[i] = things[i][0]
	}
	return strings.Join(names, ", ")
}

// mentor finds a mentor by name of file or by name.
func (m *Matching) mentor(name string) (*portal.Mentor, error) {
	if found := portal.Find(m.portal.Mentors, name); found != nil {
		return found, nil
	}
	var names [][]string
	for _, one := range m.portal.Mentors {
		if portal.Fold(one.Name) == portal.Fold(name) {
			return one, nil
		}
		names = append(names, []string{one.Slug, one.Name})
	}
	return nil, &AskError{Problem: "there is no mentor `" + name + "`", Remedy: meant(name, names)}
}

// mostMeant is how many things with a word in common a question offers.
const mostMeant = 3

// meant asks which of some things was meant by a text, each of which has several
// names, the first of them the one to type: the one with the nearest name, else
// those that share words with it, the rarest words first.
func meant(text string, things [][]string) string {
	if near := diag.Nearest(text, slices.Concat(things...)); near != "" {
		return "did you mean `" + near + "`?"
	}
	worth := make([]int, len(things))
	for _, word := range wordsOf(text) {
		var having []int
		for i, names := range things {
			if slices.ContainsFunc(names, func(name string) bool { return hasLike(name, word) }) {
				having = append(having, i)
			}
		}
		for _, i := range having {
			const whole = 1 << 20
			worth[i] += whole / len(having)
			if hasLike(things[i][0], word) {
				worth[i] += whole / len(having) // what it is called counts more than other words for it
			}
		}
	}
	var offered []int
	for i := range things {
		if worth[i] > 0 {
			offered = append(offered, i)
		}
	}
	slices.SortStableFunc(offered, func(a, b int) int { return cmp.Compare(worth[b], worth[a]) })
	return didYouMean(things, offered[:min(mostMeant, len(offered))])
}

func didYouMean(things [][]string, offered []int) string {
	var names []string
	for _, i := range offered {
		names = append(names, "`"+things[i][0]+"`")
	}
	switch last := len(names) - 1; last {
	case -1:
		return ""
	case 0:
		return "did you mean " + names[0] + "?"
	default:
		return "did you mean " + strings.Join(names[:last], ", ") + " or " + names[last] + "?"
	}
}

// hasLike reports whether a name has a word, in this or nearly this form: find is
// like finding, Anna like Ana.
func hasLike(name, word string) bool {
	return slices.ContainsFunc(wordsOf(name), func(w string) bool {
		return w == word || strings.HasPrefix(w, word) || strings.HasPrefix(word, w) ||
			len(word) > 3 && diag.Distance(w, word) == 1
	})
}

// wordsOf returns the words of a text that say something: not those of one or two
// letters.
func wordsOf(text string) []string {
	const short = 2
	words := strings.Split(portal.Fold(text), "-")
	return slices.DeleteFunc(words, func(w string) bool { return len([]rune(w)) <= short })
}
