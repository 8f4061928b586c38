package theme

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestAMessageThatIsEnglishOnAPageOfAnotherLanguageSaysSo(t *testing.T) {
	for lang, words := range map[string]string{"de": "Mentoren finden", "fa": "یافتن راهنما"} {
		theme, diags := overridden(lang, map[string]string{"i18n/" + lang + ".toml": "find-mentor = \"" + words + "\"\n"})
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		p, spans := plan(t), 0
		for _, pg := range p.Pages() {
			if pg.Template == "" {
				continue
			}
			page := draw(t, theme, p, pg.URL)
			spans += strings.Count(page, `<span lang="en" dir="ltr">`)
			if strings.Contains(page, words+"</span>") {
				t.Errorf("%s marks words of its own language", pg.URL)
			}
			for _, found := range misplaced(page) {
				t.Errorf("%s in %s: %s", pg.URL, lang, found)
			}
		}
		if spans < 100 {
			t.Errorf("%s: only %d messages are marked", lang, spans)
		}
	}
	theme, p := builtIn(t), plan(t)
	if page := draw(t, theme, p, "/"); strings.Contains(page, "<span lang=") {
		t.Error("an English page marks English words")
	}
}

// misplaced returns the attributes and titles, and the texts, in which a mark stands as
// text.
func misplaced(page string) (found []string) {
	title := false
	for z := html.NewTokenizer(strings.NewReader(page)); z.Next() != html.ErrorToken; {
		token := z.Token()
		title = token.Data == "title" && token.Type == html.StartTagToken || title && token.Type == html.TextToken
		if token.Type == html.TextToken && (strings.Contains(token.Data, "<span lang") || title && strings.Contains(token.Data, "span")) {
			found = append(found, token.Data)
		}
		for _, a := range token.Attr {
			if strings.Contains(a.Val, "<span") {
				found = append(found, token.String())
			}
		}
	}
	return found
}
