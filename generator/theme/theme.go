// Package theme renders planned pages.
//
// It takes templates, interface words and assets in layers (the built-in ones,
// then a site's own), and returns a Theme, which draws any page of any plan. It
// owns everything a reader sees that is not content: markup, words, styles.
//
// It does not know where content comes from, who suits whom, or which pages
// exist; it never builds a URL and never reads a clock. Views come from package
// site with their links made. It is the only package that knows html/template,
// the minifier, the message files and their format.
//
// Parts that pages of a section share, and each mentor's card, are cached for a plan
// (drawing.go); the rest is drawn for each page.
package theme

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"slices"
	"sync"
	"sync/atomic"

	"ithaca/generator/diag"
	"ithaca/generator/site"
	"ithaca/generator/site/page"
	"ithaca/generator/theme/accent"
)

// TemplateMistake is reported where a template, a message or an asset of a
// theme cannot be used.
const TemplateMistake diag.Code = "template-mistake"

// Layer is a folder of theme files. Folders that a theme does not have, such as static/, are
// ignored.
type Layer struct {
	Name string // the folder's name in diagnostics: "templates"
	FS   fs.FS  // nil and a folder that does not exist are empty layers
}

// Options say what a theme is made of.
type Options struct {
	Layers []Layer  // a file of a later layer replaces that of an earlier one
	Lang   string   // BCP 47: the language of the interface; "" means English
	Others []string // the portal's other languages
	Accent string   // the brand's colour, "#0b57a4"; "" for the theme's own
}

// Theme draws pages. It is safe for concurrent use; it changes only by caching and by making
// the rest once.
type Theme struct {
	words   *Words
	parts   *template.Template            // the layout and the partials
	kinds   map[string]*template.Template // by the name of the page kind
	assets  []Asset
	others  map[string]*Theme // by language
	rest    func()            // makes all but the words, once; nil where New has made it
	shared  atomic.Pointer[planCache]
	buffers sync.Pool // of *bytes.Buffer, each for one drawing at a time
}

// New reads a theme from its layers. The diagnostics are mistakes in them, each
// with file and line; with errors among them the theme must not be used to
// publish, and pages whose template is broken cannot be drawn.
//
// Where the last layer is empty only words are checked, because the tests of this package
// rehearse the built-in theme. The rest is then made when something is drawn.
func New(o Options) (*Theme, diag.List) {
	var diags diag.List
	files := readLayers(o.Layers, &diags)
	t := &Theme{words: readWords(files, o.Lang, &diags), others: map[string]*Theme{}}
	for _, lang := range o.Others {
		t.translate(lang, files, &diags)
	}
	brand := accent.Styles(o.Accent, &diags)
	if files.own {
		t.makeRest(files, brand, &diags)
		t.words.reportUnused(&diags)
		if !diags.HasErrors() {
			t.rehearse(files, &diags)
		}
	}
	for i, d := range diags {
		if d.Code == TemplateMistake && d.Hint == "" {
			diags[i].Hint = "compare it with the built-in file, or delete yours to have that one back; " + documented
		}
	}
	if !files.own {
		t.rest = sync.OnceFunc(func() { t.makeRest(files, brand, &diag.List{}) })
		for _, other := range t.others {
			other.rest = t.rest
		}
	}
	return t, diags
}

// translate adds the words of another language, which has the same files.
func (t *Theme) translate(lang string, files *files, diags *diag.List) {
	var own diag.List
	t.others[lang] = &Theme{words: readWords(files, lang, &own)}
	for _, d := range own { // what all languages fall back to was judged before
		if !slices.ContainsFunc(*diags, func(known diag.Diagnostic) bool { return known.String() == d.String() }) {
			*diags = append(*diags, d)
		}
	}
}

// makeRest makes all but the words. In all languages the files have the same mistakes.
func (t *Theme) makeRest(files *files, brand string, diags *diag.List) {
	t.assets = makeAssets(files, brand, diags)
	t.parse(files, diags)
	for _, other := range t.others {
		other.assets = t.assets
		other.parse(files, &diag.List{})
	}
}

// complete makes the rest of the theme, if need be, and returns the theme.
func (t *Theme) complete() *Theme {
	if t.rest != nil {
		t.rest()
	}
	return t
}

// In returns the theme in one of the portal's languages.
func (t *Theme) In(lang string) *Theme {
	if other := t.others[lang]; other != nil {
		return other
	}
	return t
}

// Draw returns a page as it is published. The same page of the same plan always
// has the same bytes. The caller owns them.
func (t *Theme) Draw(plan *site.Plan, p *site.Page) ([]byte, error) {
	view := p.View()
	d := &drawing{Site: &plan.Site, Head: &p.Head, URL: p.URL, View: view}
	var html []byte
	var err error
	if p.Later != "" {
		html, err = t.draw(p.Later, laterBlock, d)
	} else {
		d.Linked, d.Versions = page.Linked(plan, p, view), p.Versions()
		html, err = t.draw(p.Template, layoutFile, d)
	}
	if err != nil {
		return nil, fmt.Errorf("draw %s with %s.html: %w", p.URL, cmp.Or(p.Later, p.Template), err)
	}
	return html, nil
}

// laterBlock is the name of the template for what a page's scripts load later.
const laterBlock = "later"

func (t *Theme) draw(kind, name string, d *drawing) ([]byte, error) {
	set := t.complete().kinds[kind]
	if set == nil {
		return nil, fmt.Errorf("the theme has no such template")
	}
	if name == laterBlock && set.Lookup(name) == nil {
		return []byte{}, nil // a site's own template may keep everything in its page
	}
	d.theme, d.shared = t, t.cacheOf(d.Site)
	page, err := t.execute(set, name, d)
	return withPlainTitle(page), err
}

// execute returns what a template writes.
func (t *Theme) execute(set *template.Template, name string, data any) ([]byte, error) {
	w, reused := t.buffers.Get().(*bytes.Buffer)
	if !reused {
		w = new(bytes.Buffer)
	}
	defer t.buffers.Put(w)
	w.Reset()
	err := set.ExecuteTemplate(bounded{w}, name, data)
	return bytes.Clone(w.Bytes()), err
}

// maxPage bounds a page, in bytes: a template that repeats itself must not take all memory.
const maxPage = 16 << 20

// bounded is a buffer that takes no more than a page.
type bounded struct{ page *bytes.Buffer }

func (b bounded) Write(p []byte) (int, error) {
	if b.page.Len()+len(p) > maxPage {
		return 0, errors.New("the page would be larger than 16 MB: something in its template repeats itself")
	}
	return b.page.Write(p)
}

// Document returns a page for the organizer's disk, which is no page of a portal and loads
// nothing, from the template local/NAME.html of the first folder that has it.
func Document(w *Words, name string, data any, folders ...fs.FS) ([]byte, error) {
	file := "local/" + name + extension
	for _, folder := range folders {
		text, err := fs.ReadFile(folder, file)
		if err != nil {
			continue
		}
		t, err := template.New(file).Funcs(template.FuncMap{"t": w.text, "list": w.List, "number": w.number, "originally": originally}).Parse(string(text))
		var b bytes.Buffer
		if err == nil {
			err = t.Execute(&b, data)
		}
		if err != nil {
			return nil, fmt.Errorf("draw templates/%s: %w", file, err)
		}
		return b.Bytes(), nil
	}
	return nil, fmt.Errorf("there is no template %s", file)
}
