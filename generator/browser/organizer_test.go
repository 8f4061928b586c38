package browser

import (
	"bytes"
	"io"
	"net/http/httptest"
	"os"
	"testing"

	"github.com/chromedp/chromedp"

	"ithaca/generator/cli"
)

// openReport serves the report that match writes of a cycle of the demo, and opens it.
func openReport(t *testing.T) *page {
	t.Helper()
	s, err := start()
	if err != nil {
		t.Fatal(err)
	}
	var told bytes.Buffer
	dir := t.TempDir()
	if cli.Run(cli.Environment{
		Args: []string{"match", "--site", module, "--cycle", "autumn-2026", "--out", dir},
		Out:  io.Discard, Err: &told, Embedded: os.DirFS(module),
	}) != 0 {
		t.Fatal(told.String())
	}
	there := &portalServer{dir: dir}
	there.Server = httptest.NewServer(there)
	t.Cleanup(there.Close)
	return openAt(t, &shared{there, s.browser}, "/report.html", look{})
}

func TestTheOrganizersPagesFitAPhoneAndHaveNoBarriers(t *testing.T) {
	program := axe(t)
	for name, open := range map[string]func(*testing.T) *page{
		"status": func(t *testing.T) *page { return openServe(t, "/_ithaca/status").page },
		"report": openReport,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := open(t)
			for _, dark := range []bool{false, true} {
				p.must(p.dress(look{phone: true, dark: dark}))
				p.do(chromedp.EmulateViewport(320, 640, chromedp.EmulateMobile))
				eval[any](p, program+"; undefined")
				for _, found := range p.barriers() {
					t.Errorf("dark %t: %s", dark, found)
				}
			}
			if lines := eval[int](p, `document.querySelectorAll('li, tr').length`); lines < 3 {
				t.Errorf("only %d lines are shown", lines)
			}
			if wide := eval[int](p, withLongWords+`; document.documentElement.scrollWidth`); wide > 320 {
				t.Errorf("the page is %d pixels wide on a screen of 320: %q", wide, eval[[]string](p, beyond))
			}
		})
	}
}
