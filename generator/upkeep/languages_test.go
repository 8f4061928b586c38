package upkeep_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator"
	"ithaca/generator/upkeep"
)

// spanish is a site with translations of a mentor, in a folder of her own, and of a guide.
var spanish = map[string]string{
	"content/index.md":                 "---\ntitle: Harbour\nbase_url: https://harbour.example\nconcerns: {name: Desk, url: \"https://desk.example\"}\ncontact: {name: Office, url: \"https://desk.example/office\"}\n---\n",
	"content/index.es.md":              "---\ntitle: Puerto\n---\nVea a [Ana](mentors/ana/index.es.md) y [a ella](/es/mentors/ana/).\n",
	"content/pages/privacy.md":         "---\ntitle: Privacy\n---\nWhat we keep.\n",
	"content/pages/code-of-conduct.md": "---\ntitle: Conduct\n---\nBe kind.\n",
	"content/guides/first.md":          "---\ntitle: First\nsummary: What to do.\n---\nMeet.\n",
	"content/guides/first.es.md":       "---\ntitle: Primero\nsummary: Qué hacer.\n---\n[Esto](first.es.md), con [Ana](../mentors/ana/).\n",
	"content/mentors/ana/index.md": "---\nname: Ana\nheadline: I can help you\nlanguages: [en]\nhelps_with: [leading]\navailability: {status: open, until: 2026-12-31}\n" +
		"contact: {via: organizer}\nconsent: {publish: 2026-11-01}\nconfirmed: 2026-11-01\n---\nAbout me.\n",
	"content/mentors/ana/index.es.md": "---\nheadline: Te ayudo\n---\nSobre mí.\n",
	"content/topics/leading.md":       "---\ntitle: Leading\n---\n",
	"content/topics/leading.es.md":    "---\ntitle: Dirigir\n---\n",
	"content/topics/leadership.md":    "---\ntitle: Leadership\n---\n",
}

// changed returns the files of the site that a plan changes, with what they are to hold.
func changed(t *testing.T, plan func(*upkeep.Site) (*upkeep.Plan, error)) map[string]string {
	t.Helper()
	site := lay(t, spanish)
	p, err := plan(must(upkeep.Open(mending(site))))
	if err != nil {
		t.Fatal(err)
	}
	must(p.Write())
	found := map[string]string{}
	for name, was := range spanish {
		data, err := os.ReadFile(filepath.Join(site, filepath.FromSlash(name)))
		if err != nil {
			found[name] = "gone"
		} else if string(data) != was {
			found[name] = string(data)
		}
	}
	for _, f := range p.Files {
		if _, known := spanish[f.Path]; !known {
			found[f.Path] = string(f.New)
		}
	}
	for _, d := range must(generator.Take(mending(site))).Diagnostics() {
		if d.Code != "missing-message" && d.Code != "unused-topic" {
			t.Errorf("afterwards: %s", d)
		}
	}
	return found
}

func TestTranslationsGoWithWhatTheyTranslate(t *testing.T) {
	t.Run("a mentor leaves", func(t *testing.T) {
		found := changed(t, func(s *upkeep.Site) (*upkeep.Plan, error) { l, err := s.Leave("ana"); return l.Plan, err })
		want := map[string]string{
			"content/mentors/ana/index.md":    "---\nleft: 2026-11-16\n---\n",
			"content/mentors/ana/index.es.md": "gone",
			"content/index.es.md":             "---\ntitle: Puerto\n---\nVea a Ana y a ella.\n",
			"content/guides/first.es.md":      "---\ntitle: Primero\nsummary: Qué hacer.\n---\n[Esto](first.es.md), con Ana.\n",
		}
		if diff := cmp.Diff(want, found); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("a guide is renamed", func(t *testing.T) {
		found := changed(t, func(s *upkeep.Site) (*upkeep.Plan, error) {
			r, err := s.Rename("guides/first", "second", nil)
			return r.Plan, err
		})
		if text := found["content/guides/second.es.md"]; text != "---\ntitle: Primero\nsummary: Qué hacer.\n---\n[Esto](second.es.md), con [Ana](../mentors/ana/).\n" {
			t.Errorf("the translation says %q", text)
		}
		if names := slices.Sorted(maps.Keys(found)); !slices.Equal(names, []string{"content/guides/first.es.md", "content/guides/first.md", "content/guides/second.es.md", "content/guides/second.md"}) {
			t.Errorf("changed are %v", names)
		}
	})
	t.Run("a topic becomes another", func(t *testing.T) {
		found := changed(t, func(s *upkeep.Site) (*upkeep.Plan, error) {
			r, err := s.Rename("topics/leading", "leadership", nil)
			return r.Plan, err
		})
		if found["content/topics/leading.es.md"] != "gone" {
			t.Error("the translation stays")
		}
		if text := found["content/topics/leadership.md"]; text != "---\ntitle: Leadership\nalso: [Leading, Dirigir]\naliases: [\"/topics/leading/\"]\n---\n" {
			t.Errorf("the topic says %q", text)
		}
	})
}
