package generator_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
)

// confided draws the fields of a request that are never published, as YAML; each
// may be missing. The pairs that occupy a mentor's place are left out: how many
// places are taken is told. No word of its texts stands in what is published anyway,
// such as a mentor's name, which would rightly be refused.
func confided(t *rapid.T, mentors []string, public map[string]bool) string {
	text := rapid.StringMatching(`[A-Z][a-z]{2,8}( [a-z]{2,8}){0,7}`).Filter(func(text string) bool {
		return !slices.ContainsFunc(portal.Tokens(text), func(word string) bool { return public[word] })
	})
	who := rapid.SliceOfNDistinct(rapid.SampledFrom(mentors), 1, 5, rapid.ID[string])
	list := func(all []string) string { return "[" + strings.Join(all, ", ") + "]" }
	decision := rapid.Custom(func(t *rapid.T) string {
		return fmt.Sprintf("{cycle: %s, mentor: %s, do: %s, reason: fit}", rapid.SampledFrom([]string{"past", "spring"}).Draw(t, "cycle"),
			rapid.SampledFrom(mentors).Draw(t, "mentor"), rapid.SampledFrom([]string{"decline", "forbid"}).Draw(t, "do"))
	})
	fields := []string{
		"organisation: " + rapid.SampledFrom([]string{"Pale & Wind", "Harbour Hospital", "Bank"}).Draw(t, "organisation"),
		"exclude_organisations: " + list(rapid.SliceOfN(rapid.SampledFrom([]string{"Pale & Wind", "Bank"}), 1, 2).Draw(t, "excluded")),
		fmt.Sprintf("aims: {short: %q, long: %q}", text.Draw(t, "short"), text.Draw(t, "long")),
		fmt.Sprintf("tried: %q", text.Draw(t, "tried")),
		"ranked: " + list(who.Draw(t, "ranked")),
		"avoid: " + list(who.Draw(t, "avoid")),
		"waiting_since: " + rapid.SampledFrom([]string{"2026-01-02", "2026-09-30"}).Draw(t, "since"),
		fmt.Sprintf("adult: %t", rapid.Bool().Draw(t, "adult")),
		"decisions: " + list(rapid.SliceOfN(decision, 1, 4).Draw(t, "decisions")),
	}
	var stated []string
	for _, field := range fields {
		if rapid.Bool().Draw(t, "stated") {
			stated = append(stated, field+"\n")
		}
	}
	return strings.Join(stated, "")
}

// manyRequests is a site whose requests, some of them with pages, ask for what its
// mentors offer. What each request says in confidence comes from said.
func manyRequests(t *rapid.T, said func() string) []diag.File {
	files := []diag.File{{Path: "content/index.md", Text: "---\ntitle: Harbour\nbase_url: https://harbour.example\naudience: adults\n" +
		"concerns: {name: Desk, url: \"https://harbour.example/c\"}\nrequests: {repository: private, publish: pseudonyms}\n" +
		"cycles: [{id: past, start: 2025-01-01, end: 2025-06-01}, {id: spring, start: 2026-10-01, end: 2027-03-01}]\n---\nWelcome.\n"}}
	topics := []string{"welding", "glazing", "roofing", "plumbing"}
	topic := rapid.SampledFrom(topics)
	for i, slug := range memberSlugs {
		extra := fmt.Sprintf("organisation: %s\n", []string{"Pale & Wind", "Bank", "Quay"}[i%3])
		text := strings.Replace(mentor, "NAME", "Mentor "+strings.ToUpper(slug), 1)
		text = strings.Replace(text, "address: hidden", "address: hidden-"+slug, 1)
		text = strings.Replace(text, "skills: [welding]", fmt.Sprintf("%sskills: [{topic: %s, level: %d}, %s]", extra,
			topic.Draw(t, "skill"), rapid.IntRange(1, 4).Draw(t, "level"), topics[i%4]), 1)
		text = strings.Replace(text, "until: 2027-01-31", fmt.Sprintf("until: 2027-01-31, capacity: %d", 1+i%2), 1)
		files = append(files, diag.File{Path: "content/mentors/" + slug + ".md", Text: text})
	}
	for i := range 9 {
		pair := ""
		if i < 3 { // occupies a place, which is told
			pair = fmt.Sprintf("publish: false\ndecisions: [{cycle: spring, mentor: %s, do: accept}]\n", memberSlugs[i])
		} else {
			pair = fmt.Sprintf("publish: %t\n", i < 7 && i != 5) + said()
		}
		files = append(files, diag.File{Path: fmt.Sprintf("content/requests/crane-%d.md", i), Text: fmt.Sprintf(
			"---\nlanguages: [en]\nneeds: [{topic: %s, want: must}, {topic: %s}]\ncycle: spring\nconsent: {matching: 2026-10-01}\n%s---\n",
			topic.Draw(t, "need"), topics[i%4], pair)})
	}
	return files
}

var memberSlugs = []string{"ana-silva", "bo-berg", "chi-nwosu", "dee-okoye", "eli-roth", "fay-lund"}

func TestWhatARequestSaysInConfidenceChangesNoPublishedByte(t *testing.T) {
	checks, most := 0, 4
	if portaltest.Long() {
		most = 12
	}
	rapid.Check(t, func(rt *rapid.T) {
		if checks++; checks > most {
			return // each builds a portal twice
		}
		files := manyRequests(rt, func() string { return "" })
		plain := published(t, files)
		if page := plain["requests/crane-3/index.html"]; !strings.Contains(page, "consider more than stands here") {
			rt.Fatalf("crane-3 has the page %q", page)
		}
		public := map[string]bool{}
		for _, text := range plain {
			for _, word := range portal.Tokens(text) {
				public[word] = true
			}
		}
		for i := range files {
			if strings.HasPrefix(files[i].Path, "content/requests/") && !strings.Contains(files[i].Text, "do: accept") {
				files[i].Text = strings.Replace(files[i].Text, "\n---\n", "\n"+confided(rt, memberSlugs, public)+"---\n", 1)
			}
		}
		told, err := publishedFiles(t, files)
		if err != nil {
			rt.Fatalf("with %v\n%v", files[len(files)-9:], err)
		}
		if diff := cmp.Diff(plain, told); diff != "" {
			rt.Errorf("with %v\n%s", files[len(files)-9:], diff)
		}
	})
}

// published is publishedFiles of a site that can be published.
func published(t *testing.T, files []diag.File) map[string]string {
	t.Helper()
	texts, err := publishedFiles(t, files)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// publishedFiles builds a site and returns every published file, the manifest with
// them, as texts.
func publishedFiles(t *testing.T, files []diag.File) (map[string]string, error) {
	t.Helper()
	out, err := publishTo(t, write(t, files))
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for name, data := range tree(t, out) {
		texts[name] = string(data)
	}
	return texts, nil
}
