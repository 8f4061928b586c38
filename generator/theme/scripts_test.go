package theme

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/portaltest"
)

// scripts returns the built-in modules by name.
func scripts(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range parts(t, "../../templates/assets/js/*.js") {
		all[filepath.Base(name)] = read(t, name)
	}
	return all
}

func TestEachModuleIsShortAndKeepsToThePage(t *testing.T) {
	for name, text := range scripts(t) {
		if lines := strings.Count(text, "\n"); lines >= 200 {
			t.Errorf("%s has %d lines: a module is one idea, in less than 200", name, lines)
		}
		for _, fault := range scriptFaults(text) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

var (
	comments = regexp.MustCompile(`(?s)/\*.*?\*/|(?m)(^|\s)//.*$`)
	literals = regexp.MustCompile("'(?:[^'\\\\\n]|\\\\.)*'|\"(?:[^\"\\\\\n]|\\\\.)*\"|`(?:[^`\\\\]|\\\\.)*`")
	sinks    = regexp.MustCompile(`\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString|document\.write(ln)?|eval|new Function|srcdoc|cssText|trustedTypes|importScripts|sendBeacon|document\.cookie)\b|\.style\b|['"]style['"]|\bimport\s*\([^'"]`)
	imports  = regexp.MustCompile(`(?:\bfrom|\bimport|\bimport\s*\()\s*['"]([^'"]+)['"]`)
	strange  = regexp.MustCompile(`^\./[a-z-]+\.js$`)
	// Two words beside each other, or one that looks like a sentence. Selectors
	// have signs beside their spaces.
	forReaders = regexp.MustCompile(`(^|[\s>])(\pL{2,}|0)[,:]? \pL{2,}|^\p{Lu}\p{Ll}+$|\pL{2,}[.!?]$|[^\x00-\x7f]`)
	keyNames   = regexp.MustCompile(`^(Enter|Escape|Tab|Home|End|Space|Delete|Backspace|Arrow(Up|Down|Left|Right))$`)
	filled     = regexp.MustCompile(`\$\{[^}]*\}`)
)

// scriptFaults finds what a module must not hold: words for readers, which belong
// to the page, ways to make markup from text, and imports that are not of a
// neighbour.
func scriptFaults(text string) []string {
	text = comments.ReplaceAllString(text, "")
	var faults []string
	for _, found := range sinks.FindAllString(text, -1) {
		faults = append(faults, found+" is forbidden")
	}
	for _, found := range imports.FindAllStringSubmatch(text, -1) {
		if !strange.MatchString(found[1]) {
			faults = append(faults, found[1]+" is no neighbour")
		}
	}
	for _, found := range literals.FindAllString(text, -1) {
		words := filled.ReplaceAllString(found[1:len(found)-1], "0")
		if forReaders.MatchString(words) && !keyNames.MatchString(words) {
			faults = append(faults, found+" is for readers: take it from the page")
		}
	}
	return faults
}

func TestWhatAModuleMustNotHoldIsFound(t *testing.T) {
	for text, want := range map[string]string{
		`x.textContent = 'No mentor found'`: "'No mentor found' is for readers: take it from the page",
		"x.textContent = `${n} mentors`":    "`${n} mentors` is for readers: take it from the page",
		`x.title = "Loading…"`:              `"Loading…" is for readers: take it from the page`,
		`x.textContent = 'Loading'`:         "'Loading' is for readers: take it from the page",
		`x.innerHTML = y`:                   "innerHTML is forbidden",
		`x.style.color = y`:                 ".style is forbidden",
		`new Function('x')`:                 "new Function is forbidden",
		`import x from 'https://cdn/x.js'`:  "https://cdn/x.js is no neighbour",
		"import {\n a\n} from 'far/x.js'":   "far/x.js is no neighbour",
		`import(name)`:                      "import(n is forbidden",
		`import('https://cdn/x.js')`:        "https://cdn/x.js is no neighbour",
	} {
		if got := strings.Join(scriptFaults(text), "\n"); got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
	for _, fine := range []string{
		"// What a reader sees.\n", "import {a} from './search-rank.js'", `await import('./later.js')`, "import {\n  a,\n} from './a.js'",
		`export const name = 'a b-c'`, `q('.card > a, [data-x=y]')`, `x.key === 'Enter'`,
		`q('ul.results > li')`, `q('li:not([hidden]) > a')`, "f(`${a}/${b}.json`)", "`${a} ${b}`", `x = cookies`,
	} {
		for _, fault := range scriptFaults(fine) {
			t.Errorf("%s: %s", fine, fault)
		}
	}
}

func TestNodeReadsEveryModuleAndFindsWhatItImports(t *testing.T) {
	modules := map[string]string{}
	for _, a := range builtIn(t).Assets() {
		if path.Ext(a.Path) == ".js" {
			modules[path.Base(a.Path)] = string(a.Data)
		}
	}
	faults := portaltest.Node(t, modulesIn(t, modules), `
		import { readFileSync } from "node:fs";
		for (const name of JSON.parse(readFileSync(0, "utf8"))) {
			await import("./" + name).catch((problem) => {
				if (problem instanceof SyntaxError || problem.code) console.log(name, String(problem)); // the rest needs a page
			});
		}
		process.exit();
	`, slices.Sorted(maps.Keys(modules)))
	if len(faults) > 0 {
		t.Errorf("%s", faults)
	}
}

// modulesIn returns a folder that holds modules by their names.
func modulesIn(t *testing.T, modules map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range modules {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestTheThemeControlIsTiny(t *testing.T) {
	together := 0
	for _, a := range builtIn(t).Assets() {
		switch path.Base(a.Path) {
		case "theme.js":
			if size := packed(t, a.Data); size > 200 {
				t.Errorf("what blocks the first paint has %d bytes compressed, more than 200", size)
			}
			fallthrough
		case "theme-control.js":
			together += packed(t, a.Data)
		}
	}
	if together == 0 || together > 1500 {
		t.Errorf("the scripts of every page have %d bytes compressed, more than 1.5 kB", together)
	}
}
