// Package zone gives time zones from a copy of the IANA database that it brings
// along, so that a date or an hour means the same on every machine.
//
// It takes a name such as "Africa/Lagos" and gives a *time.Location. It does not
// know the machine's own zones, nor which zone the machine is in.
package zone

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"
)

// The database as the Go distribution brings it (lib/time/zoneinfo.zip), packed anew
// with compression: public domain.
//
//go:embed zoneinfo.zip
var database []byte

// files returns the database's entries by name.
var files = sync.OnceValue(func() map[string]*zip.File {
	archive, err := zip.NewReader(bytes.NewReader(database), int64(len(database)))
	if err != nil {
		panic("zone: the embedded database is damaged: " + err.Error())
	}
	entries := make(map[string]*zip.File, len(archive.File))
	for _, f := range archive.File {
		if !f.FileInfo().IsDir() && f.Name != "Factory" {
			entries[f.Name] = f
		}
	}
	return entries
})

// Names returns the name of every zone, sorted. The slice must not be changed.
var Names = sync.OnceValue(func() []string {
	names := make([]string, 0, len(files()))
	for name := range files() {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
})

// Known reports whether there is a zone of exactly this name.
func Known(name string) bool { return files()[name] != nil }

// loaded keeps the zones that were asked for: reading one takes microseconds,
// and a portal asks for few of them many times.
var loaded sync.Map

// Load returns the zone of a name; an unknown one is an error.
func Load(name string) (*time.Location, error) {
	if location, ok := loaded.Load(name); ok {
		return location.(*time.Location), nil
	}
	entry := files()[name]
	if entry == nil {
		return nil, fmt.Errorf("there is no time zone %q", name)
	}
	r, err := entry.Open()
	if err != nil {
		return nil, fmt.Errorf("read time zone %s: %w", name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read time zone %s: %w", name, err)
	}
	location, err := time.LoadLocationFromTZData(name, data)
	if err != nil {
		return nil, fmt.Errorf("read time zone %s: %w", name, err)
	}
	loaded.Store(name, location)
	return location, nil
}
