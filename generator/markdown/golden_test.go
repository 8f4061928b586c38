package markdown

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ithaca/generator/diag"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what the package does into testdata; read the difference line by line")

// Each archive in testdata holds pairs of files: NAME.md, and NAME.want with
// everything that comes of it. URLs are shown as {index}, interface words as
// {key argument}. The archive's first line may name what else is shown: "text".
func TestEachTextBecomesWhatItsArchiveSays(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { checkArchive(t, path) })
	}
}

func checkArchive(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	withText := strings.Contains(string(archive.Comment), "Shown: text")
	var files []txtar.File
	for i, f := range archive.Files {
		name, isInput := strings.CutSuffix(f.Name, ".md")
		if !isInput {
			continue
		}
		got := describe(f.Data, withText)
		files = append(files, f, txtar.File{Name: name + ".want", Data: []byte(got)})
		if *update {
			continue
		}
		if i+1 == len(archive.Files) || archive.Files[i+1].Name != name+".want" {
			t.Errorf("%s has no %s.want after it", f.Name, name)
			continue
		}
		if diff := cmp.Diff(string(archive.Files[i+1].Data), got); diff != "" {
			t.Errorf("%s (- wanted, + got):\n%s", f.Name, diff)
		}
	}
	if *update {
		archive.Files = files
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// describe returns everything that comes of a text, in lines.
func describe(body []byte, withText bool) string {
	d, diags := Parse(body, Options{File: "x.md"})
	var b strings.Builder
	b.WriteString(shown(d))
	if b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
		b.WriteByte('\n')
	}
	for i, l := range d.Links {
		kind := "link"
		if l.Image {
			kind = "image"
		}
		if l.External {
			kind = "external " + kind
		}
		fmt.Fprintf(&b, "%s {%d} at %s: %q %q\n", kind, i, place(l.Position), l.Dest, l.Text)
	}
	for _, h := range d.Headings {
		fmt.Fprintf(&b, "heading at %s: %d #%s %q\n", place(h.Position), h.Level, h.ID, h.Text)
	}
	for _, e := range d.Emails() {
		fmt.Fprintf(&b, "e-mail at %s: %s\n", place(e.Position), e.Address)
	}
	if withText {
		fmt.Fprintf(&b, "text: %q\nwords: %d, minutes: %d\n", d.Text(), d.Words, d.Minutes())
	}
	for _, d := range diags {
		fmt.Fprintf(&b, "%s\n    %s\n", d, d.Hint)
	}
	return b.String()
}

func place(p diag.Position) string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }

// shown renders a document with its slots shown.
func shown(d *Document) string {
	var b strings.Builder
	d.Render(&b,
		func(i int) string { return fmt.Sprintf("{%d}", i) },
		func(key, arg string) string { return strings.TrimSpace("{"+key+" "+arg) + "}" })
	return b.String()
}
