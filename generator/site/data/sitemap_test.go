package data_test

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

func TestASitemapIsSplitWhereItsProtocolAsksForIt(t *testing.T) {
	p := portaltest.Crowd(49_000, 0)
	p.Mentors[0].Index = false
	plan, _ := site.New(p, site.Options{}, page.Plan, data.Plan)
	words := func(key string) string { return key }
	var index, part struct {
		Maps []string `xml:"sitemap>loc"`
		URLs []string `xml:"url>loc"`
	}
	read := func(url string, into any) {
		one := plan.Page(url)
		if one == nil {
			t.Fatalf("there is no %s", url)
		}
		if err := xml.Unmarshal(one.Data(words), into); err != nil {
			t.Fatal(err)
		}
	}
	read("/sitemap.xml", &index)
	if want := []string{"https://crowd.example/sitemap-1.xml", "https://crowd.example/sitemap-2.xml"}; !slices.Equal(index.Maps, want) {
		t.Fatalf("the index names %v", index.Maps)
	}
	listed := map[string]bool{}
	for _, url := range index.Maps {
		part.URLs = nil
		read(strings.TrimPrefix(url, "https://crowd.example"), &part)
		if len(part.URLs) == 0 || len(part.URLs) > 50_000 {
			t.Errorf("%s holds %d addresses", url, len(part.URLs))
		}
		for _, u := range part.URLs {
			listed[strings.TrimPrefix(u, "https://crowd.example")] = true
		}
	}
	for _, one := range plan.Pages() {
		if want := one.Template != "" && !one.Head.NoIndex; listed[one.URL] != want {
			t.Fatalf("%s is in the sitemap: %v", one.URL, listed[one.URL])
		}
	}
	if listed["/mentors/mentor-000000/"] || !listed["/mentors/mentor-000001/"] {
		t.Error("`index: no` does not keep a profile out of the sitemap")
	}
}
