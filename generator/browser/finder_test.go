package browser

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// lines returns the texts of all elements that a selector finds.
func (p *page) lines(selector string) []string {
	p.t.Helper()
	return eval[[]string](p, `[...document.querySelectorAll('`+selector+`')].map(e => e.textContent.trim())`)
}

func TestTheFinderGivesPeopleWithThreeReasonsByKeyboard(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/", look{phone: true})
	p.wait(`!document.querySelector('[data-finder]').hidden`)
	p.focusOn(`checkbox "Career change “I want to change industry”"`)
	p.press("Space")
	p.focusOn(`textbox "{match-own}"`)
	p.write("Public speaking")
	p.press("Enter")
	p.wait(`document.querySelectorAll('[data-chosen] li').length === 2`)
	p.focusOn(`checkbox "English"`)
	p.press("Space")
	p.focusOn(`DisclosureTriangle "{match-more}"`)
	p.press("Enter")
	p.focusOn(`checkbox "{matters-listens}"`)
	p.press("Space")
	p.focusOn(`button "{match-show}"`)
	p.press("Enter")
	p.wait(`document.activeElement.id === 'i-results'`)
	if got := len(p.lines("[data-people] > ol > li:first-child :is(.covers, .reasons) li")); got < 3 {
		t.Errorf("the first one has %d reasons", got)
	}
	if got := p.lines("[data-people] > ol > li:first-child .covers li"); len(got) != 2 || !strings.HasPrefix(got[0], "Career change: ") {
		t.Errorf("the first one answers the needs with %q", got)
	}
	if got := p.lines("[data-mentors] .band"); len(got) == 0 || strings.ContainsAny(strings.Join(got, ""), "0123456789%") {
		t.Errorf("the bands are %q", got)
	}
	p.see(`heading "{match-yours}"`)
	if hash := eval[string](p, `location.hash`); hash != "" {
		t.Errorf("the answers stand in the address without being asked for: %s", hash)
	}
}

func TestTheFinderAsksForFourFilesWhenSomebodyBegins(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/", look{phone: true})
	p.wait(`!document.querySelector('[data-finder]').hidden`)
	before := len(p.requests())
	p.focusOn(`checkbox "Career change “I want to change industry”"`)
	p.press("Space")
	p.focusOn(`button "{match-show}"`)
	p.press("Enter")
	p.wait(`document.activeElement.id === 'i-results'`)
	if after := p.requests()[before:]; len(after) != 4 {
		t.Errorf("an answer takes %q", after)
	}
}

func TestTheFinderAsksForANeedFirst(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/", look{})
	p.wait(`!document.querySelector('[data-finder]').hidden`)
	p.focusOn(`button "{match-show}"`)
	p.press("Enter")
	p.wait(`document.querySelector('[data-chosen-said]').textContent === 'Choose at least one need first.'`)
	p.wait(`performance.getEntriesByType('resource').some(e => e.name.includes('match.json') && e.responseEnd > 0)`)
	if got := p.lines("[data-chosen-said]"); got[0] == "" {
		t.Error("what is said goes when the data has come")
	}
	p.focusOn(`textbox "{match-own}"`)
	p.write("zzz")
	p.press("Enter")
	p.wait(`!document.querySelector('[data-elsewhere]').hidden`)
	p.see(`link "{match-elsewhere}"`)
	if got := eval[string](p, `document.querySelector('[data-elsewhere] a').href`); !strings.HasSuffix(got, "/search/#q=zzz") {
		t.Errorf("the way on leads to %s", got)
	}
}

func TestASentenceOfOnesOwnBringsTopicsToTick(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/", look{phone: true})
	p.wait(`!document.querySelector('[data-finder]').hidden`)
	before := len(p.requests())
	p.focusOn(`textbox "{match-own}"`)
	p.write("I nurse and want to work with data")
	p.wait(`document.querySelectorAll('[data-near] input').length === 3`) // not those of the first words alone
	if got := p.lines("[data-near] label"); !slices.Equal(got, []string{"Nursing", "Data analysis", "Data engineering"}) {
		t.Errorf("it proposes %q", got)
	}
	if got := p.lines("[data-own-said]"); got[0] != "3 topics fit what you wrote. Tick those that are right." {
		t.Errorf("it says %q", got)
	}
	p.focusOn(`checkbox "Data analysis"`)
	p.press("Space")
	p.wait(`document.querySelectorAll('[data-chosen] li').length === 1`)
	if !eval[bool](p, `document.querySelector('[data-near] :checked').value === 'data-analysis'`) {
		t.Error("the box is not ticked")
	}
	for _, asked := range p.requests()[before:] {
		if strings.Contains(strings.ToLower(asked), "nurse") {
			t.Errorf("what was written is sent: %s", asked)
		}
	}
	if hash := eval[string](p, `location.hash`); hash != "" {
		t.Errorf("what was written stands in the address: %s", hash)
	}
}

func TestASentenceProposesOnlyWhatClearlyFits(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/", look{phone: true, dark: true})
	p.wait(`!document.querySelector('[data-finder]').hidden`)
	p.focusOn(`textbox "{match-own}"`)
	p.write("I feel tired")
	p.wait(`document.querySelectorAll('[data-near] input').length > 0`)
	if got := eval[[]string](p, `[...document.querySelectorAll('[data-near] input')].map(e => e.value)`); !slices.Equal(got, []string{"burnout"}) {
		t.Errorf("it proposes %q", got)
	}
}

func TestANameOfATopicIsTakenHoweverItIsWritten(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/", look{})
	p.wait(`!document.querySelector('[data-finder]').hidden`)
	p.focusOn(`textbox "{match-own}"`)
	for i, name := range []string{"public-speaking", "DataAnalysis", "new career", "i feel like a fraud"} {
		p.write(name)
		p.press("Enter")
		p.wait(fmt.Sprintf(`document.querySelectorAll('[data-chosen] li').length === %d`, i+1))
	}
}

func TestTheFinderTakesTheWordsThatPeopleType(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/", look{phone: true})
	for written, topic := range peopleType() {
		p.visit("/match/")
		p.wait(`!document.querySelector('[data-finder]').hidden`)
		p.focusOn(`textbox "{match-own}"`)
		p.write(written)
		p.press("Enter")
		p.wait(`document.querySelectorAll('[data-chosen] li').length === 1`)
		if got := p.lines("[data-chosen] li"); !strings.Contains(got[0], topic) {
			t.Errorf("%s: took %q", written, got)
		}
	}
}

func TestAWordThatNamesNoTopicBringsTheNearestAndThoseWhoWriteOfIt(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/", look{dark: true})
	p.wait(`!document.querySelector('[data-finder]').hidden`)
	p.focusOn(`textbox "{match-own}"`)
	p.write("negociation")
	p.press("Enter")
	p.wait(`document.querySelectorAll('[data-near] input').length === 1`)
	if got := p.lines("[data-near] label"); got[0] != "Negotiation" {
		t.Errorf("it proposes %q", got)
	}
	eval[bool](p, `(document.querySelector('[data-own]').value = '', true)`)
	p.write("lamps")
	p.press("Enter")
	p.wait(`document.querySelectorAll('[data-writers] a').length > 0`)
	if got := p.lines("[data-writers] a"); !slices.Contains(got, "Ġorġina Zammit Pace") {
		t.Errorf("%q write of lamps", got)
	}
	if eval[bool](p, `!document.querySelector('[data-elsewhere]').hidden`) {
		t.Error("where somebody writes of it the way elsewhere is shown too")
	}
}

func TestTheFinderCountsThoseWhoSuitAndThoseWhoComeClose(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/#needs=negotiation,confidence,user-research&languages=en", look{})
	p.wait(`!document.querySelector('[data-results]').hidden`)
	if got := p.lines("[data-mentors] .band.possible"); len(got) > 0 {
		t.Errorf("%d of those who suit only may suit", len(got))
	}
	if got := p.lines("[data-close] .band:not(.possible)"); len(got) > 0 {
		t.Errorf("%d of those who come close suit", len(got))
	}
	if first := len(p.lines("[data-people] > ol > li")); first != 3 {
		t.Errorf("%d people stand before the rest", first)
	}
	suit, near := len(p.lines("[data-mentors] > li")), len(p.lines("[data-close] li .band"))
	said := p.lines("[data-found]")[0]
	if want := fmt.Sprintf("%d people suit you, and %d come close.", suit, near); suit < 2 || near < 2 || said != want {
		t.Errorf("it says %q, want %q", said, want)
	}
}

// Who has only something near to a need is not said to help with it, and one gap says so.
func TestTheFinderSaysOnlyOfNeedsThemselvesThatSomebodyHelps(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/#needs=career-change,confidence,handing-over,after-prison,speaking-up&languages=en", look{phone: true})
	p.wait(`!document.querySelector('[data-results]').hidden`)
	type card struct {
		First, Gap string
		Covers     []string
	}
	near := 0
	for _, c := range eval[[]card](p, `[...document.querySelectorAll('.suggested > li')].map(li => ({
		First: li.querySelector('.first').textContent, Gap: li.querySelector('.gap')?.textContent ?? '',
		Covers: [...li.querySelectorAll('.covers li')].map(e => e.textContent)}))`) {
		helps, _, _ := strings.Cut(c.First, "which is")
		for _, cover := range c.Covers {
			need, answer, _ := strings.Cut(cover, ": ")
			if !strings.Contains(answer, "(") {
				continue
			}
			near++
			if strings.HasPrefix(helps, "Helps with "+need) || strings.Contains(helps, ", "+need) || strings.Contains(helps, "and "+need) {
				t.Errorf("%q stands for %q", c.First, cover)
			}
			if strings.HasPrefix(answer, "partly") && c.Gap == "" {
				t.Errorf("no gap beside %q", c.Covers)
			}
		}
	}
	if near < 3 {
		t.Errorf("only %d needs are answered by something near", near)
	}
}

func TestTheOrderOfNeedsIsChangedByButtons(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/#needs=negotiation,confidence,user-research", look{})
	p.wait(`document.querySelectorAll('[data-chosen] li').length === 3 && !document.querySelector('[data-results]').hidden`)
	eval[bool](p, `document.querySelector('[data-chosen] button:not(:disabled)').focus() || true`)
	p.focusOn(`button "Move User research up"`)
	p.press("Enter")
	p.press("Enter")
	if got := eval[string](p, `document.querySelector('[data-field=needs] input').value`); got != "user-research,negotiation,confidence" {
		t.Errorf("the order is %s", got)
	}
	p.focusOn(`button "Remove User research"`)
	p.press("Enter")
	if got := eval[string](p, `document.querySelector('[data-field=needs] input').value`); got != "negotiation,confidence" {
		t.Errorf("what is left is %s", got)
	}
}

func TestACircleCoversFourNeeds(t *testing.T) {
	p := open(t, "/match/#needs=career-change,confidence,negotiation,user-research&languages=en", look{dark: true})
	p.wait(`!document.querySelector('[data-circle]').hidden`)
	needs := p.lines("[data-circle] tbody th")
	people := p.lines("[data-circle] thead th a")
	if len(needs) != 4 || len(people) < 2 || len(people) > 4 {
		t.Errorf("%d needs and %d people: %q, %q", len(needs), len(people), needs, people)
	}
	if cells := p.lines("[data-circle] td"); !slices.Contains(cells, "strong") {
		t.Errorf("nobody is strong in anything: %q", cells)
	}
	name, text := p.download("[data-save]")
	for _, line := range []string{"  - {topic: career-change, want: must}", `languages: ["en"]`, "cycle: "} {
		if !strings.Contains(text, line) {
			t.Errorf("%s lacks %q:\n%s", name, line, text)
		}
	}
	if strings.Contains(text, "consent") {
		t.Errorf("the file states a consent that nobody gave:\n%s", text)
	}
}

func TestAPersonOfTheCircleIsExchangedForTheNextBest(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/#needs=career-change,confidence,negotiation,user-research&languages=en", look{})
	p.wait(`!document.querySelector('[data-circle]').hidden`)
	before := p.lines("[data-circle] thead a")
	p.focusOn(`button "{match-swap} ` + before[1] + `"`)
	p.press("Enter")
	p.wait(`document.querySelector('[data-circle] [role=status]').textContent !== ''`)
	after := p.lines("[data-circle] thead a")
	if len(after) != len(before) || after[1] == before[1] || after[0] != before[0] || !slices.Equal(after[2:], before[2:]) {
		t.Errorf("after %q come %q", before, after)
	}
	if got, want := p.lines("[data-circle] [role=status]")[0], after[1]+" takes the place of "+before[1]+"."; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	if focus := p.focus(); !strings.HasPrefix(focus, `button "Exchange `+after[1]) {
		t.Errorf("the focus is on %s", focus)
	}
	for range 40 { // in the end those who went come again
		p.press("Enter")
		p.wait(`document.activeElement.matches('[data-swap]')`)
		if p.lines("[data-circle] thead a")[1] == before[1] {
			return
		}
	}
	t.Errorf("%s does not come again", before[1])
}

func TestTheCircleCountsWhatItCoversOnlyPartly(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/#needs=career-change,confidence,handing-over,after-prison,speaking-up&languages=en", look{})
	p.wait(`!document.querySelector('[data-circle]').hidden`)
	covered, partly := 0, 0
	for _, row := range eval[[][]string](p, `[...document.querySelectorAll('[data-circle] tbody tr')].map(r => [...r.querySelectorAll('td')].map(c => c.className))`) {
		switch {
		case slices.Contains(row, "strong"):
			covered++
		case slices.Contains(row, "some"):
			partly++
		}
	}
	want := fmt.Sprintf("Covered: %d of 5 needs, and %d partly", covered, partly)
	if got := p.lines("[data-circle] caption")[0]; got != want || partly == 0 {
		t.Errorf("it says %q, want %q", got, want)
	}
}

func TestInPersonNamesThePlace(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/#needs=career-change,confidence&formats=in-person", look{})
	p.wait(`!document.querySelector('[data-results]').hidden`)
	gaps := p.lines("[data-people] > ol .gap")
	for _, gap := range gaps {
		if !strings.HasPrefix(gap, "You would have to meet in ") {
			t.Errorf("the gap is %q", gap)
		}
	}
	if len(gaps) == 0 {
		t.Error("nobody has a gap")
	}
}

func TestSmallProjectsMayMatterMost(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/#needs=closing-a-skill-gap,confidence&matters=projects", look{})
	p.wait(`!document.querySelector('[data-results]').hidden`)
	if got := p.lines("[data-people] > ol .reasons li"); !slices.Contains(got, "Offers small projects to practise on") {
		t.Errorf("none of the first offers projects: %q", got)
	}
}

func TestAnEmptyAnswerLeadsOn(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/#needs=negotiation&languages=hu", look{phone: true})
	p.wait(`!document.querySelector('[data-nobody]').hidden`)
	if got := p.lines("[data-people] li, [data-to-circle]:not([hidden])"); len(got) > 0 {
		t.Errorf("the answer is not empty: %q", got)
	}
	if got := p.lines("[data-topics] a"); len(got) == 0 || got[0] != "See what else helps with Negotiation" {
		t.Errorf("it leads on to %q", got)
	}
	if got := eval[string](p, `document.querySelector('[data-topics] a').href`); !strings.HasSuffix(got, "/topics/negotiation/") {
		t.Errorf("the first need leads to %s", got)
	}
	p.focusOn(`button "{match-any-language}"`)
	p.press("Enter")
	p.wait(`document.activeElement.id === 'i-results' && document.querySelector('[data-nobody]').hidden`)
	if got := p.lines("[data-people] > ol > li"); len(got) == 0 {
		t.Error("nobody is found in any language")
	}
	if got := p.lines("[data-field=languages] label:has(:checked)"); len(got) > 0 {
		t.Errorf("still ticked: %q", got)
	}
}

func TestTheFindersTextBeginsWithWhatWasAsked(t *testing.T) {
	p := open(t, "/match/#needs=negotiation,confidence&languages=en&stage=early&timezone=Pacific/Auckland", look{})
	p.wait(`!document.querySelector('[data-results]').hidden`)
	p.must(p.allow("clipboard-write"))
	p.focusOn(`button "{match-copy}"`)
	p.press("Enter")
	p.wait(`document.querySelector('[data-away-said]').textContent !== ''`)
	text := p.copied()
	if !strings.HasPrefix(text, "What I look for: Negotiation and Confidence\nWhat I said of myself: ") {
		t.Errorf("it begins otherwise:\n%s", text)
	}
	for _, line := range []string{"English", "- Negotiation: yes", "- but: Clocks are "} {
		if !strings.Contains(text, line) {
			t.Errorf("it lacks %q:\n%s", line, text)
		}
	}
}

func TestAnAnswerThatChangesIsAnsweredAnew(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/#needs=negotiation,confidence&languages=en", look{})
	p.wait(`!document.querySelector('[data-results]').hidden`)
	before := p.lines("[data-mentors] h3")
	p.focusOn(`checkbox "English" [checked]`)
	p.press("Space")
	p.focusOn(`checkbox "Spanish"`)
	p.press("Space")
	if after := p.lines("[data-mentors] h3"); slices.Equal(before, after) || len(after) == 0 {
		t.Errorf("before and after it finds %q", after)
	}
}

func TestTheFinderComparesHours(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/#needs=career-change&free=evenings&free=weekends&timezone=Europe/Lisbon", look{phone: true})
	p.wait(`!document.querySelector('[data-results]').hidden`)
	reasons := eval[[]string](p, `[...document.querySelectorAll('[data-mentors] .reasons li')].map(li => li.textContent)`)
	told := func(reason string) bool {
		return regexp.MustCompile(`^Both are free at the same time for \d+ h( \d+ min)? a week(, in \d+ of \d+ weeks)?$`).MatchString(reason)
	}
	if !slices.ContainsFunc(reasons, told) {
		t.Errorf("nobody is free at the same time: %q", reasons)
	}
}

func TestWhomAVisitorKeepsIsRankedInTheirRequest(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/#needs=career-change&languages=en&free=evenings&duration=short", look{phone: true})
	p.wait(`!document.querySelector('[data-results]').hidden`)
	p.focusOn(`button "{match-shorten}`)
	p.press("Enter")
	first := eval[string](p, `document.activeElement.dataset.short`)
	p.focusOn(`button "{match-shorten}`)
	p.press("Enter")
	second := eval[string](p, `document.activeElement.dataset.short`)
	p.see(`heading "{match-short}"`)
	p.click("[data-shortlist] [data-up]:not(:disabled)")
	_, text := p.download("[data-save]")
	for _, line := range []string{`ranked: ["` + second + `", "` + first + `"]`, `duration: ["short"]`, `"Fri 18:00-21:00"`} {
		if !strings.Contains(text, line) {
			t.Errorf("the request lacks %s:\n%s", line, text)
		}
	}
	p.visit("/mentors/" + first + "/")
	p.visit("/match/#needs=career-change")
	p.wait(`document.querySelectorAll('[data-shortlist] li').length === 2`)
	p.focusOn(`link "Write to `)
	p.follow("Enter")
	p.wait(`!document.querySelector('[data-need]').hidden`)
	p.see(`text "Your need came along: Career change"`)
}

func TestAnswersAreRememberedOnlyWhenTicked(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/#needs=confidence", look{})
	p.wait(`!document.querySelector('[data-results]').hidden`)
	if n := eval[int](p, `Object.keys(localStorage).filter(k => k.startsWith('ithaca-sheet')).length`); n != 0 {
		t.Errorf("%d answers are stored", n)
	}
	p.focusOn(`checkbox "Remember`)
	p.press("Space")
	p.visit("/match/")
	p.wait(`document.querySelectorAll('[data-chosen] li').length === 1`)
}

func TestWithoutScriptsTheFinderLeadsToTheNeeds(t *testing.T) {
	t.Parallel()
	p := open(t, "/match/", look{noScript: true})
	p.seeNot(`button "{match-show}"`)
	p.seeNot(`text "{match-lead}"`)
	p.see(`text "{match-plain}"`)
	p.focusOn(`link "{match-by-needs}"`)
	p.follow("Enter")
	if got := p.path(); got != "/needs/" {
		t.Errorf("the link leads to %s", got)
	}
}
