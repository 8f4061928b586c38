package content

import (
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"ithaca/generator/diag"
	"ithaca/generator/markdown"
	"ithaca/generator/zone"
)

// The codes of values that name something of the world.
const (
	// BadURL: an address that is not complete or not of the scheme asked for.
	BadURL diag.Code = "bad-url"
	// BadEmail: not an e-mail address.
	BadEmail diag.Code = "bad-email"
	// UnknownLanguage: not a BCP 47 language tag.
	UnknownLanguage diag.Code = "unknown-language"
	// UnknownCountry: not an ISO 3166 country code.
	UnknownCountry diag.Code = "unknown-country"
	// UnknownTimezone: not an IANA time zone.
	UnknownTimezone diag.Code = "unknown-timezone"
)

// harmless are the schemes that some field takes; every other one is refused as
// unsafe, because a list of dangerous ones is never complete.
var harmless = []string{"https", "http", "mailto", "tel"}

// webAddress is an address of the web: schemes says which a field takes, https if none.
func webAddress(schemes ...string) shape[string] {
	if len(schemes) == 0 {
		schemes = []string{"https"}
	}
	words := "address beginning with " + strings.Join(schemes, ": or ") + ":"
	return shape[string]{
		about: about{words: words, json: "string", format: "uri"},
		read: func(d *decoder, n *yaml.Node) (string, bool) {
			text, ok := d.scalar(n, "an address")
			if !ok || !d.visible(n, text) {
				return "", false
			}
			return d.webAddress(n, text, schemes)
		},
	}
}

func (d *decoder) webAddress(n *yaml.Node, text string, schemes []string) (string, bool) {
	u, err := url.Parse(text)
	scheme := ""
	if err == nil {
		scheme = strings.ToLower(u.Scheme)
	}
	want := schemes[0]
	if want == "https" {
		want = "https://…"
	}
	switch {
	case strings.ContainsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\\' }),
		scheme != "" && !slices.Contains(harmless, scheme):
		d.errorf(d.at(n), markdown.UnsafeURL, "write an address that begins with "+want, "\"%s\" is not an address that can be linked safely", short(text))
	case err != nil || scheme == "" || !slices.Contains(schemes, scheme):
		d.errorf(d.at(n), BadURL, "write an address that begins with "+want, "\"%s\" is not an address that `%s` takes", short(text), d.field)
	case strings.HasPrefix(scheme, "http") && (u.Host == "" || u.User != nil || !strings.Contains(u.Host, ".")):
		d.errorf(d.at(n), BadURL, "write the whole address, as https://example.org/page", "\"%s\" has no host, or a name and password in it", short(text))
	case len(text) > 2000:
		d.errorf(d.at(n), OutOfRange, "", "an address takes at most 2000 characters, and this has %d", len(text))
	default:
		return text, true
	}
	return "", false
}

func emailAddress() shape[string] {
	return shape[string]{
		about: about{words: "e-mail address", json: "string", format: "email"},
		read: func(d *decoder, n *yaml.Node) (string, bool) {
			text, ok := d.scalar(n, "an e-mail address")
			if !ok || !d.visible(n, text) {
				return "", false
			}
			parsed, err := mail.ParseAddress(text)
			if err != nil || parsed.Address != text || strings.ContainsAny(text, "?&\"<>() ") || len(text) > 254 {
				d.errorf(d.at(n), BadEmail, "write it as name@example.org", "this is not an e-mail address")
				return "", false
			}
			return text, true
		},
	}
}

// tongue is a language as a canonical BCP 47 tag.
func tongue() shape[string] {
	return shape[string]{
		about: about{words: "language as a BCP 47 tag such as en or pt-BR", json: "string"},
		read: func(d *decoder, n *yaml.Node) (string, bool) {
			text, ok := d.scalar(n, "a language")
			if !ok {
				return "", false
			}
			tag, err := language.Parse(text)
			if err != nil || tag == language.Und || len(tag.Extensions()) > 0 {
				d.errorf(d.at(n), UnknownLanguage, languageHint(text), "\"%s\" is not a language", short(text))
				return "", false
			}
			return tag.String(), true
		},
	}
}

// languageHint finds the tag of a language written as its English name.
func languageHint(text string) string {
	names := display.English.Languages()
	for _, tag := range display.Supported.Tags() {
		if strings.EqualFold(names.Name(tag), text) || strings.EqualFold(display.Self.Name(tag), text) {
			return "write `" + tag.String() + "`"
		}
	}
	return "write its code: `en` for English, `ar` for Arabic, `pt-BR` for Portuguese of Brazil"
}

// country is an ISO 3166-1 alpha-2 code.
func country() shape[string] {
	return shape[string]{
		about: about{words: "country as an ISO 3166 code such as NG", json: "string", pattern: "^[A-Z]{2}$"},
		read: func(d *decoder, n *yaml.Node) (string, bool) {
			text, ok := d.scalar(n, "a country")
			if !ok {
				return "", false
			}
			region, err := language.ParseRegion(text)
			if err != nil || !region.IsCountry() || region.Canonicalize().String() != text {
				d.errorf(d.at(n), UnknownCountry, countryHint(text), "\"%s\" is not a country's code", short(text))
				return "", false
			}
			return text, true
		},
	}
}

// countryHint finds the code of a country written in another way.
func countryHint(text string) string {
	if region, err := language.ParseRegion(text); err == nil && region.Canonicalize().IsCountry() {
		return "write `" + region.Canonicalize().String() + "`"
	}
	names := display.English.Regions()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			region, err := language.ParseRegion(string(a) + string(b))
			if err == nil && region.IsCountry() && strings.EqualFold(names.Name(region), text) {
				return "write `" + region.String() + "`"
			}
		}
	}
	return "write its two letters in capitals: `NG` for Nigeria, `GB` for the United Kingdom"
}

func timezone() shape[string] {
	return shape[string]{
		about: about{words: "time zone as Africa/Lagos", json: "string"},
		read: func(d *decoder, n *yaml.Node) (string, bool) {
			text, ok := d.scalar(n, "a time zone")
			if !ok {
				return "", false
			}
			if !zone.Known(text) {
				d.errorf(d.at(n), UnknownTimezone, zoneHint(text), "\"%s\" is not a time zone", short(text))
				return "", false
			}
			return text, true
		},
	}
}

func zoneHint(text string) string {
	for _, name := range zone.Names() {
		if _, city, _ := strings.Cut(name, "/"); city != "" && strings.EqualFold(strings.ReplaceAll(city, "_", " "), text) {
			return "write `" + name + "`"
		}
	}
	if near := diag.Nearest(text, zone.Names()); near != "" {
		return "did you mean `" + near + "`?"
	}
	return "write the continent and a large city of your zone, as `Africa/Lagos` or `Europe/Lisbon`"
}
