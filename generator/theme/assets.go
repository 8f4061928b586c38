package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"ithaca/generator/diag"
	"ithaca/generator/order"
	"ithaca/generator/site"
)

// Asset is a file that pages load. A hash of all assets is part of its path, so browsers may
// cache it for ever.
type Asset struct {
	Path string // relative to the output: "assets/<hash>/site.css"
	Data []byte // must not be changed
}

// hashLength is how many hexadecimal digits of the hash are in the path.
const hashLength = 12

// Assets returns the files that pages load, sorted by path.
func (t *Theme) Assets() []Asset { return t.complete().assets }

const (
	mainStyles  = assetFolder + "/site.css"
	styleFolder = assetFolder + "/css" // its files are the parts of mainStyles
)

// makeAssets returns the assets, minified, with their paths.
func makeAssets(f *files, brand string, diags *diag.List) []Asset {
	var assets []Asset
	hash := sha256.New()
	for _, a := range sources(f, brand, diags) {
		data, err := []byte(a.Text), error(nil)
		if path.Ext(a.Path) != ".js" { // scripts are minified as bundles
			data, err = minified(a.Path, a.Text)
		}
		if err != nil {
			diags.Errorf(diag.Position{File: a.At}, TemplateMistake, "", "%s", err)
			continue
		}
		name := strings.TrimPrefix(a.Path, assetFolder+"/")
		hash.Write([]byte(name + "\x00"))
		hash.Write(data)
		hash.Write([]byte{0})
		assets = append(assets, Asset{Path: name, Data: data})
	}
	folder := hex.EncodeToString(hash.Sum(nil))[:hashLength]
	for i := range assets {
		assets[i].Path = path.Join(assetFolder, folder, assets[i].Path)
	}
	return assets
}

// sources returns the assets before style sheets are minified, sorted by path: the parts of
// the main style sheet concatenated in the order of their names, with the brand's rules
// last, and the scripts as minified bundles. A site's own site.css replaces all parts.
func sources(f *files, brand string, diags *diag.List) []file {
	all := publishedScripts(f, diags)
	styles, own := f.byPath[mainStyles]
	for _, name := range f.paths(assetFolder) {
		switch {
		case name == mainStyles || path.Ext(name) == ".js":
		case path.Dir(name) != styleFolder:
			all = append(all, f.withImports(name))
		case !own:
			styles.At = f.byPath[name].At
			styles.Text += f.byPath[name].Text + "\n"
		}
	}
	styles.Path, styles.Text = mainStyles, styles.Text+brand
	all = append(all, styles)
	order.Stable(all, func(a, b file) int { return strings.Compare(a.Path, b.Path) })
	return all
}

// styleImport matches the import of another style sheet in the same folder.
var styleImport = regexp.MustCompile(`(?m)^@import "([\w-]+\.css)";`)

// withImports returns an asset; a style sheet with its imports replaced by what they import,
// so that a page loads one file. An import that would be circular is left as it is.
func (f *files) withImports(name string, within ...string) file {
	styles := f.byPath[name]
	styles.Text = styleImport.ReplaceAllStringFunc(styles.Text, func(line string) string {
		part := path.Join(path.Dir(name), styleImport.FindStringSubmatch(line)[1])
		if _, ok := f.byPath[part]; !ok || slices.Contains(within, part) || part == name {
			return line
		}
		return f.withImports(part, append(within, name)...).Text
	})
	return styles
}

// minified returns a style sheet or script minified, and other files as they are. A script
// keeps its imports, exports and top-level names.
func minified(name, text string) ([]byte, error) {
	m := minify.New()
	switch path.Ext(name) {
	case ".css":
		m.AddFunc("", css.Minify)
	case ".js":
		m.AddFunc("", js.Minify)
	default:
		return []byte(text), nil
	}
	return m.Bytes("", []byte(text))
}

// assetPath returns the path of an asset below the folder of assets:
// "<hash>/site.css", or "" when there is none of the name.
func (t *Theme) assetPath(name string) string {
	for _, a := range t.assets {
		below := strings.TrimPrefix(a.Path, assetFolder+"/")
		if _, file, _ := strings.Cut(below, "/"); file == name {
			return below
		}
	}
	return ""
}

// manifest is a web app manifest: what a device shows of a site that somebody
// keeps on its home screen.
type manifest struct {
	Name        string         `json:"name"`
	Description string         `json:"description,omitempty"`
	Lang        string         `json:"lang"`
	Dir         string         `json:"dir"`
	StartURL    string         `json:"start_url"`
	Scope       string         `json:"scope"`
	Display     string         `json:"display"`
	Icons       []manifestIcon `json:"icons,omitempty"`
}

type manifestIcon struct {
	Source string `json:"src"`
	Sizes  string `json:"sizes"`
	Type   string `json:"type"`
}

// Manifest returns the web app manifest of a plan's site. Unlike the assets it has
// a fixed address, so it must be fetched anew.
func (t *Theme) Manifest(plan *site.Plan) Asset {
	t = t.complete()
	s := &plan.Site
	m := manifest{
		Name: s.Title, Description: s.Description,
		Lang: s.Lang, Dir: direction(s.Lang), StartURL: s.Home, Scope: s.Home,
		Display: "browser",
	}
	if icon := t.assetPath("icon.svg"); icon != "" {
		m.Icons = []manifestIcon{{Source: s.Assets + icon, Sizes: "any", Type: "image/svg+xml"}}
	}
	file := strings.TrimPrefix(s.Manifest, s.Root+"/")
	data, _ := json.Marshal(m) // strings always marshal
	return Asset{Path: file, Data: append(data, '\n')}
}
