package page_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/page"
)

// Each archive in testdata/suggestions is a small site. "shown" is what each of
// its pages says of who suits whom: the names, then the reasons, then what is
// missing.
func TestSuggestionsAreThoseOfTheirArchives(t *testing.T) {
	portaltest.Archives(t, "testdata/suggestions/*.txtar", *update, func(t *testing.T, a *txtar.Archive) map[string]string {
		plan, list := planned(portaltest.Sources(a, "shown"), false)
		if list.HasErrors() {
			t.Fatal(list)
		}
		return map[string]string{"shown": shownIn(plan)}
	})
}

// shownIn returns what the pages of a plan suggest.
func shownIn(plan *site.Plan) string {
	var all strings.Builder
	for _, one := range plan.Pages() {
		var b strings.Builder
		switch v := view(one).(type) {
		case *page.Mentor:
			sayAlike(&b, v)
		case *page.Topic:
			sayAll(&b, "best", v.Best)
			for _, m := range v.Mentors {
				fmt.Fprintf(&b, "  other %s\n", m.Name)
			}
			for _, m := range v.Circle.Members {
				fmt.Fprintf(&b, "  circle %s: %s\n", m.Title, titles(m.Adds))
			}
			if len(v.Circle.Uncovered) > 0 {
				fmt.Fprintf(&b, "  nobody: %s\n", titles(v.Circle.Uncovered))
			}
			for _, s := range v.Sheets {
				fmt.Fprintf(&b, "  sheet %s\n", s.Title)
			}
		case *page.Request:
			sayAll(&b, "suits", v.Suggested)
			if len(v.Uncovered) > 0 {
				fmt.Fprintf(&b, "  nobody: %s\n", titles(v.Uncovered))
			}
			sayReading(&b, v.Guides, v.Lists)
		case *page.Needs:
			for _, n := range append(v.Goals, v.Challenges...) {
				fmt.Fprintf(&b, "  %s %q: %d\n", n.Title, n.Topic.Asks, n.Open)
				sayReading(&b, n.Guides, n.Lists)
			}
		case *page.Guide:
			sayAll(&b, "helper", v.Helpers)
		case *page.Story:
			sayAll(&b, "helper", v.Helpers)
		case *page.Worksheet:
			sayAll(&b, "helper", v.Helpers)
		case *page.Text:
			for _, w := range v.Wanted {
				fmt.Fprintf(&b, "  wanted %s: asked %d, offered %d, open %d\n", w.Title, w.Asked, w.Offered, w.Open)
			}
		}
		if b.Len() > 0 {
			fmt.Fprintf(&all, "%s\n%s", one.URL, b.String())
		}
	}
	return all.String()
}

func sayAlike(b *strings.Builder, m *page.Mentor) {
	v := m.Alike
	if v.Full {
		fmt.Fprintf(b, "  no place, %s\n", m.Availability.State)
	}
	for _, o := range v.Others {
		fmt.Fprintf(b, "  other %s: %s\n", o.Name, strings.Join(o.Shared, ", "))
	}
	for _, c := range v.Complements {
		fmt.Fprintf(b, "  complement %s covers %s\n", c.Name, c.Covers.Title)
	}
	sayReading(b, v.Reading, v.Lists)
	for _, s := range v.Told {
		fmt.Fprintf(b, "  told %s\n", s.Title)
	}
	for _, w := range v.Requests {
		fmt.Fprintf(b, "  suits %s%s\n", w.Title, reasons(w.Reasons))
	}
}

func sayReading(b *strings.Builder, guides []page.Card, lists []page.Card) {
	for _, g := range guides {
		fmt.Fprintf(b, "  read %s\n", g.Title)
	}
	for _, l := range lists {
		fmt.Fprintf(b, "  list %s\n", l.Title)
	}
}

func sayAll(b *strings.Builder, word string, all []page.Suggested) {
	for _, s := range all {
		fmt.Fprintf(b, "  %s %s, %s%s", word, s.Card.Name, s.Band, reasons(s.Reasons))
		if s.Gap.Name != "" {
			fmt.Fprintf(b, " but%s", reasons([]page.Reason{s.Gap}))
		}
		b.WriteByte('\n')
	}
}

func reasons(all []page.Reason) string {
	text := ""
	for _, r := range all {
		text += " [" + r.Name
		for _, link := range []site.Link{r.Topic, r.By, r.From, r.To} {
			if link.Title != "" {
				text += " " + link.Title
			}
		}
		text += strings.TrimRight(" "+string(r.Want), " ")
		if r.Level+r.Goal > 0 {
			text += fmt.Sprintf(" %d/%d", r.Level, r.Goal)
		}
		if r.Minutes > 0 {
			text += fmt.Sprintf(" %d min", r.Minutes)
		}
		text += "]"
	}
	return text
}

func titles(links []site.Link) string {
	var all []string
	for _, l := range links {
		all = append(all, l.Title)
	}
	return strings.Join(all, ", ")
}
