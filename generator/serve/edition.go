package serve

import (
	"bytes"
	"fmt"
	"hash/maphash"
	"path"
	"strings"

	"ithaca/generator"
)

// edition is a snapshot without errors, as it is served. It is immutable.
type edition struct {
	snapshot *generator.Snapshot
	headers  []byte // the file _headers
	assets   string // the URL of the folder of the theme's assets, which holds their hash
	styles   uint64 // hash of all style sheets
	others   uint64 // hash of the other files that pages load
}

func newEdition(snapshot *generator.Snapshot, f folders) *edition {
	e := &edition{snapshot: snapshot}
	var styles, others maphash.Hash
	styles.SetSeed(seed)
	others.SetSeed(seed)
	for _, a := range snapshot.Assets() {
		to, name := &others, a.Path
		if isStyle(a.Path) {
			to = &styles
		}
		if parts := strings.SplitN(a.Path, "/", 3); len(parts) == 3 {
			e.assets, name = snapshot.Home()+parts[0]+"/"+parts[1]+"/", parts[2]
		}
		fmt.Fprintln(to, name, len(a.Data))
		to.Write(a.Data)
	}
	// Files that are published as they are keep their addresses.
	static := []string{f.static}
	e.styles = styles.Sum64() ^ f.fingerprint(static, isStyle)
	e.others = others.Sum64() ^ f.fingerprint(static, func(path string) bool { return !isStyle(path) })
	e.headers, _ = snapshot.Render(snapshot.Headers()) // nil where it cannot be published
	return e
}

func isStyle(name string) bool { return path.Ext(name) == ".css" }

// leadsTo reports whether somebody may be sent to a URL: it is planned, and a
// browser does not take it for another host.
func (e *edition) leadsTo(url string) bool {
	data, err := e.snapshot.Render(url)
	return (data != nil || err != nil) && !strings.HasPrefix(url, "//")
}

// version tells whether an open page is the latest.
type version struct {
	// Hash of all that makes a page look and act as it does, but its style sheets;
	// "" while the page cannot be drawn.
	Page   string `json:"page"`
	Styles string `json:"styles"` // hash of all style sheets
}

// version returns that of a page which is drawn as data.
func (e *edition) version(data []byte) version {
	plain := bytes.ReplaceAll(data, []byte(e.assets), nil)
	return version{
		Page:   fmt.Sprintf("%x", maphash.Bytes(seed, plain)^e.others),
		Styles: fmt.Sprintf("%x", e.styles),
	}
}

// script returns the line that a visited page ends with, by which it is kept up to
// date.
func (v version) script() string {
	return `<script type="module" src="` + livePrefix + `live.js" data-page="` + v.Page + `" data-styles="` + v.Styles + "\"></script>\n"
}
