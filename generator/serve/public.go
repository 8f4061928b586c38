package serve

import (
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"strings"
)

// Public serves the files of a finished portal as they would be published: with
// the headers of its _headers, at the path that its links begin with. Hidden
// files and what lies outside the folder are never sent. A build may replace the
// folder meanwhile.
type Public struct {
	dir string
	// Home is the path of the home page.
	Home string
}

// NoPortalError says that a folder holds no finished portal.
type NoPortalError struct{ Dir string }

func (e *NoPortalError) Error() string { return "there is no finished portal in " + e.Dir }

// Hint says what to do.
func (e *NoPortalError) Hint() string {
	return "run `ithaca build` first; without --public, serve needs no build"
}

// OpenPublic looks into the folder of a finished portal. Where there is none, the
// error is a *NoPortalError.
func OpenPublic(dir string) (*Public, error) {
	p := &Public{dir: dir}
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &NoPortalError{dir}
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	if _, err := root.Stat("index.html"); err != nil {
		return nil, &NoPortalError{dir}
	}
	p.Home = p.headers(root).home()
	return p, nil
}

func (p *Public) headers(root *os.Root) headers {
	data, err := root.ReadFile("_headers")
	if err != nil {
		return nil // a portal without it has no headers
	}
	return parseHeaders(data)
}

// ServeHTTP answers with a file of the portal.
func (p *Public) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	root, err := os.OpenRoot(p.dir)
	if err != nil {
		http.Error(w, "The folder cannot be read.", http.StatusServiceUnavailable)
		return
	}
	defer root.Close()
	rules := p.headers(root)
	home := rules.home()
	if r.URL.Path == "/" && home != "/" && !strings.HasPrefix(home, "//") {
		p.redirect(w, home)
		return
	}
	below, inside := strings.CutPrefix(r.URL.Path, home)
	if inside {
		if f := openPage(root, below); f != nil {
			defer f.Close()
			p.send(w, r, f, rules)
			return
		}
		if f := openPage(root, below+"/"); f != nil && !strings.HasPrefix(r.URL.EscapedPath(), "//") {
			f.Close()
			p.redirect(w, r.URL.EscapedPath()+"/")
			return
		}
	}
	p.missing(w, r, root, rules)
}

func (p *Public) redirect(w http.ResponseWriter, to string) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Location", to)
	w.WriteHeader(http.StatusFound)
}

// openPage opens the file at an address below the home page, nil when there is
// none to be sent.
func openPage(root *os.Root, below string) *os.File {
	if below == "" || strings.HasSuffix(below, "/") {
		below += "index.html"
	}
	if !fs.ValidPath(below) || hiddenFile(below) {
		return nil
	}
	info, err := root.Lstat(below)
	if err != nil || !info.Mode().IsRegular() {
		return nil // also what would block when it is opened
	}
	f, err := root.Open(below)
	if err != nil {
		return nil
	}
	return f
}

// hiddenFile reports whether a path leads through a hidden name, such as .git.
func hiddenFile(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") && part != ".well-known" {
			return true
		}
	}
	return false
}

func (p *Public) send(w http.ResponseWriter, r *http.Request, f *os.File, rules headers) {
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		http.Error(w, "The file cannot be read.", http.StatusInternalServerError)
		return
	}
	p.head(w, r.URL.Path, rules)
	http.ServeContent(w, r, "", info.ModTime(), f)
}

func (p *Public) head(w http.ResponseWriter, url string, rules headers) {
	h := w.Header()
	rules.set(h, url)
	h.Set("Content-Type", contentType(url))
	if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", "no-cache")
	}
}

func (p *Public) missing(w http.ResponseWriter, r *http.Request, root *os.Root, rules headers) {
	f := openPage(root, "404.html")
	if f == nil {
		http.Error(w, "There is no such page.", http.StatusNotFound)
		return
	}
	defer f.Close()
	p.head(w, path.Join(rules.home(), "404.html"), rules)
	w.WriteHeader(http.StatusNotFound)
	if r.Method != http.MethodHead {
		_, _ = io.Copy(w, f) // who has gone needs no answer
	}
}
