package site_test

import (
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/content"
	"ithaca/generator/markdown"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
	"ithaca/generator/site"
)

// crowd is a portal of n mentors with one topic, of whom the first have places.
func crowd(n, open int) *portal.Portal {
	nursing := &portal.Topic{Title: "Nursing", Item: portal.Item{Slug: "nursing", Body: &markdown.Document{}}}
	p := &portal.Portal{
		Program: &portal.Program{Title: "Crowd", Language: "en", BaseURL: "https://crowd.example", Item: portal.Item{File: "content/index.md", Body: &markdown.Document{}}},
		Today:   today,
		Topics:  portal.NewTopics([]*portal.Topic{nursing}, map[string]*portal.Topic{"nursing": nursing}),
	}
	for i := range n {
		m := &portal.Mentor{Name: fmt.Sprint("Mentor ", i), Index: true, Skills: []portal.Skill{{Topic: portal.TopicRef{Text: "nursing", Key: "nursing"}}}}
		m.Slug = fmt.Sprintf("mentor-%06d", i)
		m.File = "content/mentors/" + m.Slug + ".md"
		m.Body = &markdown.Document{}
		m.Availability = portal.Availability{Status: portal.Paused, Until: today.AddDays(30)}
		if i < open {
			m.Availability.Status = portal.Open
		}
		p.Mentors = append(p.Mentors, m)
	}
	return p
}

func TestAListGoesOnToAnotherPageAfterTwentyFour(t *testing.T) {
	for _, c := range []struct {
		mentors int
		pages   []int // how many mentors stand on each
	}{
		{0, []int{0}}, {1, []int{1}}, {24, []int{24}}, {25, []int{24, 1}}, {48, []int{24, 24}}, {49, []int{24, 24, 1}}, {241, []int{24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 1}},
	} {
		plan, list := site.New(crowd(c.mentors, c.mentors/2), site.Options{})
		if list.HasErrors() {
			t.Fatal(list)
		}
		for _, path := range []string{"/mentors/", "/topics/nursing/"} {
			seen := map[string]bool{}
			for i, want := range c.pages {
				cards, pager := mentorsOn(t, plan, chapter(path, i+1))
				if len(cards) != want || pager.Number != i+1 || pager.Count != len(c.pages) {
					t.Errorf("%d mentors, %s: page %d of %d shows %d, want %d", c.mentors, path, pager.Number, pager.Count, len(cards), want)
				}
				for _, card := range cards {
					seen[card.URL] = true
				}
				neighbours(t, plan, pager, path)
			}
			if len(seen) != c.mentors {
				t.Errorf("%d of %d mentors stand on the pages of %s", len(seen), c.mentors, path)
			}
			if plan.Page(chapter(path, len(c.pages)+1)) != nil || plan.Page(path+"page/1/") != nil {
				t.Errorf("%d mentors: a page too many below %s", c.mentors, path)
			}
		}
	}
}

func chapter(path string, number int) string {
	if number == 1 {
		return path
	}
	return fmt.Sprintf("%spage/%d/", path, number)
}

// mentorsOn returns the mentors on a page of a list, and its pager.
func mentorsOn(t *testing.T, plan *site.Plan, url string) ([]site.MentorCard, site.Pager) {
	t.Helper()
	page := plan.Page(url)
	if page == nil {
		t.Fatalf("there is no %s", url)
	}
	switch v := page.View().(type) {
	case *site.MentorList:
		return v.Mentors, v.Pager
	case *site.FacetList:
		return v.List, v.Pager
	case *site.Topic:
		var cards []site.MentorCard
		for _, best := range v.Best {
			cards = append(cards, best.Card)
		}
		return append(cards, v.Mentors...), v.Pager
	}
	t.Fatalf("%s is no list", url)
	return nil, site.Pager{}
}

// neighbours insists that a pager leads to pages that exist.
func neighbours(t *testing.T, plan *site.Plan, pager site.Pager, path string) {
	t.Helper()
	if (pager.Previous == "") != (pager.Number == 1) || (pager.Next == "") != (pager.Number == pager.Count) {
		t.Errorf("%s, page %d of %d leads to %q and %q", path, pager.Number, pager.Count, pager.Previous, pager.Next)
	}
	current := 0
	for _, link := range pager.Pages {
		if plan.Page(link.URL) == nil {
			t.Errorf("%s leads to %q, which does not exist", path, link.URL)
		}
		if link.Current {
			current++
		}
	}
	if current != 1 || len(pager.Pages) > 7 {
		t.Errorf("%s, page %d: %v", path, pager.Number, pager.Pages)
	}
}

func TestWhoHasPlacesStandsFirst(t *testing.T) {
	plan, _ := site.New(crowd(60, 30), site.Options{})
	list := plan.Page("/mentors/").View().(*site.MentorList)
	if list.Total != 60 || list.Open != 30 {
		t.Errorf("%d mentors, %d with places", list.Total, list.Open)
	}
	second, _ := mentorsOn(t, plan, "/mentors/page/2/")
	for i, card := range append(list.Mentors, second...) {
		if open := card.Availability.State == "open"; open != (i < 30) {
			t.Errorf("place %d is %s", i+1, card.Availability.State)
		}
	}
	if topic := plan.Page("/topics/nursing/").View().(*site.Topic); topic.Total != 60 || topic.Open != 30 {
		t.Errorf("of the topic: %d mentors, %d with places", topic.Total, topic.Open)
	}
}

func TestATakenPlaceIsCountedNowhereAsFree(t *testing.T) {
	p := crowd(3, 2)
	who := slices.IndexFunc(p.Mentors, func(m *portal.Mentor) bool { return m.Availability.HasPlaces(p.Today) })
	p.Mentors[who].Availability.Capacity = 1
	p.Requests = []*portal.Request{{Decisions: []portal.Decision{{Cycle: "now", Mentor: p.Mentors[who].Slug, Do: portal.Accept}}}}
	p.Requests[0].Slug = "heron-42"
	plan, _ := site.New(p, site.Options{})
	home, list := plan.Page("/").View().(*site.Home), plan.Page("/mentors/").View().(*site.MentorList)
	topic, open := plan.Page("/topics/nursing/").View().(*site.Topic), plan.Page("/open/").View().(*site.FacetList)
	if home.Open != 1 || list.Open != 1 || topic.Open != 1 || open.Open != 1 || len(open.List) != 1 || open.Mentors != 1 {
		t.Errorf("of one free place the home page says %d, the list %d, the topic %d, the page of free places %d",
			home.Open, list.Open, topic.Open, open.Open)
	}
	for _, g := range list.Facets {
		for _, v := range g.Values {
			if v.Open > 1 {
				t.Errorf("%s %q: %d free", g.Facet, v.Value, v.Open)
			}
		}
	}
}

func TestASitemapIsSplitWhereItsProtocolAsksForIt(t *testing.T) {
	p := crowd(49_000, 0)
	p.Mentors[0].Index = false
	plan, _ := site.New(p, site.Options{})
	words := func(key string) string { return key }
	var index, part struct {
		Maps []string `xml:"sitemap>loc"`
		URLs []string `xml:"url>loc"`
	}
	read := func(url string, into any) {
		page := plan.Page(url)
		if page == nil {
			t.Fatalf("there is no %s", url)
		}
		if err := xml.Unmarshal(page.Data(words), into); err != nil {
			t.Fatal(err)
		}
	}
	read("/sitemap.xml", &index)
	if want := []string{"https://crowd.example/sitemap-1.xml", "https://crowd.example/sitemap-2.xml"}; !slices.Equal(index.Maps, want) {
		t.Fatalf("the index names %v", index.Maps)
	}
	listed := map[string]bool{}
	for _, url := range index.Maps {
		part.URLs = nil
		read(strings.TrimPrefix(url, "https://crowd.example"), &part)
		if len(part.URLs) == 0 || len(part.URLs) > 50_000 {
			t.Errorf("%s holds %d addresses", url, len(part.URLs))
		}
		for _, u := range part.URLs {
			listed[strings.TrimPrefix(u, "https://crowd.example")] = true
		}
	}
	for _, page := range plan.Pages() {
		if want := page.Template != "" && !page.Head.NoIndex; listed[page.URL] != want {
			t.Fatalf("%s is in the sitemap: %v", page.URL, listed[page.URL])
		}
	}
	if listed["/mentors/mentor-000000/"] || !listed["/mentors/mentor-000001/"] {
		t.Error("`index: no` does not keep a profile out of the sitemap")
	}
}

// Whatever order files come in, and whoever asks first, the plan is the same.
func TestAPlanDoesNotDependOnTheOrderOfAnything(t *testing.T) {
	files := map[string]string{}
	for _, f := range portaltest.Files(portaltest.Options{Mentors: 60}) {
		files[f.Path] = string(f.Data)
	}
	describe := func(backwards bool) string {
		paths := slices.Sorted(maps.Keys(files))
		if backwards {
			slices.Reverse(paths)
		}
		var docs []*content.Document
		for _, path := range paths {
			docs = append(docs, content.Decode(path, []byte(files[path])))
		}
		p, _ := content.Link(docs, content.Options{Today: today})
		plan, list := site.New(p, site.Options{BaseURL: "https://other.example/x"})
		if list.HasErrors() {
			t.Fatal(list.Sorted()[0])
		}
		pages := slices.Clone(plan.Pages())
		if backwards {
			slices.Reverse(pages)
		}
		views := map[string]string{}
		for _, page := range pages {
			views[page.URL] = page.Head.Canonical + " " + viewText(page)
		}
		return fmt.Sprint(views)
	}
	if describe(false) != describe(true) {
		t.Error("another order gives another plan")
	}
}

// viewText returns what a list shows, as text.
func viewText(page *site.Page) string {
	switch v := view(page).(type) {
	case *site.MentorList:
		return fmt.Sprintf("%+v", *v)
	case *site.TopicIndex:
		return fmt.Sprintf("%+v", *v)
	case *site.FacetList:
		return fmt.Sprintf("%+v", *v)
	case *site.FacetIndex:
		return fmt.Sprintf("%+v", *v)
	case *site.GuideIndex:
		return fmt.Sprintf("%+v", *v)
	case *site.StoryIndex:
		return fmt.Sprintf("%+v", *v)
	case *site.ResourceKind:
		return fmt.Sprintf("%+v", *v)
	}
	return page.Head.Title
}
