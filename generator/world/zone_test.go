package world

import (
	"strings"
	"testing"

	"ithaca/generator/zone"
)

func TestAZonesShortNameMeansWhatItMeansInTheCountry(t *testing.T) {
	nothing := func(string, []string) string { return "" }
	for _, c := range []struct{ country, text, want string }{
		{"", "EST", "write `America/New_York`"},
		{"US", "EST", "write `America/New_York`"},
		{"AU", "EST", "write `Australia/Sydney` or `Australia/Brisbane` or `Australia/Melbourne`"},
		{"AU", "Eastern Standard Time", "write `Australia/Sydney` or `Australia/Brisbane` or `Australia/Melbourne`"},
		{"", "IST", "write `Asia/Kolkata` or `Europe/Dublin` or `Asia/Jerusalem`"},
		{"IE", "IST", "write `Europe/Dublin`"},
		{"IN", "IST", "write `Asia/Kolkata`"},
		{"IL", "ist", "write `Asia/Jerusalem`"},
		{"CN", "CST", "write `Asia/Shanghai`"},
		{"US", "CST", "write `America/Chicago`"},
		{"MX", "Central Time", "write `America/Mexico_City`"},
		{"PH", "PST", "write `Asia/Manila`"},
		{"NG", "WAT", "write `Africa/Lagos`"},
	} {
		if got := ZoneHint(c.text, c.country, nothing); got != c.want {
			t.Errorf("%s in %q: %s, want %s", c.text, c.country, got, c.want)
		}
	}
}

func TestEveryZoneThatIsProposedExists(t *testing.T) {
	for line := range strings.Lines(zoneNames + "x=" + largeCities) {
		_, zones, _ := strings.Cut(line, "=")
		for _, name := range strings.Fields(zones) {
			if !zone.Known(name) {
				t.Errorf("%s is no zone", name)
			}
		}
	}
}
