package theme

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ithaca/generator/site"
	"ithaca/generator/site/page"
)

func TestAnAddressIsShownOnlyWhereItsOwnerAsked(t *testing.T) {
	planned := plan(t)
	ways := map[string]string{}
	for _, m := range harbour(t).Mentors {
		ways["/mentors/"+m.Slug+"/"] = string(m.Contact.Via)
	}
	everyPage(t, func(t *testing.T, p *site.Page, root *html.Node) {
		shown := strings.Contains(wordsOf(root), "baker@") || slices.ContainsFunc(all(root, "a"), func(a *html.Node) bool {
			return strings.Contains(attribute(a, "href"), "baker@")
		})
		paused := false
		if m, ok := planned.Page(p.URL).View().(*page.Mentor); ok {
			paused = m.Availability.State == "paused"
		}
		if want := ways[p.URL] == "email" && !paused; shown != want {
			t.Errorf("shown: %v, the mentor is reached by %q", shown, ways[p.URL])
		}
	})
}

// The message builder reads the profile of whom a message is for.
func TestAProfileTellsTheMessageBuilderWhatItNeeds(t *testing.T) {
	theme, planned := builtIn(t), plan(t)
	if builder := draw(t, theme, planned, "/write/"); !strings.Contains(builder, `data-mentor="/mentors/{mentor}/"`) {
		t.Error("the builder does not know where profiles are")
	}
	for url, want := range map[string]string{
		"/mentors/ana/":       "form open https://harbour.example/write | 20 minutes on a call | four days | Your job, in two lines",
		"/mentors/mentor-03/": "organizer paused  |  |  | ",
		"/mentors/mentor-12/": "email open mailto:baker@harbour.example |  |  | ",
	} {
		root, err := html.Parse(strings.NewReader(draw(t, theme, planned, url)))
		if err != nil {
			t.Fatal(err)
		}
		var way, write, first, reply, say string
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				switch a.Key {
				case "data-way":
					way = a.Val + " " + attribute(n, "data-state")
				case "data-write":
					write = attribute(n, "href")
				case "data-first":
					first = a.Val
				case "data-reply":
					reply = a.Val
				case "data-say":
					say = wordsOf(n)
				}
			}
		}
		if got := fmt.Sprintf("%s %s | %s | %s | %s", way, write, first, reply, say); got != want {
			t.Errorf("%s says %q, want %q", url, got, want)
		}
	}
}

func TestAProfileSaysWhetherToWriteAndWhere(t *testing.T) {
	theme, planned := builtIn(t), plan(t)
	text := func(url string) string {
		root, _ := html.Parse(strings.NewReader(draw(t, theme, planned, url)))
		return wordsOf(all(root, "main")[0])
	}
	tests := []struct{ url, has, lacks string }{
		{"/mentors/ana/", "2 places free, confirmed until 30 June 2027", "Not confirmed"},
		{"/mentors/ana/", "You can expect an answer within four days. No answer? Tell the organizers", ""},
		{"/mentors/ana/", "Would this be all right as a first step: 20 minutes on a call?", "one short talk"},
		{"/mentors/ana/", "Tuesday, 18:00 to 21:30", ""},
		{"/mentors/ana/", "Portuguese and English · Lisbon time", ""},
		{"/mentors/ana/", "(from Healthcare to Python)", ""},
		{"/mentors/mentor-00/", "go to Ines, coordinator first", "Open the form"},
		{"/mentors/mentor-01/", "Few places left, confirmed until 30 June 2027", ""},
		{"/mentors/mentor-02/", "You can write to be put on the waiting list", ""},
		{"/mentors/mentor-16/", "All places are taken just now. Confirmed until 30 June 2027", "Open: "},
		{"/mentors/mentor-16/", "You can write to be put on the waiting list", ""},
		{"/mentors/page/2/", "Mentor 16 Baker Greek I can help you rise All places taken", ""},
		{"/mentors/mentor-03/", "Come back after 30 June 2027", "A message you can copy"},
		{"/mentors/mentor-04/", "Open the form", ""},
		{"/mentors/mentor-08/", "Go to that page", ""},
		{"/mentors/mentor-12/", "baker@harbour.example", ""},
		{"/mentors/mentor-25/", "Not confirmed since 1 January 2027", "Open,"},
		{"/mentors/mentor-25/", "An answer may be slow", ""},
		{"/mentors/ana/", "Others for the same need", "See who else"},
		{"/mentors/ana/", "Helps with Welding and Changing career", ""},
		{"/mentors/ana/", "Helps with Bookbinding, which Ana Silva does not", ""},
		{"/mentors/ana/", "Helps with Python (must have): teaches others", "secret"},
		{"/mentors/mentor-11/", "See who else can help", "Others for the same need"},
		{"/mentors/mentor-11/", "When Mentor 11 is back", ""},
		{"/topics/python/", "Who can help now Ana Silva", "1 with a free place"},
		{"/topics/python/", "Helps with Welding, a part of Python", ""},
		{"/topics/tired/", "Helps with Healthcare, which is close to Being tired", ""},
		{"/topics/changing-career/", "Has moved from Healthcare to Python", ""},
		{"/topics/changing-career/", "Also helps with Python", ""},
		{"/topics/changing-career/", "number decides. It is worked out from the week (2027-W03)", ""},
		{"/requests/heron-42/", "Helps with Python (must have): teaches others", "secret"},
		{"/requests/heron-42/", "Suits very well", "Has moved"},
		{"/needs/", "3 people can help now", ""},
		{"/needs/", "Nobody with a free place can help with this now", ""},
		{"/become-a-mentor/", "Python611", "Welding"},
		{"/privacy/", "1 month", "months"},
		{"/", "Applications open on 1 March 2027Summer Remind me on 1 March 2027", ""},
		{"/program/", "Applications open on 1 March 2027", "The program and its dates"}, // which is this page
		{"/program/", "1 March 2027 to 20 March 2027", ""},
		{"/program/", "Nine pairs finished.", ""},
		{"/program/", "Is there a fee?", ""},
		{"/help/", "Ring the bell.", "Whom to ask"},
		{"/help/", "If it is about that person, ask for Pavel.", ""},
		{"/guides/goodbye/", "Draft.", ""},
		{"/datenschutz/", "Go to its new place: Privacy", ""},
	}
	for _, test := range tests {
		got := text(test.url)
		if !strings.Contains(got, test.has) || test.lacks != "" && strings.Contains(got, test.lacks) {
			t.Errorf("%s should say %q and not %q, got\n%s", test.url, test.has, test.lacks, got)
		}
	}
}

func TestALongListHasPages(t *testing.T) {
	theme, planned := builtIn(t), plan(t)
	for url, cards := range map[string]int{"/mentors/": 24, "/mentors/page/2/": 7} {
		root, _ := html.Parse(strings.NewReader(draw(t, theme, planned, url)))
		got, current := 0, ""
		for _, h := range all(root, "h3") {
			if len(all(h, "bdi")) == 1 && wordsOf(h) != "{Name}" { // which scripts fill in
				got++
			}
		}
		for _, nav := range all(root, "nav") {
			for _, a := range all(nav, "a") {
				if attribute(nav, "aria-label") == "Pages" && attribute(a, "aria-current") == "page" {
					current = wordsOf(a)
				}
			}
		}
		if want := fmt.Sprint(1 + strings.Count(url, "page")); got != cards || current != want {
			t.Errorf("%s: %d cards, page %s", url, got, current)
		}
	}
}

func TestForeignTitlesSayTheirLanguage(t *testing.T) {
	theme, planned := builtIn(t), plan(t)
	root, _ := html.Parse(strings.NewReader(draw(t, theme, planned, "/resources/start/")))
	for _, h := range all(root, "h3") {
		if want := map[string]string{"Un livre": "fr"}[wordsOf(h)]; attribute(h, "lang") != want {
			t.Errorf("%q has lang=%q", wordsOf(h), attribute(h, "lang"))
		}
	}
}
