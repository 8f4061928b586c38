package intake

import (
	"cmp"
	"strings"

	"ithaca/generator/each"
	"ithaca/generator/edit"
	"ithaca/generator/intake/answer"
	"ithaca/generator/portal"
)

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
