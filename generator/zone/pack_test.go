package zone_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/zlib"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
)

// With -pack FILE, where FILE is lib/time/zoneinfo.zip of a Go distribution, the
// embedded database is made anew.
var pack = flag.String("pack", "", "make the database from a zoneinfo.zip")

func TestAZoneIsPackedOnceForAllItsNames(t *testing.T) {
	names := map[string][]string{"TZif-b": {"Asia/Kolkata", "Asia/Calcutta"}, "TZif-a": {"Africa/Accra"}}
	if *pack != "" {
		names = distributed(t)
		if err := os.WriteFile("zones.z", packed(names), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	r, err := zlib.NewReader(bytes.NewReader(packed(names)))
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(r)
	if want := "6 Africa/Accra\n6 Asia/Calcutta Asia/Kolkata\n\nTZif-aTZif-b"; string(got) != want || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}

// distributed returns the names of the zones of a Go distribution by what they stand for.
func distributed(t *testing.T) map[string][]string {
	archive, err := zip.OpenReader(*pack)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	names := map[string][]string{}
	for _, f := range archive.File {
		data, err := fs.ReadFile(archive, f.Name)
		if err == nil && f.Name != "Factory" {
			names[string(data)] = append(names[string(data)], f.Name)
		}
	}
	return names
}

// packed returns the database: a line for each zone with its length and its names, an
// empty line, then the zones. Those that end alike stand together, which compresses best.
func packed(names map[string][]string) []byte {
	var zones []string
	for data, all := range names {
		slices.Sort(all)
		zones = append(zones, data)
	}
	slices.SortFunc(zones, func(a, b string) int { return cmp.Compare(backwards(a), backwards(b)) })
	var out bytes.Buffer
	w, _ := zlib.NewWriterLevel(&out, zlib.BestCompression)
	for _, data := range zones {
		fmt.Fprintln(w, len(data), strings.Join(names[data], " "))
	}
	fmt.Fprintln(w)
	io.WriteString(w, strings.Join(zones, ""))
	w.Close()
	return out.Bytes()
}

func backwards(text string) string {
	bytes := []byte(text)
	slices.Reverse(bytes)
	return string(bytes)
}
