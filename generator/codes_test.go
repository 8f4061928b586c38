package generator_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator"
	"ithaca/generator/diag"
	"ithaca/generator/online"
	"ithaca/generator/review"
)

// base is a portal without mistakes; an example holds only what differs.
var base = map[string]string{
	"content/index.md": `---
title: Harbour Mentoring
base_url: https://harbour.example
concerns: {name: Safety desk, url: "https://harbour.example/concerns"}
privacy: {version: "2026-01"}
contact: {name: Office, url: "mailto:office@harbour.example"}
---
Welcome.
`,
	"content/pages/code-of-conduct.md": "---\ntitle: Code of conduct\n---\nBe kind.\n",
	"content/pages/privacy.md":         "---\ntitle: Privacy\n---\nWhat we keep.\n",
}

// themed are snapshots by the templates of their sites.
var themed struct {
	sync.Mutex
	by map[string]*generator.Snapshot
}

// take is generator.Take, but that the theme is made once for all sites that have the
// same: it takes most of the time of a small one.
func take(t *testing.T, o generator.Options) *generator.Snapshot {
	t.Helper()
	themed.Lock()
	defer themed.Unlock()
	own := templatesOf(t, o.Site)
	before := themed.by[own]
	if before == nil {
		plain := options(write(t, nil)) // the base, in English
		if own != "" {
			plain = o
		}
		plain.ContentOnly = false
		var err error
		if before, err = generator.Take(plain); err != nil {
			t.Fatal(err)
		}
		if themed.by == nil {
			themed.by = map[string]*generator.Snapshot{}
		}
		themed.by[own] = before
	}
	snapshot, err := before.Update(o)
	if err != nil {
		t.Fatal(err)
	}
	return snapshot
}

// templatesOf returns all that stands in a site's templates.
func templatesOf(t *testing.T, dir string) string {
	t.Helper()
	dir = filepath.Join(dir, "templates")
	if _, err := os.Stat(dir); err != nil {
		return ""
	}
	return fmt.Sprintf("%q", tree(t, dir)) // in the order of the names
}

// write makes a site in a new folder: the base, and the files given, in place of
// those of the base. A file named in the example with no text is left out.
func write(t *testing.T, files []diag.File) string {
	t.Helper()
	all := maps.Clone(base)
	for _, f := range files {
		all[f.Path] = f.Text
		if f.Text == "" {
			delete(all, f.Path)
		}
	}
	dir := t.TempDir()
	for path, text := range all {
		file := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// printed takes a site as check does and gives what check prints without hints.
func printed(t *testing.T, dir string) string { return found(t, dir, false) }

// found is printed that may also ask for links, as check --online does.
func found(t *testing.T, dir string, ask bool) string {
	t.Helper()
	snapshot := take(t, options(dir))
	var dead diag.List
	if ask { // in a private network, where nobody is asked
		dead = online.Check(snapshot, func(string) bool { return true }, online.Options{})
	}
	var b strings.Builder
	for _, d := range slices.Concat(snapshot.Diagnostics(), dead) {
		b.WriteString(d.String() + "\n")
	}
	return b.String()
}

func TestEveryCodeHasAnExampleThatProvokesIt(t *testing.T) {
	for i, code := range diag.Codes() {
		if testing.Short() && i%16 > 0 {
			continue // a site is read the same way for each: the race detector need not see all
		}
		t.Run(string(code), func(t *testing.T) {
			e, _ := diag.Explain(code)
			dir := write(t, special(t, e.Files))
			link(t, dir, e.Files)
			got := found(t, dir, code == online.DeadLink)
			if before := earlier(e.Files); before != nil {
				got = reviewed(t, dir, before)
			}
			if diff := cmp.Diff(e.Want, shortened(e.Want, got)); diff != "" {
				t.Errorf("codes/%s.txtar: (-want +got)\n%s", code, diff)
			}
			if len(e.Instead) == 0 {
				return
			}
			mended := slices.Concat(e.Files, e.Instead)
			if got := printed(t, write(t, special(t, mended))); got != "" {
				t.Errorf("codes/%s.txtar: what it shows instead gives\n%s", code, got)
			}
		})
	}
}

// earlier returns the files of an example as they were, which end in " (before)".
func earlier(files []diag.File) (before []diag.File) {
	for _, f := range files {
		if name, ok := strings.CutSuffix(f.Path, " (before)"); ok {
			before = append(before, diag.File{Path: name, Text: f.Text})
		}
	}
	return before
}

// reviewed returns what check --since prints when somebody has changed files of somebody
// else.
func reviewed(t *testing.T, dir string, before []diag.File) string {
	t.Helper()
	git := func(args ...string) {
		t.Helper()
		args = append([]string{"-C", dir, "-c", "user.name=A", "-c", "commit.gpgsign=false"}, args...)
		if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
			t.Fatalf("git %v: %s", args, out)
		}
	}
	swap := func(file, text string) (was string) {
		t.Helper()
		file = filepath.Join(dir, filepath.FromSlash(file))
		data, err := os.ReadFile(file)
		if err == nil {
			err = os.WriteFile(file, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	for i, f := range before {
		before[i].Text = swap(f.Path, f.Text)
	}
	git("init", "-q", "-b", "main")
	git("add", "-A")
	git("-c", "user.email=ana@example.org", "commit", "-q", "-m", "before")
	for _, f := range before {
		swap(f.Path, f.Text)
	}
	git("-c", "user.email=ben@example.org", "commit", "-q", "-a", "-m", "after")
	r, err := review.Take(generator.Options{Site: dir, Templates: os.DirFS("../templates"), Today: time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC)}, "HEAD~1")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	list, _ := r.Diagnostics()
	for _, d := range list {
		b.WriteString(d.String() + "\n")
	}
	return b.String()
}

// shortened leaves out what stands where the wanted text has a line of "…": as
// many lines as it takes for the ends to meet.
func shortened(want, got string) string {
	before, after, found := strings.Cut(want, "…\n")
	if !found || len(got) < len(before)+len(after) || !strings.HasPrefix(got, before) || !strings.HasSuffix(got, after) {
		return got
	}
	return want
}

// special returns the bytes that a text archive cannot show: in a file whose name
// ends in " (escaped)" they are written as Go escapes, and a file whose name, or
// a line that, ends in " (20 times)" stands there so many times.
func special(t *testing.T, files []diag.File) []diag.File {
	var plain []diag.File
	for _, f := range files {
		name, escaped := strings.CutSuffix(f.Path, " (escaped)")
		if strings.HasSuffix(name, " (link)") || strings.HasSuffix(name, " (before)") {
			continue
		}
		if escaped {
			text, err := strconv.Unquote(`"` + strings.ReplaceAll(strings.TrimSuffix(f.Text, "\n"), "\n", `\n`) + `\n"`)
			if err != nil {
				t.Fatal(err)
			}
			f = diag.File{Path: name, Text: text}
		}
		plain = append(plain, repeated(t, f))
	}
	return plain
}

var times = regexp.MustCompile(`^(.*) \((\d+) times\)$`)

// repeated repeats a file, or a line, that ends with how often.
func repeated(t *testing.T, f diag.File) diag.File {
	if m := times.FindStringSubmatch(f.Path); m != nil {
		return diag.File{Path: m[1], Text: strings.Repeat(f.Text, number(t, m[2]))}
	}
	lines := strings.SplitAfter(f.Text, "\n")
	for i, line := range lines {
		if m := times.FindStringSubmatch(strings.TrimSuffix(line, "\n")); m != nil {
			lines[i] = strings.Repeat(m[1]+"\n", number(t, m[2]))
		}
	}
	f.Text = strings.Join(lines, "")
	return f
}

func number(t *testing.T, digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// link makes the symbolic links of an example: files whose name ends in
// " (link)" hold where they lead.
func link(t *testing.T, dir string, files []diag.File) {
	for _, f := range files {
		if name, ok := strings.CutSuffix(f.Path, " (link)"); ok {
			path := filepath.Join(dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(strings.TrimSpace(f.Text), path); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestEveryCodeOfTheProgramIsExplainedAndNoOther(t *testing.T) {
	declared := declaredCodes(t)
	explained := diag.Codes()
	for _, code := range declared {
		if !slices.Contains(explained, code) {
			t.Errorf("diag/codes/%s.txtar is missing", code)
		}
	}
	for _, code := range explained {
		if !slices.Contains(declared, code) {
			t.Errorf("diag/codes/%s.txtar explains a code that no package declares", code)
		}
	}
}

// declaredCodes returns the value of every constant of type diag.Code.
func declaredCodes(t *testing.T) []diag.Code {
	var codes []diag.Code
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || !isCode(spec.Type) {
				return true
			}
			for _, value := range spec.Values {
				if literal, ok := value.(*ast.BasicLit); ok {
					text, _ := strconv.Unquote(literal.Value)
					codes = append(codes, diag.Code(text))
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(codes) < 10 {
		t.Fatalf("only %d codes were found: this test looks in the wrong place", len(codes))
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// isCode recognises the type, which package diag itself calls Code alone.
func isCode(e ast.Expr) bool {
	if own, ok := e.(*ast.Ident); ok {
		return own.Name == "Code"
	}
	s, ok := e.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := s.X.(*ast.Ident)
	return ok && pkg.Name == "diag" && s.Sel.Name == "Code"
}
