package intake

import (
	"cmp"
	"regexp"
	"strings"

	"ithaca/generator/content/kinds"
	"ithaca/generator/each"
	"ithaca/generator/edit"
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

// topics returns what the mentor helps with: skills, and goals and challenges.
func (p *person) topics() (skills, needs []topic) {
	for _, t := range p.topicsIn("topics", "skills", "helps_with") {
		if t.need && len(needs) < 20 {
			needs = append(needs, t)
		} else if !t.need && len(skills) < 40 {
			skills = append(skills, t)
		}
	}
	return skills, needs
}

// topicsIn returns the topics that a cell names, in their order, and asks about parts that
// name none. Keeps are the fields that stay unchanged until they are answered.
func (p *person) topicsIn(name string, keeps ...string) []topic {
	text := p.cell(name)
	var all []topic
	for _, part := range p.vocabulary.parts(text) {
		if part.unknown != "" {
			part.topics = p.topicsMeant(name, part.unknown, keeps)
		}
		all = append(all, part.topics...)
	}
	all = distinct(all, topic.fold)
	p.topicsNamed = append(p.topicsNamed, all...)
	p.noteTopics(name, answer.OneLine(text), all)
	return all
}

// topicsMeant returns the topics for a text that names none: those of the map or of an
// answer, or a new one. Otherwise it asks.
func (p *person) topicsMeant(name, text string, keeps []string) (topics []topic) {
	to, known := p.settled(name, text)
	switch {
	case known:
		for one := range strings.SplitSeq(to, ",") {
			topics = append(topics, p.topicOf(name, strings.TrimSpace(one))...)
		}
	case strings.HasPrefix(text, "+"): // an answer
		return p.topicOf(name, text)
	case p.NewTopics:
		if t, ok := p.vocabulary.add(text); ok {
			p.convert(name, text, t.title+" (a new topic)")
			return []topic{t}
		}
	default:
		near := cmp.Or(p.vocabulary.near(text), "+"+text)
		p.ask(name, text, "no topic of the site: which is meant, or is it a new one?", near, keeps...)
	}
	return topics
}

// noteTopics notes a conversion of a cell to topics, unless it names one as it is called.
func (p *person) noteTopics(name, text string, all []topic) {
	if len(all) == 0 || len(all) == 1 && (portal.Fold(text) == portal.Fold(all[0].name) || portal.Fold(text) == portal.Fold(all[0].title)) {
		return
	}
	p.convert(name, text, titles(all))
}

// topicOf returns the topic that the map or an answer names; one after a + may be new.
func (p *person) topicOf(name, text string) []topic {
	text, isNew := strings.CutPrefix(text, "+")
	t, known := p.vocabulary.find(text)
	switch {
	case text == "":
		return nil
	case !known && isNew:
		t, known = p.vocabulary.add(text)
	}
	if !known {
		p.ask(name, text, "the map names a topic that the site does not know; write a + before it for a new one", p.vocabulary.near(text))
		return nil
	}
	return []topic{t}
}

func names(topics []topic) edit.Value {
	return edit.Texts(each.Of(topics, func(t topic) string { return t.name })...)
}

func titles(topics []topic) string {
	return strings.Join(each.Of(topics, func(t topic) string { return t.title }), ", ")
}
