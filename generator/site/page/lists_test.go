package page_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"testing"

	"ithaca/generator/content"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

func TestAListGoesOnToLongerPagesAfterTwentyFour(t *testing.T) {
	for _, c := range []struct {
		mentors int
		pages   []int // how many mentors stand on each
	}{
		{0, []int{0}}, {1, []int{1}}, {24, []int{24}}, {25, []int{24, 1}}, {72, []int{24, 48}}, {73, []int{24, 48, 1}}, {409, []int{24, 48, 48, 48, 48, 48, 48, 48, 48, 1}},
	} {
		plan, list := site.New(portaltest.Crowd(c.mentors, c.mentors/2), site.Options{}, page.Plan, data.Plan)
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
func mentorsOn(t *testing.T, plan *site.Plan, url string) ([]page.MentorCard, page.Pager) {
	t.Helper()
	one := plan.Page(url)
	if one == nil {
		t.Fatalf("there is no %s", url)
	}
	switch v := one.View().(type) {
	case *page.MentorList:
		return v.Mentors, v.Pager
	case *page.FacetList:
		return v.List, v.Pager
	case *page.Topic:
		var cards []page.MentorCard
		for _, best := range v.Best {
			cards = append(cards, best.Card)
		}
		return append(cards, v.Mentors...), v.Pager
	}
	t.Fatalf("%s is no list", url)
	return nil, page.Pager{}
}

// neighbours insists that a pager leads to pages that exist.
func neighbours(t *testing.T, plan *site.Plan, pager page.Pager, path string) {
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
	plan, _ := site.New(portaltest.Crowd(60, 30), site.Options{}, page.Plan, data.Plan)
	list := plan.Page("/mentors/").View().(*page.MentorList)
	if list.Total != 60 || list.Open != 30 {
		t.Errorf("%d mentors, %d with places", list.Total, list.Open)
	}
	second, _ := mentorsOn(t, plan, "/mentors/page/2/")
	for i, card := range append(list.Mentors, second...) {
		if open := card.Availability.State == "open"; open != (i < 30) {
			t.Errorf("place %d is %s", i+1, card.Availability.State)
		}
	}
	if topic := plan.Page("/topics/nursing/").View().(*page.Topic); topic.Total != 60 || topic.Open != 30 {
		t.Errorf("of the topic: %d mentors, %d with places", topic.Total, topic.Open)
	}
}

func TestWhatNarrowsAListStandsOnItsFirstPageAlone(t *testing.T) {
	plan, _ := site.New(portaltest.Crowd(60, 30), site.Options{}, page.Plan, data.Plan)
	narrows := func(url string) bool {
		switch v := plan.Page(url).View().(type) {
		case *page.MentorList:
			return len(v.Facets) > 0
		case *page.FacetList:
			return len(v.Others) > 0
		}
		t.Fatalf("%s is no list", url)
		return false
	}
	for _, url := range []string{"/mentors/", "/open/"} {
		if !narrows(url) || narrows("/mentors/page/2/") || narrows("/open/page/2/") {
			t.Errorf("%s", url)
		}
	}
}

func TestATakenPlaceIsCountedNowhereAsFree(t *testing.T) {
	p := portaltest.Crowd(3, 2)
	who := slices.IndexFunc(p.Mentors, p.HasPlaces)
	p.Mentors[who].Availability.Capacity = 1
	p.Requests = []*portal.Request{{Decisions: []portal.Decision{{Cycle: "now", Mentor: p.Mentors[who].Slug, Do: portal.Accept}}}}
	p.Requests[0].Slug = "heron-42"
	plan, _ := site.New(p, site.Options{}, page.Plan, data.Plan)
	home, list := plan.Page("/").View().(*page.Home), plan.Page("/mentors/").View().(*page.MentorList)
	topic, open := plan.Page("/topics/nursing/").View().(*page.Topic), plan.Page("/open/").View().(*page.FacetList)
	if home.Open != 1 || list.Open != 1 || topic.Open != 1 || open.Open != 1 || len(open.List) != 1 || open.Mentors != 1 {
		t.Errorf("of one free place the home page says %d, the list %d, the topic %d, the page of free places %d",
			home.Open, list.Open, topic.Open, open.Open)
	}
	for _, g := range list.Facets {
		if g.Facet == site.ByOpen && (len(g.Values) != 1 || g.Values[0].Mentors != 1) {
			t.Errorf("the filter of free places says %v", g.Values)
		}
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
		plan, list := site.New(p, site.Options{BaseURL: "https://other.example/x"}, page.Plan, data.Plan)
		if list.HasErrors() {
			t.Fatal(list.Sorted()[0])
		}
		pages := slices.Clone(plan.Pages())
		if backwards {
			slices.Reverse(pages)
		}
		views := map[string]string{}
		for _, one := range pages {
			views[one.URL] = one.Head.Canonical + " " + pointers.ReplaceAllString(viewText(one), "")
		}
		return fmt.Sprint(views)
	}
	if describe(false) != describe(true) {
		t.Error("another order gives another plan")
	}
}

var pointers = regexp.MustCompile(`0x[0-9a-f]+`) // to the items, which their URLs tell as well

// viewText returns what a list shows, as text.
func viewText(one *site.Page) string {
	switch v := view(one).(type) {
	case *page.MentorList:
		return fmt.Sprintf("%+v", *v)
	case *page.TopicIndex:
		return fmt.Sprintf("%+v", *v)
	case *page.FacetList:
		return fmt.Sprintf("%+v", *v)
	case *page.FacetIndex:
		return fmt.Sprintf("%+v", *v)
	case *page.GuideIndex:
		return fmt.Sprintf("%+v", *v)
	case *page.StoryIndex:
		return fmt.Sprintf("%+v", *v)
	case *page.ResourceKind:
		return fmt.Sprintf("%+v", *v)
	}
	return one.Head.Title
}

func TestTheFooterHoldsAFewPagesAndHelpTheRest(t *testing.T) {
	files := map[string]string{"content/index.md": "---\ntitle: Harbour\n---\nWelcome.\n"}
	for i := range 2 * site.MaxFooter {
		files[fmt.Sprintf("content/pages/page-%02d.md", i)] = fmt.Sprintf("---\ntitle: Page %d\n---\nText.\n", i)
	}
	plan, _ := planned(files, false)
	help := plan.Page("/help/").View().(*page.Help)
	in := map[string]int{}
	for _, l := range slices.Concat(plan.Site.Footer, help.More) {
		in[l.URL]++
	}
	for i := range 2 * site.MaxFooter {
		if url := fmt.Sprintf("/page-%02d/", i); in[url] != 1 {
			t.Errorf("%d links lead to %s", in[url], url)
		}
	}
	if len(plan.Site.Footer) > site.MaxFooter+5 {
		t.Errorf("the footer has %d links", len(plan.Site.Footer))
	}
}
