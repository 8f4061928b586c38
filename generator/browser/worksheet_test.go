package browser

import (
	"context"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// The sizes of paper, in inches.
var papers = map[string][2]float64{"A4": {8.27, 11.69}, "Letter": {8.5, 11}}

// print returns how many sheets of paper the page takes.
func (p *page) print(paper string) int {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	size := papers[paper]
	printed, err := chromedp.Call(ctx, cdppage.PrintToPDF, cdppage.PrintToPDFParams{
		PaperWidth: size[0], PaperHeight: size[1],
	})
	p.must(err)
	return len(regexp.MustCompile(`/Type\s*/Page\b[^s]`).FindAll(printed.Data, -1))
}

const fillEverything = `(() => {
	for (const box of document.querySelectorAll('.sheet input[type=text], .sheet textarea')) box.value = 'Something that I have thought about for a while';
	for (const tick of document.querySelectorAll('.sheet [type=checkbox], .sheet [type=radio]:first-of-type')) tick.checked = true;
	document.querySelector('.sheet').dispatchEvent(new Event('input'));
})()`

func TestEverySheetFitsOnTwoPagesOnceFilledIn(t *testing.T) {
	t.Parallel()
	p := open(t, "/worksheets/", look{})
	sheets := eval[[]string](p, `[...document.querySelectorAll('main a')].map(a => a.getAttribute('href')).filter(h => /^\/worksheets\/./.test(h))`)
	if len(sheets) < 10 {
		t.Fatalf("the demo has only the sheets %v", sheets)
	}
	for _, sheet := range append(sheets, "/write/") {
		p.visit(sheet)
		eval[any](p, "void "+fillEverything)
		for paper := range papers {
			if pages := p.print(paper); pages < 1 || pages > 2 {
				t.Errorf("%s takes %d pages of %s", sheet, pages, paper)
			}
		}
	}
}

func TestASheetIsRememberedOnlyWhenTicked(t *testing.T) {
	t.Parallel()
	const sheet = "/worksheets/mentorship-agreement/"
	const stored = `Object.keys(localStorage).filter(k => k.startsWith('ithaca-sheet')).length`
	p := open(t, sheet, look{phone: true})
	p.click("#i-f-mentee")
	p.write("Solange")
	p.visit("/worksheets/")
	p.visit(sheet)
	p.seeNot(`textbox "Mentee" = Solange`)
	if n := eval[int](p, stored); n != 0 {
		t.Errorf("%d sheets are remembered, and nobody asked for it", n)
	}
	p.click("#i-f-mentee")
	p.write("Solange")
	p.click("[data-remember] input")
	p.see(`text "From now on this device remembers`)
	p.visit(sheet)
	p.see(`textbox "Mentee" = Solange`)
	p.see(`checkbox "{remember}" [checked]`)
	p.visit("/worksheets/career-action-plan/")
	p.seeNot(`checkbox "{remember}" [checked]`)
	p.visit(sheet)
	p.click("[data-clear]")
	p.seeNot(`textbox "Mentee" = Solange`)
	if n := eval[int](p, stored); n != 0 {
		t.Errorf("after clearing, %d sheets are remembered", n)
	}
	p.focusOn(`button "{keep-undo}"`)
	p.press("Enter")
	p.see(`textbox "Mentee" = Solange`)
}

func TestAnAgreementIsPutTogetherFromTheSheet(t *testing.T) {
	t.Parallel()
	p := open(t, "/worksheets/mentorship-agreement/", look{})
	p.click("#i-f-mentee")
	p.write("Solange")
	p.click("[data-field=goals] input")
	p.write("I lead a shift")
	p.click("[value='Notes about oneself only']")
	text := eval[string](p, `document.querySelector('.output pre').textContent`)
	for _, want := range []string{"# What we have agreed\n\nSolange", "| I lead a shift |  |", "- Notes about oneself only"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if strings.Contains(text, "Meetings") || strings.Contains(text, "{") {
		t.Errorf("what has no answer is there:\n%s", text)
	}
}

func TestAProfileIsProposedWithoutGit(t *testing.T) {
	t.Parallel()
	p := open(t, "/worksheets/become-a-mentor/", look{})
	p.focusOn(`textbox "Name"`)
	p.write("Þórey Ýr: \"Tóta\"")
	link := eval[string](p, `document.querySelector('[data-new]').href`)
	u, err := url.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	if u.Host != "git.example" || path.Base(u.Path) != "mentors" || u.Query().Get("filename") != "thorey-yr-tota.md" ||
		!strings.HasPrefix(u.Query().Get("value"), "---\ndraft: true\nname: \"Þórey Ýr: \\\"Tóta\\\"\"\n") {
		t.Errorf("the link leads to %s", link)
	}
	p.seeNot(`text "The text does not fit into the link`)
	eval[any](p, `void (document.querySelector('#i-f-about').value = 'x '.repeat(4000), document.querySelector('.sheet').dispatchEvent(new Event('input')))`)
	p.see(`text "The text does not fit into the link`)
	if long := eval[string](p, `document.querySelector('[data-new]').href`); len(long) > 200 || !strings.Contains(long, "filename=thorey-yr-tota.md") {
		t.Errorf("a text that is too long leads to %s", long)
	}
	p.visit("/become-a-mentor/")
	p.see(`link "The profile sheet"`)
}

func TestAProfileSaysWhatItNeedsAndKnowsCodes(t *testing.T) {
	t.Parallel()
	const text = `document.querySelector('.output pre').textContent`
	const missing = `document.querySelectorAll('[data-missing] li').length`
	p := open(t, "/worksheets/become-a-mentor/", look{})
	p.see(`text "{output-missing}"`)
	p.see(`link "{contact-organizers}"`)
	if n := eval[int](p, missing); n != 6 {
		t.Errorf("an empty profile needs %d answers", n)
	}
	if zone := eval[string](p, `document.querySelector('#i-f-timezone').value`); zone != "" {
		t.Errorf("before anybody writes, the time zone is %s", zone)
	}
	for field, said := range map[string]string{
		"name": "Ife", "headline": "I can help you wait", "languages": "Yoruba, EN", "country": "ng", "skill-1": "spreadsheets",
	} {
		p.click("#i-f-" + field)
		p.write(said)
	}
	p.click("[value=group]")
	file := eval[string](p, text)
	for _, want := range []string{"country: \"NG\"\n", "languages: [\"yo\", \"en\"]\n", "timezone: \"Europe/Athens\"\n", "kinds: [\"group\"]\n"} {
		if !strings.Contains(file, want) {
			t.Errorf("%q is not in\n%s", want, file)
		}
	}
	if left := eval[string](p, `document.querySelector('[data-missing] ul').innerText.trim()`); left != "Your word holds until\nToday's date" {
		t.Errorf("still needed: %q", left)
	}
	p.click("[data-agree] input")
	eval[any](p, `void (document.querySelector('#i-f-until').value = '2027-01-01', document.querySelector('.sheet').dispatchEvent(new Event('input')))`)
	p.seeNot(`text "A profile also needs`)
}

func TestNobodyButThePersonConsentsToBeShown(t *testing.T) {
	t.Parallel()
	const text = `document.querySelector('.output pre').textContent`
	p := open(t, "/worksheets/become-a-mentor/", look{})
	drafted := func(when string) {
		t.Helper()
		if file := eval[string](p, text); !strings.HasPrefix(file, "---\ndraft: true\n") || strings.Contains(file, "consent:") || strings.Contains(file, "publish:") {
			t.Errorf("%s, the file is\n%s", when, file)
		}
		p.see(`text "Without your agreement the text above is a draft`)
	}
	p.click("#i-f-name")
	p.write("Ife")
	drafted("after the first keys")
	if day := eval[string](p, `document.querySelector('#i-f-today').value`); day != "" {
		t.Errorf("the day of consent became %s by itself", day)
	}
	eval[any](p, `void (document.querySelector('#i-f-today').value = '2026-11-01', document.querySelector('.sheet').dispatchEvent(new Event('input')))`)
	drafted("with a day but no agreement")
	p.click("[data-agree] input")
	if file := eval[string](p, text); strings.Contains(file, "draft:") || !strings.Contains(file, "consent:\n  publish: 2026-11-01\nconfirmed: 2026-11-01\n") {
		t.Errorf("with an agreement, the file is\n%s", file)
	}
	p.seeNot(`text "Without your agreement`)
	p.click("[data-agree] input")
	drafted("when it is taken back")
	p.click("[data-agree] input")
	p.click("[data-clear]")
	p.click("#i-f-name")
	p.write("Somebody else")
	drafted("after clearing")
	p.click("[data-agree] input")
	if file := eval[string](p, text); !strings.Contains(file, "publish: 20") {
		t.Errorf("agreed today, the file is\n%s", file)
	}
	p.visit("/worksheets/become-a-mentor/")
	drafted("when the page is opened again")
}

func TestWithoutScriptsASheetIsStillAForm(t *testing.T) {
	t.Parallel()
	p := open(t, "/worksheets/become-a-mentor/", look{noScript: true})
	p.see(`textbox "Name"`)
	p.see(`heading "{sheet-example}"`)
	p.seeNot(`button`)
	p.seeNot(`heading "{becomes-profile}"`)
	p.see(`text "It is gone when you close the page`)
	if pages := p.print("A4"); pages > 2 {
		t.Errorf("it takes %d pages", pages)
	}
}
