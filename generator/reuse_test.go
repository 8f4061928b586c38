package generator

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestAnUpdateReusesDocumentsPicturesAndTheme(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../content")); err != nil {
		t.Fatal(err)
	}
	o := Options{Site: dir, Templates: os.DirFS("../templates"), Today: time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC)}
	edit := func(file, text string) {
		t.Helper()
		at := filepath.Join(dir, file)
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		f, err := os.OpenFile(at, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if _, err := f.WriteString(text); err != nil {
			t.Fatal(err)
		}
	}
	edit("content/mentors/bo/index.md", "---\nname: Bo Berg\nheadline: I can help\nphoto: {file: bo.jpg, alt: Bo, consent: 2026-10-01}\n---\n")
	photo, err := os.ReadFile("picture/testdata/rgb.jpg")
	if err != nil {
		t.Fatal(err)
	}
	edit("content/mentors/bo/bo.jpg", string(photo))
	before, err := Take(o)
	if err != nil {
		t.Fatal(err)
	}
	edit("content/mentors/ana-silva.md", "\nAnd more.\n")
	edit("templates/static/notes.txt", "Published as it is.\n")
	after, err := before.Update(o)
	if err != nil {
		t.Fatal(err)
	}
	made := 0
	for key, doc := range after.reuse.documents {
		if before.reuse.documents[key] != doc {
			made++
		}
	}
	if made != 1 {
		t.Errorf("after an edit of one file %d were decoded", made)
	}
	if own := 3; len(after.reuse.pictures) != own+1 { // Bo's beside those of the demo
		t.Errorf("%d pictures are shown", len(after.reuse.pictures))
	}
	for key, p := range after.reuse.pictures {
		if old := before.reuse.pictures[key].Picture.Variants; len(old) == 0 || &old[0] != &p.Picture.Variants[0] {
			t.Error("a picture was made again")
		}
	}
	if after.theme != before.theme {
		t.Error("the theme was made again")
	}
	edit("templates/assets/css/own.css", "p { color: red }\n")
	last, err := after.Update(o)
	if err != nil {
		t.Fatal(err)
	}
	if last.theme == before.theme {
		t.Error("after a template came the theme is the same")
	}
}
