package browser

import (
	"context"
	"net/url"
	"path"
	"regexp"
	"slices"
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

// joy are answers as people write them, in the order of the sheet.
var joy = []struct{ role, label, said string }{
	{"textbox", "Name", "Þórey Ýr: \"Tóta\""},
	{"textbox", "I can help you …", "I can help you wait"},
	{"combobox", "First topic you can help with", "excel"},
	{"textbox", "How many people at a time", "two"},
}

// judged presses the sheet's last button, by keyboard.
func (p *page) judged() {
	p.t.Helper()
	p.focusOn(`button "{sheet-make}"`)
	p.press("Enter")
	p.wait(`document.activeElement.matches('#i-faults, #i-output')`)
}

func TestAProfileIsHandedOverOnceNothingIsWrong(t *testing.T) {
	t.Parallel()
	const text = `document.querySelector('.output pre').textContent`
	const wrong = `[...document.querySelectorAll('[data-faults] li')].map(i => i.textContent).join('\n')`
	p := open(t, "/worksheets/become-a-mentor/", look{phone: true})
	p.seeNot(`heading "{becomes-profile}"`)
	p.wait(`!document.querySelector('.sheet [type=submit]').hidden`)
	p.click(".sheet [type=submit]") // before anything is written
	p.wait(`document.activeElement.id === 'i-faults'`)
	p.wait(`document.activeElement.id === 'i-faults' && document.title.startsWith('Error')`)
	if list := eval[string](p, wrong); strings.Count(list, "\n") != 6 || !strings.Contains(list, "Answer “Name”: the file needs it.") || !strings.Contains(list, "Tick that you agree") {
		t.Errorf("an empty sheet has wrong:\n%s", list)
	}
	p.focusOn(`link "Answer “Name”`)
	p.press("Enter")
	p.wait(`document.activeElement.id === 'i-f-name'`)
	for i, field := range joy {
		if i > 0 {
			p.focusOn(field.role + ` "` + field.label + `"`)
		}
		p.write(field.said)
		p.see(field.role + ` "` + field.label + `" = ` + field.said)
	}
	p.click("[data-field=languages] [value=en]")
	p.click("[data-field=languages] .other input")
	p.write("Yoruba and Cebuano")
	p.click("[data-field=via] [value=organizer]")
	eval[any](p, `void (document.querySelector('#i-f-until').value = new Date(Date.now() + 99 * 864e5).toISOString().slice(0, 10))`)
	if name, text := p.download("[data-save=sheet]"); name != "unfinished-answers.md" || !strings.HasPrefix(text, "# A mentor's profile\n\n## Name\n") {
		t.Errorf("answers without a profile are saved as %s:\n%s", name, text)
	}
	p.click("[data-agree] input")
	p.judged()
	p.wait(`document.activeElement.id === 'i-output'`)
	file := eval[string](p, text)
	for _, want := range []string{
		"name: \"Þórey Ýr: \\\"Tóta\\\"\"\n", "languages: [\"en\", \"yo\", \"ceb\"]\n", "timezone: \"Europe/Athens\"\n",
		"topic: \"spreadsheets\"\n", "capacity: 2\n", "via: \"organizer\"\n", "publish: 20", "  terms: \"2026-06\"\n",
	} {
		if !strings.Contains(file, want) {
			t.Errorf("%q is not in\n%s", want, file)
		}
	}
	u, err := url.Parse(eval[string](p, `document.querySelector('[data-new]').href`))
	if err != nil || u.Host != "git.example" || path.Base(u.Path) != "mentors" || u.Query().Get("filename") != "thorey-yr-tota.md" || u.Query().Get("value") != file {
		t.Errorf("the link leads to %s (%v)", u, err)
	}
	p.see(`link "{contact-organizers}"`)
	eval[any](p, `void (document.querySelector('#i-f-about').value = 'x '.repeat(4000), document.querySelector('.sheet').dispatchEvent(new Event('input')))`)
	p.see(`text "The text does not fit into the link`)
	p.visit("/become-a-mentor/")
	p.see(`link "The profile sheet"`)
}

func TestASheetJudgesWhatIsWritten(t *testing.T) {
	t.Parallel()
	p := open(t, "/worksheets/become-a-mentor/", look{})
	p.focusOn(`textbox "I can help you …"`)
	p.write(strings.Repeat("help ", 21))
	p.see(`text "104 of 100 characters"`)
	p.click("#i-f-skill-1")
	p.write("spreadshets")
	p.judged()
	p.wait(`document.activeElement.id === 'i-faults'`)
	p.see(`link "Shorten “I can help you …”: it takes at most 100 characters, and this has 104."`)
	p.see(`link "There is no topic “spreadshets” here. Did you mean Spreadsheets?"`)
	p.click("#i-f-skill-2")
	p.write("falconry")
	p.see(`link "There is no topic “falconry” here."`)
	if text := eval[string](p, `document.querySelector('[data-count=about]').textContent`); text != "" {
		t.Errorf("a text without bounds is counted: %s", text)
	}
	if described := eval[string](p, `document.getElementById(document.querySelector('#i-f-headline[aria-invalid]').getAttribute('aria-describedby').split(' ').at(-1)).textContent`); !strings.HasPrefix(described, "Shorten") {
		t.Errorf("the field says %q", described)
	}
	p.click("#i-f-skill-1")
	eval[any](p, `document.querySelector('#i-f-skill-1').select()`)
	p.write("Spreadsheets")
	p.seeNot(`link "There is no topic “spread`)
}

func TestAMentorChangesThePageThatThereIs(t *testing.T) {
	t.Parallel()
	p := open(t, "/mentors/ana-silva/", look{phone: true})
	p.focusOn(`link "{is-this-you}"`)
	p.follow("Enter")
	p.wait(`document.querySelector('#i-f-name')?.value === 'Ana Silva'`)
	p.see(`text "{sheet-changing}"`)
	for field, want := range map[string]string{
		"languages": "en,es,pt", "skill-1": "Spreadsheets", "level-1": "4", "via": "form", "kinds": "one-to-one", "stage": "mid", "accepts": "early,mid,senior", "rhythm": "2",
		"not-offered": "Jobs or shortcuts at Foz Clara", "first-step": "20 minutes on a video call, on a Tuesday",
	} {
		said := `[...document.querySelectorAll('[data-field="` + field + `"] input')].filter(i => i.type === 'text' ? i.value : i.checked).map(i => i.value).sort() + ''`
		if got := eval[string](p, said); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	if eval[bool](p, `document.querySelector('[data-agree] input').checked`) {
		t.Error("somebody agreed for her")
	}
	p.visit("/worksheets/become-a-mentor/#of=ana-silva&name=Eve")
	p.wait(`document.querySelector('#i-f-name').value === 'Ana Silva'`)
}

func TestNobodyButThePersonConsentsToBeShown(t *testing.T) {
	t.Parallel()
	const day = `document.querySelector('#i-f-today').value`
	const shown = `!document.querySelector('[data-output]').hidden`
	p := open(t, "/worksheets/become-a-mentor/", look{})
	refused := func(when string) {
		t.Helper()
		p.judged()
		p.see(`link "{wrong-consent}`)
		if eval[bool](p, shown) {
			t.Errorf("%s, there is a file", when)
		}
	}
	p.click("#i-f-name")
	p.write("Ife")
	refused("after the first keys")
	if day := eval[string](p, day); day != "" {
		t.Errorf("the day of consent became %s by itself", day)
	}
	eval[any](p, `void (document.querySelector('#i-f-today').value = '2026-11-01', document.querySelector('.sheet').dispatchEvent(new Event('input')))`)
	refused("with a day but no agreement")
	p.click("[data-agree] input")
	p.seeNot(`link "{wrong-consent}`)
	p.seeNot(`textbox "Today's date"`)
	if got, want := eval[string](p, day), eval[string](p, `new Date().toLocaleDateString('sv')`); got != want {
		t.Errorf("whoever agrees on %s agrees from %s", want, got)
	}
	p.click("[data-agree] input")
	refused("when it is taken back")
	p.click("[data-agree] input")
	p.click("[data-clear]")
	p.click("#i-f-name")
	p.write("Somebody else")
	refused("after clearing")
	p.visit("/worksheets/become-a-mentor/")
	p.focusOn(`textbox "Name"`)
	refused("when the page is opened again")
}

func TestAnAgreementRemindsOfItsOwnRhythm(t *testing.T) {
	t.Parallel()
	p := open(t, "/worksheets/mentorship-agreement/", look{phone: true})
	p.wait(`!document.querySelector('[data-calendar]').hidden`)
	p.focusOn(`button "{reminders-save}"`)
	p.press("Enter")
	p.wait(`document.activeElement.id === 'i-first'`)
	p.see(`text "{reminders-missing}"`)
	eval[any](p, `void (document.querySelector('#i-first').value = '2027-03-02T18:30', document.querySelector('#i-end').value = '2027-08-31')`)
	name, text := p.download("[data-calendar] button")
	lines := strings.Split(text, "\r\n")
	for _, want := range []string{
		"DTSTART:20270302T183000", "DURATION:PT60M", "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270831T235959",
		"DTSTART;VALUE=DATE:20270330", "DTSTART;VALUE=DATE:20270629", "DTSTART;VALUE=DATE:20270831",
	} {
		if !slices.Contains(lines, want) {
			t.Errorf("%s lacks %s:\n%s", name, want, text)
		}
	}
	if n := strings.Count(text, "BEGIN:VEVENT"); n != 4 || n != strings.Count(text, "TRIGGER:-P1D") {
		t.Errorf("%s has %d events", name, n)
	}
}

func TestWithoutScriptsASheetIsStillAForm(t *testing.T) {
	t.Parallel()
	p := open(t, "/worksheets/become-a-mentor/", look{noScript: true})
	p.see(`textbox "Name"`)
	p.see(`heading "{sheet-example}"`)
	p.seeNot(`button`)
	p.seeNot(`heading "{becomes-profile}"`)
	p.see(`checkbox "English"`)
	p.see(`text "It is gone when you close the page`)
	if pages := p.print("A4"); pages > 2 {
		t.Errorf("it takes %d pages", pages)
	}
}
