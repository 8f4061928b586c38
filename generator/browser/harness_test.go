package browser

import (
	"strings"
	"testing"
)

func TestTheHarnessNoticesWhatPagesMustNotDo(t *testing.T) {
	t.Parallel()
	p := open(t, "/", look{})
	p.expect("") // whatever comes is looked at here
	for script, want := range map[string]string{
		`document.body.innerHTML = 'x'`:                     "TrustedHTML",
		`document.body.setAttribute('style', 'color: red')`: "Content Security Policy",
		`console.log('hello')`:                              "hello",
		`setTimeout(() => { throw new Error('thrown') })`:   "thrown",
		`fetch('/nowhere')`:                                 "answered with 404",
		`fetch('https://elsewhere.example/')`:               "https://elsewhere.example/",
	} {
		eval[any](p, `void (async () => { try { await (`+script+`) } catch {} })()`)
		for tries := 0; !strings.Contains(p.complaints(), want); tries++ {
			if p.wait("true"); tries == 200 {
				t.Fatalf("%s: %q is not among\n%s", script, want, p.complaints())
			}
		}
	}
}

func TestTheTreeSaysWhatVisitorsAreTold(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", look{})
	tree := p.tree()
	for _, line := range []string{"RootWebArea", "banner", "navigation \"Main\"", "main", "contentinfo"} {
		if !sees(tree, line) {
			t.Errorf("there is no %s in\n%s", line, strings.Join(tree, "\n"))
		}
	}
	if sees(tree, `banner "x"`) || p.focus() != "" {
		t.Error("the tree has what is not there, or a focus")
	}
}

func TestTheHarnessNoticesWhatMoves(t *testing.T) {
	t.Parallel()
	p := open(t, "/", look{})
	if moved := p.shifted(); len(moved) > 0 {
		t.Errorf("the home page moves by %s", moved)
	}
	eval[any](p, `void document.body.prepend(...Array.from({length: 9}, () => document.createElement('hr')))`)
	if len(p.shifted()) == 0 {
		t.Error("all of a page was pushed down, and nobody saw it")
	}
}
