package browser

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"ithaca/generator"
	"ithaca/generator/serve"
)

// writing is a site that is written while pages of it are open.
type writing struct {
	*page
	dir string
}

// openServe serves a copy of the demo, as serve does, and opens a page of it.
func openServe(t *testing.T, path string) *writing {
	t.Helper()
	return openServeAs(t, path, func(*http.Request) {})
}

// openServeAs is openServe for those whose requests look different.
func openServeAs(t *testing.T, path string, disguise func(*http.Request)) *writing {
	t.Helper()
	s, err := start()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(filepath.Join(module, "content"))); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "templates", "assets", "css"), 0o755); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	l, err := serve.Listen("127.0.0.1:0", false)
	if err != nil {
		t.Fatal(err)
	}
	server, err := serve.Open(ctx, serve.Options{
		Site: generator.Options{
			Site: dir, Templates: os.DirFS(filepath.Join(module, "templates")), Drafts: true,
			Today: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC),
		},
		Editor: "code", Now: time.Now,
	})
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	disguised := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		disguise(r)
		server.ServeHTTP(w, r)
	})
	go func() { ended <- serve.Run(ctx, l, "127.0.0.1:0", disguised) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	there := *s.portalServer
	there.Server = &httptest.Server{URL: "http://" + l.Addr().String()}
	return &writing{openAt(t, &shared{&there, s.browser}, path, look{}), dir}
}

// write saves a file of the site, with one text in it replaced by another.
func (w *writing) write(name, old, now string) {
	w.t.Helper()
	at := filepath.Join(w.dir, filepath.FromSlash(name))
	data, err := os.ReadFile(at)
	if err != nil || !strings.Contains(string(data), old) {
		w.t.Fatalf("%s holds no %q: %v", name, old, err)
	}
	if err := os.WriteFile(at, []byte(strings.Replace(string(data), old, now, 1)), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

// create writes a new file of the site, in a folder that exists.
func (w *writing) create(name, text string) {
	w.t.Helper()
	if err := os.WriteFile(filepath.Join(w.dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

// until waits until an expression is true, while the page is loaded again.
func (w *writing) until(expression string) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	// A page that is just being replaced has no body yet: that is not what is waited for.
	frame := `new Promise(done => requestAnimationFrame(() => { try { done(Boolean(` + expression + `)) } catch { done(false) } }))`
	for {
		held, err := chromedp.Run(ctx, chromedp.Evaluate[bool](frame, chromedp.EvalAwaitPromise))
		if held {
			return
		}
		if err != nil && ctx.Err() != nil {
			w.t.Fatalf("waiting for %s\n%s", expression, strings.Join(w.tree(), "\n"))
		}
	}
}

// frame is what serve puts over a page.
const frame = `document.body.lastElementChild.shadowRoot`

func TestAnEditShowsWithoutTouchingThePage(t *testing.T) {
	t.Parallel()
	w := openServe(t, "/mentors/ana-silva/")
	w.until(frame + `?.querySelector('.source').textContent === 'content/mentors/ana-silva.md'`)
	eval[any](w.page, `scrollTo(0, 300)`)
	const top = `Math.round(document.querySelector('main h2').getBoundingClientRect().top)`
	before := eval[int](w.page, top)
	w.write("content/mentors/ana-silva.md", "headline: ", "headline: Above all, ")
	w.until(`document.body.textContent.includes('Above all, ')`)
	// The headline is a line longer: the browser may keep what was read in its place.
	w.until(fmt.Sprintf(`scrollY === 300 || scrollY > 0 && %s === %d`, top, before))
}

func TestTheBarSaysForWhomAMentorWouldBeSuggested(t *testing.T) {
	t.Parallel()
	w := openServe(t, "/mentors/ana-silva/")
	w.until(frame + `?.querySelector('.mentor:not([hidden]) .first li .rank b')?.textContent >= 1`)
	w.write("content/mentors/ana-silva.md", "status: open", "status: paused")
	w.until(frame + `?.querySelector('.mentor .closed:not([hidden])')?.textContent.includes('takes nobody on')`)
	w.write("content/mentors/ana-silva.md", "timezone: Europe/Lisbon\n", "")
	w.until(frame + `?.querySelector('.mentor .hints [data-kind=no-timezone]')`)
}

func TestErrorsStandOverThePageUntilTheyAreMended(t *testing.T) {
	t.Parallel()
	w := openServe(t, "/mentors/ana-silva/")
	w.until(frame + `?.querySelector('.source').textContent`)
	w.write("content/mentors/ana-silva.md", "headline: ", "headlin: <b>")
	w.until(`!` + frame + `.querySelector('.errors').hidden`)
	text := eval[string](w.page, frame+`.querySelector('.errors').innerText`)
	for _, part := range []string{"content/mentors/ana-silva.md:", "headlin", "<b>", "did you mean `headline`?"} {
		if !strings.Contains(text, part) {
			t.Errorf("there is no %q in\n%s", part, text)
		}
	}
	link := eval[string](w.page, frame+`.querySelector('.errors .place a').href`)
	if !strings.HasPrefix(link, "vscode://file/") || !strings.Contains(link, "/content/mentors/ana-silva.md:") {
		t.Errorf("the place leads to %s", link)
	}
	if !eval[bool](w.page, `document.querySelector('h1').textContent.includes('Ana Silva')`) {
		t.Error("the last good page is gone")
	}
	w.page.see(`alert`)
	w.press("Escape")
	w.until(frame + `.querySelector('.errors').hidden`)
	eval[any](w.page, `void (window.before = true, location.reload())`)
	w.until(`!window.before && ` + frame + `?.querySelector('.again:not([hidden])')`)
	if !eval[bool](w.page, frame+`.querySelector('.errors').hidden`) {
		t.Error("errors that were put away stand over the next page")
	}
	eval[any](w.page, frame+`.querySelector('.again:not([hidden])').click()`)
	w.until(`!` + frame + `.querySelector('.errors').hidden`)
	w.write("content/mentors/ana-silva.md", "headlin: <b>", "headline: ")
	w.until(frame + `.querySelector('.errors').hidden && ` + frame + `.querySelector('.again').hidden`)
}

func TestNewStylesComeWithoutLoadingThePage(t *testing.T) {
	t.Parallel()
	w := openServe(t, "/mentors/")
	w.until(frame + `?.querySelector('.bar:not([hidden])')`)
	eval[any](w.page, `void (window.stays = true, scrollTo(0, 200))`)
	w.create("templates/assets/css/99-own.css", "h1 { color: rgb(1, 2, 3) !important }")
	w.until(`getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)'`)
	if !eval[bool](w.page, `window.stays === true && scrollY === 200`) {
		t.Error("the page was loaded again")
	}
}

func TestAPageAppearsWhenItsFileIsWrittenAndGoesWithIt(t *testing.T) {
	t.Parallel()
	w := openServe(t, "/guides/quite-new/")
	w.expect("404")
	w.until(frame + `?.querySelector('.plain:not([hidden])')?.innerText === 'There is no page at this address'`)
	w.create("content/guides/quite-new.md", "---\ntitle: Quite new\nsummary: It was not there before.\n---\n## Now\n\nIt is.\n")
	w.until(`document.querySelector('h1').textContent.includes('Quite new')`)
	if err := os.Remove(filepath.Join(w.dir, "content", "guides", "quite-new.md")); err != nil {
		t.Fatal(err)
	}
	w.until(`!document.querySelector('h1').textContent.includes('Quite new')`)
}

func TestTheBarStaysOpenUntilItIsClosed(t *testing.T) {
	t.Parallel()
	w := openServe(t, "/mentors/ana-silva/")
	w.until(frame + `?.querySelector('.source').textContent`)
	eval[any](w.page, frame+`.querySelector('summary').click()`)
	w.until(`sessionStorage.getItem('ithaca-bar')`)
	w.write("content/mentors/ana-silva.md", "headline: ", "headline: Above all, ")
	w.until(`document.body.textContent.includes('Above all, ')`)
	w.until(frame + `?.querySelector('details').open`)
	w.press("Escape")
	w.until(`!` + frame + `.querySelector('details').open && !sessionStorage.getItem('ithaca-bar')`)
}

func TestTheBarSaysWhatAPageWithoutAFileIs(t *testing.T) {
	t.Parallel()
	w := openServe(t, "/mentors/")
	w.until(frame + `?.querySelector('.plain:not([hidden])')?.innerText === 'A list of all mentors' && ` + frame + `.querySelector('details').hidden`)
}

func TestAnEditShowsOnOtherMachinesWithoutABar(t *testing.T) {
	t.Parallel()
	w := openServeAs(t, "/mentors/ana-silva/", func(r *http.Request) { r.RemoteAddr = "192.168.1.7:50000" })
	w.until(frame + `?.querySelector('.bar')`)
	w.write("content/mentors/ana-silva.md", "headline: ", "headline: Above all, ")
	w.until(`document.body.textContent.includes('Above all, ')`)
	w.until(frame + `?.querySelector('.bar[hidden]')`)
}
