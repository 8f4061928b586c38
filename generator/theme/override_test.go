package theme

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/diag"
	"ithaca/generator/site/page"
)

// overridden returns the built-in theme with a site's own files over it.
func overridden(lang string, own map[string]string) (*Theme, diag.List) {
	layer := fstest.MapFS{}
	for name, text := range own {
		layer[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return New(Options{Lang: lang, Layers: []Layer{
		{Name: "built-in templates", FS: os.DirFS("../../templates")}, {Name: "templates", FS: layer},
	}})
}

func TestABrokenOverrideIsAMistakeWithItsFileAndLine(t *testing.T) {
	tests := []struct{ name, file, text, want string }{
		{"an action that is not closed", "page.html", "{{define \"main\"}}\n{{if .View}}\n{{end}}",
			"templates/page.html:3: error: unexpected EOF"},
		{"an unknown function", "page.html", "{{define \"main\"}}\n{{upper .Site.Title}}{{end}}",
			`templates/page.html:2: error: function "upper" not defined`},
		{"a misspelt field", "story.html", "{{define \"main\"}}\n\n{{.View.Sumary}}{{end}}",
			"templates/story.html:3: error: `.View.Sumary`: there is no field `Sumary` here (did you mean `Summary`?)"},
		{"a field that only a filled view shows", "guide.html", "{{define \"main\"}}\n{{range .View.Topics}}{{.Name}}{{end}}{{end}}",
			"templates/guide.html:2: error: `.Name`: there is no field `Name` here"},
		{"a part of something that may be missing", "home.html", "{{define \"main\"}}\n{{.View.Story.Title}}{{end}}",
			"templates/home.html:2: error: `.View.Story.Title`: what this is a part of may be missing (ask for it first: {{with .View.Story}} … {{end}})"},
		{"a misspelt field in a partial that is drawn once", "partials/card.html", "<p>\n{{.Hedline}}",
			"templates/partials/card.html:2: error: `.Hedline`: there is no field `Hedline` here (did you mean `Headline`?)"},
		{"a partial that does not exist", "page.html", "{{define \"main\"}}\n{{template \"cart\" .}}{{end}}",
			"templates/page.html:2:12: error: there is no partial `cart` (did you mean `card`?)"},
		{"an action where it cannot be escaped", "page.html", "{{define \"main\"}}\n<a href='{{if .URL}}\">{{end}}</a>{{end}}",
			"templates/page.html: error: "},
		{"a message that does not exist", "page.html", "{{define \"main\"}}\n  {{t \"skipp\"}}{{end}}",
			"templates/page.html:2:5: error: there is no message `skipp` (did you mean `skip`?)"},
		{"a message without its words", "page.html", "{{define \"main\"}}{{t \"write-to\"}}{{end}}",
			"templates/page.html:1:20: error: the message `write-to` needs `Name` (write {{t \"write-to\" \"Name\" …}})"},
		{"an asset that does not exist", "page.html", "{{define \"main\"}}{{asset \"sight.css\"}}{{end}}",
			"templates/page.html:1:20: error: there is no file sight.css in assets/"},
		{"a page without its main part", "page.html", "<p>Hello</p>",
			"templates/page.html: error: the template defines no `main`"},
		{"a name that no page has", "mentors.html", "{{define \"main\"}}{{end}}",
			"templates/mentors.html: warning: no page is drawn with mentors.html (did you mean `mentor.html`?)"},
		{"a name that no page is near", "foo.html", "{{define \"main\"}}{{end}}",
			"templates/foo.html: warning: no page is drawn with foo.html"},
		{"an action that runs into markup", "page.html", "{{define \"main\"}}\n{{.View.Title<b>{{end}}",
			"templates/page.html:2: error: bad character U+003C '<' (an action that opens with {{ here or above may not be closed: write }} at its end)"},
		{"a condition without its end", "page.html", "{{define \"main\"}}\n{{if .View}}<b>{{end}}",
			"templates/page.html:2: error: unexpected EOF (an {{if}}, {{range}}, {{with}}, {{block}} or {{define}} above has no {{end}})"},
		{"words that are not TOML", "i18n/en.toml", "skip = \"Skip\"\nnav-home = Home\n",
			"templates/i18n/en.toml:2:12: error: "},
		{"a placeholder that is not filled", "i18n/en.toml", "skip = \"Skip\"\nwrite-to = \"Ask {{.Nmae}}\"\n",
			"templates/i18n/en.toml:2: error: `write-to` has nothing to fill in for {{.Nmae}} (did you mean `Name`?)"},
		{"a message that is a program", "i18n/en.toml", "\n[write-to]\nother = \"{{range .}}x{{end}}\"\n",
			"templates/i18n/en.toml:2: error: `write-to`: only placeholders like {{.Name}} can stand in a message"},
		{"a message that nothing asks for", "i18n/en.toml", "link-zine = \"Zine\"\nskipp = \"Skip\"\n",
			"templates/i18n/en.toml:2: warning: no template asks for the message `skipp` (did you mean `skip`?)"},
		{"markup without end", "page.html", "{{define \"main\"}}{{range 100000000}}<p>A page.</p>{{end}}{{end}}",
			"templates/page.html: error: the page would be larger than 16 MB"},
		{"a layout without its pages", "layout.html", "<p>{{.Site.Title}}</p>",
			"templates/layout.html: error: the layout shows no page (write {{template \"main\" .}}"},
		{"a style sheet in a style", "assets/site.css", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, diags := overridden("en", map[string]string{test.file: test.text})
			var got []string
			for _, d := range diags.Sorted() {
				line := strings.TrimSuffix(d.String(), " ["+string(TemplateMistake)+"]")
				if d.Hint == "" {
					t.Errorf("%s: no hint", d)
				}
				if !strings.HasPrefix(d.Hint, "compare") && !strings.HasPrefix(d.Hint, "README") && !strings.HasPrefix(d.Hint, "wrap") {
					line += " (" + d.Hint + ")"
				}
				got = append(got, line)
			}
			if all := strings.Join(got, "\n"); !strings.HasPrefix(all, test.want) || (test.want == "") != (all == "") || len(got) > 1 {
				t.Errorf("got\n%s\nwant\n%s", all, test.want)
			}
		})
	}
}

func TestAnOverrideReplacesOnlyItsFile(t *testing.T) {
	theme, diags := overridden("en", map[string]string{
		"page.html":           `{{define "main"}}<h1>Ours: {{.View.Title}}</h1>{{end}}`,
		"partials/card.html":  `<b>{{.Name}}</b>`,
		"i18n/en.toml":        "browse-mentors = \"Meet the guides <all>\"\nmentors = { one = \"{{.Count}} guide\", other = \"{{.Count}} guides\" }\n",
		"assets/extra.css":    "p { color: red }",
		"static/CNAME":        "portal.example",
		"partials/_notes.txt": "not a template",
	})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	p := plan(t)
	for url, want := range map[string]string{
		"/about/":   "<h1>Ours: About us</h1>",
		"/mentors/": "<b>Ana Silva</b>",
		"/":         "Meet the guides &lt;all&gt;",
		"/stories/": "A cook counts.",
		"/topics/":  "1 guide<",
	} {
		if html := draw(t, theme, p, url); !strings.Contains(html, want) {
			t.Errorf("%s does not hold %q", url, want)
		}
	}
	if len(theme.Assets()) != len(builtIn(t).Assets())+1 {
		t.Error("the added asset is missing, or an asset of the built-in theme is")
	}
}

func TestAPageDoesNotChangeWhatOthersShare(t *testing.T) {
	theme, diags := overridden("en", map[string]string{
		"page.html": `{{define "header"}}only here{{end}}{{define "main"}}<h1>x</h1>{{end}}`,
	})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	p := plan(t)
	draw(t, theme, p, "/about/")
	if html := draw(t, theme, p, "/stories/"); strings.Contains(html, "only here") {
		t.Error("a partial that one page redefined is shown on another")
	}
}

func TestAFolderThatIsMissingIsAnEmptyLayer(t *testing.T) {
	theme, diags := New(Options{Layers: []Layer{
		{Name: "built-in templates", FS: os.DirFS("../../templates")},
		{Name: "templates", FS: os.DirFS("testdata/no-such-folder")}, {Name: "none"},
	}})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	p := plan(t)
	if diff := cmp.Diff(draw(t, builtIn(t), p, "/"), draw(t, theme, p, "/")); diff != "" {
		t.Error(diff)
	}
}

func TestAThemeWithoutFilesSaysWhatItLacks(t *testing.T) {
	_, diags := New(Options{Layers: []Layer{{Name: "templates", FS: fstest.MapFS{}}}})
	var lacks []string
	for _, d := range diags {
		if name, ok := strings.CutPrefix(d.Message, "the theme has no "); ok {
			lacks = append(lacks, name)
		}
	}
	if len(lacks) != len(page.Kinds())+1 {
		t.Errorf("it lacks %v", lacks)
	}
}

func TestAMistakeInOneLayerLeavesADrawableTheme(t *testing.T) {
	theme, diags := overridden("en", map[string]string{"story.html": "{{define \"main\"}}{{.View.Titel}}{{end}}"})
	if !diags.HasErrors() {
		t.Fatal("the mistake was not reported")
	}
	p := plan(t)
	draw(t, theme, p, "/about/")
}

func TestAMessageIsEscapedForWhereItStands(t *testing.T) {
	const text = `<p title="{{t "skip"}}">{{t "skip"}}</p>`
	theme, diags := overridden("en", map[string]string{
		"page.html":    `{{define "main"}}` + text + `{{end}}`,
		"story.html":   `{{define "main"}}` + text + `<script type="application/json">{"a": {{t "skip"}}}</script>{{end}}`,
		"i18n/en.toml": "skip = 'Skip \"it\" <now>'\n",
	})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	p := plan(t)
	const want = `<p title="Skip &#34;it&#34; &lt;now&gt;">Skip &#34;it&#34; &lt;now&gt;</p>`
	const data = want + `<script type="application/json">{"a": "Skip \"it\" \u003cnow\u003e"}</script>`
	for url, want := range map[string]string{"/about/": want, "/stories/notebooks/": data} {
		if html := draw(t, theme, p, url); !strings.Contains(html, want) {
			t.Errorf("no %s in %s", want, html)
		}
	}
}
