package generator_test

import (
	"strings"
	"testing"

	"ithaca/generator/diag"
)

func TestAConflictInAnyFileOfTheSiteIsAnError(t *testing.T) {
	const conflict = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n"
	for file, before := range map[string]string{
		"content/index.md":    "---\ntitle: Harbour\nconcerns: {name: Desk, url: \"https://harbour.example/c\"}\n---\n",
		"templates/page.html": "{{define \"main\"}}<h1>Here</h1>{{end}}\n", "templates/partials/own.html": "<p>Here</p>\n", "templates/i18n/en.toml": "nav-mentors = \"Mentors\"\n",
		"templates/assets/css/own.css": "p { margin: 0 }\n", "templates/assets/js/own.js": "export const a = 1;\n",
		"templates/static/robots.txt": "User-agent: *\r\n", "templates/static/humans.txt": "We.\n", "templates/static/.well-known/security.txt": "Contact: mailto:desk@harbour.example\n",
		"templates/static/CNAME": "harbour.example\n", "templates/static/_headers": "/*\n", "templates/static/a/page.html": "<p>Here</p>\n",
	} {
		got := printed(t, write(t, []diag.File{{Path: file, Text: before + conflict}}))
		if want := "error: a merge stopped here: both versions of the text are in the file [conflict-markers]"; strings.Count(got, want) != 1 || !strings.Contains(got, file+":") {
			t.Errorf("%s: %s", file, got)
		}
	}
	fine := write(t, []diag.File{{Path: "templates/static/notes.txt", Text: "A title\n=======\n\n>> quoted\n"}})
	if got := printed(t, fine); strings.Contains(got, "conflict-markers") {
		t.Error(got)
	}
}
