package markdown

import (
	"regexp"
	"strings"
	"testing"

	"ithaca/generator/diag"
)

func TestAddressesThatMayStandInAPage(t *testing.T) {
	for address, external := range map[string]bool{
		"https://example.org":                           true,
		"HTTPS://EXAMPLE.ORG/":                          true,
		"http://example.org:8080/a?b=c#d":               true,
		"https://en.wikipedia.org/wiki/Odyssey_(Homer)": true,
		"https://例え.jp/パス":                              true,
		"https://www.пример.example/":                   true,
		"https://tokyo東京タワー.example/":                   true,
		"https://example.org/%0Aencoded":                true,
		"https://[2001:db8::1]/":                        true,
		"mailto:ana@example.org":                        true,
		"mailto:ana@example.org?body=one%0Atwo":         true,
		"tel:+34600000000":                              true,
		"tel:112":                                       true,
		"":                                              false,
		"#anchor":                                       false,
		"guide.md":                                      false,
		"../../etc/passwd":                              false,
		"/mentors/ana/":                                 false,
		"my notes.md":                                   false,
		"?q=a:b":                                        false,
		"a/b:c":                                         false,
		"./javascript:x":                                false,
		"دليل.md":                                       false,
	} {
		got, fault := CheckURL(address)
		if fault != nil || got != external {
			t.Errorf("%q: external %v, %v", address, got, fault)
		}
	}
}

func TestAddressesThatMayNot(t *testing.T) {
	for address, code := range map[string]diag.Code{
		"javascript:alert(1)":            UnsafeURL,
		"JAVASCRIPT:x":                   UnsafeURL,
		" javascript:x":                  UnsafeURL,
		"java\tscript:x":                 UnsafeURL,
		"java\nscript:x":                 UnsafeURL,
		"\x01javascript:x":               UnsafeURL,
		"java\x00script:x":               UnsafeURL,
		"\u00a0javascript:x":             UnsafeURL,
		"\u3000https://example.org":      UnsafeURL,
		"java\u00adscript:x":             HiddenCharacters,
		"https://exam\u200dple.org":      HiddenCharacters,
		"https://example.org/\u202egpj":  HiddenCharacters,
		"https://example.org/\ufe0f":     HiddenCharacters,
		"ｊavascript:x":                   UnsafeURL,
		"data:text/html;base64,eA==":     UnsafeURL,
		"vbscript:x":                     UnsafeURL,
		"file:///etc/passwd":             UnsafeURL,
		"blob:https://example.org/x":     UnsafeURL,
		"intent://x#Intent;end":          UnsafeURL,
		"ftp://example.org":              UnsafeURL,
		"ws://example.org":               UnsafeURL,
		"about:blank":                    UnsafeURL,
		"c:/windows":                     UnsafeURL,
		":x":                             UnsafeURL,
		"//example.org":                  UnsafeURL,
		"///example.org":                 UnsafeURL,
		`\\example.org`:                  UnsafeURL,
		`/\example.org`:                  UnsafeURL,
		"https:example.org":              UnsafeURL,
		"https:/example.org":             UnsafeURL,
		"https://":                       UnsafeURL,
		"https:///example.org":           UnsafeURL,
		"https://:443/":                  UnsafeURL,
		"https://?q":                     UnsafeURL,
		"https://user@example.org/":      UnsafeURL,
		"https://ex\u0430mple.org/":      UnsafeURL, // a Cyrillic а
		"https://www.\u03bfpera.example": UnsafeURL, // a Greek ο
		"https://a:b@example.org/":       UnsafeURL,
		"https://exa mple.org/":          UnsafeURL,
		"https://example.org/a b":        UnsafeURL,
		"https://example.org:port/":      UnsafeURL,
		"mailto:":                        UnsafeURL,
		"mailto:ana":                     UnsafeURL,
		"mailto:ana@example.org\r\nBcc:": UnsafeURL,
		"mailto:ana%0d%0a@example.org":   UnsafeURL,
		"tel:":                           UnsafeURL,
		"tel:call-me":                    UnsafeURL,
		"a%00b":                          UnsafeURL,
		"a%1Fb":                          UnsafeURL,
		"a%5Cb":                          UnsafeURL,
		"trailing ":                      UnsafeURL,
		"x\u2028y":                       UnsafeURL,
	} {
		_, fault := CheckURL(address)
		if fault == nil {
			t.Errorf("%q was let through", address)
			continue
		}
		if fault.Code != code || fault.Message == "" || fault.Hint == "" {
			t.Errorf("%q: %+v, wanted %s", address, fault, code)
		}
	}
}

func TestALongAddressIsClippedInMessages(t *testing.T) {
	_, fault := CheckURL(strings.Repeat("é", 500) + ":x")
	if n := len([]rune(fault.Message)); n > 120 {
		t.Errorf("%d characters: %s", n, fault.Message)
	}
}

// browserScheme reads an address as browsers do, after they have dropped what
// they drop.
var browserScheme = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.\-]*):`)

func FuzzCheckURL(f *testing.F) {
	for _, seed := range []string{"https://example.org/a?b#c", "mailto:a@b.c", "tel:+1", "../a.md", "//x", "java\tscript:x", "data:x", `\\x`, "%5c", "\u202e"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, address string) {
		external, fault := CheckURL(address)
		if fault != nil {
			return
		}
		seen := strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(strings.TrimFunc(address, func(r rune) bool { return r <= ' ' }))
		scheme := ""
		if m := browserScheme.FindStringSubmatch(seen); m != nil {
			scheme = strings.ToLower(m[1])
		}
		switch scheme {
		case "https", "http", "mailto", "tel":
			if !external {
				t.Fatalf("%q has a scheme and was taken for a path", address)
			}
		case "":
			if external || strings.HasPrefix(strings.ReplaceAll(seen, `\`, "/"), "//") {
				t.Fatalf("%q leads to another host", address)
			}
		default:
			t.Fatalf("%q has the scheme %s", address, scheme)
		}
		if strings.ContainsAny(address, "\\\x00\r\n\t") {
			t.Fatalf("%q holds what browsers rewrite", address)
		}
	})
}
