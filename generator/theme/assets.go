package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"ithaca/generator/diag"
	"ithaca/generator/order"
)

// Asset is a file that pages load. Its folder is named by a hash of all assets,
// so it never changes and may be kept for ever.
type Asset struct {
	Path string // relative to the output: "assets/<hash>/site.css"
	Data []byte // must not be changed
}

// hashLength is how many hexadecimal digits of the hash name the folder: enough
// to tell any two versions of a theme apart.
const hashLength = 12

// Assets returns the files that pages load, sorted by path.
func (t *Theme) Assets() []Asset { return t.complete().assets }

const (
	mainStyles  = assetFolder + "/site.css"
	styleFolder = assetFolder + "/css" // its files are the parts of mainStyles
)

// makeAssets joins the parts of the style sheet, minifies what can be and names
// the folder.
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

// sources returns what the assets are made of, sorted by path: the parts of the
// style sheet as one, in the order of their names and with the brand's rules
// last, and the scripts as bundles, minified. A site.css of the site's own replaces all
// parts.
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

// styleImport is how a style sheet begins that holds another one.
var styleImport = regexp.MustCompile(`(?m)^@import "([\w-]+\.css)";`)

// withImports returns an asset, and a style sheet with those that it imports in their place:
// a page asks for one file, and pages share what is written once. One that imports itself
// is left as it is.
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

// minified minifies styles and scripts. A script keeps what others see of it:
// imports, exports and the names at its top.
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
