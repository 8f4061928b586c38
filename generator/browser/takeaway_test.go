package browser

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// copied returns the text on the clipboard.
func (p *page) copied() string {
	p.t.Helper()
	p.must(p.allow("clipboard-read"))
	return eval[string](p, `navigator.clipboard.readText()`)
}

// allow answers a question of the browser with yes.
func (p *page) allow(permission string) error {
	_, err := chromedp.CallBrowser(p.ctx, cdpbrowser.SetPermission, cdpbrowser.SetPermissionParams{
		Permission: &cdpbrowser.PermissionDescriptor{Name: permission}, Setting: cdpbrowser.PermissionSettingGranted,
		Origin: p.URL, BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID,
	})
	return err
}

// download clicks on what a selector finds and returns the file that comes of it.
func (p *page) download(selector string) (name, text string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	folder, tell := p.t.TempDir(), true
	_, err := chromedp.CallBrowser(ctx, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{
		Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllowAndName, DownloadPath: folder, EventsEnabled: &tell,
		BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID,
	})
	p.must(err)
	begun := chromedp.BrowserEvents(ctx, cdpbrowser.DownloadWillBegin)
	done := chromedp.BrowserEvents(ctx, cdpbrowser.DownloadProgress)
	p.click(selector)
	file := ""
	for e, err := range begun {
		p.must(err)
		name, file = e.SuggestedFilename, e.GUID
		break
	}
	for e, err := range done {
		p.must(err)
		if e.GUID == file && e.State == cdpbrowser.DownloadProgressStateCompleted {
			break
		}
	}
	data, err := os.ReadFile(filepath.Join(folder, file))
	p.must(err)
	return name, string(data)
}

func TestTheHarnessTakesAwayWhatPagesOffer(t *testing.T) {
	p := open(t, "/", look{})
	eval[any](p, `void (() => {
		const link = document.createElement('a');
		link.id = 'offer';
		link.download = 'sheet.md';
		link.textContent = 'Take';
		link.href = URL.createObjectURL(new Blob(['# Élan\n']));
		link.addEventListener('click', () => navigator.clipboard.writeText('copied'));
		document.querySelector('h1').replaceChildren(link);
	})()`)
	p.must(p.allow("clipboard-write"))
	if name, text := p.download("#offer"); name != "sheet.md" || text != "# Élan\n" {
		t.Errorf("the file %s holds %q", name, text)
	}
	if got := p.copied(); got != "copied" {
		t.Errorf("on the clipboard is %q", got)
	}
}

func TestTheHarnessWritesWhereAVisitorWould(t *testing.T) {
	t.Parallel()
	s, err := start()
	if err != nil {
		t.Fatal(err)
	}
	p := open(t, s.kinds["worksheet"], look{})
	p.click("main input[type=text], main textarea")
	p.write("Één dag")
	if focus := p.focus(); !strings.HasPrefix(focus, "textbox") || !strings.HasSuffix(strings.TrimSuffix(focus, " [required]"), " = Één dag") {
		t.Errorf("what was written stands in %s", focus)
	}
	p.press("Tab", "Shift+Tab")
	p.see(`textbox`)
	p.seeNot(`textbox "No such field"`)
}
