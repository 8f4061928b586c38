package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// foundTitles returns the titles of what a search has found.
func foundTitles(p *page) []string {
	p.t.Helper()
	return eval[[]string](p, `[...document.querySelectorAll('[data-found] li > a')].map(a => a.textContent)`)
}

func TestSearchFindsThingsOfEveryKindByTheirWords(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", look{phone: true})
	p.focusOn(`link "{nav-search}"`)
	p.follow("Enter")
	p.see(`searchbox "{search-field}"`)
	for _, c := range []struct{ written, first, status string }{
		{"zilinsk", "Rūta Žilinskaitė", " for “zilinsk”"},
		{"layan", "ليان حداد", "results"},
		{"ledership", "Leading teams", worded("{find-near}")},
		{"agreement", "Mentoring agreement", "results"},
		{"first message", "Write the first message", "results"},
		{"arabic jordan", "ليان حداد", "1 result"},
		{"with the python", "Python", "results"},
		{"žilinskaitė rūta", "Rūta Žilinskaitė", "2 results"},
		{"c++", "C++", "result"},
		{"lost my job", "Job loss", "results"},
		{"CPlusPlus", "C++", "result"},
		{"user-interface", "Interface design", "result"},
	} {
		p.visit("/search/")
		search(p, c.written)
		p.wait(fmt.Sprintf(`document.querySelector('[data-found] li') && document.querySelector('.said').textContent.includes('“%s”')`, c.written))
		if titles := foundTitles(p); !strings.EqualFold(titles[0], c.first) && !strings.Contains(titles[0], c.first) {
			t.Errorf("%s: found %q", c.written, titles[:min(5, len(titles))])
		}
		if got := said(p); !strings.Contains(got, c.status) {
			t.Errorf("%s: the status says %q", c.written, got)
		}
		elsewise := c.written == "layan" || c.written == "CPlusPlus" // the name stands there in Arabic letters, and as C++
		if !elsewise && eval[int](p, `document.querySelectorAll('[data-found] li:first-child mark').length`) == 0 {
			t.Errorf("%s: nothing is marked", c.written)
		}
	}
}

// peopleType returns what visitors of such portals type, with the topic of the demo
// that they mean by it.
func peopleType() map[string]string {
	return map[string]string{
		"burnout": "Burnout", "promotion": "Promotion", "confidence": "Confidence", "imposter syndrome": "Confidence",
		"work-life balance": "Work–life balance", "MBA": "Further study", "networking": "Building a network",
		"leadership": "Leading teams", "management": "Leading teams", "Java": "Java", "JavaScript": "JavaScript",
		"marketing": "Marketing", "coding": "Software engineering", "Excel": "Spreadsheets",
	}
}

func TestSearchKnowsTheWordsThatPeopleType(t *testing.T) {
	t.Parallel()
	p := open(t, "/search/", look{phone: true})
	for written, topic := range peopleType() {
		p.visit("/search/")
		search(p, written)
		p.wait(fmt.Sprintf(`document.querySelector('[data-found] li') && document.querySelector('.said').textContent.includes('“%s”')`, written))
		if titles := foundTitles(p); !slices.Contains(titles[:min(3, len(titles))], topic) {
			t.Errorf("%s: found %q", written, titles[:min(6, len(titles))])
		}
	}
}

// Cards hold no topics: the search says by which of them somebody was found.
func TestSearchSaysByWhichTopicSomebodyWasFound(t *testing.T) {
	t.Parallel()
	p := open(t, "/search/", look{phone: true})
	for _, c := range []struct{ address, about string }{
		{"/search/#q=ledership", "Leading teams · leadership"},
		{"/search/#q=node+js", "JavaScript · nodejs"},
		{"/search/#q=slaes", "Sales"},
		{"/search/#q=中文", "中文"},
		{"/es/search/#q=sindrome+impostor", "Confianza · sindrome · impostor"},
		{"/ar/search/#q=القيادة", "ترك القيادة"},
	} {
		p.visit("/404.html")
		p.visit(c.address)
		p.wait(`document.querySelector('[data-found] li')`)
		about := eval[[]string](p, `[...document.querySelectorAll('[data-found] li > a[href*="/mentors/"]')].map(a => a.parentElement.querySelector('.about')?.textContent ?? '')`)
		if len(about) == 0 || about[0] != c.about {
			t.Errorf("%s: mentors are found by %q, not %q", c.address, about, c.about)
		}
	}
	if marked := eval[string](p, `document.querySelector('[data-found] mark').textContent`); marked != "قيادة" {
		t.Errorf("%q is marked", marked)
	}
}

func TestASearchStandsInTheAddressAndLeadsToPages(t *testing.T) {
	t.Parallel()
	p := open(t, "/search/#q=hamid%20ouchen", look{dark: true})
	p.wait(`document.querySelector('[data-found] li')`)
	p.focusOn(`link "Hamid Ouchen"`)
	p.follow("Enter")
	if got := p.path(); got != "/mentors/hamid-ouchen/" {
		t.Errorf("the result leads to %s", got)
	}
}

func TestWhereNothingIsFoundTheListsStay(t *testing.T) {
	t.Parallel()
	p := open(t, "/search/#q=xyzzyx", look{})
	if got := said(p); !strings.HasPrefix(got, "Nothing found for “xyzzyx”") {
		t.Errorf("the status says %q", got)
	}
	p.see(`heading "{search-names}"`)
}

func TestWhereNothingHoldsAllWordsTopicsCalledBySomeAreOffered(t *testing.T) {
	t.Parallel()
	p := open(t, "/search/#q=negotiation%20with%20penguins", look{phone: true})
	p.wait(`document.querySelector('[data-found] li')`)
	if titles := foundTitles(p); !slices.Equal(titles, []string{"Negotiation"}) {
		t.Errorf("it offers %q", titles)
	}
	if got := said(p); got != "Nothing holds all of “negotiation with penguins”. 1 topic comes near:" {
		t.Errorf("the status says %q", got)
	}
	p.see(`heading "{search-names}"`)
}

func TestWithoutScriptsSearchIsAListFromAToZ(t *testing.T) {
	t.Parallel()
	p := open(t, "/search/", look{noScript: true})
	p.seeNot(`searchbox`)
	p.see(`heading "{nav-topics}"`)
	p.see(`link "Python"`)
	p.see(`heading "{nav-guides}"`)
	p.see(`heading "H"`)
	p.see(`link "Hamid Ouchen"`)
}

func TestWithoutSearchDataTheListsStay(t *testing.T) {
	t.Parallel()
	p := open(t, "/search/", look{})
	eval[bool](p, `(globalThis.fetch = () => Promise.reject(new Error())) && true`)
	search(p, "python")
	p.wait(`!document.querySelector('[type=search]')`)
	p.see(`heading "{search-names}"`)
}
