package theme

import (
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ithaca/generator/portaltest"
)

// publishedWith returns the scripts of a theme by name, with a site's own modules
// among them.
func publishedWith(t *testing.T, own map[string]string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for name, text := range own {
		files["assets/js/"+name] = text
	}
	theme, diags := overridden("en", files)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	modules := map[string]string{}
	for _, a := range theme.Assets() {
		if path.Ext(a.Path) == ".js" {
			modules[path.Base(a.Path)] = string(a.Data)
		}
	}
	return modules
}

// run has Node import a module as pages do, and returns what it prints.
func run(t *testing.T, name string, modules map[string]string) string {
	t.Helper()
	return string(portaltest.Node(t, modulesIn(t, modules), `await import("./`+name+`");`, nil))
}

func TestAModuleIsPublishedWithAllThatItImports(t *testing.T) {
	modules := publishedWith(t, map[string]string{
		"one.js":   "import { b as first, Both } from './two.js';\nimport {\n  c,\n  d,\n} from \"./three.js\";\nconsole.log(first(), new Both().c, c + d());\nfor (const e of first.all()) console.log(e);\n",
		"two.js":   "import { c } from './three.js';\nconst hidden = c;\nexport function b() { return hidden; }\nexport class Both { c = c; }\nb.all = function*() { yield 5; };\n",
		"three.js": "const two = 2;\nexport const c = 1;\nexport async function* never() { await two; }\nexport const d = () => two;\nconsole.log('once');\n",
	})
	got := modules["one.js"]
	if strings.Contains(got, "import") || strings.Contains(got, "export") || strings.Count(got, "once") != 1 {
		t.Errorf("one.js is published as %s", got)
	}
	if modules["two.js"] != "" || modules["three.js"] != "" {
		t.Error("what is in the bundle is published beside it too")
	}
	if said := run(t, "one.js", modules); said != "once\n1 1 3\n5\n" {
		t.Errorf("it says %q", said)
	}
}

func TestAModuleThatCannotBeBundledIsPublishedBesideWhatItImports(t *testing.T) {
	seconds := []string{
		"export let n = 1;\n", "export default 1;\nexport const n = 1;\n", "export * from './three.js';\n", "import './one.js';\nexport const n = 1;\n",
		"  export const n = 1;\n", "export const n = await 1;\n", "export const m = 2, n = 1;\n", "const m = 1;\nexport { m as n };\n",
		"import * as all from './three.js';\nexport const n = all.n;\n", "import './three.js';\nexport const n = 1;\n",
	}
	own := map[string]string{}
	for i, two := range seconds { // each among modules of its own, with a letter before their names
		letter := string(rune('a' + i))
		for name, text := range map[string]string{
			"one.js": "import { n } from './two.js';\nconsole.log(n);\n", "two.js": two, "three.js": "export const n = 1;\n",
			"first.js": "import { n } from './one.js';\n",
		} {
			own[letter+name] = strings.ReplaceAll(text, "'./", "'./"+letter)
		}
	}
	modules := publishedWith(t, own)
	all := ""
	for i, two := range seconds {
		one := string(rune('a'+i)) + "one.js"
		if !strings.HasPrefix(modules[one], `import{n}from"./`+string(rune('a'+i))+`two.js";`) {
			t.Errorf("beside %q one.js is published as %s", two, modules[one])
		}
		all += "await import('./" + one + "');\n"
	}
	modules["all.js"] = all
	if said := run(t, "all.js", modules); said != strings.Repeat("1\n", len(seconds)) {
		t.Errorf("they say %q", said)
	}
}

func TestWhatAScriptLoadsLaterIsABundleOfItsOwn(t *testing.T) {
	modules := publishedWith(t, map[string]string{
		"page.js":  "import { both } from './both.js';\nboth('page');\nimport('./later.js').then(({ later, word }) => later(word));\n",
		"later.js": "import { both } from './both.js';\nimport { more } from './more.js';\nexport const word = 'own';\nexport function later(word) { both(word); more(); }\n",
		"more.js":  "import { both } from './both.js';\nexport const more = () => both('more');\n",
		"both.js":  "export const both = (word) => console.log(word);\n",
	})
	for _, name := range []string{"page.js", "later.js"} {
		if strings.Contains(modules[name], "from") {
			t.Errorf("%s is published as %s", name, modules[name])
		}
	}
	if got := run(t, "page.js", modules); got != "page\nown\nmore\n" {
		t.Errorf("the page says %q", got)
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
	modules := publishedWith(t, nil)
	for _, page := range pages {
		for _, found := range asked.FindAllStringSubmatch(read(t, page), -1) {
			if text := modules[found[1]]; text == "" || strings.HasPrefix(text, "import") {
				t.Errorf("%s loads %s, which then asks for others", page, found[1])
			}
		}
	}
}

func TestTheFindersScriptsAreSmall(t *testing.T) {
	modules := publishedWith(t, nil)
	first := packed(t, []byte(modules["theme.js"])) + packed(t, []byte(modules["theme-control.js"])) + packed(t, []byte(modules["finder.js"]))
	if later := packed(t, []byte(modules["found.js"])); first > 4<<10 || first+later > 14<<10 {
		t.Errorf("the finder's scripts have %d bytes compressed before the first answer and %d in all, more than 4 and 14 KiB", first, first+later)
	}
}
