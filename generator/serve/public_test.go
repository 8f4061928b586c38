package serve

import (
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"ithaca/generator"
)

// built builds the small site and gives its folder and what serves it.
func built(t *testing.T, baseURL string) (string, *Public) {
	t.Helper()
	o := options(newSite(t))
	o.BaseURL, o.Drafts = baseURL, false
	snapshot, err := generator.Take(o)
	must(t, err)
	dir := filepath.Join(o.Site, "public")
	_, err = snapshot.Build(o, generator.Output{Dir: dir})
	must(t, err)
	p, err := OpenPublic(dir)
	must(t, err)
	return dir, p
}

func TestAFinishedPortalIsServedAsItLies(t *testing.T) {
	for home, base := range map[string]string{"/": "", "/a/portal/": "https://harbour.example/a/portal"} {
		dir, p := built(t, base)
		if p.Home != home {
			t.Errorf("the home page is at %s instead of %s", p.Home, home)
		}
		want, err := os.ReadFile(filepath.Join(dir, "mentors", "ana-silva", "index.html"))
		must(t, err)
		r := fetch(t, p, home+"mentors/ana-silva/", "Sec-Fetch-Dest: document")
		if text(t, r) != string(want) || !strings.Contains(r.Header.Get("Content-Security-Policy"), "frame-ancestors") {
			t.Errorf("a page is answered with %d and %v", r.StatusCode, r.Header)
		}
		if r := fetch(t, p, home+"mentors"); r.StatusCode != http.StatusFound || r.Header.Get("Location") != home+"mentors/" {
			t.Errorf("without its slash it is answered with %d to %s", r.StatusCode, r.Header.Get("Location"))
		}
		if r := fetch(t, p, "/"); (r.Header.Get("Location") != home) != (home == "/") {
			t.Errorf("/ leads to %q", r.Header.Get("Location"))
		}
		missing, err := os.ReadFile(filepath.Join(dir, "404.html"))
		must(t, err)
		if r := fetch(t, p, home+"nothing/"); r.StatusCode != http.StatusNotFound || text(t, r) != string(missing) {
			t.Errorf("what is not there is answered with %d", r.StatusCode)
		}
	}
}

func TestNothingBesideTheFinishedPortalIsServed(t *testing.T) {
	dir, p := built(t, "")
	write(t, filepath.Join(dir, ".git", "config"), "secret")
	write(t, filepath.Join(dir, ".env"), "secret")
	write(t, filepath.Join(dir, ".well-known", "security.txt"), "public")
	write(t, filepath.Join(filepath.Dir(dir), "outside.txt"), "secret")
	if runtime.GOOS != "windows" {
		must(t, os.Symlink("../outside.txt", filepath.Join(dir, "link.txt")))
		must(t, os.Symlink(filepath.Dir(dir), filepath.Join(dir, "up")))
	}
	for _, path := range []string{
		"/.git/config", "/.env", "/../outside.txt", "/mentors/../../outside.txt", "/link.txt", "/up/outside.txt", "/up/content/index.md",
		"//outside.txt", "/mentors//", "/./index.html", "//evil.example", "/\\evil.example", "/mentors/\x00", "/..", "", "/.ithaca",
	} {
		r := fetch(t, p, path)
		if body := text(t, r); r.StatusCode == http.StatusOK || strings.Contains(body, "secret") || r.Header.Get("Location") != "" {
			t.Errorf("%q is answered with %d, Location %q", path, r.StatusCode, r.Header.Get("Location"))
		}
	}
	if r := fetch(t, p, "/.well-known/security.txt"); text(t, r) != "public" {
		t.Errorf(".well-known is answered with %d", r.StatusCode)
	}
}

func TestABuildMayReplaceTheFolderMeanwhile(t *testing.T) {
	dir, p := built(t, "")
	must(t, os.Rename(dir, dir+"-old"))
	if r := fetch(t, p, "/"); r.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("without its folder it is answered with %d", r.StatusCode)
	}
	write(t, filepath.Join(dir, "index.html"), "new")
	if got := text(t, fetch(t, p, "/")); got != "new" {
		t.Errorf("the new portal is %q", got)
	}
}

func TestAFolderWithoutAPortalIsNotServed(t *testing.T) {
	for _, dir := range []string{t.TempDir(), filepath.Join(t.TempDir(), "nothing")} {
		if _, err := OpenPublic(dir); err == nil {
			t.Errorf("%s is served", dir)
		}
	}
}
