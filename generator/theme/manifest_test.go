package theme

import (
	"encoding/json"
	"strings"
	"testing"

	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

func TestTheManifestNamesTheSiteAndItsIcon(t *testing.T) {
	theme := builtIn(t)
	p := harbour(t)
	p.Program.BaseURL, p.Program.Title = "https://harbour.example/portal", `The "Harbour" </script> \ of Łódź`
	planned, _ := site.New(p, site.Options{}, page.Plan, data.Plan)
	asset := theme.Manifest(planned)
	var m manifest
	if err := json.Unmarshal(asset.Data, &m); err != nil || asset.Path != "site.webmanifest" {
		t.Fatal(asset.Path, err)
	}
	if m.Name != p.Program.Title || m.StartURL != "/portal/" || m.Scope != "/portal/" || m.Display != "browser" || m.Lang != "en" || m.Dir != "ltr" {
		t.Errorf("got %+v", m)
	}
	if icon := "/portal/assets/" + theme.assetPath("icon.svg"); len(m.Icons) != 1 || m.Icons[0].Source != icon || m.Icons[0].Sizes != "any" {
		t.Errorf("the icons are %v, the asset is %s", m.Icons, icon)
	}
	if !strings.Contains(draw(t, theme, planned, "/portal/"), `<link rel="manifest" href="/portal/site.webmanifest">`) {
		t.Error("the pages do not name the manifest")
	}
}
