package serve

import (
	"net/http"
	"strings"
	"testing"
)

func TestTranslationsComeChangeAndGo(t *testing.T) {
	o := options(newSite(t))
	w := &writer{t: t, dir: o.Site, feed: newFeed()}
	s := serveSite(t, o, w.feed)
	const guide, spanish = "/es/guides/first/", "content/guides/first.es.md"
	says := func(want ...string) {
		t.Helper()
		page := text(t, s.get(guide))
		for _, words := range want {
			if !strings.Contains(page, words) {
				t.Errorf("after %s the page has no %q", w.log[len(w.log)-1], words)
			}
		}
	}
	if s.get(guide).StatusCode != http.StatusNotFound {
		t.Error("there is a page in a language that the portal does not have")
	}
	w.put("content/index.es.md", "---\ntitle: Mentoría del Puerto\n---\nHola.\n")
	await(t, s.edits)
	says("The first meeting", "Mentoría del Puerto", "untranslated")

	english, before := s.notes("/guides/first/"), s.notes(guide)
	w.put(spanish, "---\ntitle: El primer encuentro\nsummary: Qué decir.\n---\n## Orden del día\n\nSaluda.\n")
	await(t, s.edits)
	says("El primer encuentro", "Saluda.")
	translated := s.notes(guide)
	if translated.Page == before.Page {
		t.Error("a new translation does not load the page again")
	}
	if s.notes("/guides/first/").Page == english.Page {
		t.Error("the original, which leads to its translation now, is not loaded again")
	}

	english = s.notes("/guides/first/")
	w.put(spanish, "---\ntitle: El primer encuentro\nsummary: Qué decir.\n---\n## Orden del día\n\nDi hola.\n")
	await(t, s.edits)
	says("Di hola.")
	if s.notes(guide).Page == translated.Page || s.notes("/guides/first/").Page != english.Page {
		t.Error("an edit of a translation does not load its page again, or loads the original's")
	}

	w.remove(spanish)
	await(t, s.edits)
	says("The first meeting", "untranslated")
	w.remove("content/index.es.md")
	await(t, s.edits)
	if s.get(guide).StatusCode != http.StatusNotFound {
		t.Error("the pages of a language that is gone are still there")
	}
}
