package browser

import (
	"context"
	"fmt"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// patience is how long a test waits for what must happen.
const patience = 20 * time.Second

// look says how a visitor looks at pages; the zero value is a desktop in light
// colours that runs scripts.
type look struct {
	phone    bool
	dark     bool
	noScript bool
}

func (l look) String() string {
	name := map[bool]string{true: "phone", false: "desktop"}[l.phone] + " " + map[bool]string{true: "dark", false: "light"}[l.dark]
	if l.noScript {
		name += " without scripts"
	}
	return name
}

// page is a tab of its own browser context.
type page struct {
	t   *testing.T
	ctx context.Context
	*shared

	mu       sync.Mutex // what follows is written by the browser's events
	asked    []string   // every URL since the page was opened
	faults   []string
	expected []string
}

// open opens a path of the portal. The tab is closed, and judged, when the test
// ends.
func open(t *testing.T, path string, l look) *page {
	t.Helper()
	s, err := start()
	if err != nil {
		t.Fatal(err)
	}
	return openAt(t, s, path, l)
}

// openAt is open with a portal of the test's own.
func openAt(t *testing.T, s *shared, path string, l look) *page {
	t.Helper()
	ctx, cancel := chromedp.NewContext(s.browser, chromedp.WithNewBrowserContext())
	p := &page{t: t, ctx: ctx, shared: s}
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil { // the tab lives as long as this context
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(stop)
	p.ctx = ctx
	t.Cleanup(p.judge)
	p.listen()
	p.must(p.dress(l))
	p.visit(path)
	return p
}

// served builds a site of the test's own and serves it.
func served(t *testing.T, site string) *shared {
	t.Helper()
	s, err := start()
	if err != nil {
		t.Fatal(err)
	}
	portal := &portalServer{site: site, dir: filepath.Join(t.TempDir(), "public")}
	portal.Server = httptest.NewServer(portal)
	t.Cleanup(portal.Close)
	if err := portal.build(); err != nil {
		t.Fatal(err)
	}
	return &shared{portal, s.browser}
}

func (p *page) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

// do runs an action and waits for its end, with patience.
func (p *page) do(a chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	p.must(chromedp.Do(ctx, a))
}

// dress sets the size of the screen and what the visitor prefers.
func (p *page) dress(l look) error {
	size := chromedp.EmulateViewport(1280, 900)
	if l.phone {
		size = chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile, chromedp.EmulateTouch, chromedp.EmulatePortrait)
	}
	if err := chromedp.Do(p.ctx, size); err != nil {
		return err
	}
	scheme := "light"
	if l.dark {
		scheme = "dark"
	}
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}}
	if _, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, media); err != nil {
		return err
	}
	focus := emulation.SetFocusEmulationEnabledParams{Enabled: true} // also while another tab is in front
	if _, err := chromedp.Call(p.ctx, emulation.SetFocusEmulationEnabled, focus); err != nil {
		return err
	}
	_, err := chromedp.Call(p.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: l.noScript})
	return err
}

// visit leads the tab to a path of the portal and waits until it is loaded.
func (p *page) visit(path string) {
	p.t.Helper()
	p.mu.Lock()
	p.asked = nil
	p.mu.Unlock()
	p.do(chromedp.Navigate(p.URL + path))
}

// path returns where the tab is, with query and fragment.
func (p *page) path() string {
	p.t.Helper()
	return strings.TrimPrefix(eval[string](p, `location.href`), p.URL)
}

// eval returns the value of a script's expression; a promise is awaited.
func eval[T any](p *page, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: %v", expression, err)
	}
	return value
}

// wait waits until an expression is true. It needs scripts.
func (p *page) wait(expression string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	frame := fmt.Sprintf(`new Promise(done => requestAnimationFrame(() => done(Boolean(%s))))`, expression)
	for {
		held, err := chromedp.Run(ctx, chromedp.Evaluate[bool](frame, chromedp.EvalAwaitPromise))
		if held {
			return
		}
		if err != nil && (ctx.Err() != nil || !strings.Contains(err.Error(), "navigated or closed")) { // while a page is replaced
			p.t.Fatalf("waiting for %s: %v\n%s", expression, err, strings.Join(p.tree(), "\n"))
		}
	}
}
