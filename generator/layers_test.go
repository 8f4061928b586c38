package generator_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// floors is the plan of the house: a package imports only packages on lower
// floors. "not" names what a package must not know beyond that, "only" the only
// ones of our packages it may know. A package on no floor is for tests alone.
const floors = `
	12 main     only cli
	11 cli      only generator wholefile worktree contacts ask start intake round upkeep serve review online terminal diag each
	10 terminal only ask start intake round upkeep diag each order table
	10 serve    only generator ask upkeep diag order
	10 online   only generator diag
	10 review   not  flag html html/template os
	9 ask       not  flag html html/template
	9 start     not  flag html html/template
	9 intake    not  flag html html/template
	9 round     not  flag html html/template os
	9 upkeep    not  flag html html/template
	8 generator not  flag
	7 theme     not  content match os
	5 site/page not  os
	5 site/data not  os
	6 portrait  not  os
	5 content   not  os
	5 match/study not  markdown os math/rand math/rand/v2
	4 content/kinds not os
	4 site      not  os
	4 cohort    not  match portal diag os math/rand math/rand/v2
	3 content/part not os
	3 edit      not  os portal
	3 intake/answer not os
	3 intake/records not os
	3 contacts
	3 secrets   not  os
	3 match     not  markdown os math/rand math/rand/v2
	2 portal    not  os
	2 history
	2 publish
	2 match/search not os
	2 content/field not os
	1 source
	1 markdown  not  os
	1 picture
	1 table     not  os
	1 theme/accent only diag
	1 words     not  os
	1 world     not  os
	1 match/hours not os
	1 worktree
	0 diag      not  os
	0 each      not  os
	0 fair      not  os
	0 filename  not  os
	0 hidden    not  os
	0 leak      not  os net/http html/template
	0 markdown/shape not os
	0 order     not  os
	0 stem      not  os
	0 toml      not  os
	0 tongue    not  os
	0 wholefile
	0 zone      not  os net/http
	- portaltest only portal markdown
	- browser
`

// doors names the one package that may import an outside module, or a standard
// package that deserves the same care. golang.org/x is open to all, and what
// "test" stands beside is imported by tests only.
const doors = `
	github.com/yuin/goldmark         markdown
	github.com/adrg/frontmatter      content/field
	go.yaml.in/yaml/v4               content/field
	github.com/gosimple/slug         content/kinds
	github.com/agext/levenshtein     diag
	github.com/blevesearch/snowballstem stem
	github.com/arran4/golang-ical    site/data
	github.com/gofrs/flock           publish
	github.com/tdewolff/minify/v2    theme
	github.com/BurntSushi/toml       toml
	html/template                    theme
	github.com/spf13/cobra           cli
	github.com/spf13/pflag           cli
	github.com/fatih/color           terminal
	github.com/cli/browser           cli
	github.com/fsnotify/fsnotify     serve
	net/http                         serve
	os/exec                          worktree
	github.com/google/go-cmp         test
	github.com/rogpeppe/go-internal  test
	github.com/rogpeppe/go-internal/diff terminal
	pgregory.net/rapid               test
	github.com/chromedp              test
`

// calls names the packages that may use what is not pure: the way out, the
// terminal and the clock. publish reads the clock to tell the next build since
// when it holds the lock.
const calls = `
	os.Exit     main cli
	os.Stdout   main cli
	os.Stderr   main cli
	fmt.Print   cli
	fmt.Printf  cli
	fmt.Println cli
	log.Print   cli
	log.Printf  cli
	log.Println cli
	log.Panic   cli
	log.Fatal   cli
	log.Fatalf  cli
	time.Now    cli publish
	time.Since  cli
	time.Until  cli
`

func TestEveryPackageKeepsToItsFloor(t *testing.T) {
	files := goFiles(t, "..")
	if len(files) < 50 {
		t.Fatalf("only %d files were found: this test looks in the wrong place", len(files))
	}
	for _, fault := range newHouse(floors, doors, calls).faults(files) {
		t.Error(fault)
	}
}

func TestEveryRowOfThePlanStandsForSomething(t *testing.T) {
	for _, row := range newHouse(floors, doors, calls).unused(goFiles(t, "..")) {
		t.Errorf("the plan has a row for %s, which is not there or stands twice", row)
	}
}

// goFiles reads all Go code below the folder of the module.
func goFiles(t *testing.T, root string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && path != root && (name == "testdata" || name[0] == '.' || name[0] == '_') {
			return filepath.SkipDir
		}
		if d.IsDir() || filepath.Ext(name) != ".go" {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, path)
		files[filepath.ToSlash(relative)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestEachWayToBreakTheHouseIsFound(t *testing.T) {
	const imports = `package x; import "`
	for _, c := range []struct{ name, code, want string }{
		{"main.go", imports + `ithaca/generator/cli"`, ""},
		{"main.go", imports + `ithaca/generator/diag"`, "main.go: main must not know diag"},
		{"generator/site/a.go", imports + `ithaca/generator/portal"`, ""},
		{"generator/site/a.go", imports + `ithaca/generator/theme"`, "generator/site/a.go: site stands on floor 4 and imports theme on floor 7"},
		{"generator/site/a.go", imports + `ithaca/generator/cohort"`, "generator/site/a.go: site stands on floor 4 and imports cohort on floor 4"},
		{"generator/site/a.go", imports + `ithaca/generator"`, "generator/site/a.go: site stands on floor 4 and imports generator on floor 8"},
		{"generator/site/a.go", imports + `ithaca"`, "generator/site/a.go: site stands on floor 4 and imports main on floor 12"},
		{"generator/site/a.go", imports + `os"`, "generator/site/a.go: site must not know os"},
		{"generator/site/a_test.go", imports + `os"`, ""},
		{"generator/theme/a.go", imports + `ithaca/generator/match"`, "generator/theme/a.go: theme must not know match"},
		{"generator/cli/a.go", imports + `ithaca/generator/site"`, "generator/cli/a.go: cli must not know site"},
		{"generator/match/a.go", imports + `math/rand/v2"`, "generator/match/a.go: match must not know math/rand/v2"},
		{"generator/site/a.go", imports + `ithaca/generator/site/page"`, "generator/site/a.go: site stands on floor 4 and imports site/page on floor 5"},
		{"generator/site/data/a.go", imports + `ithaca/generator/site/page"`, "generator/site/data/a.go: site/data stands on floor 5 and imports site/page on floor 5"},
		{"generator/site/part/a.go", `package part`, "generator/site/part/a.go: site/part has no floor; give it one in layers_test.go and in doc.go"},
		{"tools/a.go", `package tools`, "tools/a.go: tools has no floor; give it one in layers_test.go and in doc.go"},
		{"generator/site/a.go", imports + `ithaca/generator/portaltest"`, "generator/site/a.go: portaltest is for tests only"},
		{"generator/site/a_test.go", imports + `ithaca/generator/portaltest"`, ""},
		{"generator/portaltest/a.go", imports + `ithaca/generator/site"`, "generator/portaltest/a.go: portaltest must not know site"},
		{"generator/content/field/a.go", imports + `go.yaml.in/yaml/v4"`, ""},
		{"generator/zone/a.go", imports + `go.yaml.in/yaml/v4"`, "generator/zone/a.go: go.yaml.in/yaml/v4 has its door in content/field"},
		{"generator/zone/a_test.go", imports + `go.yaml.in/yaml/v4"`, "generator/zone/a_test.go: go.yaml.in/yaml/v4 has its door in content/field"},
		{"generator/markdown/a.go", imports + `github.com/yuin/goldmark/ast"`, ""},
		{"generator/markdown/a.go", imports + `github.com/yuin/goldmark-emoji"`, "generator/markdown/a.go: github.com/yuin/goldmark-emoji has no door; give it one in layers_test.go"},
		{"generator/site/a.go", imports + `html/template"`, "generator/site/a.go: html/template has its door in theme"},
		{"generator/site/a.go", imports + `golang.org/x/text/collate"`, ""},
		{"generator/site/a.go", imports + `github.com/google/go-cmp/cmp"`, "generator/site/a.go: github.com/google/go-cmp is for tests only"},
		{"generator/site/a_test.go", imports + `github.com/google/go-cmp/cmp"`, ""},
		{"generator/portaltest/a.go", imports + `github.com/chromedp/chromedp"`, ""},
		{"generator/site/a.go", `package x; import . "strings"`, "generator/site/a.go: a dot import hides what is called"},
		{"generator/site/a.go", `package x; func init() {}`, "generator/site/a.go: init runs unasked"},
		{"generator/site/a.go", `package x; func (s *S) init() {}`, ""},
		{"generator/site/a.go", `package x; import "time"; func f() { time.Now() }`, "generator/site/a.go: time.Now is left to cli publish"},
		{"generator/site/a.go", `package x; import clock "time"; var now = clock.Now`, "generator/site/a.go: time.Now is left to cli publish"},
		{"generator/site/a.go", `package x; import "time"; func f(t time.Time) { t.Now(); time.Unix(1, 2) }`, ""},
		{"generator/site/a_test.go", `package x; import "time"; func f() { time.Now() }`, ""},
		{"generator/cli/a.go", `package x; import "time"; func f() { time.Now() }`, ""},
		{"generator/diag/a.go", `package x; import "fmt"; func f() { fmt.Println("x") }`, "generator/diag/a.go: fmt.Println is left to cli"},
		{"generator/diag/a.go", `package x; func f() { println("x") }`, "generator/diag/a.go: println is left to nobody"},
		{"generator/publish/a.go", `package x; import "os"; func f() { os.Exit(1) }`, "generator/publish/a.go: os.Exit is left to main cli"},
		{"generator/publish/a.go", `package x; import`, "generator/publish/a.go:1:18: missing import path"},
	} {
		got := strings.Join(newHouse(floors, doors, calls).faults(map[string]string{c.name: c.code}), "\n")
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s with %s:\n%s", c.name, c.code, d)
		}
	}
}
