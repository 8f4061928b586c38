// Package zone gives time zones from a copy of the IANA database that it brings
// along, so that a date or an hour means the same on every machine.
//
// It takes a name such as "Africa/Lagos" and gives a *time.Location. It does not
// know the machine's own zones, nor which zone the machine is in.
package zone

import (
	"bytes"
	"compress/zlib"
	_ "embed"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// The database as the Go distribution brings it (lib/time/zoneinfo.zip), packed anew
// by pack_test.go, each zone once for all its names: public domain.
//
//go:embed zones.z
var database []byte

// files returns the database's entries by name.
var files = sync.OnceValue(func() map[string][]byte {
	var all []byte
	r, err := zlib.NewReader(bytes.NewReader(database))
	if err == nil {
		all, err = io.ReadAll(r)
	}
	if err != nil {
		panic("zone: the embedded database is damaged: " + err.Error())
	}
	head, zones, _ := bytes.Cut(all, []byte("\n\n"))
	entries := map[string][]byte{}
	for line := range strings.Lines(string(head)) {
		fields := strings.Fields(line)
		length, _ := strconv.Atoi(fields[0])
		for _, name := range fields[1:] {
			entries[name] = zones[:length]
		}
		zones = zones[length:]
	}
	return entries
})

// Names returns the name of every zone, sorted. The slice must not be changed.
var Names = sync.OnceValue(func() []string {
	return slices.Sorted(maps.Keys(files()))
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
	location, err := time.LoadLocationFromTZData(name, entry)
	if err != nil {
		return nil, fmt.Errorf("read time zone %s: %w", name, err)
	}
	loaded.Store(name, location)
	return location, nil
}

// only are the zones of the countries that have one, as the IANA database lists them in
// its zone.tab (public domain). Büsingen keeps the same time as the rest of Germany.
//
//go:embed country.txt
var only string

// Only returns the zone of a country, by its ISO 3166 code, that has no other; "" for
// countries with several, and for codes of none.
func Only(country string) string {
	if len(country) != 2 {
		return ""
	}
	_, rest, found := strings.Cut(only, country+"=")
	if !found {
		return ""
	}
	return strings.Fields(rest)[0]
}
