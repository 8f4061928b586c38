package serve

import (
	"bytes"
	"hash/maphash"
	"path"
	"strings"
	"sync"

	"ithaca/generator"
)

// edition is a snapshot without errors and what has been drawn of it so far.
type edition struct {
	snapshot *generator.Snapshot
	headers  headers
	folder   []byte // the URL of the assets' folder, which changes with each of them
	styles   uint64 // stands for the theme's style sheets
	assets   uint64 // stands for its other assets

	mu    sync.Mutex
	drawn map[string]*drawing
	size  int
}

// drawing is what a URL holds: drawn once, by whoever asks first.
type drawing struct {
	once  sync.Once
	data  []byte // nil where nothing is planned
	err   error
	tag   uint64 // stands for the bytes
	print uint64 // likewise, whatever the folder of the assets is called
}

// maxDrawn is how many bytes of drawn pages are kept: those that are looked at,
// not a whole portal.
const maxDrawn = 64 << 20

// seed makes fingerprints differ from those of an earlier run, after which every
// open page has to look again.
var seed = maphash.MakeSeed()

func newEdition(snapshot *generator.Snapshot) *edition {
	e := &edition{snapshot: snapshot, drawn: map[string]*drawing{}}
	var styles, assets maphash.Hash
	styles.SetSeed(seed)
	assets.SetSeed(seed)
	for url, data := range snapshot.Assets() {
		to := &assets
		if path.Ext(url) == ".css" {
			to = &styles
		}
		name := url
		if below := strings.TrimPrefix(url, snapshot.Home()); strings.Count(below, "/") >= 2 {
			parts := strings.SplitN(below, "/", 3)
			e.folder = []byte(snapshot.Home() + parts[0] + "/" + parts[1] + "/")
			name = parts[2]
		}
		to.WriteString(name + "\x00")
		to.Write(data)
		to.WriteByte(0)
	}
	e.styles, e.assets = styles.Sum64(), assets.Sum64()
	if data, err := snapshot.Render(snapshot.Headers()); err == nil {
		e.headers = parseHeaders(data)
	}
	return e
}

// at returns what a URL holds. The drawing must not be changed.
func (e *edition) at(url string) *drawing {
	e.mu.Lock()
	d := e.drawn[url]
	if d == nil {
		d = &drawing{}
		e.drawn[url] = d
	}
	e.mu.Unlock()
	d.once.Do(func() { e.draw(url, d) })
	return d
}

func (e *edition) draw(url string, d *drawing) {
	d.data, d.err = e.snapshot.Render(url)
	d.tag = maphash.Bytes(seed, d.data)
	plain := d.data
	if len(e.folder) > 0 {
		plain = bytes.ReplaceAll(plain, e.folder, nil)
	}
	d.print = maphash.Bytes(seed, plain)
	e.mu.Lock()
	defer e.mu.Unlock()
	if d.data == nil {
		delete(e.drawn, url) // strangers' addresses are not remembered
		return
	}
	if e.size += len(d.data); e.size > maxDrawn {
		clear(e.drawn)
		e.size = 0
	}
}
