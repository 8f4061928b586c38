package portaltest

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"pgregory.net/rapid"

	"ithaca/generator/portal"
)

// InventedDay is today in invented portals.
func InventedDay() portal.Date { return portal.Date{Year: 2026, Month: 11, Day: 16} }

// Invented draws a small portal in which everything happens: topics in a graph,
// mentors who state much or little, requests that ask for much or little.
func Invented(t *rapid.T, mentors, requests int) *portal.Portal {
	return (&world{t: t, sparse: rapid.Bool().Draw(t, "sparse")}).portal(mentors, requests)
}

// InventedWindows draws when somebody is free.
func InventedWindows(t *rapid.T) []portal.Window { return (&world{t: t}).windows() }

// world draws the parts of one portal.
type world struct {
	t      *rapid.T
	topics []string
	sparse bool // people state hardly anything, so that many are tied
}

func (w *world) portal(mentors, requests int) *portal.Portal {
	t, today := w.t, InventedDay()
	p := &portal.Portal{Today: today, Program: &portal.Program{
		Audience: rapid.SampledFrom([]string{"", "adults"}).Draw(t, "audience"),
		Cycles: []portal.Cycle{
			{ID: "past", Start: today.AddDays(-300), End: today.AddDays(-100)},
			{ID: "next", Start: today.AddDays(rapid.IntRange(0, 360).Draw(t, "start"))},
		},
	}}
	p.Topics = w.vocabulary()
	slugs := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{2,4}`), 0, mentors, rapid.ID[string]).Draw(t, "mentors")
	slices.Sort(slugs)
	for _, slug := range slugs {
		p.Mentors = append(p.Mentors, w.mentor(slug))
	}
	for i := range rapid.IntRange(0, requests).Draw(t, "requests") {
		p.Requests = append(p.Requests, w.request(fmt.Sprintf("bird-%d", i), p.Mentors))
	}
	return p
}

// vocabulary makes topics, some below others, some beside others.
func (w *world) vocabulary() portal.Topics {
	n := rapid.IntRange(1, 12).Draw(w.t, "topics")
	var all []*portal.Topic
	byKey := map[string]*portal.Topic{}
	for i := range n {
		slug := fmt.Sprintf("topic-%02d", i)
		t := &portal.Topic{Title: slug}
		t.Slug = slug
		if rapid.Bool().Draw(w.t, "has a file") {
			t.Kind, t.File = rapid.SampledFrom(portal.TopicKinds()).Draw(w.t, "kind"), "content/topics/"+slug+".md"
		} else {
			t.Title = strings.Join(rapid.SliceOfN(rapid.SampledFrom(nameWords), 1, 3).Draw(w.t, "name"), " ")
		}
		w.topics = append(w.topics, slug)
		all = append(all, t)
		byKey[slug] = t
	}
	for i, t := range all {
		if t.File == "" {
			continue
		}
		for range rapid.IntRange(0, 2).Draw(w.t, "links") {
			other := ref(fmt.Sprintf("topic-%02d", rapid.IntRange(0, n-1).Draw(w.t, "other")))
			if rapid.Bool().Draw(w.t, "broader") && other.Key < fmt.Sprintf("topic-%02d", i) {
				t.Broader = append(t.Broader, other)
			} else {
				t.Related = append(t.Related, other)
			}
		}
	}
	return portal.NewTopics(all, byKey)
}

// nameWords are what topics without files are named with.
var nameWords = []string{"data", "river", "craft", "night", "survey", "analysis"}

func ref(slug string) portal.TopicRef { return portal.TopicRef{Text: slug, Key: slug} }

// says draws a few words, some of them in other forms than topics are named with.
func (w *world) says() string {
	forms := []string{"data", "rivers", "crafting", "night", "surveys", "analysis", "gardens", "harbours", "topic"}
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(forms), 0, 5).Draw(w.t, "says"), " ")
}

func (w *world) refs(most int) []portal.TopicRef {
	var refs []portal.TopicRef
	for range rapid.IntRange(0, most).Draw(w.t, "refs") {
		refs = append(refs, w.ref())
	}
	return refs
}

func (w *world) ref() portal.TopicRef { return ref(rapid.SampledFrom(w.topics).Draw(w.t, "topic")) }

func some[T any](w *world, from []T) []T {
	return rapid.SliceOfN(rapid.SampledFrom(from), 0, 2).Draw(w.t, "some")
}

func (w *world) zone() string {
	return rapid.SampledFrom([]string{"", "Africa/Lagos", "Europe/Lisbon", "Asia/Kolkata", "America/New_York"}).Draw(w.t, "zone")
}

func (w *world) windows() []portal.Window {
	var windows []portal.Window
	for range rapid.IntRange(0, 3).Draw(w.t, "windows") {
		start := rapid.IntRange(0, 23).Draw(w.t, "from") * 60
		windows = append(windows, portal.Window{
			Day: time.Weekday(rapid.IntRange(0, 6).Draw(w.t, "day")), Start: start,
			End: start + rapid.IntRange(1, 24-start/60).Draw(w.t, "hours")*60,
		})
	}
	return windows
}

func (w *world) style() portal.Style {
	axis := rapid.IntRange(0, 5)
	return portal.Style{Structure: axis.Draw(w.t, "structure"), Directness: axis.Draw(w.t, "directness"), Challenge: axis.Draw(w.t, "challenge")}
}

func (w *world) mentor(slug string) *portal.Mentor {
	today := InventedDay()
	if w.sparse {
		m := &portal.Mentor{Name: slug, Headline: w.says()}
		m.Slug, m.Availability = slug, portal.Availability{Status: portal.Open, Until: today}
		for range rapid.IntRange(0, 2).Draw(w.t, "skills") {
			m.Skills = append(m.Skills, portal.Skill{Topic: w.ref()})
		}
		return m
	}
	m := &portal.Mentor{
		Name: slug, Headline: w.says(), IdealMentee: w.says(), Timezone: w.zone(), Languages: some(w, []string{"en", "pt", "pt-BR", "ar", "no", "nb", "yue", "zh"}),
		HelpsWith: w.refs(3), Industries: w.refs(1), Learning: w.refs(2), Kinds: some(w, portal.Kinds()), Formats: some(w, portal.Formats()),
		Offers: some(w, portal.Offers()), Values: some(w, []string{"craft", "calm", "care"}), Style: w.style(),
		Country: rapid.SampledFrom([]string{"", "PT", "NG"}).Draw(w.t, "country"), Organisation: rapid.SampledFrom([]string{"", "Acme", "Bela"}).Draw(w.t, "works"),
		Availability: portal.Availability{
			Status: rapid.SampledFrom([]portal.Status{portal.Open, portal.Open, portal.Limited, portal.Paused}).Draw(w.t, "status"),
			Until:  today.AddDays(rapid.IntRange(-1, 9).Draw(w.t, "until")), Capacity: rapid.IntRange(0, 2).Draw(w.t, "capacity"), Windows: w.windows(),
		},
	}
	m.Slug = slug
	for _, topic := range w.refs(4) {
		m.Skills = append(m.Skills, portal.Skill{Topic: topic, Level: portal.Level(rapid.IntRange(0, 4).Draw(w.t, "level"))})
	}
	if rapid.Bool().Draw(w.t, "moved") {
		m.Path = []portal.Step{{Kind: portal.Move, From: w.ref(), To: w.ref()}}
	}
	if rapid.Bool().Draw(w.t, "rhythm") {
		m.Cadence = &portal.Cadence{Weeks: 2, Minutes: rapid.IntRange(15, 120).Draw(w.t, "minutes")}
	}
	return m
}

func (w *world) request(slug string, mentors []*portal.Mentor) *portal.Request {
	today := InventedDay()
	if w.sparse {
		r := &portal.Request{Consent: today, Needs: []portal.Need{{Topic: w.ref()}, {Topic: w.ref()}}, Aims: portal.Aims{Long: "gardens above harbours"}}
		r.Slug = slug
		return r
	}
	r := &portal.Request{
		Timezone: w.zone(), Windows: w.windows(), Languages: some(w, []string{"en", "pt", "ar", "nb", "zh"}), Goals: w.refs(2), OffersBack: w.refs(1),
		Kinds: some(w, portal.Kinds()), Formats: some(w, portal.Formats()), Offers: some(w, portal.Offers()), Values: some(w, []string{"craft", "calm", "care"}),
		Country: rapid.SampledFrom([]string{"", "PT", "NG"}).Draw(w.t, "country"), Organisation: rapid.SampledFrom([]string{"", "Acme"}).Draw(w.t, "works"),
		Cycle: rapid.SampledFrom([]string{"past", "next"}).Draw(w.t, "cycle"), Consent: today,
	}
	r.Slug = slug
	if rapid.Bool().Draw(w.t, "styled") {
		r.Style = w.style()
	}
	if rapid.IntRange(0, 9).Draw(w.t, "agrees") == 0 {
		r.Consent = portal.Date{}
	}
	for _, topic := range w.refs(3) {
		r.Needs = append(r.Needs, portal.Need{
			Topic: topic, Now: portal.Level(rapid.IntRange(0, 4).Draw(w.t, "now")), Goal: portal.Level(rapid.IntRange(0, 4).Draw(w.t, "goal")),
			Want: rapid.SampledFrom(portal.Wants()).Draw(w.t, "want"),
		})
	}
	if rapid.IntRange(0, 4).Draw(w.t, "own words") == 0 {
		r.Needs = append(r.Needs, portal.Need{Topic: portal.TopicRef{Text: "Survey of data", Key: "survey-of-data"}})
	}
	if rapid.Bool().Draw(w.t, "moves") {
		r.Move = portal.CareerMove{From: w.ref(), To: w.ref()}
	}
	if len(mentors) == 0 {
		return r
	}
	slug = rapid.SampledFrom(mentors).Draw(w.t, "named").Slug
	switch rapid.IntRange(0, 4).Draw(w.t, "says") {
	case 0:
		r.Ranked = []string{slug}
	case 1:
		r.Avoid = []string{slug}
	case 2:
		r.Decisions = []portal.Decision{{Cycle: r.Cycle, Mentor: slug, Do: rapid.SampledFrom(portal.Verdicts()).Draw(w.t, "do")}}
	case 3:
		r.Aims.Short = "to see " + slug + " and " + w.says()
	}
	return r
}
