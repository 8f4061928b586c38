package browser

import (
	"strings"
	"testing"
)

func TestAFirstMessageIsWrittenByKeyboard(t *testing.T) {
	t.Parallel()
	p := open(t, "/mentors/suryani/", look{phone: true})
	p.focusOn(`link "Write to Suryani"`)
	p.follow("Enter")
	p.wait(`!document.querySelector('[data-card]').hidden`)
	p.see(`heading "Your message goes to Suryani"`)
	p.see(`text "Messages to Suryani go to Ioanna Raftis, coordinator first`)
	p.see(`textbox "{write-to-name}" = Suryani`)
	p.see(`text "○ Not yet.`)

	p.focusOn(`textbox "{write-why}"`)
	p.write("You fill in forms on Sundays, and so do I")
	p.focusOn(`textbox "{write-who}"`)
	p.write("I clean in a clinic in Graz")
	p.see(`text "5 of 5 look right."`)
	p.seeNot(`text "○ Not yet.`)

	p.focusOn(`DisclosureTriangle "{write-more}"`)
	p.press("Enter")
	p.focusOn(`textbox "{write-offer}"`)
	p.write("Do you need Bosnian? Answer ASAP!")
	p.see(`text "3 of 5 look right."`)
	p.see(`text "○ Not yet.`)

	mail := eval[string](p, `document.querySelector('[data-message=mail] pre').textContent`)
	if !strings.HasPrefix(mail, "Hello Suryani,\n\nI clean in a clinic in Graz. You fill in forms on Sundays, and so do I.\n\n") {
		t.Errorf("the message is\n%s", mail)
	}
	if to := eval[string](p, `document.querySelector('[data-mailto]').href`); !strings.HasPrefix(to, "mailto:?body=Hello%20Suryani%2C%0D%0A") {
		t.Errorf("the mail program is given %s", to)
	}
	p.focusOn(`radio "{write-warm}" [checked]`)
	p.press("ArrowDown")
	p.wait(`document.querySelector('[data-message=mail] pre').textContent.startsWith('Dear Suryani,')`)
}

func TestANoteThatIsTooLongSaysSo(t *testing.T) {
	t.Parallel()
	const over = `text "The note is too long for most places`
	p := open(t, "/write/", look{})
	p.focusOn(`DisclosureTriangle "{write-letters}"`)
	p.press("Enter")
	p.see(`heading "{message-note}"`)
	p.seeNot(over)
	p.click("#i-f-why")
	for range 14 {
		p.write("because of your long way ")
	}
	p.see(over)
}

func TestAnUnknownNameIsNoEndOfTheMessage(t *testing.T) {
	t.Parallel()
	p := open(t, "/write/#to=..%2Fana-silva", look{})
	p.see(`text "Nobody is listed here under that name.`)
	p.see(`textbox "{write-to-name}"`)
	p.visit("/write/#to=ana-silva")
	p.wait(`document.querySelector('#i-f-to').value === 'Ana Silva'`)
	p.see(`link "Now open the form of Ana Silva"`)
	p.seeNot(`text "Nobody is listed`)
}

func TestALinkCannotChooseWhereAMessageGoes(t *testing.T) {
	t.Parallel()
	p := open(t, "/write/#to=ana-silva&name=Mallory&way=link&write=https%3A%2F%2Fmallory.example&first=%3Cb%3Emoney", look{})
	p.wait(`document.querySelector('#i-f-to').value === 'Ana Silva'`)
	p.see(`link "Now open the form of Ana Silva"`)
	for _, foreign := range []string{"Mallory", "mallory.example", "money"} {
		if found := eval[bool](p, `document.body.innerHTML.includes('`+foreign+`')`); found {
			t.Errorf("the page shows %q of the link", foreign)
		}
	}
}

func TestTheFinishedMessageSaysWhereItGoes(t *testing.T) {
	t.Parallel()
	const mail = `link "Open it in your mail program"`
	p := open(t, "/write/", look{})
	p.see(mail)
	p.seeNot(`link "Now`)
	p.visit("/write/#to=ana-silva")
	p.wait(`document.querySelector('#i-f-to').value === 'Ana Silva'`)
	p.see(`link "Now open the form of Ana Silva"`)
	p.seeNot(mail)
	if next := eval[string](p, `document.querySelector('[data-next=form]').href`); !strings.HasPrefix(next, "https://") {
		t.Errorf("the next step leads to %q", next)
	}
	p.visit("/write/#to=suryani")
	p.wait(`document.querySelector('#i-f-to').value === 'Suryani'`)
	p.see(`link "Now write to Ioanna Raftis, coordinator"`)
	p.seeNot(mail)
	if wishes := eval[int](p, `document.querySelectorAll('[data-wishes] [type=checkbox]').length`); wishes == 0 {
		t.Error("no wish can be ticked")
	}
	p.visit("/write/#to=..%2Fnobody")
	p.wait(`!document.querySelector('[data-nobody]').hidden`)
	p.see(mail)
	p.seeNot(`link "Now`)
}

func TestWithoutScriptsThereAreQuestionsAndExamples(t *testing.T) {
	t.Parallel()
	p := open(t, "/write/", look{noScript: true})
	p.seeNot(`textbox`)
	p.see(`text "Putting the message together on this page takes JavaScript`)
	p.see(`text "Does it name the person?`)
	p.see(`link "{browse-mentors}"`)
	p.see(`heading "{write-example-mail}"`)
	p.see(`listitem`)
	p.seeNot(`button`)
	p.seeNot(`heading "Your message`)
	p.seeNot(`text "○ Not yet.`)
}
