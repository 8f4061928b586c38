package theme

import (
	"encoding/json"
	"strings"

	"ithaca/generator/site"
)

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
