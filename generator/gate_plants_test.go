package generator_test

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/diag"
	"ithaca/generator/secrets"
)

// plants are what the request badger says in confidence, by the field, as somebody
// else might publish it.
var plants = map[string]string{
	"the pseudonym of a request that is not published":                  "badger-23",
	"`aims` of a request":                                               "afraid of the night foreman",
	"`tried` of a request":                                              "twice, and he laughed both times",
	"the text of a request":                                             "Nobody at home knows that I write",
	"`organisation` of a request":                                       "badger-23, Quillfeather & Daughters",
	"`exclude_organisations` of a request":                              "not Brack and Sons, says badger-23",
	"`location` of a request":                                           "badger-23 of Lower Quayside",
	"`ranked` of a request":                                             "badger-23: bo-berg, ana-silva",
	"`avoid` of a request":                                              "badger-23 without ana-silva, bo-berg",
	"the e-mail address of a mentor who did not ask for it to be shown": "hidden@private.example",
}

// written are the ways to write a text that the gate undoes.
var written = map[string]func(text string) string{
	"plain":              func(text string) string { return text },
	"capitals":           strings.ToUpper,
	"HTML":               html.EscapeString,
	"HTML in a feed":     func(text string) string { return html.EscapeString("<p>" + html.EscapeString(text) + "</p>") },
	"numbers of letters": func(text string) string { return each(text, "&#%d;") },
	"URL":                url.QueryEscape,
	"percent":            func(text string) string { return each(text, "%%%02x") },
	"JSON": func(text string) string {
		data, _ := json.Marshal(map[string]string{"text": text})
		return string(data)
	},
	"JSON in ASCII": func(text string) string { return each(text, `\u%04x`) },
	"base64":        func(text string) string { return base64.StdEncoding.EncodeToString([]byte(text)) },
	"base64 of more": func(text string) string {
		return base64.StdEncoding.EncodeToString([]byte("So: " + text + ", they said."))
	},
	"base64 in a URL": func(text string) string {
		return "data:text/plain;base64," + base64.RawURLEncoding.EncodeToString([]byte(text))
	},
	"markup":          func(text string) string { return strings.ReplaceAll(text, " ", "</b>\n <i class=a>") },
	"markup in words": func(text string) string { return text[:4] + "<wbr>" + text[4:] },
	"soft hyphens":    func(text string) string { return text[:4] + "\u00ad" + text[4:] },
	"accents":         func(text string) string { return strings.NewReplacer("a", "á", "o", "ö").Replace(text) },
	"broad letters":   func(text string) string { return strings.ReplaceAll(text, "a", "ａ") },
}

// each writes every letter by its number.
func each(text, format string) string {
	var b strings.Builder
	for _, r := range text {
		fmt.Fprintf(&b, format, r)
	}
	return b.String()
}

// pathSafe leaves out of a text what no file's name may hold.
var pathSafe = strings.NewReplacer(":", "", ",", "", " ", "-", "&", "and")

func TestWhatIsConfidedIsRefusedInEveryWritingAndKindOfFile(t *testing.T) {
	files := append(siteFiles("Nothing here.", "Welcome."), diag.File{Path: "content/requests/badger-23.md", Text: badger})
	var want []secrets.Find
	for field, text := range plants {
		for how, write := range written {
			for _, kind := range []string{"html", "txt", "json", "js", "css", "xml", "ics", "webmanifest", "md", "svg", "pdf"} {
				name := fmt.Sprintf("%d.%s", len(want), kind)
				files = append(files, diag.File{Path: "templates/static/" + name, Text: "As " + how + ": " + write(text) + " .\n"})
				want = append(want, secrets.Find{URL: "/" + name, Field: field})
			}
		}
	}
	for _, field := range []string{"the pseudonym of a request that is not published", "`tried` of a request"} {
		name := "files/" + pathSafe.Replace(plants[field]) + ".txt"
		files = append(files, diag.File{Path: "templates/static/" + name, Text: "Nothing.\n"})
		want = append(want, secrets.Find{URL: "/" + name, Field: field})
	}
	_, err := publishTo(t, write(t, files))
	var leaks secrets.Leaks
	if !errors.As(err, &leaks) {
		t.Fatal(err)
	}
	for _, find := range want {
		if !slices.Contains(leaks, find) {
			i := slices.IndexFunc(files, func(f diag.File) bool { return f.Path == "templates/static"+find.URL })
			t.Errorf("%s is not found in %q", find.Field, files[i].Text)
		}
	}
}

func TestWhatIsConfidedIsRefusedBesideAPictureAndInAnAddress(t *testing.T) {
	picture, err := os.ReadFile("picture/testdata/rgb.jpg")
	if err != nil {
		t.Fatal(err)
	}
	profile := strings.Replace(mentor, "NAME", "Ana Silva\nphoto: {file: ana.jpg, alt: \"ALT\", credit: \"CREDIT\", consent: 2026-10-01}\naliases: [/ALIAS/]", 1)
	for _, fill := range [][]string{{"ALT", "Twice, and he laughed both times", "CREDIT", "Bo", "ALIAS", "old"}, {"ALT", "Ana", "CREDIT", "Twice and he laughed both times", "ALIAS", "old"},
		{"ALT", "Ana", "CREDIT", "Bo", "ALIAS", "mentors/twice-and-he-laughed-both-times"}} {
		files := append(siteFiles("Nothing here.", "Welcome.")[:1:1], siteFiles("Nothing here.", "Welcome.")[2:]...)
		files = append(files, diag.File{Path: "content/requests/badger-23.md", Text: badger}, diag.File{Path: "content/mentors/ana-silva/ana.jpg", Text: string(picture)},
			diag.File{Path: "content/mentors/ana-silva/index.md", Text: strings.NewReplacer(fill...).Replace(profile)})
		_, err := publishTo(t, write(t, files))
		var leaks secrets.Leaks
		if !errors.As(err, &leaks) || !slices.ContainsFunc(leaks, func(f secrets.Find) bool { return f.Field == "`tried` of a request" }) {
			t.Errorf("%q: %v", fill, err)
		}
	}
}
