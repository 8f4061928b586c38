package portaltest

import (
	"bytes"
	"fmt"
	"strings"
)

// topics writes a file for each skill, need and industry.
func (s *site) topics() {
	for i, title := range s.words.skills {
		d := s.dice("skill", i)
		s.topic(d, title, "skill", "related: "+slugs(others(d, s.words.skills, i, 2)))
	}
	for i, n := range s.words.needs {
		s.topic(s.dice("need", i), n.title, n.kind, "asks: ["+n.ask+"]")
	}
	for i, title := range s.words.industries {
		s.topic(s.dice("industry", i), title, "industry", "also: ["+title+" at large]")
	}
}

func (s *site) topic(d dice, title, kind, more string) {
	var b bytes.Buffer
	frontmatter(&b)
	field(&b, "title: %s\nkind: %s\n%s", title, kind, more)
	frontmatter(&b)
	field(&b, "%s", s.words.paragraph(d, s.words.advice, 1))
	s.add("content/topics/"+slug(title)+".md", &b)
}

// others returns n different titles, none of them that at a place.
func others(d dice, titles []string, at, n int) []string {
	var some []string
	for _, title := range pickSome(d, titles, n+1) {
		if title != titles[at] && len(some) < n {
			some = append(some, title)
		}
	}
	return some
}

func (s *site) guideSlug(i int) string {
	return fmt.Sprintf("%s-%d", slug(s.words.needs[i%len(s.words.needs)].title), i+1)
}

// guide writes a text of about 5 kB with everything guides commonly have.
func (s *site) guide(i int) {
	d, n := s.dice("guide", i), s.words.needs[i%len(s.words.needs)]
	author, _ := s.words.name(d)
	var b bytes.Buffer
	frontmatter(&b)
	field(&b, "title: %s, part %d", n.title, i+1)
	field(&b, "summary: What others have found useful when they said, “%s”.", strings.ToLower(n.ask[:1])+n.ask[1:])
	field(&b, "audience: [%s]", pick(d, []string{"mentee", "mentor", "mentee, mentor"}))
	field(&b, "stage: %s", pick(d, []string{"prepare", "find", "approach", "agree", "meet", "review", "close"}))
	field(&b, "topics: [%s]", slug(n.title))
	field(&b, "authors: [%s]", author)
	field(&b, "updated: 2026-%02d-%02d", d.between(1, 10), d.between(1, 28))
	if next := d.IntN(s.guides()); next != i {
		field(&b, "next: [%s]", s.guideSlug(next))
	}
	frontmatter(&b)
	field(&b, "%s\n", s.words.paragraph(d, s.words.advice, 400))
	for _, heading := range []string{"Before you begin", "The first hour", "After a month"} {
		field(&b, "## %s\n\n%s\n\n%s\n", heading, s.words.paragraph(d, s.words.advice, 700), s.words.paragraph(d, s.words.advice, 500))
		for range 3 {
			field(&b, "- [ ] %s", s.words.paragraph(d, s.words.advice, 1))
		}
		b.WriteByte('\n')
	}
	field(&b, "> [!TIP]\n> %s\n", s.words.paragraph(d, s.words.advice, 1))
	field(&b, "Somebody who knows more: [%s](../mentors/%s.md#how-i-work).", "a neighbour", s.person(d.IntN(s.mentors)).slug)
	s.add("content/guides/"+s.guideSlug(i)+".md", &b)
}

// resources writes a list of eight things, all of them invented.
func (s *site) resources(i int) {
	d := s.dice("resources", i)
	var b bytes.Buffer
	frontmatter(&b)
	field(&b, "title: Shelf %d\nsummary: Eight things that a neighbour has lent out more than once.", i+1)
	field(&b, "topics: %s", slugs(pickSome(d, s.words.skills, 2)))
	field(&b, "items:")
	for n := range 8 {
		_, family := s.words.name(d)
		field(&b, "  - title: %s, volume %d", pick(d, s.words.skills), n+1)
		field(&b, "    kind: %s", pick(d, []string{"book", "course", "website", "podcast", "organisation", "event", "video", "tool"}))
		field(&b, "    url: https://shelf.example/%d/%d", i+1, n+1)
		field(&b, "    by: %s", family)
		field(&b, "    why: \"%s\"", s.words.paragraph(d, s.words.advice, 1))
		field(&b, "    language: en\n    cost: %s\n    level: %s",
			pick(d, []string{"free", "paid", "library", "mixed"}), pick(d, []string{"beginner", "intermediate", "advanced", "any"}))
	}
	frontmatter(&b)
	field(&b, "%s", s.words.paragraph(d, s.words.advice, 150))
	s.add(fmt.Sprintf("content/resources/shelf-%d.md", i+1), &b)
}

// story writes what became of two people.
func (s *site) story(i int) {
	d := s.dice("story", i)
	n := pick(d, s.words.needs)
	given, _ := s.words.name(d)
	var b bytes.Buffer
	frontmatter(&b)
	field(&b, "title: The year of %s %d\nsummary: “%s”, and what came of it.", given, i+1, n.ask)
	field(&b, "kind: %s", pick(d, []string{"case-study", "milestone", "thanks", "setback"}))
	field(&b, "topics: [%s]\nmentors: [%s]", slug(n.title), s.person(d.IntN(s.mentors)).slug)
	field(&b, "person: %s\nconsent: {publish: 2026-09-%02d, by: %s, terms: \"2026-06\"}", given, d.between(1, 28), given)
	field(&b, "quote: I would not have asked if it had not been so easy to ask.")
	field(&b, "date: 2026-09-%02d", d.between(1, 28))
	frontmatter(&b)
	for range 4 {
		field(&b, "%s\n", s.words.paragraph(d, s.words.sentences, 400))
	}
	s.add(fmt.Sprintf("content/stories/the-year-of-%s-%d.md", strings.ToLower(given), i+1), &b)
}
