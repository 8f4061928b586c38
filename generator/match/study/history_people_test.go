package study

import (
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/portal"
)

// themes is what people of an invented program know or look for: after the field and
// two keywords, as lists of topics would have them, what people write of it in
// sentences: synonyms, other forms, other words.
const themes = `
health   Nursing | Patient care | looked after patients on a ward | nurses on night shifts | caring for people after surgery | bedside work in a hospital
health   Public health | Epidemiology | tracking outbreaks with local clinics | vaccination campaigns in villages | epidemiological studies of infections
health   Medical devices | Regulatory affairs | bringing a device through approval | regulators and their audits | files for certifying instruments
data     Statistics | Data analysis | analysing surveys | a statistician among economists | regression models that colleagues could read
data     Machine learning | Deep learning | trained models on noisy images | neural networks for small teams | learning algorithms in production
data     Databases | Data engineering | pipelines that ran every night | cleaned tables from five countries | moved warehouses without losing rows
life     Genomics | Sequencing | assembled genomes of soil bacteria | sequenced samples from rivers | genomic reads and their metadata
life     Ecology | Field work | counting birds at dawn | months in wetlands with a notebook | ecologists and farmers at one table
life     Chemistry | Lab management | ran a laboratory on a small budget | chemists and their safety rules | reagents, benches and broken pumps
software Web development | Front end | built pages that load on old phones | browsers and accessibility | a developer of interfaces for banks
software Open source | Maintaining | maintainers answer strangers kindly | contributing a first patch | releases, issues and a community of contributors
software Security | Threat modelling | found holes before others did | securing payment systems | attackers, logs and calm answers
people   Leadership | First lead role | led a team for the first time | leading former peers | managing people who know more than I do
people   Conflict | Difficult conversations | telling a colleague no | quarrels between departments | mediating when nobody listens
people   Teaching | Curriculum | taught evening classes for adults | lessons for people afraid of numbers | pupils, teachers and their timetables
people   Public speaking | Presentations | spoke before hundreds and trembled | talks that people remember | presenting results to donors
money    Fundraising | Grant writing | wrote grants that were refused twice | donors and their reports | funding for a youth centre
money    Bookkeeping | Accounting | kept the books of a bakery | accounts, invoices and taxes | accountants in small firms
money    Starting a business | Entrepreneurship | opened a shop with two friends | founders without investors | my own company after redundancy
craft    Carpentry | Furniture | chairs from local oak | an apprentice joiner at forty | wood, joints and patience
craft    Ceramics | Glazing | potters share a kiln | fired clay in a village | bowls, glazes and accidents
craft    Photography | Film | filming weddings and strikes | pictures for newspapers | a photographer with one lens
path     Career change | Changing industry | left teaching for data | starting over at thirty-five | from the ward into an office
path     Returning to work | Parenting | back after raising twins | a mother in part-time work | part-time shifts and childcare
path     Working abroad | Migration | arrived without the language | visas and foreign diplomas | a migrant in three countries
`

// theme is something to know or to look for.
type theme struct {
	field    string
	keywords []string
	phrases  []string
}

func invented() (all []theme) {
	for line := range strings.Lines(themes) {
		field, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if parts := strings.Split(rest, "|"); len(parts) > 3 {
			for i := range parts {
				parts[i] = strings.TrimSpace(parts[i])
			}
			all = append(all, theme{field, parts[:2], parts[2:]})
		}
	}
	return all
}

// history is an invented program with what its organizers decided. People are made of
// themes that nobody states as such; organizers see the people, not their files.
type history struct {
	draw   splitMix
	themes []theme
	portal *portal.Portal
	pairs  []Pair
	hidden map[string]person // by slug
}

// person is what somebody is about, the most first, and where they live.
type person struct {
	about []int
	hours int // ahead of UTC
}

// newHistory invents so many mentors and requests, and the choices of organizers.
func newHistory(seed uint64, mentors, requests int) *history {
	h := &history{draw: splitMix(seed), themes: invented(), hidden: map[string]person{}}
	today := portal.Date{Year: 2026, Month: 11, Day: 16}
	h.portal = &portal.Portal{Today: today, Program: &portal.Program{Language: "en", Cycles: []portal.Cycle{{ID: "past"}}}}
	for i := range mentors {
		h.portal.Mentors = append(h.portal.Mentors, h.mentor(fmt.Sprintf("mentor-%03d", i)))
	}
	for i := range requests {
		h.portal.Requests = append(h.portal.Requests, h.request(fmt.Sprintf("bird-%03d", i)))
	}
	h.vocabulary()
	h.choose()
	return h
}

func (h *history) below(n int) int { return int(h.draw.below(uint64(n))) }

func pick[T any](h *history, from []T) T { return from[h.below(len(from))] }

// someone invents what a person is about: one theme, a second one mostly of the same
// field, and something of life.
func (h *history) someone(slug string) person {
	first := h.below(len(h.themes) - 3)
	second, field := h.below(len(h.themes)-3), h.themes[first].field
	for tries := 0; tries < 20 && h.below(3) > 0 && h.themes[second].field != field; tries++ {
		second = h.below(len(h.themes) - 3)
	}
	p := person{[]int{first, second, len(h.themes) - 1 - h.below(3)}, pick(h, []int{-8, -5, 0, 1, 1, 2, 5, 9})}
	h.hidden[slug] = p
	return p
}

// zone returns a zone that is so many hours ahead of UTC in winter.
func zone(hours int) string {
	return map[int]string{-8: "America/Los_Angeles", -5: "America/New_York", 0: "Europe/Lisbon", 1: "Europe/Berlin", 2: "Africa/Cairo", 5: "Asia/Karachi", 9: "Asia/Tokyo"}[hours]
}

// said splits what a person is about: some of it in keywords, the rest in sentences
// alone, as half of the links of real pairs are.
func (h *history) said(p person) (keywords, sentences []string) {
	for i, at := range p.about {
		t := h.themes[at]
		if h.below(100) < []int{70, 45, 40}[i] {
			keywords = append(keywords, pick(h, t.keywords))
		}
		if h.below(100) < []int{80, 70, 60}[i] {
			sentences = append(sentences, pick(h, t.phrases), pick(h, t.phrases))
		}
	}
	return keywords, append(sentences, pick(h, pick(h, h.themes).phrases)) // and something beside the point
}

func (h *history) refs(keywords []string) (refs []portal.TopicRef) {
	for _, word := range keywords {
		refs = append(refs, portal.TopicRef{Text: word, Key: portal.Fold(word)})
	}
	return refs
}

func (h *history) mentor(slug string) *portal.Mentor {
	keywords, sentences := h.said(h.someone(slug))
	m := &portal.Mentor{Name: slug, Languages: []string{"en"}, Timezone: zone(h.hidden[slug].hours)}
	m.Slug = slug
	for _, ref := range h.refs(keywords) {
		m.Skills = append(m.Skills, portal.Skill{Topic: ref})
	}
	opening := []string{"I can help you with what I learnt in years of", "People ask me about", "What I know comes from", "For a long time I worked on"}
	m.Headline = pick(h, opening) + " " + sentences[0]
	m.IdealMentee = "Before that: " + strings.Join(sentences[1:], ". Then ") + ". I like to listen first and to answer in plain words."
	m.Availability = portal.Availability{Status: portal.Paused} // it was long ago
	return m
}

func (h *history) request(slug string) *portal.Request {
	keywords, sentences := h.said(h.someone(slug))
	if len(keywords) == 0 {
		keywords = []string{pick(h, h.themes[h.hidden[slug].about[0]].keywords)}
	}
	r := &portal.Request{Cycle: "past", Languages: []string{"en"}, Timezone: zone(h.hidden[slug].hours)}
	r.Slug = slug
	for _, ref := range h.refs(keywords) {
		r.Needs = append(r.Needs, portal.Need{Topic: ref, Want: portal.WantHave})
	}
	r.Aims = portal.Aims{Short: "I would like to talk about " + sentences[0] + ".", Long: "In a few years: " + strings.Join(sentences[1:], ", or ") + "."}
	return r
}

// vocabulary holds every keyword that somebody uses as a topic, unrelated to others.
func (h *history) vocabulary() {
	var all []*portal.Topic
	byKey := map[string]*portal.Topic{}
	enter := func(ref portal.TopicRef) {
		if byKey[ref.Key] == nil {
			t := &portal.Topic{Title: ref.Text}
			t.Slug = ref.Key
			all, byKey[ref.Key] = append(all, t), t
		}
	}
	for _, m := range h.portal.Mentors {
		for _, s := range m.Skills {
			enter(s.Topic)
		}
	}
	for _, r := range h.portal.Requests {
		for _, n := range r.Needs {
			enter(n.Topic)
		}
	}
	slices.SortFunc(all, func(a, b *portal.Topic) int { return strings.Compare(a.Slug, b.Slug) })
	h.portal.Topics = portal.NewTopics(all, byKey)
}

// choose lets organizers decide, one request after another: by how much two people
// are about the same, how far apart they live, and by much that nobody can know. Each
// mentor takes two.
func (h *history) choose() {
	taken := map[string]int{}
	for _, r := range h.portal.Requests {
		var best string
		most := -1 << 30
		for _, m := range h.portal.Mentors {
			liking := h.affinity(h.hidden[r.Slug], h.hidden[m.Slug]) + h.below(60) + h.below(60)
			if taken[m.Slug] < 2 && liking > most {
				best, most = m.Slug, liking
			}
		}
		taken[best]++
		h.pairs = append(h.pairs, Pair{Request: r, Mentor: best})
	}
}

// affinity is what connects two people, from 0 to about 200.
func (h *history) affinity(a, b person) int {
	worth := [3]int{60, 40, 25}
	sum := 0
	for i, mine := range a.about {
		for j, theirs := range b.about {
			switch {
			case mine == theirs:
				sum += (worth[i] + worth[j]) / 2
			case i < 2 && j < 2 && h.themes[mine].field == h.themes[theirs].field:
				sum += 8
			}
		}
	}
	return sum + 2*(12-max(a.hours-b.hours, b.hours-a.hours))
}
