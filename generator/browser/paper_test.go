package browser

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// paper is what a page has on paper: how many pixels are empty below its last words or
// fields, how wide it is, what it shows that only acts on a screen, and what it leaves
// out because nobody has opened it.
type paper struct {
	Empty, Wide     float64
	Acting, Missing []string
}

const onPaper = `(() => {
	const all = (chosen, which) => [...document.querySelectorAll(chosen)].filter(which);
	const shown = e => e.checkVisibility({visibilityProperty: true}) && e.getBoundingClientRect().height > 0;
	const said = e => e.matches('input, textarea') || [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
	const begin = e => e.outerHTML.slice(0, 80);
	const ends = all('main *', e => shown(e) && said(e)).map(e => e.getBoundingClientRect().bottom);
	return {
		empty: document.body.getBoundingClientRect().bottom - Math.max(...ends),
		wide: document.documentElement.scrollWidth,
		acting: all('nav a, .foot a, .skip, select, main button', shown).map(begin),
		missing: all('details > :not(summary)', e => shown(e.parentElement) && !shown(e) && getComputedStyle(e).display !== 'none').map(begin),
	};
})()`

func TestPagesOfEveryKindAreWholeOnPaper(t *testing.T) {
	t.Parallel()
	everyKind(t, func(t *testing.T, url string) {
		p := open(t, url, look{})
		p.do(chromedp.EmulateViewport(680, 1000)) // A4 between its margins
		if _, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
			t.Fatal(err)
		}
		p.wait(`getComputedStyle(document.body).display === 'block'`) // print.css is there
		got := eval[paper](p, onPaper)
		if got.Empty > 100 {
			t.Errorf("%s ends with %v empty pixels", url, got.Empty)
		}
		if got.Wide > 680 {
			t.Errorf("%s is %v pixels wide on paper of 680", url, got.Wide)
		}
		if len(got.Acting) > 0 {
			t.Errorf("%s shows what does nothing on paper: %q", url, got.Acting)
		}
		if len(got.Missing) > 0 {
			t.Errorf("%s leaves out what is folded up: %q", url, got.Missing)
		}
	})
}
