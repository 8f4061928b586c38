package world

import (
	_ "embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ithaca/generator/zone"
)

// zoneNames are the zones that people mean by a short or common name, the first the
// likeliest. The names are in lower case, without "time" and "standard". What a name means
// in a country, where most people mean something else by it, comes first, after the code.
//
//go:embed zones.txt
var zoneNames string

// KeepsWinterTime reports whether a zone is one whose name people take for another: it
// keeps winter time all the year.
func KeepsWinterTime(name string) bool { return name == "EST" || name == "MST" || name == "HST" }

var offset = regexp.MustCompile(`^(?i:utc|gmt)? ?([+−-])(\d{1,2})(?::?(\d\d))?$`)

// ZoneHint names the zones that are meant by a text in a country, "" for any, or asks for
// a city. It never proposes what is only spelt alike: PST is not EST. Nearest finds the
// name that was meant by a misspelt one.
func ZoneHint(text, country string, nearest func(string, []string) string) string {
	if m := offset.FindStringSubmatch(text); m != nil {
		return offsetHint(m[1], m[2], m[3])
	}
	wanted := plainZone(text)
	if zones := zonesCalled(wanted, country); zones != nil {
		return "write " + oneOf(zones)
	}
	for _, name := range zone.Names() {
		if strings.HasSuffix(strings.ToLower(name), "/"+wanted) {
			return "write `" + name + "`"
		}
	}
	if len(wanted) > len("/abc") {
		if near := nearest(text, zone.Names()); near != "" && strings.Contains(text, "/") {
			return "did you mean `" + near + "`?"
		}
	}
	return "write the continent and a large city of your zone, as `Africa/Lagos` or `Europe/Lisbon`"
}

// Zones returns the zones that people mean by a short or common name, the first the
// likeliest, or the only one with a city of that name. Of an offset it returns cities whose
// clocks differ from UTC by as much in January. None is spelt alike only.
func Zones(text string) []string {
	if m := offset.FindStringSubmatch(text); m != nil {
		return offsetCities(m[1], m[2], m[3])
	}
	wanted := plainZone(text)
	if zones := zonesCalled(wanted, ""); zones != nil {
		return zones
	}
	var found []string
	for _, name := range zone.Names() {
		if strings.HasSuffix(strings.ToLower(name), "/"+wanted) && strings.Count(name, "/") > 0 && !strings.HasPrefix(name, "Etc/") && !strings.HasPrefix(name, "US/") {
			found = append(found, name)
		}
	}
	if len(found) > 1 {
		return nil
	}
	return found
}

// zonesCalled returns the zones that a name means in a country, or anywhere.
func zonesCalled(name, country string) []string {
	for line := range strings.Lines(zoneNames) {
		words, zones, _ := strings.Cut(strings.TrimSpace(line), "=")
		if in, rest, found := strings.Cut(words, " "); found && in == strings.ToUpper(in) {
			if words = rest; in != country {
				continue
			}
		}
		if slices.Contains(strings.Fields(words), name) {
			return strings.Fields(zones)
		}
	}
	return nil
}

// plainZone returns a zone's name without what says only that it is one, in lower
// case: "eastern" of "Eastern Standard Time", "lagos" of "Lagos, Nigeria".
func plainZone(text string) string {
	text, _, _ = strings.Cut(strings.ToLower(text), ",")
	text, _, _ = strings.Cut(text, "(")
	words := slices.DeleteFunc(strings.Fields(text), func(w string) bool {
		return slices.Contains([]string{"time", "standard", "daylight", "summer", "zone", "us"}, w)
	})
	return strings.Join(words, "_")
}

// largeCities are zones of large cities, for somebody who knows an offset only.
const largeCities = `Africa/Lagos Europe/Berlin Africa/Accra Europe/London Africa/Johannesburg Africa/Cairo Europe/Athens Africa/Nairobi
	Europe/Istanbul Europe/Moscow Asia/Tehran Asia/Dubai Asia/Kabul Asia/Karachi Asia/Kolkata Asia/Kathmandu Asia/Dhaka Asia/Yangon
	Asia/Jakarta Asia/Bangkok Asia/Shanghai Asia/Singapore Asia/Tokyo Asia/Seoul Australia/Darwin Australia/Brisbane Pacific/Noumea
	Pacific/Auckland Atlantic/Azores America/Sao_Paulo America/Argentina/Buenos_Aires America/St_Johns America/Halifax America/Santiago
	America/New_York America/Bogota America/Chicago America/Mexico_City America/Denver America/Los_Angeles America/Anchorage Pacific/Honolulu`

// offsetHint names cities whose clocks differ from UTC by some hours and minutes in
// January.
func offsetHint(sign, hours, minutes string) string {
	const why = "an offset does not say when the clocks change: write a city's zone"
	cities := offsetCities(sign, hours, minutes)
	if len(cities) == 0 {
		return why + ", as `Africa/Lagos` or `Europe/Lisbon`"
	}
	return why + ", as " + oneOf(cities)
}

func offsetCities(sign, hours, minutes string) (cities []string) {
	h, _ := strconv.Atoi(hours)
	m, _ := strconv.Atoi(minutes)
	seconds := (h*60 + m) * 60
	if sign != "+" {
		seconds = -seconds
	}
	for _, name := range strings.Fields(largeCities) {
		location, _ := zone.Load(name)
		if _, ahead := time.Date(2026, 1, 15, 12, 0, 0, 0, location).Zone(); ahead == seconds && len(cities) < 2 {
			cities = append(cities, name)
		}
	}
	return cities
}

// oneOf lists values to choose from.
func oneOf(values []string) string { return "`" + strings.Join(values, "` or `") + "`" }
