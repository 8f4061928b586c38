package content_test

import (
	"reflect"
	"testing"

	"ithaca/generator/content"
	"ithaca/generator/portal"
)

// bilingual is a site that is half in Spanish.
var bilingual = map[string]string{
	"content/index.md":    "---\ntitle: Harbour Mentoring\nconcerns: {name: Safety desk, url: \"https://harbour.example/concerns\", deputy: Ada}\nextra: {mentors: {hobbies: Hobbies, boat: Boat}}\n---\nWelcome.\n",
	"content/index.es.md": "---\ntitle: Mentoría del Puerto\nconcerns: {name: Mesa de ayuda}\nextra: {mentors: {hobbies: Pasatiempos}}\n---\nBienvenida.\n",
	"content/mentors/ana/index.md": "---\nname: Ana Silva\nheadline: I can help you\nlanguages: [es]\nhelps_with: [leadership]\n" +
		"availability: {status: open, until: 2026-12-31}\ncontact: {via: form, url: \"https://forms.example/ana\"}\nconsent: {publish: 2026-11-01}\nconfirmed: 2026-11-01\n" +
		"path:\n  - {year: 2001, what: Began}\n  - {year: 2004, what: Failed, kind: setback}\nextra: {hobbies: Knots, boat: 7}\n---\nAbout me.\n",
	"content/mentors/ana/index.es.md":  "---\nheadline: Te ayudo\npath:\n  - {}\n  - {what: Fracasé}\nextra: {hobbies: Nudos}\n---\nSobre mí.\n",
	"content/topics/leadership.md":     "---\ntitle: Leadership\n---\n",
	"content/topics/leadership.es.md":  "---\ntitle: Liderazgo\nalso: [dirección de equipos]\n---\n",
	"content/guides/first-meeting.md":  "---\ntitle: First meeting\nsummary: What to do.\ntopics: [Liderazgo]\n---\nMeet.\n",
	"content/guides/second.md":         "---\ntitle: The second\nsummary: What to do.\n---\nMeet again.\n",
	"content/guides/second.es.md":      "---\ntitle: La segunda\nsummary: Qué hacer.\ndraft: true\n---\n",
	"content/pages/code-of-conduct.md": base["content/pages/code-of-conduct.md"],
	"content/pages/privacy.md":         base["content/pages/privacy.md"],
}

func TestATranslationRepeatsOnlyTexts(t *testing.T) {
	p, diags := linked(bilingual)
	if len(diags) > 0 || len(p.Others) != 1 {
		t.Fatal(diags, len(p.Others))
	}
	es := p.Others[0]
	if es.Program.Language != "es" || es.Program.Title != "Mentoría del Puerto" {
		t.Errorf("the program is %q in %q", es.Program.Title, es.Program.Language)
	}
	if want := (portal.Concerns{Name: "Mesa de ayuda", URL: "https://harbour.example/concerns", Deputy: "Ada"}); es.Program.Concerns != want {
		t.Errorf("concerns are %v", es.Program.Concerns)
	}
	ana, seen := p.Mentors[0], es.Mentors[0]
	if seen.File != "content/mentors/ana/index.es.md" || seen.Original != ana.File || seen.Lang != "" || seen.Slug != "ana" {
		t.Errorf("the profile's item is %+v", seen.Item)
	}
	if seen.Headline != "Te ayudo" || seen.Name != "Ana Silva" || seen.Body.Text() != "Sobre mí." || seen.Contact != ana.Contact {
		t.Errorf("the profile is %+v", seen)
	}
	if want := []portal.Step{{Year: 2001, What: "Began"}, {Year: 2004, What: "Fracasé", Kind: portal.Setback}}; !reflect.DeepEqual(seen.Path, want) {
		t.Errorf("the way is %v", seen.Path)
	}
	if want := []portal.Own{{Key: "hobbies", Values: []string{"Nudos"}}, {Key: "boat", Values: []string{"7"}}}; !reflect.DeepEqual(seen.Own, want) || ana.Own[0].Values[0] != "Knots" {
		t.Errorf("its own fields are %v, those of the original %v", seen.Own, ana.Own)
	}
	if want := []portal.OwnField{{Key: "hobbies", Title: "Pasatiempos"}, {Key: "boat", Title: "Boat"}}; !reflect.DeepEqual(es.Program.Own["mentors"], want) {
		t.Errorf("the program's own fields are %v", es.Program.Own)
	}
	if ana.Headline != "I can help you" || ana.Path[1].What != "Failed" || ana.Lang != "" {
		t.Errorf("the original became %+v", ana)
	}
	for _, g := range es.Guides {
		if g.Lang != "en" || g.Original != "" {
			t.Errorf("%s is not translated, and its item is %+v", g.Title, g.Item)
		}
	}
}

func TestATopicIsFoundByItsNamesInEveryLanguage(t *testing.T) {
	p, _ := linked(bilingual)
	for _, view := range append(p.Others, p) {
		called := portal.NewVocabulary(view.Topics, view.Program.Language)
		for _, name := range []string{"Leadership", "leadership", "Liderazgo", "direccion de equipos"} {
			topic := view.Topics.Named(portal.TopicRef{Text: name, Key: portal.Fold(name)})
			if topic == nil || topic.Slug != "leadership" || called.Called(name) != topic {
				t.Errorf("in %s, %q leads to %v, and people's word to %v", view.Program.Language, name, topic, called.Called(name))
			}
		}
	}
	if title := p.Others[0].Topics.All()[0].Title; title != "Liderazgo" {
		t.Errorf("in Spanish the topic is called %q", title)
	}
	if n := len(p.Topics.All()); n != 1 {
		t.Errorf("%d topics", n)
	}
}

func TestALineKeepsTheSpacesOfFrenchThatDoNotBreak(t *testing.T) {
	for written, want := range map[string]string{
		"Que faire\u00a0?":                 "Que faire\u00a0?",
		"«\u202fOser\u202f»  enfin\u202f!": "«\u00a0Oser\u00a0» enfin\u00a0!",
		"Que faire ?":                      "Que faire ?",
		"Oser\u00a0demander":               "Oser demander",
	} {
		doc := content.Decode("content/topics/oser.md", []byte("---\ntitle: \""+written+"\"\n---\n"))
		p, _ := content.Link([]*content.Document{doc}, content.Options{})
		if title := p.Topics.All()[0].Title; title != want {
			t.Errorf("%q is read as %q, not %q", written, title, want)
		}
	}
}

func TestADraftOfALanguageIsNotOffered(t *testing.T) {
	files := map[string]string{}
	for name, text := range bilingual {
		files[name] = text
	}
	files["content/index.es.md"] = "---\ntitle: Mentoría del Puerto\ndraft: true\n---\nBienvenida.\n"
	if p, diags := linked(files); len(p.Others) > 0 || len(diags) > 0 {
		t.Errorf("%d other languages, %v", len(p.Others), diags)
	}
}

func FuzzNamesOfTranslations(f *testing.F) {
	for _, name := range []string{"a.es", "a/index.es", "a.b.es", "index.pt-BR", "a.ES", ".es", "a.", "a.md", "a.i-klingon", "ü.es"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		path := "content/guides/" + name + ".md"
		doc := content.Decode(path, []byte("---\ntitle: A\n---\nText.\n"))
		original, language := doc.Translates()
		if original == "" {
			return
		}
		if len(doc.Diags) > 0 {
			return // a name that is refused translates nothing
		}
		if again, _ := content.Decode(original, []byte("---\ntitle: A\nsummary: B\n---\nText.\n")).Translates(); again != "" || language == "" {
			t.Errorf("%q translates %q, which translates %q", path, original, again)
		}
		if item := doc.Item(); item == nil || item.File != path || doc.Folder() != "" {
			t.Errorf("%q has the item %+v in folder %q", path, item, doc.Folder())
		}
	})
}
