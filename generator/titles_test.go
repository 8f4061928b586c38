package generator_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Search engines show a title and a description: of two pages with the same ones
// they show one, and nobody can tell results apart.
func TestEveryPageHasATitleAndADescriptionOfItsOwn(t *testing.T) {
	if testing.Short() {
		t.Skip("what the demo says is looked at once, in the full run")
	}
	seen := map[string]string{}
	pages := 0
	files := builtOnce(t).files
	for _, url := range slices.Sorted(maps.Keys(files)) {
		if !strings.HasSuffix(url, ".html") {
			continue
		}
		data := files[url]
		head := headOf(t, string(data))
		if head["refresh"] != "" || strings.Contains(string(data), `<div class="wrap untranslated">`) {
			continue // an older address, and what another language shows as it is
		}
		pages++
		for _, part := range []string{"title", "description"} {
			text := strings.TrimSpace(head[part])
			if text == "" {
				t.Errorf("%s has no %s", url, part)
			}
			if other := seen[part+text]; other != "" {
				t.Errorf("%s and %s have the same %s: %s", other, url, part, text)
			}
			seen[part+text] = url
		}
	}
	if pages < 300 {
		t.Errorf("there are only %d pages", pages)
	}
}

// headOf returns a page's title, description and where it sends visitors on.
func headOf(t *testing.T, text string) map[string]string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	head := map[string]string{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		attributes := map[string]string{}
		for _, a := range n.Attr {
			attributes[a.Key] = a.Val
		}
		switch {
		case n.Data == "title" && n.FirstChild != nil && head["title"] == "":
			head["title"] = n.FirstChild.Data
		case attributes["name"] == "description":
			head["description"] = attributes["content"]
		case strings.EqualFold(attributes["http-equiv"], "refresh"):
			head["refresh"] = attributes["content"]
		}
	}
	return head
}
