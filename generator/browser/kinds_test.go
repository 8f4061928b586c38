package browser

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// everyKind runs a test on the largest page of every kind that the demo has, as
// subtests named by the template.
func everyKind(t *testing.T, test func(t *testing.T, url string)) {
	s, err := start()
	if err != nil {
		t.Fatal(err)
	}
	if len(s.kinds) < 10 {
		t.Fatalf("the demo has only pages of the kinds %v", s.kinds)
	}
	for _, kind := range slices.Sorted(maps.Keys(s.kinds)) {
		if kind == "alias" {
			continue // it is left at once: see below
		}
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			test(t, s.kinds[kind])
		})
	}
}

func TestAnAliasLeadsOn(t *testing.T) {
	t.Parallel()
	s, err := start()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range []look{{}, {noScript: true}} {
		p := open(t, "/about/", l)
		loads := chromedp.Events(p.ctx, cdppage.LoadEventFired)
		p.visit(s.kinds["alias"])
		seen := 0 // an alias loads, then the page that it leads to
		for _, err := range loads {
			p.must(err)
			if seen++; seen == 2 {
				break
			}
		}
		if got := p.path(); got == s.kinds["alias"] || got == "/about/" {
			t.Errorf("%s leads to %s", s.kinds["alias"], got)
		}
	}
}

// What a page may cost, compressed, before anybody has touched it.
const (
	mostHTML, mostCSS, mostJS = 9 << 10, 6 << 10, 8 << 10
	mostCritical              = 14 << 10 // HTML with the styles and scripts that block the first paint
	mostReading               = 12 << 10 // likewise, of the pages that are read most
	mostReadingJS             = 1500
	mostRequests              = 8
)

// working names the kinds of page that exist to do something on, and so may have
// more scripts than pages to read.
var working = []string{"mentor-list", "facet-list", "match", "search", "write", "worksheet"}

// reading names those that are read from beginning to end, often on a slow line.
var reading = []string{"home", "mentor", "guide", "story", "topic", "page", "program", "help"}

func TestPagesOfEveryKindKeepTheirBudget(t *testing.T) {
	t.Parallel()
	everyKind(t, func(t *testing.T, url string) {
		p := open(t, url, look{phone: true})
		p.wait(`document.readyState === 'complete'`)
		cost := p.cost()
		js, critical := mostReadingJS, mostCritical
		if slices.Contains(working, path.Base(t.Name())) {
			js = mostJS
		}
		if slices.Contains(reading, path.Base(t.Name())) {
			critical = mostReading
		}
		for _, c := range []struct {
			what       string
			size, most int
		}{
			{"requests", cost.requests, mostRequests},
			{"bytes of HTML", cost.html, mostHTML}, {"bytes of CSS", cost.css, mostCSS}, {"bytes of JS", cost.js, js},
			{"bytes on the critical path", cost.html + cost.css + cost.blocking, critical},
		} {
			if c.size > c.most {
				t.Errorf("%s has %d %s, more than %d", url, c.size, c.what, c.most)
			}
		}
		t.Logf("%s: %+v", url, cost)
		for _, moved := range p.shifted() {
			t.Errorf("%s moves under the reader's eyes while it loads, by %s", url, moved)
		}
		if stored := eval[string](p, `document.cookie + Object.keys(localStorage)`); stored != "" {
			t.Errorf("%s stores %q unasked", url, stored)
		}
	})
}

// shifted returns what has moved on the page of itself since it was loaded: for each
// layout shift how far, and which elements.
func (p *page) shifted() []string {
	p.t.Helper()
	return eval[[]string](p, `new Promise(done => {
		const moved = [];
		const add = entries => entries.forEach(entry => {
			moved.push(entry.value.toFixed(3) + entry.sources.map(s => '\n' + (s.node?.outerHTML ?? s.node?.textContent ?? '').slice(0, 200)).join(''));
		});
		const observer = new PerformanceObserver(list => add(list.getEntries()));
		observer.observe({type: 'layout-shift', buffered: true});
		requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
			add(observer.takeRecords());
			done(moved);
		})));
	})`)
}

func TestListsStandStillWhileTheyLoad(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		url string
		look
	}{{"/open/", look{phone: true}}, {"/ar/open/", look{phone: true}}, {"/open/", look{}}, {"/how/", look{phone: true}}, {"/how/", look{}}, {"/mentors/", look{}}} {
		p := open(t, c.url, c.look)
		p.wait(`document.readyState === 'complete'`)
		for _, moved := range p.shifted() {
			t.Errorf("%s, %s: moves by %s", c.url, c.look, moved)
		}
	}
}

// cost is what a page asks for: sizes in bytes, compressed.
type cost struct{ requests, html, css, js, blocking, other int }

// cost measures what the tab has asked for since it was led to its page.
func (p *page) cost() cost {
	p.t.Helper()
	asked := p.requests()
	blocking := eval[[]string](p, `[...document.querySelectorAll('script[src]:not([type=module], [defer], [async])')].map(s => s.src)`)
	c := cost{requests: len(asked)}
	for _, url := range asked {
		at, _, _ := strings.Cut(strings.TrimPrefix(url, p.URL), "#")
		size, err := p.size(at)
		p.must(err)
		switch path.Ext(at) {
		case "", ".html":
			c.html += size
		case ".css":
			if strings.HasSuffix(at, "/print.css") { // browsers fetch it last, and wait for it only to print
				c.other += size
			} else {
				c.css += size
			}
		case ".js":
			c.js += size
			if slices.Contains(blocking, url) {
				c.blocking += size
			}
		default:
			c.other += size
		}
	}
	return c
}

// axe returns the program that looks for barriers.
func axe(t *testing.T) string {
	t.Helper()
	file := os.Getenv("ITHACA_AXE")
	if file == "" {
		if required() {
			t.Fatal("ITHACA_AXE must be the path of axe.min.js")
		}
		t.Skip("ITHACA_AXE is not set: barriers are not looked for")
	}
	program, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(program)
}

// barrier is one rule that a page breaks, as axe reports it.
type barrier struct {
	ID, Help string
	Nodes    []struct {
		Target         json.RawMessage
		FailureSummary string
	}
}

func TestPagesOfEveryKindHaveNoBarriers(t *testing.T) {
	t.Parallel()
	program := axe(t)
	everyKind(t, func(t *testing.T, url string) {
		p := open(t, url, look{})
		eval[any](p, program+"; undefined")
		for _, l := range []look{{}, {dark: true}, {phone: true, dark: true}, {phone: true}} {
			p.must(p.dress(l))
			for _, found := range p.barriers() {
				t.Errorf("%s, %s: %s", url, l, found)
			}
		}
	})
	t.Run("axe finds what is wrong", func(t *testing.T) {
		p := open(t, "/", look{})
		eval[any](p, program+"; undefined")
		eval[any](p, `document.documentElement.removeAttribute('lang')`)
		if found := p.barriers(); len(found) != 1 || !strings.HasPrefix(found[0], "html-has-lang: ") {
			t.Errorf("a page without its language has the barriers %q", found)
		}
	})
}

// barriers opens all that can be opened and gives what axe finds, which must
// have been loaded into the page.
func (p *page) barriers() (found []string) {
	p.t.Helper()
	eval[any](p, `document.querySelectorAll('details').forEach(d => { d.open = true; })`)
	for _, b := range eval[[]barrier](p, `axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)`) {
		line := b.ID + ": " + b.Help
		for _, n := range b.Nodes {
			line += fmt.Sprintf("\n  %s: %s", n.Target, n.FailureSummary)
		}
		found = append(found, line)
	}
	return found
}

func TestPagesOfEveryKindNeedNoScriptAndNoWideScreen(t *testing.T) {
	t.Parallel()
	everyKind(t, func(t *testing.T, url string) {
		p := open(t, url, look{phone: true, noScript: true})
		tree := p.tree()
		if !sees(tree, "main") || !sees(tree, `heading "`) {
			t.Errorf("%s says nothing without scripts:\n%s", url, strings.Join(tree, "\n"))
		}
		for _, dead := range []string{"button ", "searchbox"} {
			if sees(tree, dead) {
				t.Errorf("%s shows a %s that does nothing without scripts", url, dead)
			}
		}
		// As wide as a desktop of 1280 pixels enlarged four times (WCAG 1.4.10).
		p.do(chromedp.EmulateViewport(320, 640, chromedp.EmulateMobile))
		if wide := eval[int](p, `document.documentElement.scrollWidth`); wide > 320 {
			t.Errorf("%s is %d pixels wide on a screen of 320", url, wide)
		}
		if wide := eval[int](p, withLongWords+`; document.documentElement.scrollWidth`); wide > 320 {
			t.Errorf("%s with long words is %d pixels wide on a screen of 320: %q", url, wide, eval[[]string](p, beyond))
		}
	})
}

// withLongWords begins every text, outside of what scrolls by itself, with a word of sixty
// letters, as names, addresses and German have them.
const withLongWords = `{
	const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (all.nextNode()) {
		const text = all.currentNode;
		if (text.data.trim() && !text.parentElement.closest('script, style, template, select, textarea, pre, .table')) text.data = 'x'.repeat(60) + text.data;
	}
}`
