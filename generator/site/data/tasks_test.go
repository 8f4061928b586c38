package data_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
	"ithaca/generator/site"
)

// task is what somebody looks for: by words, by values of facets, or with the finder.
type task struct {
	Query  string      `json:"query,omitempty"`
	Chosen [][2]string `json:"chosen,omitempty"`
	Asked  *asked      `json:"asked,omitempty"`
}

// asked is what the finder asks for.
type asked struct {
	Needs     []need            `json:"needs"`
	Languages []string          `json:"languages"`
	Formats   []portal.Format   `json:"formats"`
	Duration  []portal.Duration `json:"duration"`
	Stage     portal.Stage      `json:"stage"`
	Offset    int               `json:"offset"`
	Timezone  string            `json:"timezone"`
	Windows   []string          `json:"windows"`
	Offers    []portal.Offer    `json:"offers"`
}

type need struct {
	Topic string      `json:"topic"`
	Want  portal.Want `json:"want"`
}

// done is what the scripts have found and loaded for a task.
type done struct {
	Count  int
	Titles []string
	URLs   []string
	Slugs  []string
	Loaded []string // addresses
}

// do does tasks with the built-in scripts and the parts of a portal's data.
func do(t *testing.T, parts map[string][]byte, tasks []task) []done {
	t.Helper()
	input := struct {
		Files map[string]string `json:"files"`
		Tasks []task            `json:"tasks"`
	}{map[string]string{}, tasks}
	for url, data := range parts {
		input.Files[url] = string(data)
	}
	script, err := os.ReadFile("testdata/js/tasks.mjs")
	if err != nil {
		t.Fatal(err)
	}
	var all []done
	if err := json.Unmarshal(portaltest.Node(t, "../../../templates/assets/js", string(script), input), &all); err != nil || len(all) != len(tasks) {
		t.Fatal(len(all), err)
	}
	return all
}

// parts returns the parts of a portal's data.
func parts(plan *site.Plan) map[string][]byte {
	all := map[string][]byte{}
	for _, p := range plan.Pages() {
		if strings.HasPrefix(p.URL, "/data/") {
			all[p.URL] = p.Data(key)
		}
	}
	return all
}

// usual returns tasks of visitors: what some mentors offer, speak and are called.
func usual(plan *site.Plan) (searches, facets []task) {
	for i := range 12 {
		m := plan.Ordered[i*len(plan.Ordered)/12]
		topic := plan.TopicsOf(m.Topics())[0]
		words := strings.Fields(m.Body.Text())
		for _, query := range []string{topic.Title, m.Name, m.Role, m.Name[:3], strings.ToLower(m.Name[:2]), words[len(words)/2]} {
			if query != "" {
				searches = append(searches, task{Query: query})
			}
		}
		language, _, _ := strings.Cut(m.Languages[0], "-")
		facets = append(facets, task{Chosen: [][2]string{{"topics", topic.Slug}, {"languages", language}, {"open", "now"}}},
			task{Chosen: [][2]string{{"languages", language}}})
	}
	return searches, facets
}

// requests returns what some people need, as the finder and as the command line
// know it, three topics each that a mentor offers.
func requests(plan *site.Plan) (tasks []task, same []*portal.Request) {
	for i := range 12 {
		m := plan.Ordered[i*len(plan.Ordered)/12]
		topics := plan.TopicsOf(m.Topics())
		a := &asked{
			Languages: m.Languages[:1], Formats: m.Formats, Duration: m.Duration,
			Offers: portal.Offers()[i%5:][:2], Timezone: "Etc/UTC", Windows: []string{"Mon 18:00-21:00", "Sat 09:00-18:00"},
		}
		if len(m.Accepts.Stages) > 0 {
			a.Stage = m.Accepts.Stages[0]
		}
		r := &portal.Request{
			Languages: a.Languages, Formats: a.Formats, Duration: a.Duration, Stage: a.Stage, Offers: a.Offers,
			Timezone: a.Timezone, Consent: plan.Portal.Today,
			Windows: []portal.Window{{Day: time.Monday, Start: 18 * 60, End: 21 * 60}, {Day: time.Saturday, Start: 9 * 60, End: 18 * 60}},
		}
		for j, topic := range topics[:min(3, len(topics))] {
			want := []portal.Want{portal.MustHave, portal.WantHave, portal.WantHave}[j]
			a.Needs = append(a.Needs, need{topic.Slug, want})
			r.Needs = append(r.Needs, portal.Need{Topic: portal.TopicRef{Text: topic.Slug, Key: topic.Slug}, Want: want})
		}
		tasks, same = append(tasks, task{Asked: a}), append(same, r)
	}
	return tasks, same
}

// A task costs what it shows, however many mentors there are.
func TestATaskCostsLittleAtEverySize(t *testing.T) {
	sizes := []int{0, 300, 1_000}
	if portaltest.Long() {
		sizes = append(sizes, 10_000)
	}
	for _, n := range sizes {
		plan := demo(t)
		mostSearch, mostFacets, mostFinder := 16_000, 12_000, 40_000
		if n > 0 {
			plan = invented(t, n, false)
		}
		if n > 300 {
			mostSearch, mostFacets, mostFinder = 24_000, 24_000, 100_000
		}
		searches, facets := usual(plan)
		finder, same := requests(plan)
		files, sizes := parts(plan), map[string]int{}
		results := do(t, files, slices.Concat(searches, facets, finder))
		for _, c := range []struct {
			name  string
			tasks []task
			most  int
		}{{"search", searches, mostSearch}, {"facets", facets, mostFacets}, {"finder", finder, mostFinder}} {
			var bytes []int
			found := 0
			for i, d := range results[:len(c.tasks)] {
				loaded := 0
				for _, url := range d.Loaded {
					if sizes[url] == 0 {
						sizes[url] = packed(t, files[url])
					}
					loaded += sizes[url]
				}
				if loaded > c.most {
					t.Errorf("%d mentors: %+v loads %d bytes, more than %d", len(plan.Ordered), c.tasks[i], loaded, c.most)
				}
				bytes = append(bytes, loaded)
				found += min(1, d.Count)
				if c.name != "finder" {
					continue
				}
				var want []string
				for _, s := range plan.Matches().Suggest(same[i], 12) {
					want = append(want, s.Mentor.Slug)
				}
				if !slices.Equal(d.Slugs, want) {
					t.Errorf("%d mentors: for %+v the finder suggests\n%q, we\n%q", len(plan.Ordered), c.tasks[i].Asked, d.Slugs, want)
				}
			}
			results = results[len(c.tasks):]
			if found < len(c.tasks)*3/4 {
				t.Errorf("only %d of %d tasks find anything", found, len(c.tasks))
			}
			slices.Sort(bytes)
			t.Logf("%d mentors, %s: %d bytes in the middle, %d at most", len(plan.Ordered), c.name, bytes[len(bytes)/2], bytes[len(bytes)-1])
		}
	}
}
