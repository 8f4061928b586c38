package start_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"ithaca/generator"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
	"ithaca/generator/start"
)

// known are facts of an invented program.
func known() start.Facts {
	return start.Facts{
		"title": "Harbour Mentoring", "concerns-name": "Efua Boateng", "concerns-url": "safety@harbour.example",
		"base-url": "https://harbour.example/portal/", "language": "en",
	}
}

// begun writes a new site and returns its folder.
func begun(t *testing.T) string { return begunIn(t, "en") }

func begunIn(t *testing.T, language string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	facts := known()
	facts["language"] = language
	if _, err := start.Init(dir, start.Site{Facts: facts, Host: "github"}); err != nil {
		t.Fatal(err)
	}
	return dir
}

// inEach runs a test on a new site in each language that there are texts in.
func inEach(t *testing.T, test func(t *testing.T, dir string)) {
	for _, language := range []string{"en", "ar", "es", "fr", "pt-BR"} {
		t.Run(language, func(t *testing.T) { test(t, begunIn(t, language)) })
	}
}

func taken(t *testing.T, dir string) *generator.Snapshot {
	t.Helper()
	snapshot, err := generator.Take(generator.Options{
		Site: dir, Templates: os.DirFS("../../templates"), Today: time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	return snapshot
}

// rewrite changes every text of a site below a folder.
func rewrite(t *testing.T, dir string, change func(text string) string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".md" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(path, []byte(change(string(text))), 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}

var placeholder = regexp.MustCompile(`\[\[[^\]]*\]\]`)

func TestNothingIsWrongWithANewSiteButWhatIsToBeFilledIn(t *testing.T) {
	inEach(t, func(t *testing.T, dir string) {
		for _, d := range taken(t, dir).Diagnostics() {
			if d.Code != "placeholder" || d.Severity != diag.Warning {
				t.Error(d)
			}
		}
	})
}

func TestNothingIsWrongOnceTheDraftsAreFilledIn(t *testing.T) {
	inEach(t, func(t *testing.T, dir string) {
		rewrite(t, dir, func(text string) string {
			return strings.Replace(placeholder.ReplaceAllString(text, "Efua Boateng"), "\ndraft: true\n", "\n", 1)
		})
		snapshot := taken(t, dir)
		for _, d := range snapshot.Diagnostics() {
			t.Error(d)
		}
		for _, slug := range []string{"about", "privacy", "code-of-conduct"} {
			if portal.Find(snapshot.Portal().Pages, slug) == nil {
				t.Errorf("the page /%s/ is not published", slug)
			}
		}
	})
}

// A line of index.md that begins with a # and no space is a setting that is switched
// off.
func TestEverySettingOfTheNewIndexCanBeSwitchedOn(t *testing.T) {
	inEach(t, func(t *testing.T, dir string) {
		index := filepath.Join(dir, "content", "index.md")
		before, err := os.ReadFile(index)
		if err != nil {
			t.Fatal(err)
		}
		off := regexp.MustCompile(`(?m)^( *)#([a-z ])`)
		var lines []string
		switched := 0
		for _, line := range strings.Split(string(before), "\n") {
			setting := off.MatchString(line) && !strings.HasPrefix(strings.TrimSpace(line), "# ")
			within := strings.HasPrefix(line, "#  ") // a line of a list
			if setting || within {
				line = strings.Replace(line, "#", "", 1)
				switched++
			}
			lines = append(lines, line)
		}
		if switched < 20 {
			t.Fatalf("only %d lines are settings that are switched off: this test looks for something else", switched)
		}
		if err := os.WriteFile(index, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
		for _, d := range taken(t, dir).Diagnostics() {
			if d.Severity == diag.Error || d.Code != "placeholder" && d.Position.File == "content/index.md" {
				t.Error(d)
			}
		}
	})
}

var link = regexp.MustCompile(`<a [^>]*href="?([^" >]+)`)

func TestEveryPageOfANewPortalIsLinkedFromItsHomePage(t *testing.T) {
	inEach(t, func(t *testing.T, dir string) {
		snapshot := taken(t, dir)
		seen := map[string]bool{}
		next := []string{"/portal/"}
		for len(next) > 0 {
			at := next[0]
			next = next[1:]
			if seen[at] {
				continue
			}
			seen[at] = true
			page, err := snapshot.Render(at)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range link.FindAllStringSubmatch(string(page), -1) {
				to, _, _ := strings.Cut(m[1], "#")
				if strings.HasPrefix(to, "/") {
					next = append(next, to)
				}
			}
		}
		for _, url := range snapshot.URLs() {
			if strings.HasSuffix(url, "/") && !seen[url] {
				t.Errorf("no page links to %s", url)
			}
		}
	})
}

func TestNewTopicsSayWhatPeopleAskForInTheirOwnWords(t *testing.T) {
	inEach(t, func(t *testing.T, dir string) {
		topics := 0
		for _, topic := range taken(t, dir).Portal().Topics.All() {
			if topic.File == "" {
				continue
			}
			topics++
			if len(topic.Asks) < 2 || len(topic.Also) == 0 || len(topic.Related) == 0 {
				t.Errorf("%s has less than two `asks`, no `also` or no `related`", topic.File)
			}
		}
		if topics < 20 {
			t.Errorf("there are %d topics, and a new site has at least 20", topics)
		}
	})
}

func TestNewTopicsAreFoundByTheWordsThatPeopleSearch(t *testing.T) {
	for language, all := range map[string][]string{
		"en": {
			"career change", "confidence", "skill gap", "networking", "leadership", "imposter syndrome", "burnout",
			"work-life balance", "promotion", "interview", "office politics",
		},
		"ar": {
			"تغيير المهنة", "ثقة بالنفس", "فجوة المهارات", "التشبيك", "قيادة فريق", "متلازمة المحتالة", "الإنهاك",
			"التوازن", "ترقية", "مقابلة عمل", "صراعات العمل", "سيرة ذاتية",
		},
		"fr": {
			"changer de métier", "confiance en soi", "se former", "réseautage", "management", "syndrome d'imposteur", "burn-out",
			"concilier travail et famille", "promotion", "entretien", "chef difficile",
		},
		"pt-BR": {
			"mudança de carreira", "autoestima", "requalificação", "rede de contatos", "liderança", "síndrome da impostora",
			"esgotamento", "equilíbrio entre vida pessoal e profissional", "ser promovido", "entrevista", "política corporativa",
		},
	} {
		topics := taken(t, begunIn(t, language)).Portal().Topics
		for _, words := range all {
			if topics.Of(portal.TopicRef{Text: words, Key: portal.Fold(words)}) == nil {
				t.Errorf("%s: no topic is found by %q", language, words)
			}
		}
	}
}

func TestANewSiteHoldsEverythingThatItsReadmeNames(t *testing.T) {
	inEach(t, func(t *testing.T, dir string) {
		readme, err := os.ReadFile(filepath.Join(dir, "README.md"))
		if err != nil {
			t.Fatal(err)
		}
		paths := regexp.MustCompile("`([a-z.]+/[a-z./-]*)`").FindAllStringSubmatch(string(readme), -1)
		if len(paths) < 8 {
			t.Fatalf("the README names only %d paths", len(paths))
		}
		// What comes with the first mentor, with the first build, and with the workflows.
		comes := []string{"content/mentors/", "public/", ".github/workflows/"}
		for _, m := range paths {
			if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(m[1]))); err != nil && !slices.Contains(comes, m[1]) {
				t.Errorf("the README names %s: %v", m[1], err)
			}
		}
	})
}

func TestANewSiteInALanguageWithTextsIsInIt(t *testing.T) {
	english := taken(t, begun(t)).Portal()
	for _, language := range []string{"ar", "ar-EG", "es-MX", "fr-CA", "pt", "pt-BR"} {
		t.Run(language, func(t *testing.T) {
			p := taken(t, begunIn(t, language)).Portal()
			for _, fault := range []struct {
				what        string
				here, there int
			}{
				{"pages", len(p.Pages), len(english.Pages)}, {"guides", len(p.Guides), len(english.Guides)},
				{"topics", len(p.Topics.All()), len(english.Topics.All())}, {"worksheets", len(p.Worksheets), len(english.Worksheets)},
			} {
				if fault.here != fault.there {
					t.Errorf("there are %d %s, and in English %d", fault.here, fault.what, fault.there)
				}
			}
			for i, sheet := range p.Worksheets {
				translates(t, sheet, english.Worksheets[i])
			}
		})
	}
	if title := taken(t, begunIn(t, "de")).Portal().Guides[0].Title; title != english.Guides[0].Title {
		t.Errorf("a site in a language without texts of its own begins with %q", title)
	}
}

// translates complains unless a worksheet has the fields of an English one in other words.
func translates(t *testing.T, sheet, english *portal.Worksheet) {
	t.Helper()
	if len(sheet.Fields) != len(english.Fields) || sheet.Title == english.Title {
		t.Errorf("the worksheet %s is not like that in English", sheet.Slug)
		return
	}
	for k, f := range sheet.Fields {
		if e := english.Fields[k]; f.Name != e.Name || f.Kind != e.Kind || f.Label == e.Label && f.Label != "Mentor" || len(f.Options) != len(e.Options) {
			t.Errorf("%s: the field %s (%s) is not like that in English", sheet.Slug, f.Name, f.Label)
		}
	}
}
