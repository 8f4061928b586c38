package theme

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"

	"ithaca/generator/diag"
)

func TestOneEntryRenamesWhatTheMessagesSay(t *testing.T) {
	theme, diags := overridden("en", map[string]string{"i18n/en.toml": `rename = { mentor = "guide", mentors = "guides", "a mentor" = "an adviser" }
no-mentors = "Mentors will come."
`})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	for key, want := range map[string]string{
		"nav-mentors": "Guides", "join": "Become an adviser", "kinds": "Kind of mentoring",
		"no-mentors": "Mentors will come.", "no-mentors-yet": "This portal has just begun, and looks for its first guides.",
	} {
		if got, err := theme.words.text(key); got != want || err != nil {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	if got, _ := theme.words.text("mentors", "Count", 2); got != "2 guides" {
		t.Errorf("got %q", got)
	}
}

func TestARenamingThatDoesNothingIsAMistake(t *testing.T) {
	for line, want := range map[string]string{
		`rename = { metnor = "guide" }`: "no message has the word `metnor`",
		`rename = "guide"`:              "rename takes words and what to say instead",
		`rename = {}`:                   "rename takes words and what to say instead",
		`rename = { mentor = 7 }`:       "rename takes words and what to say instead",
		`rename = { mentor = "" }`:      "rename takes words and what to say instead",
	} {
		_, diags := overridden("en", map[string]string{"i18n/en.toml": line})
		if len(diags) != 1 || diags[0].Line != 1 || !strings.Contains(diags[0].Message, want) {
			t.Errorf("%s: %v", line, diags)
		}
	}
}

func TestAMistakeInWordsThatLanguagesShareIsReportedOnce(t *testing.T) {
	own := fstest.MapFS{"i18n/en.toml": {Data: []byte("rename = { metnor = \"guide\" }\nskip = 7\n")}}
	_, diags := New(Options{Lang: "en", Others: []string{"es", "ar"}, Layers: []Layer{{Name: "built-in", FS: os.DirFS("../../templates")}, {Name: "templates", FS: own}}})
	if len(diags) != 2 {
		t.Errorf("got %v", diags)
	}
}

func TestAMessageWithoutAPluralFormOfItsLanguageIsWarnedOf(t *testing.T) {
	_, diags := overridden("pl", map[string]string{"i18n/pl.toml": `things = { one = "a", many = "b", other = "c" }`})
	var found diag.List
	for _, d := range diags {
		if d.Line == 1 {
			found = append(found, d)
		}
	}
	if len(found) != 1 || found[0].Code != MissingMessage || found[0].Message != "`things` has no words for the plural form `few`" ||
		found[0].Hint != `add few = "…", which numbers such as 2, 3, 4, 22 take` {
		t.Errorf("got %v", found)
	}
}

func TestAWordFileHoldsEveryMessageToBeTranslated(t *testing.T) {
	builtIn := os.DirFS("../../templates")
	text, err := WordFile(builtIn, language.Polish)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"# The words of the interface in Polish.", "## Dates, numbers and lists", `# skip = "Skip to the content"`,
		"#   few   for numbers such as 2, 3, 4, 22", "#   other for fractions",
		`# mentors = { zero = "no mentors yet", many = "{{.Count}} mentors", one = "{{.Count}} mentor", few = "{{.Count}} mentors", other = "{{.Count}} mentors" }`,
	} {
		if !strings.Contains(text, line+"\n") {
			t.Errorf("there is no line %s", line)
		}
	}
	english, err := fs.ReadFile(builtIn, "i18n/en.toml")
	if err != nil {
		t.Fatal(err)
	}
	whole := strings.ReplaceAll(text, "\n# ", "\n") // each message as if translated
	_, body, _ := strings.Cut(whole, "\n\n")
	read := readWords(&files{words: []file{{Path: "i18n/en.toml", Text: string(english)}, {Path: "i18n/pl.toml", Text: body}}}, "pl", &diag.List{})
	for _, key := range read.keys() {
		if read.messages[key].lang != language.Polish {
			t.Errorf("%s is not in the file", key)
		}
	}
}
