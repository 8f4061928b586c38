package intake

import (
	"cmp"
	"strings"

	"ithaca/generator/edit"
	"ithaca/generator/intake/answer"
	"ithaca/generator/portal"
)

// topics returns what the mentor helps with: skills, and goals and challenges.
func (p *person) topics() (skills, needs []topic) {
	for _, t := range p.known("topics", "skills", "helps_with") {
		if t.need && len(needs) < 20 {
			needs = append(needs, t)
		} else if !t.need && len(skills) < 40 {
			skills = append(skills, t)
		}
	}
	return skills, needs
}

// known returns the topics of a cell in their order, and asks for the others.
func (p *person) known(name string, keeps ...string) []topic {
	text := p.cell(name)
	var all []topic
	for _, part := range p.vocabulary.list(text) {
		if part.unknown != "" {
			part.topics = p.settled(name, part.unknown, keeps)
		}
		all = append(all, part.topics...)
	}
	all = distinct(all, topic.key)
	p.topicsNamed = append(p.topicsNamed, all...)
	p.shown(name, answer.OneLine(text), all)
	return all
}

// settled returns the topics that a text means which names none: as the map or an answer
// says, or a new one. It asks where nothing says so.
func (p *person) settled(name, text string, keeps []string) (topics []topic) {
	to, known := p.Map.settled(name, text)
	switch {
	case known:
		p.convert(name, text, to)
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

// shown tells what a cell was taken for, unless that is what it says.
func (p *person) shown(name, text string, all []topic) {
	if len(all) == 0 || len(all) == 1 && (portal.Fold(text) == portal.Fold(all[0].name) || portal.Fold(text) == portal.Fold(all[0].title)) {
		return
	}
	var titles []string
	for _, t := range all {
		titles = append(titles, t.title)
	}
	p.convert(name, text, strings.Join(titles, ", "))
}

// topicOf returns the topic that the map names; one after a + is new.
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
	var all []string
	for _, t := range topics {
		all = append(all, t.name)
	}
	return edit.Texts(all...)
}
