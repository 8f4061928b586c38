package data_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

const ownHeaders = `/*
  Content-Security-Policy: ` + data.HeaderPolicy + `
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff
`

const assetHeaders = `
/assets/*
  Cache-Control: public, max-age=31536000, immutable
`

func TestASitesOwnHeadersAreAddedToThoseOfThePortal(t *testing.T) {
	for _, c := range []struct{ name, own, want, mistakes string }{
		{"no file", "", ownHeaders + assetHeaders, ""},
		{"nothing but remarks", "# ours\n\n", ownHeaders + assetHeaders, ""},
		{"another address", "/guides/*\n  X-Robots-Tag: noindex\n", ownHeaders + assetHeaders + "\n/guides/*\n  X-Robots-Tag: noindex\n", ""},
		{"the same address", "/*\r\n\tX-Frame-Options: DENY\r\n  Link: <a>\r\n  Link: <b>\r\n", ownHeaders + "  X-Frame-Options: DENY\n  Link: <a>\n  Link: <b>\n" + assetHeaders, ""},
		{"another value", "/*\n  referrer-policy: no-referrer\n",
			strings.Replace(ownHeaders, "  Referrer-Policy: strict-origin-when-cross-origin\n", "", 1) + "  referrer-policy: no-referrer\n" + assetHeaders, ""},
		{"one to leave out", "\ufeff/assets/*\n  ! Cache-Control\n", ownHeaders + "\n/assets/*\n  ! Cache-Control\n", ""},
		{"lines that say nothing", "  X-A: b\n/x\nX-A: b\nguides\n  X-A\n", ownHeaders + assetHeaders, "1 3 4 5"},
	} {
		plan, list := site.New(portaltest.Crowd(0, 0), site.Options{Static: map[string][]byte{"_headers": []byte(c.own)}}, page.Plan, data.Plan)
		if d := cmp.Diff(c.want, fileOf(t, plan, "/_headers")); d != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, d)
		}
		var lines []string
		for _, d := range list.Sorted() {
			if d.Code == data.BadHeader {
				lines = append(lines, string(rune('0'+d.Line)))
			} else if d.Code == site.URLTaken {
				t.Errorf("%s: %s", c.name, d)
			}
		}
		if got := strings.Join(lines, " "); got != c.mistakes {
			t.Errorf("%s: the lines %q are reported, want %q", c.name, got, c.mistakes)
		}
	}
}

func TestTheNameThatHostsAreToldIsThatOfBaseURL(t *testing.T) {
	for _, c := range []struct {
		base, cname string
		warns       bool
	}{
		{"https://crowd.example", "crowd.example\n", false},
		{"https://crowd.example:8443/portal", "Crowd.Example", false},
		{"https://bücher.example", "xn--bcher-kva.example\r\n", false},
		{"https://xn--bcher-kva.example", "bücher.example", false},
		{"", "crowd.example", false},
		{"https://crowd.example", "www.crowd.example", true},
		{"https://crowd.example", "https://crowd.example/", true},
		{"https://crowd.example", "a.example\nb.example\n", true},
		{"https://crowd.example", "", true},
	} {
		p := portaltest.Crowd(0, 0)
		p.Program.BaseURL = c.base
		_, list := site.New(p, site.Options{BaseURL: "https://preview.example", Static: map[string][]byte{"CNAME": []byte(c.cname)}}, page.Plan, data.Plan)
		warned := false
		for _, d := range list {
			warned = warned || d.Code == site.OtherHost
		}
		if warned != c.warns {
			t.Errorf("base_url %q and CNAME %q: warned is %v", c.base, c.cname, warned)
		}
	}
}
