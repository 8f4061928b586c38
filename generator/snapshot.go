package generator

import (
	"io/fs"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/leak"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/source"
	"ithaca/generator/theme"
)

// Options say what a snapshot is taken of.
type Options struct {
	Site      string    // the folder that holds content/ and optionally templates/
	Requests  string    // a folder of requests in place of content/requests; "" for none
	Templates fs.FS     // the built-in theme
	Today     time.Time // the day of the run; content may freeze another
	BaseURL   string    // replaces the site's base_url when not empty
	Drafts    bool      // whether drafts are part of the portal
	Output    string    // where the last build was published, for reusing its pictures; "" for none
	Workers   int       // how much is done side by side; 0 means one for each processor
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// requestsOutside tells whether the requests lie outside the site, where its
// repository does not publish them.
func (o Options) requestsOutside() bool {
	if o.Requests == "" {
		return false
	}
	site, err1 := filepath.Abs(o.Site)
	requests, err2 := filepath.Abs(o.Requests)
	if err1 != nil || err2 != nil {
		return false
	}
	within, err := filepath.Rel(site, requests)
	return err != nil || within == ".." || strings.HasPrefix(within, ".."+string(filepath.Separator))
}

// Snapshot is a site as it was when it was read: everything known, nothing
// drawn. It is immutable and safe for concurrent use.
type Snapshot struct {
	plan  *site.Plan
	theme *theme.Theme
	files int               // of content
	texts map[string][]byte // the files that diagnostics speak of
	gate  *leak.Gate
	diags diag.List
}

// Take reads a site and works out everything that drawing its pages needs. The
// mistakes of authors are in the snapshot; the error is the machine's.
func Take(o Options) (*Snapshot, error) {
	tree, diags, err := source.Read(o.Site, source.Options{Workers: o.workers(), Requests: o.Requests})
	if err != nil {
		return nil, err
	}
	docs := decode(tree.Below("content"), o.workers())
	p, found := content.Link(docs, content.Options{
		Today: portal.DateOf(o.Today), Drafts: o.Drafts, RequestsOutside: o.requestsOutside(),
	})
	diags = append(diags, found...)
	pictures, found, err := pictures(o, tree, content.Pictures(docs))
	if err != nil {
		return nil, err
	}
	diags = append(diags, found...)
	plan, found := site.New(p, site.Options{
		BaseURL: o.BaseURL, Pictures: pictures, Static: static(tree),
	})
	diags = append(diags, found...)
	layers := []theme.Layer{{Name: "built-in templates", FS: o.Templates}}
	if own := tree.FS("templates"); own != nil {
		layers = append(layers, theme.Layer{Name: "templates", FS: own})
	}
	drawn, found := theme.New(theme.Options{Layers: layers, Lang: p.Program.Language, Accent: p.Program.Brand.Accent})
	diags = append(diags, found...)
	diags = diags.Sorted().Limited()
	return &Snapshot{
		plan: plan, theme: drawn, gate: newGate(p, tree, o.Templates), diags: diags,
		files: len(tree.Below("content")), texts: texts(tree, diags),
	}, nil
}

// texts gives the files that diagnostics speak of. The others are not kept: once
// they are decoded, nothing needs their bytes.
func texts(tree *source.Tree, diags diag.List) map[string][]byte {
	kept := map[string][]byte{}
	for _, d := range diags {
		if f, found := tree.File(d.File); found {
			kept[d.File] = f.Data
		}
	}
	return kept
}

// static gives the site's files that are published as they are.
func static(tree *source.Tree) map[string][]byte {
	files := map[string][]byte{}
	for _, f := range tree.Below("templates/static") {
		files[strings.TrimPrefix(f.Path, "templates/static/")] = f.Data
	}
	return files
}

// decode reads every file on its own, side by side; the results stand in the
// order of the files.
func decode(files []source.File, workers int) []*content.Document {
	docs := make([]*content.Document, len(files))
	const batch = 64 // files a worker takes at a time: one costs less than handing it over
	var g errgroup.Group
	g.SetLimit(workers)
	for from := 0; from < len(files); from += batch {
		g.Go(func() error {
			for i := from; i < min(from+batch, len(files)); i++ {
				docs[i] = content.Decode(files[i].Path, files[i].Data)
			}
			return nil
		})
	}
	_ = g.Wait() // decoding has no errors, only diagnostics
	return docs
}

// Diagnostics gives what authors did wrong, sorted. It must not be changed.
func (s *Snapshot) Diagnostics() diag.List { return s.diags }

// Source gives the bytes of a file that a diagnostic speaks of, nil for others.
// They must not be changed.
func (s *Snapshot) Source(file string) []byte { return s.texts[file] }

// Render draws the page or machine file at a URL as it stands in links. It gives
// the same bytes each time, and nil where nothing is planned.
func (s *Snapshot) Render(url string) ([]byte, error) {
	page := s.plan.Page(url)
	if page == nil {
		return nil, nil
	}
	return s.draw(page)
}

// draw gives the bytes of a page, or a *LeakError when they hold what must not
// be published.
func (s *Snapshot) draw(page *site.Page) ([]byte, error) {
	data, err := s.bytes(page)
	if err != nil {
		return nil, err
	}
	if fields := s.gate.Search(data); len(fields) > 0 {
		leaks := &LeakError{}
		for _, field := range fields {
			leaks.Finds = append(leaks.Finds, Find{page.URL, field})
		}
		return nil, leaks
	}
	return data, nil
}

func (s *Snapshot) bytes(page *site.Page) ([]byte, error) {
	if page.Template == "" {
		return page.Data(s.theme.Word), nil
	}
	return s.theme.Draw(s.plan, page)
}

// Files counts the files of content that were read.
func (s *Snapshot) Files() int { return s.files }
