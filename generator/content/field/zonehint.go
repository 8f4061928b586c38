package field

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ithaca/generator/zone"
)

// zonesMeant are the zones that people mean by a short or common name, the first
// the likeliest. The names are in lower case, without "time" and "standard".
const zonesMeant = `
	est edt et eastern us/east=America/New_York
	cst=America/Chicago Asia/Shanghai America/Havana
	cdt ct central=America/Chicago
	mst mdt mt mountain=America/Denver America/Phoenix
	pst pdt pt pacific=America/Los_Angeles
	akst akdt alaska=America/Anchorage
	hst hawaii=Pacific/Honolulu
	ast=America/Halifax Asia/Riyadh
	nst ndt=America/St_Johns
	ist=Asia/Kolkata Europe/Dublin Asia/Jerusalem
	bst=Europe/London Asia/Dhaka
	wat=Africa/Lagos
	cat=Africa/Maputo
	eat=Africa/Nairobi
	sast=Africa/Johannesburg
	cest=Europe/Berlin Europe/Paris Europe/Madrid
	eest=Europe/Athens Europe/Kyiv Europe/Helsinki
	west=Europe/Lisbon
	msk=Europe/Moscow
	trt=Europe/Istanbul
	gst=Asia/Dubai
	pkt=Asia/Karachi
	npt=Asia/Kathmandu
	ict=Asia/Bangkok
	wib=Asia/Jakarta
	sgt=Asia/Singapore
	hkt=Asia/Hong_Kong
	jst=Asia/Tokyo
	kst=Asia/Seoul
	awst=Australia/Perth
	acst acdt=Australia/Adelaide
	aest aedt=Australia/Sydney Australia/Brisbane
	nzst nzdt=Pacific/Auckland
	brt=America/Sao_Paulo
	art=America/Argentina/Buenos_Aires
	clt=America/Santiago
	cot=America/Bogota
	pet=America/Lima
	uk british england=Europe/London
	india mumbai delhi bangalore bengaluru chennai hyderabad=Asia/Kolkata
	china beijing shenzhen guangzhou=Asia/Shanghai
	nigeria abuja=Africa/Lagos
	boston washington atlanta miami=America/New_York
	seattle california san_francisco=America/Los_Angeles
`

// zonesIn are the zones that such a name means in a country, where it is not what
// most people mean by it.
const zonesIn = `
	AU est edt et eastern=Australia/Sydney Australia/Brisbane Australia/Melbourne
	AU cst cdt ct central=Australia/Adelaide Australia/Darwin
	AU wst west pacific=Australia/Perth
	BD bst=Asia/Dhaka
	CA est edt et eastern=America/Toronto
	CA cst cdt ct central=America/Winnipeg America/Regina
	CA mst mdt mt mountain=America/Edmonton
	CA pst pdt pt pacific=America/Vancouver
	CA ast=America/Halifax
	CN cst=Asia/Shanghai
	CU cst cdt=America/Havana
	DE cest=Europe/Berlin
	ES cest=Europe/Madrid
	FI eest=Europe/Helsinki
	FR cest=Europe/Paris
	GB bst ist=Europe/London
	GR eest=Europe/Athens
	IE ist bst=Europe/Dublin
	IL ist=Asia/Jerusalem
	IN ist=Asia/Kolkata
	IT cest=Europe/Rome
	MX cst cdt ct central=America/Mexico_City
	MX pst pdt pacific=America/Tijuana
	PH pst pht=Asia/Manila
	SA ast=Asia/Riyadh
	TW cst=Asia/Taipei
	UA eest=Europe/Kyiv
	US cst=America/Chicago
`

// fixedZones are zones whose names people take for others: they keep winter time all
// the year.
const fixedZones = "EST MST HST"

var offset = regexp.MustCompile(`^(?i:utc|gmt)? ?([+−-])(\d{1,2})(?::?(\d\d))?$`)

// zoneHint names the zones that are meant by a text, or asks for a city. It never
// proposes what is only spelt alike: PST is not EST.
func (d *Decoder) zoneHint(text string) string {
	if m := offset.FindStringSubmatch(text); m != nil {
		return offsetHint(m[1], m[2], m[3])
	}
	wanted := plainZone(text)
	for line := range strings.Lines(zonesIn + zonesMeant) {
		words, zones, _ := strings.Cut(strings.TrimSpace(line), "=")
		if country, rest, found := strings.Cut(words, " "); found && country == strings.ToUpper(country) {
			if words = rest; country != d.Country {
				continue
			}
		}
		if slices.Contains(strings.Fields(words), wanted) {
			return "write " + oneOf(strings.Fields(zones))
		}
	}
	for _, name := range zone.Names() {
		if strings.HasSuffix(strings.ToLower(name), "/"+wanted) {
			return "write `" + name + "`"
		}
	}
	if len(wanted) > len("/abc") {
		if near := d.Nearest(text, zone.Names()); near != "" && strings.Contains(text, "/") {
			return "did you mean `" + near + "`?"
		}
	}
	return "write the continent and a large city of your zone, as `Africa/Lagos` or `Europe/Lisbon`"
}

// ZonesMeant returns the zones that people mean by a short or common name, the first the
// likeliest, or the only one with a city of that name. Of an offset it returns cities whose
// clocks differ from UTC by as much in January. None is spelt alike only.
func ZonesMeant(text string) []string {
	if m := offset.FindStringSubmatch(text); m != nil {
		return offsetCities(m[1], m[2], m[3])
	}
	wanted := plainZone(text)
	for line := range strings.Lines(zonesMeant) {
		words, zones, _ := strings.Cut(strings.TrimSpace(line), "=")
		if slices.Contains(strings.Fields(words), wanted) {
			return strings.Fields(zones)
		}
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
		location, err := zone.Load(name)
		if err != nil {
			continue
		}
		if _, ahead := time.Date(2026, 1, 15, 12, 0, 0, 0, location).Zone(); ahead == seconds && len(cities) < 2 {
			cities = append(cities, name)
		}
	}
	return cities
}

// oneOf lists values to choose from.
func oneOf(values []string) string { return "`" + strings.Join(values, "` or `") + "`" }
