package generator_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/diag"
	"ithaca/generator/secrets"
)

// drafts holds a draft of each kind of file that can be one. They use topics,
// cycles and pictures that nothing else uses.
func drafts(t *testing.T) []diag.File {
	t.Helper()
	picture, err := os.ReadFile("picture/testdata/rgb.jpg")
	if err != nil {
		t.Fatal(err)
	}
	profile := strings.Replace(mentor, "NAME", "Dora Draft\nphoto: {file: dora.jpg, alt: Dora, consent: 2026-10-01}\ncountry: FI", 1)
	profile = strings.Replace(profile, "[welding]", "[draftsmanship]", 1)
	return []diag.File{
		{Path: "content/mentors/dora-draft/index.md", Text: asDraft(profile)},
		{Path: "content/mentors/dora-draft/dora.jpg", Text: string(picture)},
		{Path: "content/requests/coot-11.md", Text: asDraft(private)},
		{Path: "content/topics/draft-topic.md", Text: "---\ntitle: Draft topic\nkind: skill\nalso: [draughts]\ndraft: true\n---\nText.\n"},
		{Path: "content/guides/draft-guide.md", Text: "---\ntitle: Draft guide\nsummary: A draft.\ntopics: [draft-topic]\naliases: [/old/]\ndraft: true\n---\nText.\n"},
		{Path: "content/resources/draft-list.md", Text: "---\ntitle: Draft list\nitems: [{title: A, kind: book, why: Good.}]\ndraft: true\n---\n"},
		{Path: "content/stories/draft-story.md", Text: "---\ntitle: Draft story\nsummary: A draft.\nmentors: [ana-silva]\ndraft: true\n---\nText.\n"},
		{Path: "content/worksheets/draft-sheet.md", Text: "---\ntitle: Draft sheet\nsummary: A draft.\nfields: [{label: Name, kind: line}]\ndraft: true\n---\n"},
		{Path: "content/events/draft-event.md", Text: "---\ntitle: Draft event\nstart: 2026-12-01 18:00\ntimezone: Europe/Lisbon\nhosts: [ana-silva]\ndraft: true\n---\n"},
		{Path: "content/pages/draft-page.md", Text: "---\ntitle: Draft page\ndraft: true\n---\nText.\n"},
	}
}

// asDraft marks a file as a draft.
func asDraft(text string) string { return strings.Replace(text, "---\n", "---\ndraft: true\n", 1) }

func TestADraftOfAnyKindChangesNoPublishedFile(t *testing.T) {
	files := siteFiles("Nothing here.", "Welcome.")
	without := published(t, files)
	with := published(t, append(files, drafts(t)...))
	if diff := cmp.Diff(without, with); diff != "" {
		t.Errorf("(-without +with)\n%s", diff)
	}
}

func TestTheMistakesOfADraftsPictureAreReported(t *testing.T) {
	files := append(siteFiles("Nothing here.", "Welcome."), drafts(t)...)
	for i := range files {
		if strings.HasSuffix(files[i].Path, ".jpg") {
			files[i].Text = "no picture"
		}
	}
	if got := printed(t, write(t, files)); !strings.Contains(got, "content/mentors/dora-draft/index.md:4:") {
		t.Errorf("check prints\n%s", got)
	}
}

func TestADraftRequestInsideTheSiteIsARequestInside(t *testing.T) {
	for name, file := range map[string]diag.File{
		"a draft":                     {Path: "content/requests/coot-11.md", Text: asDraft(private)},
		"a draft in a folder":         {Path: "content/requests/coot-11/index.md", Text: asDraft(private)},
		"one that cannot be read":     {Path: "content/requests/coot-11.md", Text: "Dear organizers, I am Maria."},
		"one whose name is no slug":   {Path: "content/requests/Maria Lopez.md", Text: private},
		"a draft with a broken field": {Path: "content/requests/coot-11.md", Text: asDraft("---\nlanguages: [\n---\n")},
	} {
		files := []diag.File{{Path: "content/index.md", Text: "---\ntitle: Harbour\nconcerns: {name: Desk, url: \"https://harbour.example/c\"}\ncycles: [{id: spring}]\n---\n"}, file}
		if got := printed(t, write(t, files)); !strings.Contains(got, "[requests-inside]") {
			t.Errorf("%s: check prints\n%s", name, got)
		}
		files[0].Text = strings.Replace(files[0].Text, "---\ntitle", "---\naudience: minors\nrequests: {repository: private}\ntitle", 1)
		if got := printed(t, write(t, files)); !strings.Contains(got, "requests of minors lie inside") {
			t.Errorf("%s, of a minor: check prints\n%s", name, got)
		}
	}
}

func TestWhatADraftSaysInConfidenceIsSearchedFor(t *testing.T) {
	for text, field := range map[string]string{
		"Ask coot-11.": "the pseudonym of a request that is not published",
		"so my uncle twice, and he laughed both times, twice": "`tried` of a request",
		"mail hidden@private.example":                         "the e-mail address of a mentor who did not ask for it to be shown",
	} {
		files := append(siteFiles("Nothing here.", text), drafts(t)...)
		for i := range files {
			files[i].Text = strings.ReplaceAll(files[i].Text, "contact: {via: organizer, address: hidden@private.example}", "contact: {via: organizer}")
			if strings.HasSuffix(files[i].Path, "/teal-07.md") {
				files[i].Text = "---\nlanguages: [en]\nneeds: [{topic: welding}]\ncycle: spring\nconsent: {matching: 2026-10-01}\n---\n"
			}
			if strings.HasSuffix(files[i].Path, "/dora-draft/index.md") {
				files[i].Text = strings.Replace(files[i].Text, "{via: organizer}", "{via: organizer, address: hidden@private.example}", 1)
			}
		}
		wantLeak(t, files, secrets.Find{URL: "/", Field: field})
	}
}
