package portaltest_test

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/portaltest"
)

// sound is a portal below /p without a fault.
var sound = map[string]string{
	"index.html": `<!doctype html><html lang=en><title>Home</title><link rel=canonical href="https://a.example/p/">
		<link rel=stylesheet href="/p/assets/site.css"><link rel=icon href="/p/assets/icon.svg"><script src="/p/assets/a.js"></script>
		<script type="application/ld+json">{}</script>
		<main><h1 id=top>Home</h1><a href="/p/mentors/#first">m</a> <a href="#top">t</a> <a href="https://other.example/x">o</a>
		<a href="mailto:a@b.example">w</a> <a href="tel:+49123">c</a> <a href="/p/files/a.pdf#page=2">f</a>
		<img src="/p/a.jpg" srcset="/p/a.jpg 1x, /p/b.jpg 2x" alt=""></main>`,
	"mentors/index.html": `<!doctype html><html lang=pt-BR><title>Mentors</title><link rel=canonical href="https://a.example/p/mentors/">
		<main><h1>Mentors</h1><p id=first>1</p><a href="../">home</a> <a href="https://a.example/p/?q=1#top">home</a>
		<label for=name id=label>n</label><input id=name aria-labelledby="label first"></main>`,
	"old/index.html": `<!doctype html><html lang=en><title>Moved</title><meta http-equiv=refresh content="0; url=/p/mentors/">
		<link rel=canonical href="https://a.example/p/mentors/"><main><h1>Moved</h1></main>`,
	"404.html":        `<!doctype html><html lang=en><title>Not here</title><main><h1>Not here</h1></main>`,
	"assets/site.css": `a { background: url("icon.svg") }`, "assets/icon.svg": "", "assets/a.js": "",
	"a.jpg": "", "b.jpg": "", "files/a.pdf": "", "robots.txt": "",
}

// judge checks the sound portal with one text replaced by another in one file.
// A file whose old text is empty is added or, with an empty new one, deleted.
func judge(t *testing.T, file, before, after string) []string {
	t.Helper()
	files := maps.Clone(sound)
	switch {
	case before != "" && !strings.Contains(files[file], before):
		t.Fatalf("%s does not hold %q", file, before)
	case before != "":
		files[file] = strings.Replace(files[file], before, after, 1)
	case after != "":
		files[file] = after
	default:
		delete(files, file)
	}
	dir := t.TempDir()
	for name, data := range files {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return portaltest.CheckLinks(dir, "https://a.example/p")
}

func TestASoundPortalHasNoFaults(t *testing.T) {
	if faults := judge(t, "robots.txt", "", "x"); len(faults) > 0 {
		t.Errorf("%s", strings.Join(faults, "\n"))
	}
}

func TestEachPlantedFaultIsFound(t *testing.T) {
	const home, mentors = "index.html", "mentors/index.html"
	for _, c := range []struct{ file, before, after, want string }{
		{home, `"#top"`, `"/p/mentor/"`, `index.html: href "/p/mentor/" leads nowhere`},
		{home, `"#top"`, `"/p/mentors"`, `index.html: href "/p/mentors" lacks its final slash`},
		{home, `"#top"`, `"/p/mentors/#second"`, `index.html: href "/p/mentors/#second" leads to a place that the page does not have`},
		{home, `"#top"`, `"#bottom"`, `index.html: href "#bottom" leads to a place that the page does not have`},
		{home, `"#top"`, `""`, `index.html: href "" is not an address`},
		{home, `"#top"`, `"/mentors/"`, `index.html: href "/mentors/" lies outside of the portal`},
		{home, `"#top"`, `"javascript:alert(1)"`, `index.html: href "javascript:alert(1)" has a scheme that no link may have`},
		{home, `"/p/assets/site.css"`, `"https://cdn.example/site.css"`, `index.html: href "https://cdn.example/site.css" is loaded from elsewhere`},
		{home, `"/p/assets/a.js"`, `"//cdn.example/a.js"`, `index.html: src "//cdn.example/a.js" is loaded from elsewhere`},
		{home, `/p/b.jpg 2x`, `/p/c.jpg 2x`, `index.html: srcset "/p/c.jpg" leads nowhere`},
		{home, `src="/p/a.jpg"`, `src="data:image/png,x"`, `index.html: src "data:image/png,x" is loaded from elsewhere`},
		{home, `<main>`, `<main><form action="https://other.example/"></form>`, `index.html: action "https://other.example/" is loaded from elsewhere`},
		{home, `<main>`, `<main style="color:red">`, `index.html: the attribute style="color:red" is blocked by the content policy`},
		{home, `<main>`, `<main onclick="go()">`, `index.html: the attribute onclick="go()" is blocked by the content policy`},
		{home, `<main>`, `<style>a{}</style><main>`, `index.html: <style> is blocked by the content policy`},
		{home, `<script src="/p/assets/a.js">`, `<script>go()`, `index.html: an inline script is blocked by the content policy`},
		{home, `<link rel=canonical`, `<base href="/p/"><link rel=canonical`, `index.html: <base> is blocked by the content policy`},
		{mentors, `id=name`, `id=first`, "mentors/index.html: the id \"first\" is there 2 times\nmentors/index.html: the id \"name\" is referred to and not there"},
		{mentors, `lang=pt-BR`, `lang=""`, `mentors/index.html: the language is ""`},
		{mentors, `<title>Mentors`, `<title>`, `mentors/index.html: there is no title`},
		{mentors, `<h1>Mentors</h1>`, ``, `mentors/index.html: there are 0 h1, not one`},
		{mentors, `<p id=first>1</p>`, `<h1 id=first>Again</h1>`, `mentors/index.html: there are 2 h1, not one`},
		{mentors, `<main>`, ``, `mentors/index.html: there are 0 main, not one`},
		{mentors, `https://a.example/p/mentors/`, `https://a.example/p/`, `mentors/index.html: the canonical address "https://a.example/p/" is that of another page`},
		{mentors, `https://a.example/p/mentors/`, `https://b.example/p/mentors/`, `mentors/index.html: href "https://b.example/p/mentors/" does not begin with the address of the portal`},
		{"old/index.html", `url=/p/mentors/`, `url=/p/people/`, `old/index.html: refresh "/p/people/" leads nowhere`},
		{"assets/site.css", `icon.svg`, `https://cdn.example/x.svg`, `assets/site.css: url "https://cdn.example/x.svg" is loaded from elsewhere`},
		{"assets/site.css", `a {`, `@import "more.css"; a {`, `assets/site.css: url "more.css" leads nowhere`},
		{"lost/index.html", "", strings.Replace(sound["404.html"], "Not here", "Lost", 1), `lost/index.html: no path of links leads here from the home page`},
		{"index.html", "", "", `index.html: there is no home page`},
		{"files/a.pdf", "", "", `index.html: href "/p/files/a.pdf#page=2" leads nowhere`},
	} {
		got := strings.Join(judge(t, c.file, c.before, c.after), "\n")
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s with %q for %q:\n%s", c.file, c.after, c.before, d)
		}
	}
}

func TestAFolderThatIsNotThereHasAFault(t *testing.T) {
	if faults := portaltest.CheckLinks(filepath.Join(t.TempDir(), "absent"), ""); len(faults) != 1 {
		t.Errorf("faults %q", faults)
	}
}
