package portaltest

import (
	"bytes"
	"fmt"
	"strings"
	"time"
)

// person is what other files need to know of a mentor.
type person struct{ name, slug string }

func (s *site) person(i int) person {
	given, family := s.words.name(s.dice("name", i))
	return person{given + " " + family, fmt.Sprintf("%s-%s-%d", strings.ToLower(given), strings.ToLower(family), i+1)}
}

// mentor writes a profile of about 840 bytes of frontmatter and 1.3 kB of text.
func (s *site) mentor(i int) {
	who, d := s.person(i), s.dice("mentor", i)
	var b bytes.Buffer
	frontmatter(&b)
	s.who(&b, d, who)
	s.help(&b, d)
	s.way(&b, d, who)
	frontmatter(&b)
	s.profile(&b, d)
	s.add("content/mentors/"+who.slug+".md", &b)
}

func (s *site) who(b *bytes.Buffer, d dice, who person) {
	home := pick(d, s.words.places)
	field(b, "name: %s", who.name)
	field(b, "role: %s, %s", pick(d, []string{"Foreman", "Night nurse", "Teacher", "Clerk", "Engineer", "Cook", "Printer"}), home.town)
	field(b, "headline: I can help you with %s", strings.ToLower(pick(d, s.words.skills)))
	field(b, "location: %s", home.town)
	field(b, "country: %s", home.country)
	field(b, "timezone: %s", home.zone)
	field(b, "languages: [%s]", strings.Join(tongues(d, home), ", "))
	if d.chance(30) {
		field(b, "organisation: %s works", pick(d, s.words.fields))
	}
	field(b, "industries: %s", slugs(pickSome(d, s.words.industries, d.between(1, 2))))
	field(b, "stage: %s", pick(d, []string{"early", "mid", "mid", "senior", "senior", "lead", "executive", "retired"}))
	field(b, "since: %d", d.between(1980, 2020))
	if !d.chance(40) {
		return
	}
	field(b, "values: [%s]", strings.Join(pickSome(d, []string{"patience", "curiosity", "service", "fairness", "courage", "humour"}, 2), ", "))
}

// tongues returns the language of a place and, mostly, others that are widely
// learnt.
func tongues(d dice, home place) []string {
	all := []string{home.language}
	for _, more := range []struct {
		language string
		percent  int
	}{{"en", 70}, {"es", 15}, {"fr", 15}, {"ar", 5}} {
		if more.language != home.language && d.chance(more.percent) {
			all = append(all, more.language)
		}
	}
	return all
}

func (s *site) help(b *bytes.Buffer, d dice) {
	field(b, "skills:")
	for _, n := range s.words.spread.some(d, d.between(3, 8)) {
		field(b, "  - {topic: %s, level: %d}", slug(s.words.skills[n]), d.between(1, 4))
	}
	var needs []string
	for _, n := range pickSome(d, s.words.needs, d.between(1, 4)) {
		needs = append(needs, n.title)
	}
	field(b, "helps_with: %s", slugs(needs))
	field(b, "kinds: [%s]", strings.Join(pickSome(d, []string{"one-to-one", "group", "peer", "reverse"}, d.between(1, 2)), ", "))
	field(b, "formats: [%s]", strings.Join(pickSome(d, []string{"video", "voice", "chat", "email", "in-person"}, d.between(1, 3)), ", "))
	if d.chance(50) {
		field(b, "offers: [%s]", strings.Join(pickSome(d, []string{"cv-review", "introductions", "projects", "accountability"}, 2), ", "))
	}
	if d.chance(40) {
		field(b, "accepts: {stages: [student, early, mid]}")
	}
	if d.chance(30) {
		field(b, "learning: %s", slugs([]string{s.words.skills[s.words.spread.some(d, 1)[0]]}))
	}
}

func (s *site) way(b *bytes.Buffer, d dice, who person) {
	if d.chance(40) {
		field(b, "style: {structure: %d, directness: %d, challenge: %d}", d.between(1, 5), d.between(1, 5), d.between(1, 5))
		field(b, "cadence: {every: %dw, minutes: %d}", d.between(1, 4), pick(d, []int{30, 45, 60}))
	}
	first := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	stated := d.between(0, 190)
	until := first.AddDate(0, 0, stated+d.between(120, 183))
	confirmed := first.AddDate(0, 0, max(stated, 19)) // within six months, as check wants it
	start := d.between(7, 20)
	field(b, "availability:")
	field(b, "  status: %s", pick(d, []string{"open", "open", "open", "limited", "waitlist", "paused"}))
	field(b, "  until: %s", until.Format(time.DateOnly))
	field(b, "  capacity: %d", d.between(1, 3))
	field(b, "  windows: [\"%s %02d:00-%02d:00\"]", pick(d, []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}), start, start+2)
	if d.chance(50) {
		field(b, "cycles: [spring-2027]")
	}
	if d.chance(30) {
		field(b, "contact: {via: link, url: \"https://office.example/lantern/write/%s\"}", who.slug)
	} else {
		field(b, "contact: {via: organizer}")
	}
	field(b, "consent: {publish: %s, by: %s, terms: \"2026-06\"}", confirmed.Format(time.DateOnly), who.name)
	field(b, "confirmed: %s", confirmed.Format(time.DateOnly))
}

// profile writes the text: paragraphs, a list, and links to two other pages.
func (s *site) profile(b *bytes.Buffer, d dice) {
	field(b, "%s\n", s.words.paragraph(d, s.words.sentences, 300))
	field(b, "%s\n", s.words.paragraph(d, s.words.sentences, 250))
	field(b, "### How I work\n")
	for range 3 {
		field(b, "- %s", s.words.paragraph(d, s.words.sentences, 1))
	}
	field(b, "\n%s I learnt it from [%s](%s.md), and much of it stands in [this guide](../guides/%s.md).",
		s.words.paragraph(d, s.words.sentences, 100), "a neighbour", s.person(d.IntN(s.mentors)).slug, s.guideSlug(d.IntN(s.guides())))
}
