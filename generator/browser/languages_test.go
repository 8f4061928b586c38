package browser

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// spokenIn serves the demo with its interface in another language, or with other words.
// Content that is translated into that language is left out: the demo has it as its own.
func spokenIn(t *testing.T, lang, words string) *shared {
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	site := t.TempDir()
	must(os.CopyFS(filepath.Join(site, "content"), os.DirFS(module+"/content")))
	for _, folder := range []string{"", "*"} {
		translated, err := filepath.Glob(filepath.Join(site, "content", folder, "*."+lang+".md"))
		must(err)
		for _, file := range translated {
			must(os.Remove(file))
		}
	}
	index, err := os.ReadFile(filepath.Join(site, "content", "index.md"))
	must(err)
	text := strings.Replace(string(index), "\nlanguage: en\n", "\nlanguage: "+lang+"\n", 1)
	must(os.WriteFile(filepath.Join(site, "content", "index.md"), []byte(text), 0o666))
	must(os.MkdirAll(filepath.Join(site, "templates", "i18n"), 0o777))
	must(os.WriteFile(filepath.Join(site, "templates", "i18n", lang+".toml"), []byte(words), 0o666))
	return served(t, site)
}

// lengthened returns the built-in words with every vowel written twice, the second
// time with an accent: about two fifths more letters, and nothing that is left plain
// was taken from the messages.
func lengthened(t *testing.T) string {
	english, err := os.ReadFile(module + "/templates/i18n/en.toml")
	if err != nil {
		t.Fatal(err)
	}
	vowels := strings.NewReplacer("a", "aá", "e", "eé", "i", "ií", "o", "oó", "u", "uú", "y", "yý")
	quoted, placeholder := regexp.MustCompile(`"(?:[^"\\]|\\.)*"`), regexp.MustCompile(`\{\{[^}]*\}\}|[^{]+|\{`)
	return quoted.ReplaceAllStringFunc(string(english), func(text string) string {
		return placeholder.ReplaceAllStringFunc(text, func(part string) string {
			if strings.HasPrefix(part, "{{") {
				return part
			}
			return vowels.Replace(part)
		})
	})
}

// beyond names the elements that reach over the edges of the page, outside of what
// scrolls by itself.
const beyond = `[...document.body.querySelectorAll('*')].filter(e => {
	const page = document.body.getBoundingClientRect(), r = e.getBoundingClientRect();
	for (let up = e; up !== document.body; up = up.parentElement) if (getComputedStyle(up).overflowX !== 'visible') return false;
	return r.width && (r.right > page.right + .4 || r.left < page.left - .4);
}).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40)).slice(0, 8)`

// fromTheRight sets a page right to left, whatever its language: what is set from the
// left by a physical direction, or by the words alone, stands where it must not.
const fromTheRight = `document.documentElement.dir = 'rtl'; undefined`

func TestPagesWithLongerWordsOrFromTheRightFitAndHaveNoBarriers(t *testing.T) {
	program := axe(t)
	longer := spokenIn(t, "en", lengthened(t))
	for name, s := range map[string]*shared{"longer": longer, "longer from the right": longer, "Arabic": spokenIn(t, "ar", "")} {
		for _, kind := range slices.Sorted(maps.Keys(s.kinds)) {
			if kind == "alias" {
				continue
			}
			t.Run(name+" "+kind, func(t *testing.T) {
				t.Parallel()
				p := openAt(t, s, s.kinds[kind], look{phone: true})
				p.do(chromedp.EmulateViewport(320, 640, chromedp.EmulateMobile))
				if name == "longer from the right" {
					eval[any](p, fromTheRight)
				}
				eval[any](p, program+"; undefined")
				for _, found := range p.barriers() {
					t.Error(found)
				}
				if wide := eval[int](p, `document.documentElement.scrollWidth`); wide > 320 {
					t.Errorf("the page is %d pixels wide on a screen of 320: %q", wide, eval[[]string](p, beyond))
				}
			})
		}
	}
}

func TestSearchAndFinderSpeakArabic(t *testing.T) {
	s := spokenIn(t, "ar", "")
	p := openAt(t, s, "/search/", look{phone: true})
	for _, written := range []string{"ليان", "لَيَان", "حداد"} { // with and without marks
		p.visit("/search/")
		search(p, written)
		p.wait(`document.querySelector('.said').textContent.includes("«` + written + `»")`)
		if titles := foundTitles(p); len(titles) == 0 || titles[0] != "ليان حداد" {
			t.Errorf("%s: found %q", written, titles)
		}
	}
	p.visit("/match/")
	p.see(`group "1. فيمَ تحتاج إلى مساعدة؟"`)
}

func TestTitlesAndLinesInAnotherLanguageStandOnTheSideOfTheFrame(t *testing.T) {
	t.Parallel()
	for path, lines := range map[string][]string{ // all in English
		"/ar/mentors/ana-silva/":          {"h1", ".role", ".lead"},
		"/ar/worksheets/become-a-mentor/": {"h1", ".lead", ".field:not([data-needed]) > label"},
		"/ar/worksheets/progress-review/": {"h1", ".lead", ".date > label"},
	} {
		p := open(t, path, look{})
		for _, line := range lines {
			apart := eval[float64](p, `(() => {
				const text = document.createRange();
				text.selectNodeContents(document.querySelector('main `+line+`'));
				return Math.abs(document.querySelector('.back a').getBoundingClientRect().right - text.getBoundingClientRect().right);
			})()`)
			if apart > 2 {
				t.Errorf("%s: %s ends %v pixels from the side on which the page begins", path, line, apart)
			}
		}
	}
}

func TestTheInterfaceSpeaksItsLanguageWithinATextInAnother(t *testing.T) {
	t.Parallel()
	p := open(t, "/ar/mentors/ana-silva/", look{}) // the text that can be opened is English
	const way = `getComputedStyle(document.querySelector('%s')).getPropertyValue('--way').trim()`
	if lang := eval[string](p, `document.querySelector('.prose summary').closest('[lang]').lang`); lang != "ar" {
		t.Errorf("what opens the rest of the text is in Arabic and said to be in %q", lang)
	}
	if own, text := eval[string](p, fmt.Sprintf(way, ".prose summary")), eval[string](p, fmt.Sprintf(way, "div.prose")); own != "-1" || text != "1" {
		t.Errorf("its mark is turned by %s, and marks in the text by %s", own, text)
	}
}
