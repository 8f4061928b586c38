package theme

import (
	"encoding/json"
	"regexp"
	"strings"

	"ithaca/generator/site"
)

// manifest is a web app manifest: what a device shows of a site that somebody
// keeps on its home screen.
type manifest struct {
	Name        string         `json:"name"`
	ShortName   string         `json:"short_name"`
	Description string         `json:"description,omitempty"`
	Lang        string         `json:"lang"`
	Dir         string         `json:"dir"`
	StartURL    string         `json:"start_url"`
	Scope       string         `json:"scope"`
	Display     string         `json:"display"`
	ThemeColor  string         `json:"theme_color,omitempty"`
	Background  string         `json:"background_color,omitempty"`
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
	t = t.whole()
	s := &plan.Site
	m := manifest{
		Name: s.Title, ShortName: shortName(s.Title), Description: s.Description,
		Lang: s.Lang, Dir: direction(s.Lang), StartURL: s.Home, Scope: s.Home,
		Display: "browser", ThemeColor: t.background(), Background: t.background(),
	}
	if icon := t.assetPath("icon.svg"); icon != "" {
		m.Icons = []manifestIcon{{Source: s.Assets + icon, Sizes: "any", Type: "image/svg+xml"}}
	}
	file := strings.TrimPrefix(s.Manifest, s.Root+"/")
	data, err := json.Marshal(m)
	if err != nil {
		return Asset{Path: file} // strings always marshal
	}
	return Asset{Path: file, Data: append(data, '\n')}
}

// shortLength is how many letters fit under an icon.
const shortLength = 12

// shortName returns the first words of a title that fit under an icon, and at
// least the first.
func shortName(title string) string {
	short := ""
	for _, word := range strings.Fields(title) {
		longer := strings.TrimSpace(short + " " + word)
		if short != "" && len([]rune(longer)) > shortLength {
			break
		}
		short = longer
	}
	return short
}

var backgroundToken = regexp.MustCompile(`--paper:\s*(?:light-dark\()?(#[0-9a-fA-F]{3,8})`)

// background returns the colour behind the pages, "" where the style sheet does
// not begin with such a token.
func (t *Theme) background() string {
	for _, a := range t.assets {
		if strings.HasSuffix(a.Path, "/site.css") {
			if found := backgroundToken.FindSubmatch(a.Data); found != nil {
				return string(found[1])
			}
		}
	}
	return ""
}
