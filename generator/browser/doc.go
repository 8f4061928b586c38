// Package browser tests the finished portal of the demo in a real browser, as a
// visitor meets it: with a keyboard, on a phone, in the dark, without scripts.
// It holds tests only.
//
// The portal is built once and served with the headers of its own _headers; one
// browser runs all tests side by side, each in a fresh context without storage; only
// those that copy or download come one after another, since the clipboard and the
// browser's word of a download are shared. A test opens a page, does what a visitor
// does, and asks what a visitor perceives:
//
//	func TestTheThemeIsRemembered(t *testing.T) {
//		t.Parallel()
//		p := open(t, "/mentors/", look{phone: true})
//		p.focusOn(`combobox "Colours"`)        // Tab until it has the focus
//		p.press("ArrowDown")
//		p.wait(`document.documentElement.dataset.theme === 'light'`)
//		p.see(`combobox "Colours" = Light`)    // a line of p.tree()
//		p.visit("/guides/")                    // the same tab
//		p.follow("Enter")                      // a key that leads to another page
//		got := eval[string](p, `location.hash`)
//		p.write("some words")                  // where the focus is
//		name, text := p.download("#save")      // a click that gives a file
//		words := p.copied()                    // what is on the clipboard
//	}
//
// At its end each test fails by itself if the browser has written anything to
// the console (which includes what the content policy refused), if a script has
// thrown, if anything was asked of another host, or if anything asked for was
// not there. Where that is meant, p.expect("words of the message") says so.
//
// It looks for chromium-headless-shell, which takes less than half of the time, then
// chromium, chromium-browser and google-chrome. Where there is none it says so in one
// line and passes, unless ITHACA_BROWSER=required. With -short it does nothing.
// ITHACA_AXE is the path of axe.min.js, from npm's axe-core; without it only the test
// that needs it is left out.
package browser
