package generator_test

import (
	"regexp"
	"strings"
	"testing"
)

var linkTo = regexp.MustCompile(`<a\b[^>]*\bhref="/below/([^"?#]*)`)

// A page that no other page leads to is found by nobody. That a page leads to its
// translations does not count: they would be as lost.
func TestEveryPageIsLinkedFromAnother(t *testing.T) {
	if testing.Short() {
		t.Skip("the demo has pages of every kind; the full run has it")
	}
	files := builtOnce(t).files
	linked := map[string]bool{}
	for name, data := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for _, m := range linkTo.FindAllSubmatch(switched.ReplaceAll(data, nil), -1) {
			if to := string(m[1]); to != strings.TrimSuffix(name, "index.html") {
				linked[to] = true
			}
		}
	}
	if len(linked) < 300 {
		t.Errorf("only %d pages are linked", len(linked))
	}
	for name, data := range files {
		url, isPage := strings.CutSuffix(name, "index.html")
		if isPage && !linked[url] && !strings.Contains(string(data), `http-equiv="refresh"`) {
			t.Errorf("no page leads to /%s", url)
		}
	}
}
