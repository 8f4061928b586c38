package intake

import (
	"regexp"
	"strings"

	"ithaca/generator/content/kinds"
	"ithaca/generator/intake/answer"
	"ithaca/generator/portal"
)

// topic is a topic that a text names.
type topic struct {
	name  string // its slug, or the title of one without a file
	title string
	need  bool // a goal or a challenge
}

// vocabulary finds the topics of a site, and those that the import adds.
type vocabulary struct {
	topics portal.Topics
	called *portal.Vocabulary
	files  bool              // topics that are added get files
	strict bool              // every topic needs a file
	added  map[string]*topic // topics that this import adds, by folded text; name is "" where they get no file
	used   map[string]bool   // names of topics in files that are written
}

// newVocabulary returns the vocabulary of a site. Topics that requests name are private, so
// they get files only where the site is strict.
func newVocabulary(p *portal.Portal, kind Kind) *vocabulary {
	strict := p.Program.Strict
	return &vocabulary{topics: p.Topics, called: portal.NewVocabulary(p.Topics, p.Program.Language), files: strict || kind == Mentors, strict: strict, added: map[string]*topic{}, used: map[string]bool{}}
}

// find returns the topic of a text: by its slug, title, synonym, or what people say.
func (v *vocabulary) find(text string) (topic, bool) {
	key := portal.Fold(text)
	found, made := v.topics.Of(portal.TopicRef{Text: text, Key: key}), v.added[key]
	if found == nil {
		found = v.called.Called(text)
	}
	switch {
	case found != nil && found.File != "":
		return topic{found.Slug, found.Title, found.IsNeed()}, true
	case found != nil || made != nil && made.name == "":
		return topic{name: text, title: text}, true // a topic without a file is named by its text
	case made != nil:
		return *made, true
	}
	return topic{}, false
}

// add adds a topic with a text as its title, and reports whether the text can be one.
func (v *vocabulary) add(text string) (topic, bool) {
	key := portal.Fold(text)
	if key == "" || len([]rune(text)) > 80 {
		return topic{}, false
	}
	slug := ""
	if v.files {
		if slug, _ = kinds.SlugOf(text); slug == "" && v.strict {
			return topic{}, false
		}
	}
	if v.added[key] == nil {
		v.added[key] = &topic{name: slug, title: answer.Title(text)}
	}
	return v.find(text)
}

// use notes the topics of a file that is written.
func (v *vocabulary) use(topics []topic) {
	for _, t := range topics {
		v.used[t.name] = true
	}
}

// near returns the slug of the topic that may be meant by a text, "" for none.
func (v *vocabulary) near(text string) string {
	if near, sound := v.called.Near(text, 1); sound {
		return near[0].Slug
	}
	return ""
}

var (
	betweenLists  = regexp.MustCompile(`\s*[;\n•|]\s*`)
	betweenTopics = regexp.MustCompile(`\s*[,()]\s*`)
	betweenNames  = regexp.MustCompile(`(?i)\s*[,/&+]\s*|\s+(?:and|und|et|y|e|or|ou|o|oder)\s+`)
)

// part is a piece of a cell: the topics that it names, or its text where it names none.
type part struct {
	topics  []topic
	unknown string
}

// parts returns the pieces of a text in their order. A stretch that is a topic as a whole
// is one piece, whatever separates its words.
func (v *vocabulary) parts(text string) (parts []part) {
	for _, stretch := range betweenLists.Split(text, -1) {
		parts = append(parts, v.partsOf(strings.Trim(stretch, " .-*"))...)
	}
	return parts
}

func (v *vocabulary) partsOf(text string) (parts []part) {
	if text == "" || answer.IsNothing(text) {
		return nil
	}
	if t, ok := v.find(text); ok {
		return []part{{topics: []topic{t}}}
	}
	for _, piece := range betweenTopics.Split(text, -1) {
		if piece == "" || answer.IsNothing(piece) {
			continue
		}
		if t, ok := v.find(piece); ok {
			parts = append(parts, part{topics: []topic{t}})
		} else if all, ok := v.allTopics(piece); ok {
			parts = append(parts, part{topics: all})
		} else {
			parts = append(parts, part{unknown: piece})
		}
	}
	return parts
}

// allTopics returns the topics of "React / TypeScript" where each part is one.
func (v *vocabulary) allTopics(text string) (found []topic, ok bool) {
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

// fold is what two topics share that are one.
func (t topic) fold() string { return portal.Fold(t.name) }
