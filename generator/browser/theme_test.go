package browser

import "testing"

func TestTheFirstTabSkipsToTheContent(t *testing.T) {
	t.Parallel()
	p := open(t, "/mentors/", look{})
	p.press("Tab")
	if got := p.focus(); got != worded(`link "{skip}"`) {
		t.Errorf("the first Tab leads to %s", got)
	}
	if top := eval[float64](p, `document.activeElement.getBoundingClientRect().top`); top < 0 {
		t.Error("the skip link cannot be seen when it has the focus")
	}
	p.press("Enter", "Tab")
	if !eval[bool](p, `document.querySelector('main').contains(document.activeElement)`) {
		t.Errorf("behind the skip link Tab leads to %s", p.focus())
	}
}

func TestTheNavigationWorksByKeyboard(t *testing.T) {
	t.Parallel()
	for _, l := range []look{{}, {phone: true}, {noScript: true}} {
		p := open(t, "/", l)
		p.focusOn(`link "{nav-mentors}"`)
		p.follow("Enter")
		if got := p.path(); got != "/mentors/" {
			t.Errorf("%s: the link leads to %s", l, got)
		}
		p.see(`heading "{nav-mentors}"`)
	}
}

func TestAChosenThemeIsKept(t *testing.T) {
	t.Parallel()
	const ground = `getComputedStyle(document.documentElement).backgroundColor`
	p := open(t, "/", look{phone: true})
	light := eval[string](p, ground)
	p.focusOn(`combobox "{theme}" = System`)
	p.press("ArrowDown", "ArrowDown")
	p.see(`combobox "{theme}" = Dark`)
	dark := eval[string](p, ground)
	if light == dark {
		t.Errorf("the ground stays %s", light)
	}
	p.visit("/guides/")
	if got := eval[string](p, ground); got != dark {
		t.Errorf("on the next page the ground is %s, not %s", got, dark)
	}
	p.focusOn(`combobox "{theme}" = Dark`)
	p.press("ArrowUp", "ArrowUp")
	if got := eval[string](p, ground); got != light || eval[int](p, `localStorage.length`) != 0 {
		t.Errorf("with the system's colours again the ground is %s, and something is stored", got)
	}
}

func TestWithoutAChoiceTheSystemDecides(t *testing.T) {
	t.Parallel()
	const ground = `getComputedStyle(document.documentElement).backgroundColor`
	for _, noScript := range []bool{false, true} {
		light := open(t, "/", look{noScript: noScript})
		dark := open(t, "/", look{dark: true, noScript: noScript})
		if a, b := eval[string](light, ground), eval[string](dark, ground); a == b {
			t.Errorf("the ground is %s in light and in dark", a)
		}
	}
}

func TestWithoutScriptsThereIsNoThemeControl(t *testing.T) {
	t.Parallel()
	p := open(t, "/", look{noScript: true})
	p.see(`link "{nav-mentors}"`)
	p.seeNot(`combobox`)
}
