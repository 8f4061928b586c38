package browser

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"ithaca/generator"
	"ithaca/generator/content"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	pages "ithaca/generator/site/page"
	"ithaca/generator/source"
)

const module = "../.." // the folder that holds the demo's content and the templates

// portalServer serves the finished portal of the demo as a static host does.
type portalServer struct {
	*httptest.Server
	site    string // the folder that holds content/
	dir     string
	headers []headerRule
	kinds   map[string]string // by template: the URL of the largest page drawn with it
}

// headerRule is what _headers says of the paths that begin in one way.
type headerRule struct {
	prefix string
	fields [][2]string
}

// servePortal builds the demo into a folder and serves it at the address that
// its pages name as their own.
func servePortal(dir string) (*portalServer, error) {
	s := &portalServer{site: module, dir: filepath.Join(dir, "public")}
	s.Server = httptest.NewServer(s)
	return s, s.build()
}

// build builds the site into the folder that is served.
func (s *portalServer) build() error {
	today := time.Now()
	options := generator.Options{Site: s.site, Templates: os.DirFS(module + "/templates"), Today: today, BaseURL: s.URL + "/"}
	snapshot, err := generator.Take(options)
	if err != nil {
		return err
	}
	if _, err := snapshot.Build(options, s.dir, nil); err != nil {
		return fmt.Errorf("%w\n%v", err, snapshot.Diagnostics())
	}
	rules, err := os.ReadFile(filepath.Join(s.dir, "_headers"))
	if err != nil {
		return err
	}
	s.headers = readHeaders(string(rules))
	s.kinds, err = s.largestOfEachKind(today)
	return err
}

// largestOfEachKind plans the demo anew to know which template draws which page.
func (s *portalServer) largestOfEachKind(today time.Time) (map[string]string, error) {
	tree, _, err := source.Read(s.site, source.Options{})
	if err != nil {
		return nil, err
	}
	var docs []*content.Document
	for _, f := range tree.Below("content") {
		docs = append(docs, content.Decode(f.Path, f.Data))
	}
	linked, _ := content.Link(docs, content.Options{Today: portal.DateOf(today)})
	plan, _ := site.New(linked, site.Options{BaseURL: s.URL + "/"}, pages.Plan, data.Plan)
	kinds, sizes := map[string]string{}, map[string]int{}
	for _, page := range plan.Pages() {
		if page.Template == "" {
			continue
		}
		size, err := s.size(page.URL)
		if err != nil {
			return nil, err
		}
		if size > sizes[page.Template] {
			kinds[page.Template], sizes[page.Template] = page.URL, size
		}
	}
	return kinds, nil
}

// readHeaders reads the format of _headers: a path, then indented fields.
func readHeaders(text string) (rules []headerRule) {
	for line := range strings.Lines(text) {
		name, value, isField := strings.Cut(strings.TrimSpace(line), ": ")
		switch {
		case strings.TrimSpace(line) == "":
		case line[0] != ' ':
			rules = append(rules, headerRule{prefix: strings.TrimSuffix(strings.TrimSpace(line), "*")})
		case isField:
			last := &rules[len(rules)-1]
			last.fields = append(last.fields, [2]string{name, value})
		}
	}
	return rules
}

// file returns the bytes that a path is answered with.
func (s *portalServer) file(url string) ([]byte, string, error) {
	if strings.HasSuffix(url, "/") {
		url += "index.html"
	}
	data, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(path.Clean(url))))
	return data, path.Ext(url), err
}

// size returns how many bytes a path is answered with, compressed.
func (s *portalServer) size(url string) (int, error) {
	data, _, err := s.file(url)
	if err != nil {
		return 0, err
	}
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	return b.Len(), err
}

func (s *portalServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, rule := range s.headers {
		if strings.HasPrefix(r.URL.Path, rule.prefix) {
			for _, f := range rule.fields {
				w.Header().Set(f[0], f[1])
			}
		}
	}
	data, extension, err := s.file(r.URL.Path)
	status := http.StatusOK
	if err != nil {
		status = http.StatusNotFound
		data, extension, err = s.file("/404.html")
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(extension))
	w.WriteHeader(status)
	io.Copy(w, bytes.NewReader(data))
}
