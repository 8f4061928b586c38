package theme

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/page"
)

// mainOf draws a page and gives its main part.
func mainOf(t *testing.T, theme *Theme, p *site.Plan, url string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(draw(t, theme, p, url)))
	if err != nil {
		t.Fatal(err)
	}
	return all(root, "main")[0]
}

func TestListsByAValueAreNamedInASentence(t *testing.T) {
	theme, planned := builtIn(t), plan(t)
	for url, want := range map[string]string{
		"/languages/pt/": "Mentors who speak Portuguese", "/how/video/": "Mentors who meet on video",
		"/how/one-to-one/": "Mentors who meet one to one", "/stages/mid/": "Mentors some years into working life",
		"/places/pt/": "Mentors in Portugal", "/places/nl/": "Mentors in the Netherlands",
		"/open/": "Mentors with free places", "/languages/": "Mentors by language",
	} {
		root, err := html.Parse(strings.NewReader(draw(t, theme, planned, url)))
		if err != nil {
			t.Fatal(err)
		}
		if got := wordsOf(all(root, "h1")[0]); got != want {
			t.Errorf("%s: %q, want %q", url, got, want)
		}
		if got := wordsOf(all(root, "title")[0]); got != want+" · Harbour Mentoring" {
			t.Errorf("%s has the title %q", url, got)
		}
	}
}

func TestAListLeadsToShorterOnesWithoutAScript(t *testing.T) {
	theme, planned := builtIn(t), plan(t)
	for url, want := range map[string][]string{
		"/mentors/":       {"/languages/pt/", "/how/video/", "/stages/mid/", "/places/nl/", "/topics/python/", "/languages/", "/open/", "/requests/"},
		"/languages/pt/":  {"/how/video/", "/places/pt/", "/topics/python/"},
		"/languages/":     {"/languages/pt/", "/languages/en/"},
		"/topics/python/": {"/mentors/ana/"},
	} {
		var links []string
		for _, a := range all(mainOf(t, theme, planned, url), "a") {
			links = append(links, attribute(a, "href"))
		}
		for _, to := range want {
			if !slices.Contains(links, to) {
				t.Errorf("%s does not lead to %s", url, to)
			}
		}
	}
}

func TestALanguageIsAlsoNamedInItself(t *testing.T) {
	for _, a := range all(mainOf(t, builtIn(t), plan(t), "/languages/"), "a") {
		if attribute(a, "href") == "/languages/pt/" {
			if own := all(a, "span"); len(own) != 1 || attribute(own[0], "lang") != "pt" || wordsOf(own[0]) != "(português)" {
				t.Errorf("got %q", wordsOf(a))
			}
			return
		}
	}
	t.Error("no link to /languages/pt/")
}

func TestEverythingToFillInHasALabel(t *testing.T) {
	sheet := mainOf(t, builtIn(t), plan(t), "/worksheets/plan/")
	labels, kinds := map[string]string{}, map[string]int{}
	for _, l := range all(sheet, "label") {
		labels[attribute(l, "for")] = wordsOf(l)
	}
	for _, n := range all(sheet, "input", "textarea") {
		kinds[n.Data+" "+attribute(n, "type")]++
		named := attribute(n, "aria-label") != "" || labels[attribute(n, "id")] != "" || n.Parent.Data == "label" && wordsOf(n.Parent) != ""
		if !named {
			t.Errorf("an <%s type=%s> has no label", n.Data, attribute(n, "type"))
		}
	}
	want := map[string]int{"input text": 2 + 8, "textarea ": 1, "input radio": 2 + 5 + 5, "input checkbox": 2 + 1}
	for kind, n := range want {
		if kinds[kind] != n {
			t.Errorf("%d of %s, want %d", kinds[kind], kind, n)
		}
	}
	for _, f := range all(sheet, "fieldset") {
		if legends := all(f, "legend"); len(legends) != 1 || wordsOf(legends[0]) == "" {
			t.Error("a group of choices is not named")
		}
	}
}

func TestAChoiceIsOneOfItsOwnField(t *testing.T) {
	names := map[string]int{}
	for _, n := range all(mainOf(t, builtIn(t), plan(t), "/worksheets/plan/"), "input") {
		if attribute(n, "type") == "radio" {
			names[attribute(n, "name")]++
		}
	}
	if fmt.Sprint(names) != "map[i-f-glad:5 i-f-how:2 i-f-sure:5]" {
		t.Errorf("got %v", names)
	}
}

func TestASheetSendsNothing(t *testing.T) {
	forms := all(mainOf(t, builtIn(t), plan(t), "/worksheets/plan/"), "form")
	if len(forms) != 1 || attribute(forms[0], "action") != "" || attribute(forms[0], "autocomplete") != "off" {
		t.Fatal("not one form without an action and without a memory")
	}
	buttons := all(forms[0], "button")
	if len(buttons) != 1 || !has(buttons[0], "disabled") || !has(buttons[0], "hidden") {
		t.Error("a line that ends with the Enter key would send the form")
	}
}

func has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

func TestPagesSayWhatTheyKnowOfEventsSheetsAndRequests(t *testing.T) {
	theme, planned := builtIn(t), plan(t)
	tests := []struct{ url, has, lacks string }{
		{"/worksheets/plan/", "4 (1: not at all, 5: quite)", ""},
		{"/worksheets/plan/", "9 March 2027", "2027-03-09"},
		{"/worksheets/plan/", "Ring AnaMonday | or TuesdayWait", ""},
		{"/worksheets/plan/", "For both of you Agree how to work 8 questions", ""},
		{"/worksheets/profile/", "Your help How well knows the basics teaches others And this guides others at work Time and contact How one to one on-foot Other group", ""},
		{"/worksheets/profile/", "An example How one to one", ""},
		{"/worksheets/log/", "1 question", "An example"},
		{"/worksheets/plan/", "Stories Notebooks", ""},
		{"/worksheets/log/", "1 question", "Stories Notebooks"},
		{"/guides/first-message/", "A worksheet for this A plan", ""},
		{"/stories/notebooks/", "The worksheet they used A plan", ""},
		{"/events/circle/", "Thursday, 21 January 2027, 18:00 to 19:30 Lisbon time (UTC+0) Every 2 weeks until 30 June 2027", "Over"},
		{"/events/circle/", "Sign up Add to your calendar", ""},
		{"/events/circle/", "mentees and mentors", ""},
		{"/events/circle/", "3 to 8 people", ""},
		{"/events/circle/", "Who hosts it Ana Silva", ""},
		{"/events/moved/", "Moved. Time or place have changed.", ""},
		{"/events/moved/", "Lisbon time (UTC+1)", ""},
		{"/events/cancelled/", "Cancelled. It does not take place.", "Sign up"},
		{"/events/full/", "Full. All places are taken. Ask for a place", "Sign up"},
		{"/events/full/", "Every week", "until"},
		{"/events/over/", "This event is over.", "Sign up"},
		{"/events/over/", "Saturday, 2 January 2027, 09:00", "Add to your calendar"},
		{"/events/camp/", "Saturday, 1 May 2027, 09:00 to Monday, 3 May 2027, 17:00", ""},
		{"/events/camp/", "from 2 people", ""},
		{"/events/", "To come Thursday circle Thursday, 21 January 2027, 18:00, Lisbon time (UTC+0) Circle Every 2 weeks video call Room 2", ""},
		{"/events/", "Over Last year's feast", ""},
		{"/topics/changing-career/", "Thursday circle Event, ", ""},
		{"/requests/heron-42/", "Python must have knows the basics now wants to guide others at work", "Kathmandu"},
		{"/requests/heron-42/", "UTC+5:45", "Secret"},
		{"/requests/heron-42/", "Summer", "secret"},
		{"/requests/otter-07/", "Tell the organizers, and name otter-07.", "Their clock"},
		{"/requests/", "heron-42 Speaks Portuguese and English PythonWeldingHealthcareand 1 more", "crane"},
	}
	for _, test := range tests {
		got := wordsOf(mainOf(t, theme, planned, test.url))
		if !strings.Contains(got, test.has) || test.lacks != "" && strings.Contains(got, test.lacks) {
			t.Errorf("%s should say %q and not %q, got\n%s", test.url, test.has, test.lacks, got)
		}
	}
}

func TestASampleLeavesOutWhatIsBlank(t *testing.T) {
	sample := all(mainOf(t, builtIn(t), plan(t), "/worksheets/plan/"), "dl")[0]
	if labels, answers := len(all(sample, "dt")), len(all(sample, "dd")); labels != 6 || answers != 7 {
		t.Errorf("%d labels with %d answers", labels, answers)
	}
}

func TestTimesCanBeReadByMachines(t *testing.T) {
	var times []string
	for _, n := range all(mainOf(t, builtIn(t), plan(t), "/events/circle/"), "time") {
		times = append(times, attribute(n, "datetime"))
	}
	if len(times) < 2 || times[0] != "2027-01-21T18:00" || times[1] != "19:30" {
		t.Errorf("got %v", times)
	}
}

func TestHostileWordsInEveryKindOfFieldComeOutInert(t *testing.T) {
	theme, s := builtIn(t), sample{full: true}
	for _, attack := range attacks {
		for _, kind := range portal.FieldKinds() {
			d := hostileDrawing(s, s.newView(&page.Worksheet{}), attack)
			view := d.View.(*page.Worksheet)
			view.Fields = []page.SheetField{{SheetField: portal.SheetField{Label: attack, Name: attack, Kind: kind, Help: attack, Options: []string{attack, attack}}}}
			view.Sample[0].SheetField = view.Fields[0]
			judgeHostile(t, theme, "worksheet", attack, d)
		}
		for _, facet := range []site.Facet{site.ByTopic, site.ByLanguage, site.ByHow, site.ByStage, site.ByPlace} {
			d := hostileDrawing(s, s.newView(&page.FacetList{}), attack)
			view := d.View.(*page.FacetList)
			view.Facet, view.Others[0].Values[0].Facet = facet, facet
			judgeHostile(t, theme, "facet-list", attack, d)
		}
		for _, status := range portal.EventStatuses() {
			d := hostileDrawing(s, s.newView(&page.Event{}), attack)
			d.View.(*page.Event).Status = status
			judgeHostile(t, theme, "event", attack, d)
		}
	}
}

func hostileDrawing(s sample, view any, attack string) *drawing {
	d := &drawing{Site: &site.Site{}, Head: &site.Head{}, View: view, URL: attack}
	s.fill(d.Site)
	s.fill(d.Head)
	hostile(d.View, attack)
	return d
}

func judgeHostile(t *testing.T, theme *Theme, kind, attack string, d *drawing) {
	t.Helper()
	page, err := theme.draw(kind, layoutFile, d)
	if err != nil {
		t.Fatalf("%s with %q: %v", kind, attack, err)
	}
	judgeInert(t, kind, attack, string(page))
}
