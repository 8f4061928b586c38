package generator

import (
	"io/fs"
	"maps"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/leak"
	"ithaca/generator/match"
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
	Keep      bool      // the snapshot keeps what Update reuses
	// ContentOnly makes a snapshot without pages, pictures and theme, for questions
	// about the content. It must not be drawn or built, and the diagnostics are those
	// of the content alone.
	ContentOnly bool
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// requestsOutside reports whether the requests lie outside the site, where its
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
	portal  *portal.Portal
	matches *match.Index
	plan    *site.Plan
	theme   *theme.Theme
	others  map[string][]byte // by URL: what is published and not planned
	files   int               // of content
	texts   map[string][]byte // the files that diagnostics speak of
	gate    *leak.Gate
	diags   diag.List
	stages  *stages // for Update; nil where nobody asked to keep them
}

// Take reads a site and works out everything that drawing its pages needs. The
// mistakes of authors are in the snapshot; the error is the machine's.
func Take(o Options) (*Snapshot, error) {
	d := newDecoding(o)
	tree, diags, err := source.Read(o.Site, source.Options{Workers: o.workers(), Requests: o.Requests, Text: d.text})
	if err != nil {
		return nil, err
	}
	return o.take(&stages{read: d.docs}, tree, diags)
}

// take goes through the stages after reading, each with what it gave before.
func (o Options) take(before *stages, tree *source.Tree, diags diag.List) (*Snapshot, error) {
	now := &stages{options: o, tree: tree}
	now.decode(before)
	now.links = content.Relink(before.links, now.docs, content.Options{
		Today: portal.DateOf(o.Today), Drafts: o.Drafts, RequestsOutside: o.requestsOutside(), RequestsInside: tree.Replaced,
	})
	p := now.links.Portal()
	diags = append(slices.Clip(diags), now.links.Diagnostics()...)
	if o.ContentOnly {
		diags = diags.Sorted().Limited()
		return &Snapshot{portal: p, matches: match.New(p), diags: diags, texts: now.keepTexts(before, diags)}, nil
	}
	found, err := now.showPictures(before, p.Program.Brand.Photos)
	if err != nil {
		return nil, err
	}
	diags = append(diags, found...)
	var themed sync.WaitGroup
	themed.Go(func() { now.makeTheme(before, p.Program) }) // needs no plan
	plan, found := site.New(p, site.Options{
		BaseURL: o.BaseURL, Pictures: now.shown(), Static: static(tree), Matches: now.match(before, p), Before: before.plan,
	})
	now.plan = plan
	diags = append(diags, found...)
	themed.Wait()
	diags = append(diags, now.theme.diags...)
	diags = diags.Sorted().Limited()
	now.makeGate(before)
	s := &Snapshot{
		portal: p, matches: now.matches,
		plan: plan, theme: now.theme.theme, gate: now.gate.gate, diags: diags,
		files: len(tree.Below("content")), texts: now.keepTexts(before, diags),
	}
	s.others = s.unplanned()
	if o.Keep {
		s.stages = now
	}
	return s, nil
}

// static returns the site's files that are published as they are.
func static(tree *source.Tree) map[string][]byte {
	files := map[string][]byte{}
	for _, f := range tree.Below("templates/static") {
		files[strings.TrimPrefix(f.Path, "templates/static/")] = f.Data
	}
	return files
}

// Diagnostics returns what authors did wrong, sorted. It must not be changed.
func (s *Snapshot) Diagnostics() diag.List { return s.diags }

// Source returns the bytes of a file that a diagnostic speaks of, nil for others.
// They must not be changed.
func (s *Snapshot) Source(file string) []byte { return s.texts[file] }

// Portal returns the content. It must not be changed.
func (s *Snapshot) Portal() *portal.Portal { return s.portal }

// Matches returns the index of who suits whom.
func (s *Snapshot) Matches() *match.Index { return s.matches }

// Render returns what is published at a URL as it stands in links: a page or a
// machine file, which is drawn, an asset or the web app manifest. The bytes are
// those that Build writes, the same at each call; they must not be changed. It
// gives nil where nothing is published, and a *LeakError for a page that must
// not be.
func (s *Snapshot) Render(url string) ([]byte, error) {
	if data, found := s.others[url]; found {
		return data, nil
	}
	page := s.plan.Page(url)
	if page == nil {
		return nil, nil
	}
	return s.draw(page)
}

// URLs returns every address that Render knows, sorted: one for each file that
// Build writes, without the index.html of a page in a folder of its own.
func (s *Snapshot) URLs() []string {
	urls := slices.Collect(maps.Keys(s.others))
	for _, page := range s.plan.Pages() {
		urls = append(urls, page.URL)
	}
	slices.Sort(urls)
	return urls
}

// unplanned returns the files that the theme adds to those of the plan.
func (s *Snapshot) unplanned() map[string][]byte {
	files := map[string][]byte{}
	for _, a := range s.added() {
		files[s.plan.Site.Prefix+"/"+a.Path] = a.Data
	}
	return files
}

func (s *Snapshot) added() []theme.Asset {
	return append(slices.Clip(s.theme.Assets()), s.theme.Manifest(s.plan))
}

// draw returns the bytes of a page, or a *LeakError when they hold what must not
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
