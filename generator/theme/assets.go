package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"

	"ithaca/generator/diag"
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

// Assets gives the files that pages load, sorted by path.
func (t *Theme) Assets() []Asset { return t.assets }

// mainStyles is the asset that a brand's own rules are added to.
const mainStyles = assetFolder + "/site.css"

// makeAssets minifies what can be, adds the brand's rules to the styles and names
// the folder.
func makeAssets(f *files, brand string, diags *diag.List) []Asset {
	var assets []Asset
	hash := sha256.New()
	for _, name := range f.paths(assetFolder) {
		text := f.byPath[name].Text
		if name == mainStyles {
			text += brand
		}
		data, err := smaller(name, text)
		if err != nil {
			diags.Errorf(diag.Position{File: f.byPath[name].At}, TemplateMistake, "", "%s", err)
			continue
		}
		name = strings.TrimPrefix(name, assetFolder+"/")
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

func smaller(name, text string) ([]byte, error) {
	if path.Ext(name) != ".css" {
		return []byte(text), nil
	}
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	return m.Bytes("text/css", []byte(text))
}

// assetPath gives the path of an asset below the folder of assets:
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
