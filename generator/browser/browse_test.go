package browser

import (
	"strings"
	"testing"
)

// said is what the status line says when it says something.
func said(p *page) string {
	p.t.Helper()
	p.wait(`document.querySelector('.said').textContent`)
	return eval[string](p, `document.querySelector('.said').textContent`)
}

// search writes words into the field, to which the key / leads. A real browser
// drops the letter of a key that a page has answered, one under test writes it.
func search(p *page, words string) {
	p.t.Helper()
	p.write("/")
	p.press("Backspace")
	p.write(words)
}

func TestAnArabicSpeakingMentorWithPlacesIsFoundByKeyboard(t *testing.T) {
	t.Parallel()
	p := open(t, "/mentors/", look{phone: true})
	p.focusOn(`DisclosureTriangle "Narrow the list`)
	p.press("Enter")
	p.focusOn(`checkbox "{only-open}"`)
	p.press("Space")
	p.focusOn(`DisclosureTriangle "{nav-topics}`)
	p.press("Enter")
	p.focusOn(`checkbox "First job"`)
	p.press("Space")
	p.focusOn(`DisclosureTriangle "{nav-languages}`)
	p.press("Enter")
	p.focusOn(`checkbox "Arabic`)
	p.press("Space")
	p.wait(`document.querySelectorAll('[data-found] .cards li h3').length === 1`)
	p.see(`link "ليان حداد"`)
	if got := p.focus(); !strings.HasPrefix(got, `checkbox "Arabic`) {
		t.Errorf("the focus went to %s", got)
	}
	if got := said(p); got != "1 mentor for First job, who speak Arabic, with free places" {
		t.Errorf("the status says %q", got)
	}
	if got := p.path(); got != "/mentors/#topics=first-job&languages=ar&open=now" {
		t.Errorf("the address is %s", got)
	}
	if got := eval[string](p, `document.querySelector('summary').textContent.trim()`); got != "Narrow the list 3 chosen" {
		t.Errorf("the filters are called %q", got)
	}
	p.focusOn(`button "Show 1 mentor"`)
	p.press("Enter")
	if got := p.focus(); !strings.HasPrefix(got, `heading "1 mentor for First job`) || eval[bool](p, `document.querySelector('.facets').open`) {
		t.Errorf("the button leads to %s", got)
	}
}

func TestTheSameMentorIsFoundByLinksAlone(t *testing.T) {
	t.Parallel()
	p := open(t, "/mentors/", look{noScript: true})
	p.focusOn(`link "{all-languages}"`)
	p.follow("Enter")
	p.focusOn(`link "Arabic`)
	p.follow("Enter")
	p.see(`heading "Mentors who speak Arabic"`)
	p.see(`text "2 places free`)
	p.focusOn(`link "Hamid Ouchen"`)
	p.follow("Enter")
	p.see(`link "Promotion"`)
	p.seeNot(`searchbox`)
}

func TestAChoiceStandsInTheAddress(t *testing.T) {
	t.Parallel()
	p := open(t, "/mentors/#languages=ar&topics=shift-planning&q=hamid", look{})
	p.wait(`document.querySelectorAll('[data-found] .cards li h3').length === 1`)
	p.see(`checkbox "Arabic (العربية)" [checked]`)
	p.see(`checkbox "Shift planning" [checked]`)
	p.see(`link "Hamid Ouchen"`)
	if got := eval[string](p, `document.querySelector('[type=search]').value`); got != "hamid" {
		t.Errorf("the field holds %q", got)
	}
	p.visit("/mentors/#languages=fr")
	p.wait(`document.querySelector('.said').textContent.endsWith('who speak French')`)
	if got := eval[string](p, `[...document.querySelectorAll('.facets input:checked')].map(i => i.labels[0].textContent.trim()).join()`); got != "French (français)" {
		t.Errorf("%q is ticked", got)
	}
}

func TestWhereNobodyFitsThePageSaysWhatToLeaveOut(t *testing.T) {
	t.Parallel()
	p := open(t, "/mentors/#languages=ar&places=IS", look{})
	if got := said(p); got != "Nobody fits all of this: who speak Arabic, from Iceland" {
		t.Errorf("the status says %q", got)
	}
	p.see(`link "Without Iceland: 2 mentors"`)
	p.see(`link "Without Arabic: 1 mentor"`)
	p.click(`.chosen a`)
	p.wait(`document.querySelectorAll('[data-found] .cards li h3').length === 1`)
	if got := p.focus(); !strings.HasPrefix(got, "heading") {
		t.Errorf("the focus went to %s", got)
	}
	if got := p.path(); got != "/mentors/#places=IS" {
		t.Errorf("the address is %s", got)
	}
	p.see(`link "Remove Iceland"`)
	p.click(`.chosen a`)
	p.wait(`document.querySelector('[data-found]').hidden && !document.querySelector('[data-plain]').hidden`)
	if got := p.path(); got != "/mentors/" {
		t.Errorf("the address is %s", got)
	}
}

func TestWordsFindMentorsDespiteAccentsAndMistakes(t *testing.T) {
	t.Parallel()
	for written, name := range map[string]string{"ruta zilin": "Rūta Žilinskaitė", "thorgerdur": "Þorgerður Hlín Arnardóttir", "agadri": "Hamid Ouchen", "沈": "Shen Yuqing 沈雨晴"} {
		p := open(t, "/mentors/", look{})
		search(p, written)
		p.wait(`document.querySelector('[data-found] .cards li h3')`)
		p.see(`link "` + name)
		if got := p.focus(); !strings.HasPrefix(got, worded(`searchbox "{find-mentor}"`)) {
			t.Errorf("%s: the focus went to %s", written, got)
		}
	}
}

// A card that a script has filled says the same as the one in the page.
func TestCardsAreTheSameWhoeverDrawsThem(t *testing.T) {
	t.Parallel()
	const cards = `[...document.querySelectorAll('%s .cards > li')].map(li =>
		[li.textContent.replace(/\s+/g, ' ').trim(), ...[...li.querySelectorAll('a')].map(a => a.getAttribute('href')), li.querySelector('.state').className].join(' | '))`
	for path, choice := range map[string]string{"/mentors/": "#open=now", "/languages/en/": "#how=one-to-one", "/open/": "#how=one-to-one"} {
		p := open(t, path, look{})
		plain := eval[[]string](p, strings.Replace(cards, "%s", "[data-plain]", 1))
		p.visit(path + choice)
		p.wait(`document.querySelector('[data-found] .cards li')`)
		p.click(`[data-found] button`)
		p.wait(`document.querySelectorAll('[data-found] .cards > li').length > 12`)
		drawn := eval[[]string](p, strings.Replace(cards, "%s", "[data-found]", 1))
		same := 0
		for _, card := range drawn {
			for _, other := range plain {
				if strings.SplitN(other, " | ", 2)[1] == strings.SplitN(card, " | ", 2)[1] {
					same++
					if card != other {
						t.Errorf("%s: a script draws\n%s\nand the page has\n%s", path, card, other)
					}
				}
			}
		}
		if same < 15 {
			t.Errorf("%s: only %d cards could be compared, of %d and %d", path, same, len(plain), len(drawn))
		}
	}
}

func TestAListOfOneValueIsNarrowedWithinIt(t *testing.T) {
	t.Parallel()
	p := open(t, "/languages/ar/#open=now", look{})
	p.wait(`document.querySelector('[data-found] .cards li')`)
	p.see(`link "Hamid Ouchen"`)
	if got := said(p); !strings.HasPrefix(got, "2 mentors") && !strings.HasPrefix(got, "1 mentor") {
		t.Errorf("of those who speak Arabic, %s", got)
	}
	p.click(`[data-facet=topics] input`) // there is no box for open places: both have some
	p.wait(`location.hash.startsWith('#topics=')`)
	if got := p.path(); !strings.HasSuffix(got, "&open=now") {
		t.Errorf("with another box ticked the address is %s", got)
	}
}

func TestWithoutDataThePageStaysAsItWasMade(t *testing.T) {
	t.Parallel()
	for _, answer := range []string{`Promise.reject(new Error())`, `Promise.resolve(new Response('{"format":99}'))`, `Promise.resolve(new Response('<html>'))`, `Promise.resolve(new Response('', {status: 404}))`} {
		p := open(t, "/mentors/", look{})
		eval[bool](p, `(globalThis.fetch = () => `+answer+`) && true`)
		p.click(`[data-facet=open] input`)
		p.wait(`!document.querySelector('.facets input')`)
		p.see(`link "{only-open}"`)
		p.see(`link "{all-languages}"`)
		p.seeNot(`searchbox`)
		if shown := eval[int](p, `document.querySelectorAll('[data-plain]:not([hidden]) .cards li h3').length`); shown != 24 {
			t.Errorf("%s: %d cards are shown", answer, shown)
		}
	}
}

func TestWhatThePageLeavesOutIsAddedOnDemand(t *testing.T) {
	t.Parallel()
	p := open(t, "/mentors/", look{})
	p.click(`[data-facet=places] button`)
	p.wait(`document.activeElement.type === 'checkbox'`)
	p.see(`checkbox "Jordan"`)
	p.seeNot(`button "{all-places}"`)
	if got, all := eval[int](p, `document.querySelectorAll('[data-facet=places] input').length`), 20; got < all {
		t.Errorf("there are %d countries, fewer than %d", got, all)
	}
}

func TestEscapeClosesTheFiltersOnAPhone(t *testing.T) {
	t.Parallel()
	p := open(t, "/mentors/", look{phone: true})
	p.focusOn(`DisclosureTriangle "Narrow the list`)
	p.press("Enter", "Tab", "Tab", "Escape")
	if eval[bool](p, `document.querySelector('.facets').open`) || !strings.HasPrefix(p.focus(), "DisclosureTriangle") {
		t.Errorf("the filters stay open, the focus is on %s", p.focus())
	}
}

func TestNothingMovesWhenTheFieldAppears(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/mentors/", "/search/"} {
		for _, l := range []look{{}, {phone: true}} {
			p := open(t, path, l)
			p.wait(`document.querySelector('[type=search]')`)
			place := eval[float64](p, `document.querySelector('.field-place').getBoundingClientRect().height`)
			field := eval[float64](p, `document.querySelector('.field-place form').getBoundingClientRect().height`)
			if field > place+.5 || field < place-24 {
				t.Errorf("%s, %s: the field has a height of %v in a place of %v", path, l, field, place)
			}
		}
	}
}
