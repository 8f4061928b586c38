package generator

import (
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"ithaca/generator/content"
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/markdown"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/portrait"
	"ithaca/generator/secrets"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
	"ithaca/generator/source"
	"ithaca/generator/theme"
	"ithaca/generator/worktree"
)

// Options say what a snapshot is taken of.
type Options struct {
	Site      string    // the folder that holds content/ and optionally templates/
	Requests  string    // a folder of requests in place of content/requests; "" for none
	Templates fs.FS     // the built-in theme
	Today     time.Time // the day of the run; content may freeze another
	DayAsked  bool      // whether somebody named Today: it then holds against as_of too
	BaseURL   string    // replaces the site's base_url when not empty
	Drafts    bool      // whether drafts are part of the portal
	Output    string    // where the last build was published, for reusing its pictures; "" for none
	Workers   int       // how much is done side by side; 0 means one for each processor
	// Unwritten are files that are judged as they are here, not as they lie in the site, by
	// their paths in it: nil for one that is not there. A snapshot with them must not be
	// updated.
	Unwritten map[string][]byte
	// ContentOnly makes a snapshot without pages, pictures and theme, for questions
	// about the content. It must not be drawn or built, and the diagnostics are those
	// of the content alone.
	ContentOnly bool
	// Judged makes a snapshot for its diagnostics and the plan: pictures are judged and
	// not made. It must not be drawn or built, nor updated for that.
	Judged bool
}

// Folders are where the files of the site lie.
func (o Options) Folders() worktree.Folders {
	return worktree.Folders{Site: o.Site, Requests: o.Requests}
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// Snapshot is a site as it was when it was read: everything known, nothing
// drawn. It is immutable and safe for concurrent use.
type Snapshot struct {
	tree    *source.Tree
	portal  *portal.Portal
	matches *match.Index
	plan    *site.Plan
	theme   *theme.Theme
	others  func() map[string]finished // by URL: what is published and not planned
	gate    *secrets.Gate
	diags   diag.List
	reuse   reuse
}

// Take reads a site and works out everything that drawing its pages needs. The
// mistakes of authors are in the snapshot; the error is the machine's.
func Take(o Options) (*Snapshot, error) { return (&Snapshot{}).Update(o) }

// Update takes a snapshot of the same site after an edit. It is the same as that
// of Take, but what depends on nothing except bytes that are still the same is
// not made again: decoded documents, pictures and the theme. The built-in theme
// must be that of s.
func (s *Snapshot) Update(o Options) (*Snapshot, error) {
	tree, diags, err := source.Read(o.Site, source.Options{Workers: o.workers(), Requests: o.Requests, Before: s.tree})
	if err != nil {
		return nil, err
	}
	for path, text := range o.Unwritten {
		tree = tree.With(path, text)
	}
	now := &Snapshot{tree: tree}
	docs, err := now.decode(o, s.reuse)
	if err != nil {
		return nil, err
	}
	tree.Forget()
	p, found := content.Link(docs, content.Options{
		Today: portal.DateOf(o.Today), DayAsked: o.DayAsked, Drafts: o.Drafts, RequestsOutside: o.Requests != "" && !worktree.Within(o.Requests, o.Site), RequestsInside: tree.Replaced,
		Refused: each.Of(diags, func(d diag.Diagnostic) string { return d.File }),
	})
	diags = append(slices.Clip(diags), found...)
	now.portal, now.matches = p, match.New(p)
	if o.ContentOnly {
		now.diags = content.Discreet(diags, docs).Sorted().Limited()
		return now, nil
	}
	shown, made, found, err := portrait.Make(tree, docs, portrait.Options{
		InLists: p.Program.Brand.Photos, Drafts: o.Drafts, Judged: o.Judged, Output: o.Output, Workers: o.workers(),
	}, s.reuse.pictures)
	if err != nil {
		return nil, err
	}
	now.reuse.pictures = made
	diags = append(diags, found...)
	var theming sync.WaitGroup
	theming.Go(func() { now.makeTheme(o, s.reuse) }) // needs no plan
	now.plan, found = site.New(p, site.Options{BaseURL: o.BaseURL, Pictures: shown, Static: tree.Static(), Matches: now.matches}, page.Plan, data.Plan)
	diags = append(diags, found...)
	theming.Wait()
	now.others = sync.OnceValue(now.unplanned)
	for _, f := range tree.Below("templates") {
		diags = append(diags, markdown.Unmerged(f.Path, f.Data)...)
	}
	now.diags = content.Discreet(append(diags, now.reuse.theme.diags...), docs).Sorted().Limited()
	now.gate = secrets.NewGate(p, now.reuse.theme.words)
	return now, nil
}

// Portal returns what the content says.
func (s *Snapshot) Portal() *portal.Portal { return s.portal }

// Matches returns who suits whom.
func (s *Snapshot) Matches() *match.Index { return s.matches }

// Diagnostics returns what authors did wrong, sorted. It must not be changed.
func (s *Snapshot) Diagnostics() diag.List { return s.diags }

// Source returns the text of a file of the site, as far as it may be shown beside a
// mistake: nil for requests, pictures and files that do not exist, or have changed
// since. It must not be changed.
func (s *Snapshot) Source(file string) []byte {
	if kinds.IsRequest(file) {
		return nil
	}
	f, _ := s.tree.File(file)
	data, _ := s.text(f)
	return data
}

// text returns what a text holds, nil for a picture.
func (s *Snapshot) text(f source.File) ([]byte, error) {
	if path.Ext(f.Path) != ".md" {
		return f.Data, nil
	}
	return s.tree.Load(f)
}

// Render returns what is published at a URL as it stands in links: a page or a
// machine file, which is drawn, an asset or the web app manifest. The bytes are
// those that Build writes, the same at each call; they must not be changed. It
// returns nil where nothing is published, and secrets.Leaks for a page that must
// not be.
func (s *Snapshot) Render(url string) ([]byte, error) {
	file, added := s.others()[url]
	if page := s.plan.Page(url); !added && page != nil {
		file = s.draw(page)
	}
	return file.data, file.err
}

// URLs returns every address that Render knows, sorted: one for each file that
// Build writes, without the index.html of a page in a folder of its own.
func (s *Snapshot) URLs() []string {
	urls := slices.AppendSeq(s.Planned(), maps.Keys(s.others()))
	slices.Sort(urls)
	return urls
}

// Planned returns those of them that do not come from the theme, sorted.
func (s *Snapshot) Planned() []string {
	urls := each.Of(s.plan.Pages(), func(p *site.Page) string { return p.URL })
	slices.Sort(urls)
	return urls
}

// finished is a file as it is published, or why it must not be.
type finished struct {
	data []byte
	err  error
}

// unplanned returns the files that the theme adds to those of the plan. The built-in theme's
// own know nothing of a site without templates: where a minified script of theirs has the
// letters of a short pseudonym by chance, nothing was told.
func (s *Snapshot) unplanned() map[string]finished {
	files := map[string]finished{}
	for _, a := range s.Assets() {
		url := s.plan.Site.Home + a.Path
		if files[url] = (finished{data: a.Data}); s.tree.Templates() != nil {
			files[url] = s.guarded(url, a.Data)
		}
	}
	for _, plan := range s.plan.Languages() {
		manifest := s.theme.In(plan.Site.Lang).Manifest(plan)
		url := s.plan.Site.Home + manifest.Path
		files[url] = s.guarded(url, manifest.Data)
	}
	return files
}

// draw returns the bytes of a page, or secrets.Leaks when they hold what must not be
// published.
func (s *Snapshot) draw(page *site.Page) finished {
	plan := page.Plan()
	drawer := s.theme.In(plan.Site.Lang)
	if page.Data != nil {
		return s.guarded(page.URL, page.Data(drawer.Word))
	}
	data, err := drawer.Draw(plan, page)
	if err != nil {
		return finished{err: err}
	}
	return s.guarded(page.URL, data)
}

// guarded returns what is to be published at a URL as the gate lets it pass.
func (s *Snapshot) guarded(url string, data []byte) finished {
	if err := s.gate.Pass(url, strings.TrimPrefix(url, s.plan.Site.Prefix), data); err != nil {
		return finished{err: err}
	}
	return finished{data: data}
}

// Documents returns every file of content as it was decoded, sorted by path.
func (s *Snapshot) Documents() []*content.Document {
	return each.Of(s.tree.Below("content"), func(f source.File) *content.Document { return s.reuse.documents[documentKey{f.Path, f.Hash}] })
}
