package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A journey is what a visitor does for one purpose, by keyboard on a phone. A step is
// a link or a button, a box that is ticked, or a field that is written in; keys are
// "go" for a link that leads to another page, a key, or else what is written.
type journey struct {
	name  string
	plain bool // without scripts
	from  string
	steps [][2]string
	done  string // holds at its end
	most  effort // that it may take
}

// effort is what a journey takes: steps, and what somebody asks for who has none of its
// files, in bytes compressed.
type effort struct{ steps, requests, bytes int }

var journeys = []journey{
	{"from a career change, in Portuguese, to a message", false, "/", [][2]string{
		{`link "{find-match}"`, "go"}, {`checkbox "Career change`, "Space"}, {`checkbox "Portuguese"`, "Space"}, {`button "{match-show}"`, "Enter"},
		{`link "Write to `, "go"}, {`textbox "{write-why}"`, "You too began again at forty, as I do now"}, {`button "{output-copy}"`, "Enter"},
	}, `document.querySelector('[data-message=mail] pre').textContent.includes('began again') && document.querySelector('#i-f-to').value !== ''`, effort{7, 17, 72_000}},
	{"from a career change to who helps and how to write", true, "/", [][2]string{
		{`link "Career change"`, "go"}, {`link "Mame Diarra Sarr"`, "go"},
	}, `document.querySelector('[data-way] [data-write]').href.startsWith('https://')`, effort{2, 9, 24_000}},
	{"an Arabic speaker to somebody for leadership", false, "/match/", [][2]string{
		{`checkbox "Arabic"`, "Space"}, {`textbox "{match-own}"`, "leadership"}, {`button "{match-add}"`, "Enter"}, {`button "{match-show}"`, "Enter"},
	}, `document.querySelectorAll('[data-results]:not([hidden]) [data-mentors] li h3').length > 0`, effort{4, 13, 55_500}},
	{"an Arabic speaker to somebody of that language", true, "/", [][2]string{
		{`link "They speak`, "go"}, {`link "Arabic`, "go"},
	}, `location.pathname === '/languages/ar/' && document.querySelectorAll('.cards > li').length > 0`, effort{2, 7, 20_500}},
	{"a circle for four needs", false, "/match/", [][2]string{
		{`checkbox "Career change`, "Space"}, {`checkbox "Office politics`, "Space"}, {`checkbox "Skill gap`, "Space"}, {`checkbox "First lead role`, "Space"},
		{`button "{match-show}"`, "Enter"}, {`link "{match-to-circle}"`, "Enter"},
	}, `location.hash === '#i-circle' && document.querySelectorAll('[data-circle] tbody tr').length === 4`, effort{6, 11, 48_000}},
	{"a circle for a need", true, "/needs/", [][2]string{{`link "Career change`, "go"}}, `document.querySelector('#i-circle') !== null`, effort{1, 6, 16_500}},
	{"an agreement on paper", false, "/", [][2]string{{`link "{nav-worksheets}"`, "go"}, {`link "Mentoring agreement`, "go"}, {`textbox "Mentee"`, "Solange"}}, `document.querySelector('#i-f-mentee').value === 'Solange'`, effort{3, 11, 28_000}},
	{"an agreement on paper", true, "/", [][2]string{{`link "{nav-worksheets}"`, "go"}, {`link "Mentoring agreement`, "go"}}, `document.querySelector('#i-f-mentee') !== null`, effort{2, 7, 22_000}},
	{"an event into a calendar", false, "/events/", [][2]string{{`link "Bottle-cap hour`, "go"}}, `document.querySelector('main a[href$=".ics"]') !== null`, effort{1, 7, 14_000}},
	{"an event into a calendar", true, "/events/", [][2]string{{`link "Bottle-cap hour`, "go"}}, `document.querySelector('main a[href$=".ics"]') !== null`, effort{1, 5, 13_500}},
	{"to a mentor's sheet", false, "/become-a-mentor/", [][2]string{
		{`link "The profile sheet"`, "go"}, {`textbox "Name"`, "Ife"}, {`button "{sheet-make}"`, "Enter"},
	}, `document.activeElement.id === 'i-faults'`, effort{3, 12, 40_000}},
	{"to a mentor's sheet", true, "/become-a-mentor/", [][2]string{{`link "The profile sheet"`, "go"}, {`textbox "Name"`, "Ife"}}, `document.querySelector('#i-f-name').value === 'Ife'`, effort{2, 5, 22_500}},
}

func TestJourneysTakeFewSteps(t *testing.T) {
	t.Parallel()
	all := make([]string, len(journeys))
	t.Cleanup(func() { t.Log("\n" + strings.Join(all, "\n")) })
	for i, j := range journeys {
		t.Run(strings.ReplaceAll(j.name, " ", "-"), func(t *testing.T) {
			t.Parallel()
			p := open(t, j.from, look{phone: true, noScript: j.plain})
			p.do(chromedp.EmulateViewport(360, 780, chromedp.EmulateMobile))
			for _, step := range j.steps {
				p.ready(j.plain)
				p.focusOn(step[0])
				switch step[1] {
				case "go":
					p.follow("Enter")
				case "Enter", "Space":
					p.press(step[1])
				default:
					p.write(step[1])
				}
			}
			if p.ready(j.plain); j.plain && !eval[bool](p, j.done) {
				t.Errorf("at its end it does not hold that %s", j.done)
			} else if !j.plain {
				p.wait(j.done)
			}
			took := p.transferred()
			took.steps = len(j.steps)
			if took.steps > j.most.steps || took.requests > j.most.requests || took.bytes > j.most.bytes {
				t.Errorf("it takes %+v, more than %+v", took, j.most)
			}
			all[i] = fmt.Sprintf("%2d steps, %2d requests, %6d bytes: %s%s", took.steps, took.requests, took.bytes, j.name, map[bool]string{true: ", without scripts"}[j.plain])
			if strings.Contains(j.name, "paper") {
				if pages := p.print("A4"); pages > 2 {
					t.Errorf("it takes %d pages", pages)
				}
			}
		})
	}
}

// ready waits until scripts have begun their page, and the finder has answered.
func (p *page) ready(plain bool) {
	p.t.Helper()
	if !plain {
		p.wait(`document.readyState === 'complete' && document.activeElement?.textContent !== '` + worded("{match-show}") + `'`)
	}
}

// transferred returns what the tab has asked for since it was opened, each file once.
func (p *page) transferred() (e effort) {
	p.t.Helper()
	asked := map[string]bool{}
	for _, url := range p.requests() {
		at, _, _ := strings.Cut(strings.TrimPrefix(url, p.URL), "#")
		if asked[at] {
			continue
		}
		asked[at] = true
		size, err := p.size(at)
		p.must(err)
		e.requests++
		e.bytes += size
	}
	return e
}
