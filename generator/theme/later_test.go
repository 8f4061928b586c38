package theme

import (
	"encoding/json"
	"path"
	"strings"
	"testing"

	"ithaca/generator/portaltest"
)

// run has Node import a module as pages do, and gives what it prints.
func run(t *testing.T, name string, own map[string]string) string {
	t.Helper()
	theme, diags := overridden("en", own)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	modules := map[string]string{}
	for _, a := range theme.Assets() {
		if own["assets/js/"+path.Base(a.Path)] != "" {
			modules[path.Base(a.Path)] = string(a.Data)
		}
	}
	return string(portaltest.Node(t, modulesIn(t, modules), `await import("./`+name+`");`, nil))
}

func TestWhatAScriptLoadsLaterIsJoinedWithoutWhatThatScriptHolds(t *testing.T) {
	own := map[string]string{
		"assets/js/page.js":  "import { both } from './both.js';\nboth('page');\nimport('./later.js').then(({ later, renamed }) => later(renamed));\n",
		"assets/js/later.js": "import { both } from './both.js';\nimport { more } from './more.js';\nconst own = 'own';\nexport function later(word) { both(word); more(); }\nexport { own as renamed };\n",
		"assets/js/more.js":  "import { both } from './both.js';\nexport const more = () => both('more');\n",
		"assets/js/both.js":  "let met = 0;\nexport const both = (word) => console.log(word, ++met);\n",
	}
	later := asPublished(t, "later.js", own)
	if strings.Count(later, "import") != 1 || !strings.Contains(later, `from"./page.js"`) || strings.Contains(later, "console") {
		t.Errorf("later.js is published as %s", later)
	}
	if got := run(t, "page.js", own); got != "page 1\nown 2\nmore 3\n" {
		t.Errorf("the page says %q", got)
	}
}

func TestWhatSeveralScriptsLoadLaterStaysAsItIs(t *testing.T) {
	both := "export const both = 1;\n"
	later := "import { both } from './both.js';\nexport const later = both;\n"
	page := "import { both } from './both.js';\nimport('./later.js').then((all) => console.log(both, all));\n"
	waiting := "import { both } from './both.js';\nconsole.log(both, await import('./later.js'));\n"
	for _, own := range []map[string]string{
		{"assets/js/page.js": page, "assets/js/other.js": page, "assets/js/later.js": later, "assets/js/both.js": both},
		{"assets/js/page.js": page, "assets/js/alone.js": "import('./later.js');\n", "assets/js/later.js": later, "assets/js/both.js": both},
		{"assets/js/page.js": waiting, "assets/js/later.js": later, "assets/js/both.js": both},
		{"assets/js/page.js": page, "assets/js/later.js": "await 1;\n" + later, "assets/js/both.js": both},
		{"assets/js/page.js": page, "assets/js/later.js": "import './page.js';\n" + later, "assets/js/both.js": both},
		{"assets/js/page.js": page, "assets/js/later.js": strings.Replace(later, "const", "let", 1), "assets/js/both.js": both},
	} {
		if got := asPublished(t, "later.js", own); !strings.Contains(got, `from"./both.js"`) {
			list, _ := json.Marshal(own)
			t.Errorf("of %s later.js is published as %s", list, got)
		}
		if got := asPublished(t, "page.js", own); strings.Contains(got, "export") {
			t.Errorf("page.js lends what nobody asks for: %s", got)
		}
	}
}
