package theme

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

// jsonLD returns the block of JSON-LD of a page, "" where it has none.
func jsonLD(t *testing.T, root *html.Node) string {
	t.Helper()
	found := ""
	for _, n := range all(root, "script") {
		if attribute(n, "type") != "application/ld+json" {
			continue
		}
		if found != "" || n.FirstChild == nil {
			t.Error("there is more than one block of data, or an empty one")
			continue
		}
		found = n.FirstChild.Data
	}
	return found
}

// texts returns every text in a JSON value that people can read, not those that
// name types and addresses.
func texts(value any) []string {
	var found []string
	switch v := value.(type) {
	case map[string]any:
		for key, inner := range v {
			switch key {
			case "@context", "@type", "@id", "inLanguage", "knowsLanguage", "addressCountry", "startDate", "endDate":
			default:
				found = append(found, texts(inner)...)
			}
		}
	case []any:
		for _, inner := range v {
			found = append(found, texts(inner)...)
		}
	case string:
		if !strings.HasPrefix(v, "https://") {
			found = append(found, v)
		}
	}
	return found
}

func TestAPageTellsMachinesOnlyWhatItShows(t *testing.T) {
	address := regexp.MustCompile(`[^\s"]@[a-z0-9-]+\.|mailto:|tel:`)
	everyPage(t, func(t *testing.T, p *site.Page, root *html.Node) {
		block := jsonLD(t, root)
		if p.Head.NoIndex {
			if block != "" {
				t.Error("a page that is not for search engines speaks to them")
			}
			return
		}
		if got := strings.Contains(block, `"@type":"Event"`); got != (p.URL == "/events/circle/") {
			t.Errorf("an event is stated: %v", got)
		}
		if block == "" {
			return
		}
		if strings.Contains(block, "/mentors/mentor-00/") || address.MatchString(block) {
			t.Errorf("%s names a profile that is not for search engines, or an address of somebody", block)
		}
		var data any
		if err := json.Unmarshal([]byte(block), &data); err != nil {
			t.Fatal(err)
		}
		shown := wordsOf(root)
		for _, n := range all(root, "meta", "time") {
			shown += " " + attribute(n, "content") + " " + attribute(n, "datetime")
		}
		for _, text := range texts(data) {
			if !strings.Contains(shown, text) {
				t.Errorf("%q stands in the block and not on the page", text)
			}
		}
	})
}

func TestHostileWordsStayWithinTheBlockOfData(t *testing.T) {
	theme := builtIn(t)
	for _, attack := range append(attacks, "</script><script>pwned()</script>", "]]>\u2029<!--<script>pwned") {
		p := harbour(t)
		circle := p.Events[slices.IndexFunc(p.Events, func(e *portal.Event) bool { return e.Slug == "circle" })]
		circle.Title, circle.Location = attack, attack
		p.Program.Title = attack
		planned, _ := site.New(p, site.Options{}, page.Plan, data.Plan)
		text := draw(t, theme, planned, "/events/circle/")
		root, err := html.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		block := jsonLD(t, root)
		if strings.ContainsAny(block, "<>&\u2028\u2029") {
			t.Errorf("%q stands raw in %s", attack, block)
		}
		var data struct {
			Name      string
			Organizer struct{ Name string }
		}
		if err := json.Unmarshal([]byte(block), &data); err != nil || data.Name != attack || data.Organizer.Name != attack {
			t.Errorf("%q became %v, %v in %s", attack, data, err, block)
		}
	}
}
