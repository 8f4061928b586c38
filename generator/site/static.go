package site

import (
	"bytes"
	"compress/gzip"
	"maps"
	"net/url"
	"slices"
	"strings"

	"ithaca/generator/diag"
)

// MissingFile is reported for a file of the brand that is not there.
const MissingFile diag.Code = "missing-file"

// staticFolder is where a site keeps files that are published as they are.
const staticFolder = "templates/static/"

// planStatic plans the files that are published as they are. They come last, so
// that a clash with a page or another file is theirs.
func (pl *Planner) planStatic() {
	for _, name := range slices.Sorted(maps.Keys(pl.static)) {
		data := func(func(string) string) []byte { return pl.static[name] }
		pl.Add("/"+name, &Page{Data: data, static: staticFolder + name})
	}
	pl.compareHost()
}

// Merge returns the site's own file of a name among those that are published as
// they are, and where it is, for one of the portal's to be merged with it: it is
// not planned by itself any more. Without such a file it returns nil.
func (pl *Planner) Merge(name string) ([]byte, diag.Position) {
	data := pl.static[name]
	delete(pl.static, name)
	return data, diag.Position{File: staticFolder + name}
}

// OtherHost warns of a CNAME that leads elsewhere than base_url.
const OtherHost diag.Code = "other-host"

// compareHost compares the host that several static hosts are told in the file
// CNAME with that of base_url.
func (pl *Planner) compareHost() {
	data, found := pl.static["CNAME"]
	base, err := url.Parse(pl.Portal.Program.BaseURL)
	if !found || err != nil {
		return
	}
	at := diag.Position{File: staticFolder + "CNAME", Line: 1}
	name := strings.TrimSpace(string(data))
	if name == "" || strings.ContainsAny(name, " \t\r\n/:") {
		pl.diags.Warnf(at, OtherHost, "write the name alone, as mentoring.example.org", "CNAME holds the name of one host and nothing else")
		return
	}
	if own := asciiHost(base.Hostname()); own != "" && asciiHost(name) != own {
		pl.diags.Warnf(at, OtherHost, "write the name at which the portal will be found in both places",
			"CNAME names %s, and `base_url` %s", short(name), own)
	}
}

// HeavyStyles warns of a style sheet of the brand that makes pages too heavy.
const HeavyStyles diag.Code = "heavy-styles"

// mostStyles is how many bytes, compressed, the portal's own style sheets leave of the
// 6 KiB that a page may have.
const mostStyles = 512

// weighStyles warns of a style sheet of the brand that takes more than is left.
func (pl *Planner) weighStyles(styles []byte, at diag.Position) {
	var packed bytes.Buffer
	w, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	_, _ = w.Write(styles) // into memory, which does not fail
	_ = w.Close()
	if n := packed.Len(); n > mostStyles {
		pl.diags.Warnf(at, HeavyStyles, "leave out what the built-in styles say already, and comments",
			"the file of `brand.custom_css` has %d bytes compressed, %d more than pages have left for it", n, n-mostStyles)
	}
}

// brandFile returns the URL of a file that the brand names at a place, "" for none.
// One that is not there is a mistake.
func (pl *Planner) brandFile(static map[string][]byte, key, name string, at diag.Position) string {
	if name == "" {
		return ""
	}
	url := pl.shared("/" + strings.TrimPrefix(name, "/"))
	if _, ok := static[strings.TrimPrefix(name, "/")]; !ok || url == "" {
		pl.diags.Errorf(at, MissingFile,
			"put it there, or correct the name", "`brand.%s` names %s, and there is no file %s%s", key, short(name), staticFolder, short(name))
		return ""
	}
	return url
}
