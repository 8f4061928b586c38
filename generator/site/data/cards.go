package data

import (
	"math"
	"slices"
	"strings"

	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// cardData is /data/cards.json: every mentor as a card shows them, for the page
// that narrows the list without loading others. It holds what profiles publish,
// and no way of contact.
type cardData struct {
	Format  int                 `json:"format"`
	Mentor  string              `json:"mentor"` // what a slug is put behind to give the profile's address, and a slash after it
	Topic   string              `json:"topic"`  // likewise, of a topic's page
	Topics  []pair              `json:"topics"` // of every facet: the values that occur and their words, the most frequent first
	Called  []string            `json:"called"` // what each topic is called beside its title and asked for by, as portal.TopicNames has it, parted by spaces
	Speaks  []pair              `json:"languages"`
	How     []pair              `json:"how"`
	Stages  []pair              `json:"stages"`
	Places  []pair              `json:"places"`
	Tongues []pair              `json:"tongues"`       // languages as people state them: pt-BR, which is found under pt
	Kin     map[string][]string `json:"kin,omitempty"` // of languages, those that count as each
	Mentors []row               `json:"mentors"`       // in the order in which lists show them
}

// pair is a value and the words for it.
type pair [2]string

// row is a mentor: slug, name, role, headline; country as its number in places,
// or else the place in words; topics and tongues as lists of their numbers; how
// as a sum of 2^number; the stage's number, -1 for none; availability as the
// number of its state in cardStates, with the day that belongs to it, how many
// people at a time, 0 where that is not stated, and the picture's address. What
// is empty at the end is left out.
type row []any

// cardStates returns the numbered states of an availability.
func cardStates() []string {
	return []string{string(portal.Open), string(portal.Limited), string(portal.Waitlist), string(portal.Paused), site.Unconfirmed, site.Full, site.Over}
}

func planCards(book *site.Planner) {
	if n := len(book.Ordered); n == 0 || n > maxTogether {
		return
	}
	plan := book.Plan
	book.AddFile(site.CardsPath, func(word func(key string) string) []byte { return encode(newCardData(plan, word)) })
}

func newCardData(pl *site.Plan, word func(key string) string) *cardData {
	d := &cardData{
		Format: format, Mentor: pl.Site.Prefix + "/mentors/", Topic: pl.Site.Prefix + "/topics/",
		Topics: []pair{}, Called: []string{}, Speaks: []pair{}, How: []pair{}, Stages: []pair{}, Places: []pair{}, Tongues: []pair{}, Mentors: []row{},
	}
	vocabulary, called := portal.NewVocabulary(pl.Portal.Topics, pl.Portal.Program.Language), map[string]portal.TopicNames{}
	for _, t := range pl.Portal.Topics.All() {
		called[t.Slug] = vocabulary.Names(t)
	}
	for _, v := range pl.TopicGroup(pl.Ordered, math.MaxInt).Values {
		d.Topics = append(d.Topics, pair{v.Value, v.Title})
		names := called[v.Value]
		d.Called = append(d.Called, strings.Join(slices.Concat(names.Names[min(1, len(names.Names)):], names.Asks), " ")) // the first is the title's
	}
	for _, f := range []struct {
		facet  site.Facet
		family string
		values *[]pair
	}{{site.ByLanguage, "language ", &d.Speaks}, {site.ByHow, "how-", &d.How}, {site.ByStage, "stage-", &d.Stages}, {site.ByPlace, "country ", &d.Places}} {
		for _, v := range pl.FacetGroup(f.facet, pl.Ordered, math.MaxInt).Values {
			*f.values = append(*f.values, pair{v.Value, word(f.family + v.Value)})
		}
	}
	for _, tag := range pl.Spoken() {
		d.Tongues = append(d.Tongues, pair{tag, word("language " + tag)})
	}
	d.Kin = pl.Kin()
	d.addRows(pl)
	return d
}

// addRows adds the mentors, whose values are numbers in the lists.
func (d *cardData) addRows(pl *site.Plan) {
	topics, tongues := numbered(d.Topics), numbered(d.Tongues)
	how, stages, places := numbered(d.How), numbered(d.Stages), numbered(d.Places)
	for _, m := range pl.Ordered {
		a := pl.Availability(m)
		var place any = m.Location
		if m.Country != "" {
			place = places[m.Country]
		}
		stage, ways := -1, 0
		if m.Stage != "" {
			stage = stages[string(m.Stage)]
		}
		for _, way := range site.ValuesOf(m, site.ByHow) {
			ways |= 1 << how[way]
		}
		r := row{
			m.Slug, m.Name, m.Role, m.Headline, place,
			numbers(topics, pl.Slugs(site.MentorTopics(m))), numbers(tongues, m.Languages), ways, stage,
			slices.Index(cardStates(), a.State), a.Until.String(),
		}
		if face := pl.Face(m); face != nil && face.URL != "" {
			r = append(r, a.Places, face.URL)
		} else if a.Places > 0 {
			r = append(r, a.Places)
		}
		d.Mentors = append(d.Mentors, r)
	}
}

// numbered returns the places of values in a list.
func numbered(pairs []pair) map[string]int {
	places := make(map[string]int, len(pairs))
	for i, p := range pairs {
		places[p[0]] = i
	}
	return places
}

// numbers returns each value's number once, in the order of the values.
func numbers(of map[string]int, values []string) []int {
	list := make([]int, 0, len(values))
	for _, v := range values {
		if n, ok := of[v]; ok && !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	return list
}
