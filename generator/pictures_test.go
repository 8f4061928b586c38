package generator_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/diag"
)

// pictured is a site whose mentor has a picture.
func pictured(t *testing.T) string {
	t.Helper()
	profile := strings.Replace(mentor, "NAME", "Ana Silva\nphoto: {file: ana.jpg, alt: Ana at her desk, consent: 2026-10-01}", 1)
	profile = strings.Replace(profile, ", address: hidden@private.example", "", 1)
	dir := write(t, []diag.File{{Path: "content/mentors/ana-silva/index.md", Text: profile}})
	picture, err := os.ReadFile("picture/testdata/rgb.jpg")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "content/mentors/ana-silva/ana.jpg"), picture, 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestAPictureIsShownAndNotMadeAgain(t *testing.T) {
	dir := pictured(t)
	o := options(dir)
	o.Output = filepath.Join(t.TempDir(), "public")
	build(t, o, o.Output)
	pictures, err := filepath.Glob(filepath.Join(o.Output, "pictures", "*.jpg"))
	if err != nil || len(pictures) != 2 {
		t.Fatalf("%d pictures, %v", len(pictures), err)
	}
	clean := tree(t, o.Output)
	if page := clean["mentors/ana-silva/index.html"]; !bytes.Contains(page, []byte(`alt="Ana at her desk"`)) {
		t.Error("the profile does not show the picture")
	}
	if r := build(t, o, o.Output); r.Written != 0 {
		t.Errorf("the second build changed %d files", r.Written)
	}

	// A picture that somebody changed in the output is not taken for the real one.
	if err := os.WriteFile(pictures[0], []byte("changed"), 0o644); err != nil {
		t.Fatal(err)
	}
	build(t, o, o.Output)
	same(t, tree(t, o.Output), clean)
}

func TestListsShowPicturesWhereTheOrganizersWishIt(t *testing.T) {
	dir := pictured(t)
	index, err := os.ReadFile(filepath.Join(dir, "content/index.md"))
	if err != nil {
		t.Fatal(err)
	}
	o := options(dir)
	o.Output = filepath.Join(t.TempDir(), "public")
	for brand, want := range map[string]int{"": 0, "brand: {photos: true}\n": 1} {
		text := strings.Replace(string(index), "title:", brand+"title:", 1)
		if err := os.WriteFile(filepath.Join(dir, "content/index.md"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		build(t, o, o.Output)
		list := tree(t, o.Output)["mentors/index.html"]
		if got := bytes.Count(list, []byte(`<img class="face"`)); got != want {
			t.Errorf("with %q the list shows %d pictures, want %d", brand, got, want)
		}
		pictures, err := filepath.Glob(filepath.Join(o.Output, "pictures", "*.jpg"))
		if err != nil || len(pictures) != 2+want {
			t.Errorf("with %q there are %d pictures, %v", brand, len(pictures), err)
		}
	}
}

func TestASnapshotThatIsOnlyJudgedKnowsTheSamePicturesAndMistakes(t *testing.T) {
	dir := pictured(t)
	file := filepath.Join(dir, "content/mentors/ana-silva/ana.jpg")
	picture, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"whole": picture, "cut off": picture[:len(picture)/2], "no picture": []byte("Ana")} {
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		o := options(dir)
		made := take(t, o)
		o.Judged = true
		judged := take(t, o)
		if want, got := made.Diagnostics(), judged.Diagnostics(); !slices.Equal(got, want) || want.HasErrors() != (name != "whole") {
			t.Errorf("%s: %v, but judged %v", name, want, got)
		}
		if want, got := made.URLs(), judged.URLs(); !slices.Equal(got, want) {
			t.Errorf("%s: the pages are %q, but judged %q", name, want, got)
		}
	}
}
