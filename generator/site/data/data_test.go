package data_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/content"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
	"ithaca/generator/zone"
)

// key stands in for the interface's words.
func key(k string) string { return k }

var today = portal.Date{Year: 2026, Month: 11, Day: 16}

// invented plans a portal of n mentors.
func invented(t *testing.T, n int, backwards bool) *site.Plan {
	t.Helper()
	files := portaltest.Files(portaltest.Options{Mentors: n})
	if backwards {
		slices.Reverse(files)
	}
	var docs []*content.Document
	for _, f := range files {
		docs = append(docs, content.Decode(f.Path, f.Data))
	}
	p, _ := content.Link(docs, content.Options{Today: today})
	plan, list := site.New(p, site.Options{}, page.Plan, data.Plan)
	if list.HasErrors() {
		t.Fatal(list.Sorted()[0])
	}
	return plan
}

// demo plans the demo, whose people write as people do.
func demo(t *testing.T) *site.Plan {
	t.Helper()
	names, err := filepath.Glob("../../../content/*/*.md")
	if err != nil || len(names) < 100 {
		t.Fatalf("the demo has %d files, %v", len(names), err)
	}
	var docs []*content.Document
	for _, name := range append(names, "../../../content/index.md") {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, content.Decode(strings.TrimPrefix(name, "../../../"), data))
	}
	p, _ := content.Link(docs, content.Options{Today: today})
	plan, _ := site.New(p, site.Options{}, page.Plan, data.Plan)
	return plan
}

func dataOf(t *testing.T, plan *site.Plan, url string) []byte {
	t.Helper()
	one := plan.Page(url)
	if one == nil {
		t.Fatalf("no %s is planned", url)
	}
	return one.Data(key)
}

func packed(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

func TestDataDoNotDependOnTheOrderOfFiles(t *testing.T) {
	one, two := invented(t, 60, false), invented(t, 60, true)
	others := parts(two)
	for url, data := range parts(one) {
		if !bytes.Equal(data, others[url]) {
			t.Errorf("%s depends on the order of files", url)
		}
	}
}

func TestEveryPlannedPartIsMade(t *testing.T) {
	for _, n := range []int{1, 8, 9, 400} {
		plan, _ := site.New(portaltest.Crowd(n, n/2), site.Options{}, page.Plan, data.Plan)
		all := parts(plan)
		if len(all) < 6 {
			t.Errorf("%d mentors have %d parts", n, len(all))
		}
		for url, data := range all {
			if !json.Valid(data) {
				t.Errorf("%d mentors: %s is %q", n, url, data)
			}
		}
	}
}

func TestDataHoldNoWayOfContactAndNothingPrivate(t *testing.T) {
	p := portaltest.Crowd(2, 2)
	p.Mentors[0].Index = false
	p.Mentors[0].Name = "Hidden From Engines"
	for _, m := range p.Mentors {
		m.Contact = portal.Contact{Via: portal.ViaEmail, Address: "ana@private.example", URL: "https://private.example/form"}
		m.Links = []portal.WebLink{{Kind: "blog", URL: "https://private.example/blog"}}
		m.Consent.By = "Private Guardian"
	}
	p.Requests = []*portal.Request{{Item: portal.Item{Slug: "secret-heron", Body: p.Mentors[0].Body}, Tried: "secret-try", Organisation: "Secretworks"}}
	plan, _ := site.New(p, site.Options{}, page.Plan, data.Plan)
	all := string(bytes.Join(slices.Collect(maps.Values(parts(plan))), nil))
	for _, private := range []string{"private", "Private", "secret", "Secret", "guardian", "@"} {
		if strings.Contains(all, private) {
			t.Errorf("the data hold %q", private)
		}
	}
	if !strings.Contains(all, "Hidden From Engines") {
		t.Error("the data lack a profile that only search engines shall not list")
	}
}

func TestCardsStandInTheOrderOfTheList(t *testing.T) {
	plan := invented(t, 20, false)
	list := plan.Page("/mentors/").View().(*page.MentorList)
	for i, card := range list.Mentors {
		var part []json.RawMessage
		var rows [][]any
		if err := json.Unmarshal(dataOf(t, plan, fmt.Sprintf("/data/cards/%d.json", i/8)), &part); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(part[1], &rows); err != nil {
			t.Fatal(err)
		}
		row := rows[i%8]
		if url := fmt.Sprintf("/mentors/%v/", row[0]); url != card.URL || row[1] != card.Name || row[3] != card.Headline {
			t.Errorf("place %d holds %v, want %s", i, row[:4], card.Name)
		}
		if city := row[5]; city != zone.City(card.Timezone) {
			t.Errorf("%s: the zone is named by %v", card.Name, city)
		}
	}
}

func TestCardsNameFacesWhereOrganizersShowThem(t *testing.T) {
	for _, shown := range []bool{true, false} {
		p := portaltest.Crowd(2, 2)
		p.Program.Brand.Photos = shown
		p.Mentors[0].Photo = &portal.Photo{File: "face.jpg", Alt: "A face"}
		plan, _ := site.New(p, site.Options{Pictures: map[string]site.Picture{
			"content/mentors/face.jpg": {Variants: []site.Variant{{Name: "face-96.jpg", Width: 96, Height: 96}}},
		}}, page.Plan, data.Plan)
		if cards := string(dataOf(t, plan, "/data/cards/0.json")); strings.Contains(cards, "face-96.jpg") != shown || strings.Contains(cards, "A face") {
			t.Errorf("faces are shown: %v\n%s", shown, cards)
		}
	}
}
