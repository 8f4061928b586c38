package generator_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ithaca/generator"
)

// What a page may cost, compressed, however many mentors there are. The browser
// tests hold the demo's pages, which have more on them, to the same.
const (
	mostHTML, mostCSS, mostJS = 9 << 10, 6 << 10, 8 << 10
	mostCritical              = 14 << 10 // HTML with what blocks the first paint
	mostSearch                = 6 << 10  // HTML of the search page, which lists no more where more can be found
	mostReading               = 12 << 10 // likewise, with the styles for paper, of profiles and guides
)

func TestALargePortalsPagesAreAsLightAsASmallOnes(t *testing.T) {
	if testing.Short() {
		t.Skip("a thousand mentors take long under the race detector; the full run has them")
	}
	v := visit(t, 1_000)
	kinds := v.kinds()
	if len(kinds) < 25 {
		t.Errorf("the portal has only the kinds of pages %q", slices.Sorted(maps.Keys(kinds)))
	}
	for kind, urls := range kinds {
		for _, url := range urls {
			c := v.page(url)
			if c.html > mostHTML || c.css > mostCSS || c.js > mostJS {
				t.Errorf("%s costs %+v", url, c)
			}
			if kind == "/search/" && c.html > mostSearch {
				t.Errorf("%s has %d bytes of HTML, and more in a larger portal", url, c.html)
			}
			critical, most := c.html+c.css+c.blocking, mostCritical
			if kind == "/mentors/*/" || kind == "/guides/*/" {
				critical, most = critical+c.print, mostReading
			}
			if critical > most {
				t.Errorf("%s has %d bytes on its critical path, more than %d", url, critical, most)
			}
		}
	}
}

// BenchmarkBytesPerTask measures what a visitor who has nothing yet transfers,
// compressed, until a task is begun; what its parts of the data weigh is tested in
// site/data. Its times are those of drawing and compressing that much.
func BenchmarkBytesPerTask(b *testing.B) {
	for _, mentors := range []int{300, 1_000, 3_000} {
		v := visit(b, mentors)
		for _, task := range []string{"profile", "need", "browse", "search", "match", "write"} {
			b.Run(fmt.Sprintf("%s/%d", task, mentors), func(b *testing.B) {
				var c cost
				for b.Loop() {
					c = v.task(task)
				}
				for unit, size := range map[string]int{"html-B": c.html, "css-B": c.css, "js-B": c.js + c.blocking, "data-B": c.data} {
					b.ReportMetric(float64(size), unit)
				}
				b.ReportMetric(float64(c.html+c.css+c.print+c.js+c.blocking+c.data)/1000, "total-kB")
			})
		}
	}
}

// cost is what a visitor transfers: sizes in bytes, compressed.
type cost struct{ html, css, print, blocking, js, data int }

// visitor asks a portal for pages and what belongs to them.
type visitor struct {
	testing.TB
	portal *generator.Snapshot
}

// visit returns a visitor of an invented portal.
func visit(tb testing.TB, mentors int) *visitor {
	tb.Helper()
	portal, err := generator.Take(options(invented(tb, mentors)))
	if err != nil {
		tb.Fatal(err)
	}
	return &visitor{tb, portal}
}

// kinds returns up to ten pages of each kind, from all over its range; a kind is
// the address with stars for what is different in each page.
func (v *visitor) kinds() map[string][]string {
	all := map[string][]string{}
	for _, url := range v.portal.URLs() {
		if strings.HasSuffix(url, "/") {
			parts := strings.Split(url, "/")
			for i := 2; i < len(parts)-1; i++ {
				if !slices.Contains([]string{"page", "kind", "names"}, parts[i]) {
					parts[i] = "*"
				}
			}
			kind := strings.Join(parts, "/")
			all[kind] = append(all[kind], url)
		}
	}
	for kind, urls := range all {
		if len(urls) > 10 {
			all[kind] = nil
			for i := range 10 {
				all[kind] = append(all[kind], urls[i*len(urls)/10])
			}
		}
	}
	return all
}

// task returns what a visitor transfers for a task, as its page begins it.
func (v *visitor) task(name string) cost {
	switch name {
	case "profile":
		return v.page(v.kinds()["/mentors/*/"][5])
	case "need":
		return v.page("/topics/" + v.need() + "/")
	case "browse":
		return v.page("/mentors/", "data-cards")
	case "write":
		return v.page("/write/", "data-mentor")
	case "match":
		return v.page("/match/", "data-finder", "data-later")
	}
	return v.page("/search/", "data-search")
}

var firstNeed = regexp.MustCompile(`href="?/topics/([a-z-]+)/`)

// need names the first topic on the page of needs.
func (v *visitor) need() string {
	found := firstNeed.FindSubmatch(v.get("/needs/"))
	if found == nil {
		v.Fatal("the page of needs leads to none")
	}
	return string(found[1])
}

// page returns what a visitor transfers for a page. With attributes that name data
// files, it adds these and the modules that are loaded to read them.
func (v *visitor) page(url string, data ...string) (c cost) {
	text := v.get(url)
	c.html = compressed(v, text)
	met := map[string]bool{}
	for t := html.NewTokenizer(bytes.NewReader(text)); t.Next() != html.ErrorToken; {
		tag := t.Token()
		a := map[string]string{}
		for _, attribute := range tag.Attr {
			a[attribute.Key] = attribute.Val
		}
		switch {
		case tag.Data == "link" && a["rel"] == "stylesheet" && a["media"] == "print":
			c.print += compressed(v, v.get(a["href"]))
		case tag.Data == "link" && a["rel"] == "stylesheet":
			c.css += compressed(v, v.get(a["href"]))
		case tag.Data == "script" && a["type"] == "module":
			if len(data) == 0 {
				c.js += compressed(v, v.get(a["src"]))
			} else {
				c.js += v.modules(a["src"], met)
			}
		case tag.Data == "script" && a["src"] != "":
			c.blocking += compressed(v, v.get(a["src"]))
		}
		for _, key := range data {
			if file := a[key]; file != "" {
				mentor := strings.Split(v.kinds()["/mentors/*/"][5], "/")[2]
				c.data += compressed(v, v.get(strings.Replace(file, "{mentor}", mentor, 1)))
			}
		}
	}
	return c
}

var imported = regexp.MustCompile(`\b(?:import\(|from|import)\s*["'](\./[^"']+)["']`)

// modules returns the size of a module with those that it imports, at once or
// later, but those that were met before.
func (v *visitor) modules(url string, met map[string]bool) int {
	if met[url] {
		return 0
	}
	met[url] = true
	text := v.get(url)
	size := compressed(v, text)
	for _, other := range imported.FindAllSubmatch(text, -1) {
		size += v.modules(path.Join(path.Dir(url), string(other[1])), met)
	}
	return size
}

// get returns what is published at a URL, and there must be something.
func (v *visitor) get(url string) []byte {
	v.Helper()
	data, err := v.portal.Render(url)
	if err != nil || data == nil {
		v.Fatalf("%q: %d bytes, %v", url, len(data), err)
	}
	return data
}

// compressed returns the size of bytes as a static host sends them.
func compressed(tb testing.TB, data []byte) int {
	var size counter
	z, err := gzip.NewWriterLevel(&size, gzip.DefaultCompression)
	if err == nil {
		_, err = z.Write(data)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		tb.Fatal(err)
	}
	return int(size)
}

// counter counts what is written to it.
type counter int

func (c *counter) Write(data []byte) (int, error) {
	*c += counter(len(data))
	return len(data), nil
}
