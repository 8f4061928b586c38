package browser

import (
	"strings"
	"testing"
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
	most  int    // steps it may take
}

var journeys = []journey{
	{"from a career change, in Portuguese, to a message", false, "/", [][2]string{
		{`link "{find-match}"`, "go"}, {`checkbox "Career change`, "Space"}, {`checkbox "Portuguese"`, "Space"}, {`button "{match-show}"`, "Enter"},
		{`link "Write to `, "go"}, {`textbox "{write-why}"`, "You too began again at forty, as I do now"}, {`button "{output-copy}"`, "Enter"},
	}, `document.querySelector('[data-message=mail] pre').textContent.includes('began again') && document.querySelector('#i-f-to').value !== ''`, 7},
	{"from a career change to who helps and how to write", true, "/", [][2]string{
		{`link "Career change"`, "go"}, {`link "Ana Silva"`, "go"},
	}, `document.querySelector('[data-way] [data-write]').href.startsWith('https://')`, 2},
	{"an Arabic speaker to somebody for leadership", false, "/match/", [][2]string{
		{`checkbox "Arabic"`, "Space"}, {`textbox "{match-own}"`, "leadership"}, {`button "{match-add}"`, "Enter"}, {`button "{match-show}"`, "Enter"},
	}, `document.querySelectorAll('[data-results]:not([hidden]) [data-mentors] li h3').length > 0`, 4},
	{"an Arabic speaker to somebody of that language", true, "/", [][2]string{
		{`link "{nav-mentors}"`, "go"}, {`DisclosureTriangle "{narrow}`, "Enter"}, {`DisclosureTriangle "Languages`, "Enter"}, {`link "Arabic`, "go"},
	}, `location.pathname === '/languages/ar/' && document.querySelectorAll('.cards > li').length > 0`, 4},
	{"a circle for four needs", false, "/match/", [][2]string{
		{`checkbox "Career change`, "Space"}, {`checkbox "Office politics`, "Space"}, {`checkbox "Skill gap`, "Space"}, {`checkbox "First lead role`, "Space"},
		{`button "{match-show}"`, "Enter"}, {`link "{match-to-circle}"`, "Enter"},
	}, `location.hash === '#i-circle' && document.querySelectorAll('[data-circle] tbody tr').length === 4`, 6},
	{"a circle for a need", true, "/needs/", [][2]string{{`link "Career change`, "go"}}, `document.querySelector('#i-circle') !== null`, 1},
	{"an agreement on paper", false, "/", [][2]string{{`link "{nav-worksheets}"`, "go"}, {`link "Mentoring agreement`, "go"}, {`textbox "Mentee"`, "Solange"}}, `document.querySelector('#i-f-mentee').value === 'Solange'`, 3},
	{"an agreement on paper", true, "/", [][2]string{{`link "{nav-worksheets}"`, "go"}, {`link "Mentoring agreement`, "go"}}, `document.querySelector('#i-f-mentee') !== null`, 2},
	{"an event into a calendar", false, "/events/", [][2]string{{`link "Bottle-cap hour`, "go"}}, `document.querySelector('main a[href$=".ics"]') !== null`, 1},
	{"an event into a calendar", true, "/events/", [][2]string{{`link "Bottle-cap hour`, "go"}}, `document.querySelector('main a[href$=".ics"]') !== null`, 1},
	{"to a mentor's sheet", false, "/become-a-mentor/", [][2]string{
		{`link "The profile sheet"`, "go"}, {`textbox "Name"`, "Ife"}, {`button "{sheet-make}"`, "Enter"},
	}, `document.activeElement.id === 'i-faults'`, 3},
	{"to a mentor's sheet", true, "/become-a-mentor/", [][2]string{{`link "The profile sheet"`, "go"}, {`textbox "Name"`, "Ife"}}, `document.querySelector('#i-f-name').value === 'Ife'`, 2},
}

func TestJourneysTakeFewSteps(t *testing.T) {
	t.Parallel()
	for _, j := range journeys {
		t.Run(strings.ReplaceAll(j.name, " ", "-"), func(t *testing.T) {
			t.Parallel()
			if len(j.steps) > j.most {
				t.Errorf("%d steps", len(j.steps))
			}
			p := open(t, j.from, look{phone: true, noScript: j.plain})
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
