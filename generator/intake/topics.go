package intake

import (
	"regexp"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// topic is a topic that a text names.
type topic struct {
	name  string // its slug, or the title of one without a file
	title string
	need  bool // a goal or a challenge
}

// vocabulary finds the topics of a site.
type vocabulary struct {
	topics portal.Topics
	asks   map[string]*portal.Topic // by what people say who ask for them
	names  []string                 // every slug, for what may be meant
	made   map[string]topic         // topics that this import adds, by key
}

func newVocabulary(topics portal.Topics) *vocabulary {
	v := &vocabulary{topics: topics, asks: map[string]*portal.Topic{}, made: map[string]topic{}}
	for _, t := range topics.All() {
		v.names = append(v.names, t.Slug)
		for _, ask := range t.Asks {
			v.asks[portal.Fold(ask)] = t
		}
	}
	return v
}

// find returns the topic of a text: by its slug, title, synonym, or what people say.
func (v *vocabulary) find(text string) (topic, bool) {
	key := portal.Fold(text)
	found := v.topics.Of(portal.TopicRef{Text: text, Key: key})
	if found == nil {
		found = v.asks[key]
	}
	if found == nil {
		t, made := v.made[key]
		return t, made
	}
	name := found.Slug
	if found.File == "" {
		name = found.Title
	}
	return topic{name, found.Title, found.IsNeed()}, true
}

// add makes a text a topic.
func (v *vocabulary) add(text string) (topic, bool) {
	key := portal.Fold(text)
	if key == "" || len([]rune(text)) > 80 {
		return topic{}, false
	}
	v.made[key] = topic{name: text, title: text}
	return v.made[key], true
}

// near returns the topic that may be meant by a text, "" for none.
func (v *vocabulary) near(text string) string {
	key := portal.Fold(text)
	if near := diag.Nearest(key, v.names); near != "" {
		return near
	}
	for _, t := range v.topics.All() {
		if name := portal.Fold(t.Title); len(name) > 3 && strings.Contains("-"+key+"-", "-"+name+"-") {
			return t.Slug
		}
	}
	words := strings.Split(key, "-")
	for _, name := range v.names {
		for _, w := range words {
			if len(w) > 4 && slices.Contains(strings.Split(name, "-"), w) {
				return name
			}
		}
	}
	return ""
}

var (
	betweenLists  = regexp.MustCompile(`\s*[;\n•|]\s*`)
	betweenTopics = regexp.MustCompile(`\s*[,()]\s*`)
	betweenNames  = regexp.MustCompile(`(?i)\s*[,/&+]\s*|\s+(?:and|und|et|y|e|or|ou|o|oder)\s+`)
)

// list returns the topics that a text lists, and what of it is none. A stretch that is a
// topic as a whole is one, whatever separates its words.
func (v *vocabulary) list(text string) (found []topic, unknown []string) {
	for stretch := range slices.Values(betweenLists.Split(text, -1)) {
		f, u := v.stretch(strings.Trim(stretch, " .-*"))
		found, unknown = append(found, f...), append(unknown, u...)
	}
	return unique(found), unknown
}

func (v *vocabulary) stretch(text string) (found []topic, unknown []string) {
	if text == "" || isNothing(text) {
		return nil, nil
	}
	if t, ok := v.find(text); ok {
		return []topic{t}, nil
	}
	for part := range slices.Values(betweenTopics.Split(text, -1)) {
		if part == "" || isNothing(part) {
			continue
		}
		if t, ok := v.find(part); ok {
			found = append(found, t)
		} else if all, ok := v.all(part); ok {
			found = append(found, all...)
		} else {
			unknown = append(unknown, part)
		}
	}
	return found, unknown
}

// all returns the topics of "React / TypeScript" where each part is one.
func (v *vocabulary) all(text string) (found []topic, ok bool) {
	parts := betweenNames.Split(text, -1)
	for _, part := range parts {
		t, known := v.find(part)
		if !known {
			return nil, false
		}
		found = append(found, t)
	}
	return found, len(parts) > 1
}

func unique(all []topic) []topic {
	var once []topic
	for _, t := range all {
		if !slices.ContainsFunc(once, func(o topic) bool { return o.name == t.name }) {
			once = append(once, t)
		}
	}
	return once
}
