package generator_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"ithaca/generator"
	"ithaca/generator/diag"
	"ithaca/generator/portaltest"
	"ithaca/generator/secrets"
)

// anyName draws a name that some system cannot store, takes for another one, or
// shows as something else; or an ordinary one.
func anyName() *rapid.Generator[string] {
	names := []string{
		"con", "CON", "aux", "Aux", "nul", "prn", "com1", "com¹", "LPT9", "conin$", "con.tar", "aux ", "nul.",
		"ana", "Ana", "ANA", "ána", norm.NFD.String("ána"), "ana-silva", "Ana Silva", "straße", "strasse", "STRASSE", "ſtraße", "K", "k", "İ", "ı", "ﬁn", "fin",
		".", "..", "...", ".x", "x.", "x..y", ".git", ".ithaca-manifest", ".ithaca-x", ".well-known", "index", "index.html", "assets", "data", "page", "404", "robots.txt", "_headers", "CNAME", "site.webmanifest", "feed.xml",
		"😀", "👩‍💻", "ليان", "שלום", "\u202eexe.txt", "a\u200bb", "日本語", "a b", "a%2fb", "a:b", "a?b", "a*b", `a\b`, "a\"b", "<b>", "a&b", "a#b", "'", "-", "--", "a--b", "~", "a~1", "CON~1", "$MFT",
		"constructor", "__proto__", "toString", "null", "true", "0", "1e3", "{}", "[]", "&amp;", "%", "%00", "@", "C++", "C#", ".NET", "R&D",
		strings.Repeat("a", 80), strings.Repeat("a", 81), strings.Repeat("a", 251), strings.Repeat("x-", 40) + "x", strings.Repeat("語", 80), strings.Repeat("é", 80), strings.Repeat("صباح", 15),
	}
	return rapid.OneOf(rapid.SampledFrom(names), rapid.StringMatching(`[a-z]{1,6}(-[a-z0-9]{1,4})?`), rapid.StringN(1, 12, 60), rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom(names).Draw(t, "one") + rapid.SampledFrom([]string{"", "-", ".", " ", "/"}).Draw(t, "between") + rapid.SampledFrom(names).Draw(t, "two")
	}))
}

// quoted writes a text as YAML reads it.
func quoted(text string) string {
	return "'" + strings.ReplaceAll(strings.ReplaceAll(text, "'", "''"), "\n", " ") + "'"
}

// hostileSite draws a site whose people and organizers call everything by names of
// that kind. Most of its files are fine but for them.
func hostileSite(t *rapid.T) map[string]string {
	name := func(label string) string { return anyName().Draw(t, label) }
	tongue := rapid.SampledFrom([]string{"en", "con", "aux", "nul", "prn", "x-con", "zh-Hans", "pt-BR", "mul", "tlh"})
	files, cycle := maps.Clone(base), name("cycle")
	// A third have a theme of their own, which is slow to judge.
	own := rapid.IntRange(0, 2).Draw(t, "theme of their own") / 2
	languages := [][]string{{"en"}, {"en", "de", "ar", "zh-Hans", "tlh"}}[own]
	files["content/index.md"] = "---\ntitle: " + quoted(name("title")) + "\nbase_url: " +
		rapid.SampledFrom([]string{"https://harbour.example", "https://bücher.example/con/ü", "https://harbour.example/portal"}).Draw(t, "base") +
		"\nconcerns: {name: Safety desk, url: \"https://harbour.example/concerns\"}\nprivacy: {version: \"2026-01\"}\nrequests: {repository: private, publish: pseudonyms}\nlanguage: " +
		rapid.SampledFrom(languages).Draw(t, "language of the site") + "\ncycles:\n  - {id: " +
		quoted(cycle) + ", start: 2027-03-15, end: 2027-09-12}\n---\nWelcome.\n"
	for range rapid.IntRange(0, 3).Draw(t, "mentors") {
		files["content/mentors/"+name("mentor")+".md"] = "---\nname: " + quoted(name("name")) + "\nheadline: I can help you\nlanguages: [" + tongue.Draw(t, "language") + ", en]\nskills:\n  - {topic: " +
			quoted(name("topic")) + ", level: 4}\n  - {topic: " + quoted(name("topic")) + ", level: 2}\nindustries: [" + quoted(name("industry")) + "]\n" +
			"availability: {status: open, until: 2027-03-31, capacity: 2}\ncontact: {via: organizer}\nconsent: {publish: 2026-11-02}\nconfirmed: 2026-11-02\n" +
			rapid.SampledFrom([]string{"", "aliases: [" + quoted("/"+name("alias")+"/") + "]\n"}).Draw(t, "aliases") + "---\nText.\n"
	}
	for _, one := range []struct{ folder, fields string }{
		{"guides", "summary: A text.\nupdated: 2026-11-01\n"}, {"topics", ""}, {"pages", ""}, {"stories", "summary: It went well.\nconsent: {publish: 2026-11-02}\n"},
		{"events", "start: \"2026-12-13 10:00\"\ntimezone: Europe/Lisbon\nlocation: Hall\n"}, {"resources", "summary: A list.\n"}, {"worksheets", "summary: A sheet.\n"},
	} {
		for range rapid.IntRange(0, 1).Draw(t, one.folder) {
			files["content/"+one.folder+"/"+name("file")+rapid.SampledFrom([]string{".md", "/index.md"}).Draw(t, "place")] = "---\ntitle: " + quoted(name("title")) + "\n" + one.fields + "---\nText.\n"
		}
	}
	for range rapid.IntRange(0, 2).Draw(t, "requests") {
		files["content/requests/"+name("request")+".md"] = "---\nlanguages: [" + tongue.Draw(t, "language") + "]\nneeds: [{topic: " + quoted(name("topic")) + "}]\ngoals: [" + quoted(name("goal")) +
			"]\ncycle: " + quoted(cycle) + "\nconsent: {matching: 2026-11-02}\npublish: " + rapid.SampledFrom([]string{"true", "false"}).Draw(t, "publish") + "\n---\n"
	}
	for range rapid.IntRange(0, 2).Draw(t, "own topics") {
		files["content/topics/"+name("topic")+".md"] = "---\ntitle: " + quoted(name("title")) + "\nkind: " + rapid.SampledFrom([]string{"skill", "goal", "challenge", "industry"}).Draw(t, "kind") +
			"\nalso: [" + quoted(name("also")) + "]\nbroader: [" + quoted(name("broader")) + "]\naliases: [" + quoted("/"+name("alias")) + "]\n---\nText.\n"
	}
	for range rapid.IntRange(0, 2*own).Draw(t, "words") {
		files["templates/i18n/"+rapid.OneOf(rapid.SampledFrom([]string{"en", "de", "pt-BR", "ar", "con"}), anyName()).Draw(t, "words of")+".toml"] =
			rapid.SampledFrom([]string{"nav-home", "find-mentor", "reason-topics", "own-key", "page"}).Draw(t, "key") + " = " + strconv.Quote(rapid.SampledFrom([]string{"Words", "{{.Name}}", "<b>", "\u202e", ""}).Draw(t, "words")) + "\n"
	}
	for range rapid.IntRange(0, own).Draw(t, "assets") {
		files["templates/assets/"+rapid.SampledFrom([]string{"", "css/", "js/", "img/"}).Draw(t, "assets in")+name("asset")+rapid.SampledFrom([]string{"", ".css", ".js", ".svg"}).Draw(t, "ending")] = "/* own */\n"
	}
	for range rapid.IntRange(0, 3).Draw(t, "static") {
		folder := rapid.SampledFrom([]string{"", "mentors/", "Mentors/", "assets/", "x/"}).Draw(t, "folder")
		files["templates/static/"+folder+name("static")] = "text\n"
	}
	return files
}

// Whatever check passes, build writes. Files with mistakes are taken out of a site
// until none is left, so that most sites are built. Where a published file happens to
// be called as a request that is not, only the finished bytes show it: the tests of
// the gate judge that.
func TestWhateverCheckPassesBuildWrites(t *testing.T) {
	if testing.Short() {
		t.Skip("hundreds of builds take long under the race detector; the full run has them")
	}
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "public")
	snapshot := &generator.Snapshot{}
	built, left, most := 0, 0, 30
	if portaltest.Long() {
		most = 100
	}
	rapid.Check(t, func(t *rapid.T) {
		if built+left == most {
			return
		}
		files := hostileSite(t)
		for range 8 {
			put(t, dir, files)
			var err error
			if snapshot, err = snapshot.Update(options(dir)); err != nil {
				t.Fatal(err)
			}
			if !snapshot.Diagnostics().HasErrors() {
				break
			}
			without(files, snapshot.Diagnostics())
		}
		if snapshot.Diagnostics().HasErrors() {
			left++
			return
		}
		result, err := snapshot.Build(options(dir), out, nil)
		if errors.As(err, new(secrets.Leaks)) {
			left++
			return
		}
		if err != nil {
			t.Fatalf("check passes %q, and build says: %v", slices.Sorted(maps.Keys(files)), err)
		}
		if urls := len(snapshot.URLs()); result.Files != urls {
			t.Fatalf("%d files are written of %d", result.Files, urls)
		}
		built++
	})
	if built < left {
		t.Errorf("only %d sites could be built, %d not: these names are too hostile", built, left)
	}
}

// put makes a folder hold these files and no others. Those that the system cannot
// store are left out.
func put(t *rapid.T, dir string, files map[string]string) {
	for _, folder := range []string{"content", "templates"} {
		if err := os.RemoveAll(filepath.Join(dir, folder)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if !strings.HasPrefix(path, dir+string(filepath.Separator)) || strings.ContainsRune(name, 0) ||
			os.MkdirAll(filepath.Dir(path), 0o755) != nil || os.WriteFile(path, []byte(files[name]), 0o644) != nil {
			delete(files, name)
		}
	}
}

// without takes the files with errors out of a site, or puts the plain ones of the
// base in their place.
func without(files map[string]string, mistakes diag.List) {
	for _, d := range mistakes {
		if d.Severity != diag.Error {
			continue
		}
		for name := range files {
			if name == d.File || strings.HasPrefix(name, d.File+"/") {
				delete(files, name)
			}
		}
		if plain, found := base[d.File]; found {
			files[d.File] = plain
		}
	}
}
