package source_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/source"
)

func TestNamesThatBeginWithADotOrAnUnderscoreAreIgnored(t *testing.T) {
	dir := write(t, map[string]string{
		"content/.git/config":         "\x00",
		"content/_drafts/x.exe":       "",
		"content/_note.md":            "\xff",
		"content/mentors/ana.md~":     "",
		"content/.DS_Store":           "",
		"templates/.cache/x.html":     "",
		"templates/_partial.html":     "kept",
		"templates/static/.DS_Store":  "",
		"templates/static/.nojekyll":  "",
		"content/mentors/.ana.md.swp": "",
	})
	tree, diags := read(t, dir, source.Options{})
	if diags != nil {
		t.Errorf("diagnostics: %q", diags)
	}
	if d := cmp.Diff([]string{"templates/_partial.html", "templates/static/.nojekyll"}, paths(tree.Files)); d != "" {
		t.Error(d)
	}
}

func TestOtherFilesInContentAreNamed(t *testing.T) {
	dir := write(t, map[string]string{
		"content/ana.MD": "", "content/b.heic": "", "content/c": "", "content/d.yaml": "", "content/e.MD.txt": "",
		"content/f.markdown": "", "content/g.txt": "", "content/h.csv": "", "content/j.docx": "",
		"content/k.pdf": "", "content/l.xyz": "", "content/m.md": "", "content/m.md.docx": "",
	})
	tree, diags, err := source.Read(dir, source.Options{})
	if err != nil || len(tree.Files) != 1 {
		t.Fatalf("files %q, error %v", paths(tree.Files), err)
	}
	var got []string
	for _, d := range diags {
		got = append(got, d.String()+" / "+d.Hint)
	}
	const message = ": warning: only .md files and JPEG or PNG pictures are used here [unused-file] / "
	want := []string{
		"content/ana.MD" + message + "rename it to `ana.md`",
		"content/b.heic" + message + "save the picture as JPEG or PNG",
		"content/c" + message + "rename it to `c.md`",
		"content/d.yaml" + message + "write its fields into a file `d.md`, between two lines `---`",
		"content/e.MD.txt" + message + "rename it to `e.md`",
		"content/f.markdown" + message + "rename it to `f.md`",
		"content/g.txt" + message + "if it is a text of the portal, rename it to `g.md`; else keep it outside the site",
		"content/h.csv" + message + "this looks like a form's export: keep it outside the site, where only those see it who need it",
		"content/j.docx" + message + "copy its text into a file `j.md`, and keep this one outside the site",
		"content/k.pdf" + message + "move it to templates/static/ if visitors are to download it, else out of the site",
		"content/l.xyz" + message + "move it out of content/, or put a _ before its name to have it ignored",
		"content/m.md.docx" + message + "`m.md` lies beside it: keep here the one that is right, and the other outside the site",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestLinksAreNamedAndNeverFollowed(t *testing.T) {
	outside := write(t, map[string]string{"secret.md": "secret", "folder/secret.md": "secret"})
	dir := write(t, map[string]string{"content/index.md": "x", "elsewhere/y.md": "y"})
	for name, target := range map[string]string{
		"content/absolute.md": filepath.Join(outside, "secret.md"),
		"content/broken.md":   "nowhere",
		"content/folder":      filepath.Join(outside, "folder"),
		"content/inside.md":   "index.md",
		"content/loop":        "../content",
		"content/zero.md":     os.DevNull,
		"templates":           "elsewhere",
	} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	tree, diags := read(t, dir, source.Options{})
	if d := cmp.Diff([]string{"content/index.md"}, paths(tree.Files)); d != "" {
		t.Error(d)
	}
	var want []string
	for _, name := range []string{
		"content/absolute.md", "content/broken.md", "content/folder", "content/inside.md", "content/loop", "content/zero.md", "templates",
	} {
		want = append(want, name+": error: this is a symbolic link; only files and folders are read [special-file]")
	}
	if d := cmp.Diff(want, diags); d != "" {
		t.Error(d)
	}
}

func TestNamesOtherSystemsCannotStoreAreRefused(t *testing.T) {
	for name, problem := range map[string]string{
		`a\b.md`:       `holds '\\', which Windows does not allow`,
		"a:b.md":       `holds ':', which Windows does not allow`,
		"a\nb.md":      "holds the invisible character U+000A",
		"a\u202Eb.md":  "holds the invisible character U+202E",
		"a\u200Bb.md":  "holds the invisible character U+200B",
		"trailing.":    "ends with a dot or a space, which Windows drops",
		"trailing.md ": "ends with a dot or a space, which Windows drops",
		"con.md":       `begins with "con", a device on Windows`,
		"Aux":          `begins with "Aux", a device on Windows`,
		"lpt9.x.md":    `begins with "lpt9", a device on Windows`,
		"com¹.md":      `begins with "com¹", a device on Windows`,
		"\xff.md":      "is not UTF-8",
	} {
		dir := write(t, map[string]string{"content/" + name: "", "templates/" + name + "/x.html": ""})
		tree, diags := read(t, dir, source.Options{})
		if len(tree.Files) != 0 || len(diags) != 2 {
			t.Errorf("%q: files %q, diagnostics %q", name, paths(tree.Files), diags)
			continue
		}
		if want := "error: this name " + problem + " [bad-file-name]"; !strings.HasSuffix(diags[0], want) {
			t.Errorf("%q: %s\nwant %s", name, diags[0], want)
		}
	}
}

func TestUsualNamesAreAccepted(t *testing.T) {
	files := map[string]string{}
	for _, name := range []string{
		"ana-silva.md", "console.md", "com.md", "com10.md", "lpt.md", "nul-set.md", "a.b.c.md", "عربي.md", "日本.md", "a b.md", "é.md",
	} {
		files["content/"+name] = ""
	}
	tree, diags := read(t, write(t, files), source.Options{})
	if len(tree.Files) != len(files) || diags != nil {
		t.Errorf("%d of %d files, diagnostics %q", len(tree.Files), len(files), diags)
	}
}

func TestNamesThatAreOneElsewhereAreRefused(t *testing.T) {
	dir := write(t, map[string]string{
		"content/Ana.md":              "first",
		"content/ana.md":              "second",
		"content/Mentors/x.md":        "first",
		"content/mentors/y.md":        "second",
		"content/zo\u00EB.md":         "composed",
		"content/zoe\u0308.md":        "decomposed",
		"content/stra\u00DFe.md":      "first",
		"content/mentors/Ana.md":      "in another folder",
		"templates/i18n/EN.toml":      "",
		"templates/i18n/en.toml":      "",
		"templates/static/_headers":   "",
		"templates/static/Headers":    "",
		"content/_Ana.md":             "",
		"content/guides/Σίσυφος.md":   "",
		"content/guides/σίσυφοσ.md":   "",
		"content/guides/ΣΊΣΥΦΟΣ-2.md": "",
	})
	tree, diags := read(t, dir, source.Options{})
	const message = ": error: on many computers this is the same name as %q beside it [same-file-name]"
	want := []string{
		"content/ana.md" + fmt.Sprintf(message, "Ana.md"),
		"content/mentors" + fmt.Sprintf(message, "Mentors"),
		"content/zo\u00EB.md" + fmt.Sprintf(message, "zoe\u0308.md"),
		"content/guides/σίσυφοσ.md" + fmt.Sprintf(message, "Σίσυφος.md"),
		"templates/i18n/en.toml" + fmt.Sprintf(message, "EN.toml"),
	}
	if d := cmp.Diff(want, diags); d != "" {
		t.Error(d)
	}
	if f, _ := tree.File("content/Ana.md"); string(f.Data) != "first" {
		t.Error("the first of two twins is not kept")
	}
}

func TestFoldersAreNotReadWithoutEnd(t *testing.T) {
	deep := "content" + strings.Repeat("/d", 8)
	dir := write(t, map[string]string{deep + "/kept.md": "", deep + "/e/lost.md": "", deep + "/e/f/lost.md": ""})
	tree, diags := read(t, dir, source.Options{})
	if d := cmp.Diff([]string{deep + "/kept.md"}, paths(tree.Files)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{deep + "/e: error: this folder lies more than 8 folders deep [folder-too-deep]"}, diags); d != "" {
		t.Error(d)
	}
}

func TestTooManyFilesAreAnError(t *testing.T) {
	dir := write(t, map[string]string{"content/a/1.md": "", "content/a/2.md": "", "content/b/3.md": ""})
	if _, _, err := source.Read(dir, source.Options{MaxFiles: 5}); err != nil {
		t.Errorf("five files and folders: %v", err)
	}
	_, _, err := source.Read(dir, source.Options{MaxFiles: 4})
	if err == nil || err.Error() != "read content/b: the site holds too many files" {
		t.Errorf("error %v", err)
	}
}

func TestLargeFilesAreNotRead(t *testing.T) {
	dir := write(t, map[string]string{
		"content/fits.md":             strings.Repeat("x", 100),
		"content/over.md":             strings.Repeat("x", 101),
		"content/fits.jpg":            strings.Repeat("x", 200),
		"content/over.jpg":            strings.Repeat("x", 201),
		"templates/over.html":         strings.Repeat("x", 101),
		"templates/static/fits.html":  strings.Repeat("x", 200),
		"templates/static/over.woff2": strings.Repeat("x", 201),
	})
	if err := os.Truncate(filepath.Join(dir, "templates/static/over.woff2"), 1<<40); err != nil {
		t.Fatal(err)
	}
	tree, diags := read(t, dir, source.Options{MaxFile: 100, MaxPicture: 200})
	if d := cmp.Diff([]string{"content/fits.jpg", "content/fits.md", "templates/static/fits.html"}, paths(tree.Files)); d != "" {
		t.Error(d)
	}
	want := []string{
		"content/over.jpg: error: this file has 201 bytes; at most 200 are read [file-too-large]",
		"content/over.md:1:1: error: this file has 101 bytes; at most 100 are read [file-too-large]",
		"templates/over.html:1:1: error: this file has 101 bytes; at most 100 are read [file-too-large]",
		"templates/static/over.woff2: error: this file has 1099511627776 bytes; at most 200 are read [file-too-large]",
	}
	if d := cmp.Diff(want, diags); d != "" {
		t.Error(d)
	}
}
