package theme

import (
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// asPublished returns what a page loads when it asks for a module.
func asPublished(t *testing.T, name string, own map[string]string) string {
	t.Helper()
	theme, diags := overridden("en", own)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	for _, a := range theme.Assets() {
		if strings.HasSuffix(a.Path, "/js/"+name) {
			return string(a.Data)
		}
	}
	t.Fatal("there is no ", name)
	return ""
}

func TestAModuleIsPublishedWithAllThatItImports(t *testing.T) {
	own := map[string]string{
		"assets/js/one.js":   "import { b as first, Both } from './two.js';\nimport * as all from \"./three.js\";\nimport {\n  c,\n} from './three.js';\nconsole.log(first(), new Both().c, all.c + c, all.d, all.later);\n",
		"assets/js/two.js":   "import { c } from './three.js';\nconst hidden = c;\nexport function b() { return hidden; }\nexport class Both { c = c; }\n",
		"assets/js/three.js": "const two = 2;\nexport const c = 1, d = two;\nexport { two as later };\nconsole.log('once');\n",
	}
	got := asPublished(t, "one.js", own)
	if strings.Contains(got, "import") || strings.Contains(got, "export") || strings.Count(got, "once") != 1 {
		t.Errorf("one.js is published as %s", got)
	}
	if said := run(t, "one.js", own); said != "once\n1 1 2 2 2\n" {
		t.Errorf("it says %q", said)
	}
}

func TestAModuleThatCannotBeJoinedStaysAsItIs(t *testing.T) {
	for _, other := range []string{
		"export let n = 1;\n", "export default 1;\n", "export * from './two.js';\n", "import { n } from './one.js';\nexport const m = n;\n", "  export const n = 1;\n", "export const n = await 1;\n",
	} {
		got := asPublished(t, "one.js", map[string]string{
			"assets/js/one.js": "import * as x from './two.js';\nconsole.log(x);\n", "assets/js/two.js": other,
		})
		if !strings.HasPrefix(got, `import*as x from"./two.js";`) {
			t.Errorf("beside %q one.js is published as %s", other, got)
		}
	}
}

func TestAnImportOfNothingIsReported(t *testing.T) {
	_, diags := overridden("en", map[string]string{"assets/js/one.js": "import { n } from './tow.js';\nconsole.log(n);\n"})
	if len(diags) != 1 || !strings.Contains(diags[0].String(), "templates/assets/js/one.js: error: there is no assets/js/tow.js to import") {
		t.Errorf("%v", diags)
	}
}

func TestModulesArePublishedUnderOneFolderAndFindEachOther(t *testing.T) {
	published := map[string]string{}
	for _, a := range builtIn(t).Assets() {
		published[a.Path] = string(a.Data)
		if strings.Contains(a.Path, "/css/") {
			t.Errorf("%s is published beside the style sheet it is a part of", a.Path)
		}
	}
	for name, text := range published {
		if path.Ext(name) != ".js" {
			continue
		}
		for _, found := range regexp.MustCompile(`\b(?:from|import)\s*\(?["']([^"']+)["']`).FindAllStringSubmatch(text, -1) {
			if published[path.Join(path.Dir(name), found[1])] == "" {
				t.Errorf("%s imports %s, which is not there", name, found[1])
			}
		}
	}
}

func TestPagesAskForNoMoreThanOneModuleOfTheirOwn(t *testing.T) {
	asked := regexp.MustCompile(`asset "js/([a-z-]+\.js)"`)
	pages, err := filepath.Glob("../../templates/*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		for _, found := range asked.FindAllStringSubmatch(read(t, page), -1) {
			if text := asPublished(t, found[1], nil); strings.HasPrefix(text, "import") {
				t.Errorf("%s loads %s, which then asks for others", page, found[1])
			}
		}
	}
}
