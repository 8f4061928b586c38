package theme

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"

	"ithaca/generator/markdown"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/zone"
)

// proseLabels returns the keys of the words that prose asks for.
func proseLabels() (keys []string) {
	text := "## Steps\n\n| a |\n|---|\n| b |\n\nSaid.[^1]\n\n[^1]: By whom.\n"
	for _, kind := range []string{"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"} {
		text += "\n> [!" + kind + "]\n> Words.\n"
	}
	doc, _ := markdown.Parse([]byte(text), markdown.Options{})
	doc.Render(&strings.Builder{}, func(int) string { return "" }, func(key, _ string) string {
		keys = append(keys, key)
		return ""
	})
	return keys
}

// spoken returns the keys that no template writes out, because values of content
// choose among them, or other packages ask for them.
func spoken() []string {
	keys := proseLabels()
	keys = append(keys, "length", "length-hours", "length-minutes", "asked-must", "asked-nice", "date", "clock", "thousands", "list-more", "list-last")
	keys = append(keys, family("nav", []string{"home", "needs", "mentors", "topics", "guides", "worksheets", "resources", "stories", "events", "requests", "about", "program", "help", "accessibility",
		"languages", "how", "stages", "places", "open", "search"})...)
	keys = append(keys, family("calendar", []string{"signup", "requests", "match", "confirm", "start", "review", "end"})...)
	keys = append(keys, family("next", []string{"requests-from", "requests-until", "start", "signup-from", "signup-until"})...)
	for i := range 12 {
		keys = append(keys, fmt.Sprintf("month-%d", i+1))
	}
	for i := range 7 {
		keys = append(keys, "day-"+strings.ToLower(time.Weekday(i).String()))
	}
	for i := range 5 {
		keys = append(keys, fmt.Sprintf("structure-%d", i+1), fmt.Sprintf("directness-%d", i+1), fmt.Sprintf("challenge-%d", i+1))
	}
	for i := range 4 {
		keys = append(keys, fmt.Sprintf("level-%d", i+1), fmt.Sprintf("now-%d", i+1), fmt.Sprintf("aim-%d", i+1))
	}
	keys = append(keys, "all-topics", "level-0")
	for _, name := range []string{"mentors-by", "all"} {
		keys = append(keys, family(name, []site.Facet{site.ByLanguage, site.ByHow, site.ByStage, site.ByPlace})...)
	}
	for _, name := range []string{"how", "mentors-how"} {
		keys = slices.Concat(keys, family(name, portal.Kinds()), family(name, portal.Formats()), family(name, portal.Durations()))
	}
	keys = append(keys, family("mentors-stage", portal.Stages())...)
	keys = append(keys, family("sheet-for", portal.SheetReaders())...)
	keys = append(keys, family("becomes", portal.Products())...)
	keys = append(keys, family("event", portal.EventKinds())...)
	keys = append(keys, family("want", portal.Wants())...)
	keys = append(keys, family("fit", []string{"strong", "good", "possible"})...)
	keys = append(keys, family("weight", []string{"fit", "path", "time", "style", "offers"})...)
	keys = append(keys, family("kind", portal.Kinds())...)
	keys = append(keys, family("format", portal.Formats())...)
	keys = append(keys, family("duration", portal.Durations())...)
	keys = append(keys, family("stage", portal.Stages())...)
	keys = append(keys, family("stage-of", portal.Stages())...)
	keys = append(keys, family("via", portal.ContactWays())...)
	keys = append(keys, family("profile", []string{"you", "help", "way", "word"})...)
	keys = append(keys, family("offer", portal.Offers())...)
	keys = append(keys, family("audience", portal.Audiences())...)
	keys = append(keys, family("step", portal.StepKinds())...)
	keys = append(keys, family("part", portal.GuideStages())...)
	keys = append(keys, family("story", portal.StoryKinds())...)
	keys = append(keys, family("resource", portal.ResourceKinds())...)
	keys = append(keys, family("resources", portal.ResourceKinds())...)
	keys = append(keys, family("cost", portal.Costs())...)
	return append(keys, family("resource-level", portal.ResourceLevels())...)
}

func family[T ~string](name string, values []T) []string {
	keys := make([]string, len(values))
	for i, v := range values {
		keys[i] = name + "-" + string(v)
	}
	return keys
}

func TestEveryWordThatContentCanAskForExists(t *testing.T) {
	w := builtIn(t).words
	for _, key := range spoken() {
		if w.messages[key] == nil {
			t.Errorf("there is no message %s", key)
		}
	}
}

func TestEveryWordThatPackageSiteNamesExists(t *testing.T) {
	w := builtIn(t).words
	files, err := filepath.Glob("../site/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no source of package site", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`"((nav|calendar)-[a-z]+)"`).FindAllStringSubmatch(string(text), -1) {
			if w.messages[m[1]] == nil {
				t.Errorf("%s asks for the message %s", name, m[1])
			}
		}
	}
}

func TestNoMessageIsUnused(t *testing.T) {
	w := builtIn(t).words
	asked := spoken()
	for _, key := range w.keys() {
		if !w.used[key] && !slices.Contains(asked, key) && !slices.ContainsFunc([]string{"link-", "in-country-", "reason-", "gap-", "verdict-", "ruled-out-", "filtered-", "hint-"}, func(family string) bool { return strings.HasPrefix(key, family) }) {
			t.Errorf("nothing asks for the message %s", key)
		}
	}
}

func TestLabelsOfProseFillTheirArgument(t *testing.T) {
	w := builtIn(t).words
	for _, key := range proseLabels() {
		text := w.Text(key, "Text", "seven")
		if asks := slices.Contains(w.messages[key].names(), "Text"); asks != strings.Contains(text, "seven") || strings.Contains(text, "{{") {
			t.Errorf("%s gives %q", key, text)
		}
	}
}

func TestCountsChooseTheirWords(t *testing.T) {
	w := builtIn(t).words
	for count, want := range map[int]string{0: "no mentors yet", 1: "1 mentor", 2: "2 mentors", 250: "250 mentors", 1200: "1,200 mentors", 1000000: "1,000,000 mentors"} {
		if got, err := w.text("mentors", "Count", count); got != want || err != nil {
			t.Errorf("%d: %q, %v", count, got, err)
		}
	}
}

func TestEachLanguageHasItsOwnPlurals(t *testing.T) {
	theme, diags := overridden("cy", map[string]string{
		"i18n/cy.toml": "things = { zero = \"z{{.Count}}\", one = \"o{{.Count}}\", two = \"t{{.Count}}\", few = \"f{{.Count}}\", many = \"m{{.Count}}\", other = \"x{{.Count}}\" }\n",
	})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for count, want := range map[int]string{0: "z", 1: "o", 2: "t", 3: "f", 6: "m", 4: "x", 100: "x"} {
		got, _ := theme.words.text("things", "Count", count)
		if !strings.HasPrefix(got, want) {
			t.Errorf("%d: %q, want the form %s", count, got, want)
		}
	}
	if got, _ := theme.words.text("mentors", "Count", 3); !strings.HasSuffix(got, "mentors") {
		t.Errorf("a message without a translation follows the rules of English, got %q", got)
	}
}

func TestTheFormsOfALanguageAreThoseOfItsNumbers(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "one other", "fr": "one other", "pt-BR": "one other", "ar": "zero one two few many other",
		"ru": "many one few other", "pl": "many one few other", "ja": "other", "cy": "zero one two few many other", "xx": "other",
	} {
		if got := strings.Join(formsOf(language.Make(lang)), " "); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}

func TestTheFirstOfAMonthMayHaveAFormOfItsOwn(t *testing.T) {
	theme, diags := overridden("fr", map[string]string{
		"i18n/fr.toml": "date = { one = \"{{.Day}}er {{.Month}} {{.Year}}\", other = \"{{.Day}} {{.Month}} {{.Year}}\" }\nmonth-5 = \"mai\"\n",
	})
	for day, want := range map[int]string{1: "1er mai 2027", 2: "2 mai 2027", 31: "31 mai 2027"} {
		if got := theme.words.Date(portal.Date{Year: 2027, Month: 5, Day: day}); got != want || diags.HasErrors() {
			t.Errorf("%q, %v", got, diags)
		}
	}
}

func TestAMessageThatCannotBeReadIsAMistakeWithItsLine(t *testing.T) {
	for line, want := range map[string]string{
		`skip = 7`:                             "the words stand in quotes",
		`skip = ["a"]`:                         "the words stand in quotes",
		`skip = { one = 1, other = "a" }`:      "the words stand in quotes",
		`skip = { oen = "a", other = "b" }`:    "there is no plural form `oen`: the forms are other, zero, one, two, few, many",
		`skip = { one = "a" }`:                 "the plural form `other` is missing",
		`skip = ""`:                            "the message has no words",
		`skip = "{{if .A}}"`:                   "only placeholders like {{.Name}} can stand in a message",
		"[skip]\n[skip.other]\nother = \"a\"":  "the words stand in quotes",
		`skip = "to the end`:                   "strings cannot contain newlines",
		`skip = { other = "{{.Name}}" } # why`: "`skip` has nothing to fill in for {{.Name}}",
	} {
		_, diags := overridden("en", map[string]string{"i18n/en.toml": "\n" + line + "\n"})
		if len(diags) != 1 || diags[0].Code != TemplateMistake || diags[0].Line != 2 || !strings.Contains(diags[0].Message, want) {
			t.Errorf("%s: %v", line, diags)
		}
	}
}

func TestWhatALanguageLacksIsShownInEnglishWithOneWarning(t *testing.T) {
	theme, diags := overridden("sv-FI", map[string]string{"i18n/sv.toml": "skip = \"Till innehållet\"\nnav-home = \"Hem\"\n", "i18n/sv-FI.toml": "nav-home = \"Startsida\"\n"})
	if len(diags) != 1 || diags[0].Code != MissingMessage || diags[0].Severity.String() != "warning" || diags[0].File != "templates/i18n/sv-FI.toml" {
		t.Errorf("got %v", diags)
	}
	for key, want := range map[string]string{"skip": "Till innehållet", "nav-home": "Startsida", "nav-mentors": "Mentors"} {
		if got, _ := theme.words.text(key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}

func TestWhatATranslatorMistypedIsSaid(t *testing.T) {
	for file, want := range map[string]string{
		"nav-hom = \"Start\"":                       "templates/i18n/de.toml:1: warning: no template asks for the message `nav-hom` [template-mistake]",
		"in-country-ax = \"Åland\"":                 "", // not in-country-ae
		"link-gitlab = \"GitLab\"":                  "", // not link-github
		"mentors = { one = \"{{.Count}} Mentor\" }": "templates/i18n/de.toml:1: error: `mentors`: the plural form `other` is missing, which every message has [template-mistake]",
		"skip = \"Zum Inhalt\nnav-home = \"Start":   "templates/i18n/de.toml:1:19: error: strings cannot contain newlines [template-mistake]",
	} {
		_, diags := overridden("de", map[string]string{"i18n/de.toml": file})
		var got []string
		for _, d := range diags {
			if !strings.Contains(d.Message, "are shown in English") {
				got = append(got, d.String())
			} else if strings.Contains(file, "\n") {
				t.Errorf("what is missing is said of a file that cannot be read: %s", d)
			}
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("%s: got %q", file, got)
		}
	}
}

func TestEnglishOfAnotherCountryLacksNothing(t *testing.T) {
	if _, diags := overridden("en-GB", nil); len(diags) > 0 {
		t.Error(diags)
	}
}

func TestDaysAndTimesAreWrittenInWords(t *testing.T) {
	w := builtIn(t).words
	if got := w.Date(portal.Date{Year: 2027, Month: 3, Day: 9}); got != "9 March 2027" {
		t.Errorf("got %q", got)
	}
	if got := w.Date(portal.Date{}); got != "" {
		t.Errorf("no date gives %q", got)
	}
	if got := w.clock(7*60 + 5); got != "07:05" {
		t.Errorf("got %q", got)
	}
	if got := zone.City("America/Argentina/Buenos_Aires"); got != "Buenos Aires" {
		t.Errorf("got %q", got)
	}
}

func TestNamesOfLanguagesAndCountriesAreThePagesOwn(t *testing.T) {
	w := builtIn(t).words
	for tag, want := range map[string]string{"pt": "Portuguese", "pt-BR": "Brazilian Portuguese", "zh-Hans": "Simplified Chinese", "not a tag": "not a tag"} {
		if got := w.language(tag); got != want {
			t.Errorf("%s: %q", tag, got)
		}
	}
	if a := w.autonym("ar"); a == nil || a.Name != "العربية" || a.Dir != "rtl" || a.Tag != "ar" {
		t.Errorf("got %v", a)
	}
	if a := w.autonym("en"); a != nil {
		t.Errorf("English needs no second name, got %v", a)
	}
	if w.country("GR") != "Greece" || w.country("??") != "??" {
		t.Errorf("got %q, %q", w.country("GR"), w.country("??"))
	}
}

func TestNamesThatRunAgainstThePageAreIsolated(t *testing.T) {
	w := builtIn(t).words
	if got, _ := w.text("write-to", "Name", "ليان"); got != "Write to \u2068ليان\u2069" {
		t.Errorf("got %q", got)
	}
	if got, _ := w.text("write-to", "Name", "Žilvinas"); got != "Write to Žilvinas" {
		t.Errorf("got %q", got)
	}
}

func TestDirectionFollowsFromTheLanguage(t *testing.T) {
	for lang, want := range map[string]string{"en": "ltr", "ar": "rtl", "he": "rtl", "fa-AF": "rtl", "az": "ltr", "az-Arab": "rtl", "dv": "rtl", "zh-Hans": "ltr", "": "ltr", "%%": "ltr"} {
		if got := direction(lang); got != want {
			t.Errorf("%q: %s", lang, got)
		}
	}
}

func TestEveryLanguageSaysWhetherANativeReaderReviewedIt(t *testing.T) {
	files, err := os.ReadDir("../../templates/i18n")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text, err := os.ReadFile("../../templates/i18n/" + f.Name())
		if head, _, _ := strings.Cut(string(text), "\n\n"); err != nil || !strings.HasPrefix(head, "# ") || !strings.Contains(head, "reviewed") {
			t.Errorf("%s does not say so in its first lines", f.Name())
		}
	}
}
