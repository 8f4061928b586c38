package theme

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"ithaca/generator/theme/accent"
)

const styleParts = "../../templates/assets/css/*.css"

// stylesheet returns the parts of the built-in style sheet as one, without
// comments.
func stylesheet(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	for _, name := range append(parts(t, styleParts), parts(t, "../../templates/assets/*.css")...) {
		if filepath.Base(name) == "print.css" {
			continue // paper has colours of its own
		}
		all.WriteString(read(t, name))
	}
	return regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(all.String(), "")
}

// parts returns the files of a pattern, of which there must be some.
func parts(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatal("there are no ", pattern, err)
	}
	return names
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestEachPartOfTheStylesIsShortAndStandsInALayer(t *testing.T) {
	name := regexp.MustCompile(`^\d\d-[a-z-]+\.css$`)
	for _, part := range parts(t, styleParts) {
		text := read(t, part)
		if lines := strings.Count(text, "\n"); lines >= 150 || !name.MatchString(filepath.Base(part)) {
			t.Errorf("%s has %d lines", part, lines)
		}
		text = regexp.MustCompile(`(?s)/\*.*?\*/|@layer [a-z, ]+;`).ReplaceAllString(text, "")
		for depth := 0; text != ""; {
			at := strings.IndexAny(text, "{}")
			before := strings.TrimSpace(text[:max(at, 0)])
			if at < 0 || depth == 0 && !strings.HasPrefix(before, "@layer ") {
				if rest := strings.TrimSpace(text); rest != "" {
					t.Errorf("%s: %.40q stands in no layer", part, rest)
				}
				break
			}
			depth += 1 - 2*strings.Count(text[at:at+1], "}")
			text = text[at+1:]
		}
	}
}

func TestASiteReplacesAPartOfTheStylesOrAllOfThem(t *testing.T) {
	built := styles(t, builtIn(t))
	one, _ := overridden("en", map[string]string{"assets/css/30-frame.css": "@layer frame{.mine{order:1}}", "assets/css/90-more.css": ".more{order:2}"})
	got := styles(t, one)
	if !strings.Contains(got, ".mine{order:1}") || strings.Contains(got, ".skip") && strings.Contains(got, ".course{") {
		t.Error("the part is not replaced")
	}
	if !strings.HasSuffix(got, ".more{order:2}") || !strings.Contains(got, ".button") {
		t.Error("the site's own part is not the last, or the others are gone")
	}
	shared, _ := overridden("en", map[string]string{"assets/fields.css": ".mine{order:1}", "assets/form.css": "@import \"form.css\";\n@import \"fields.css\";"})
	for name, want := range map[string]string{"search.css": ".mine{order:1}", "form.css": "@import \"form.css\";.mine{order:1}"} {
		if got := asset(t, shared, name); !strings.Contains(got, want) {
			t.Errorf("%s does not hold what it imports: %s", name, got)
		}
	}
	all, _ := overridden("en", map[string]string{"assets/site.css": ".mine{order:1}"})
	if got := styles(t, all); got != ".mine{order:1}" {
		t.Errorf("a style sheet of one's own is mixed with others: %.80s", got)
	}
	if !strings.HasPrefix(built, "@layer tokens,elements,frame,parts,pages,media,custom;") {
		t.Errorf("the styles begin with %.80s", built)
	}
}

// styles returns the style sheet that all pages load.
func styles(t *testing.T, theme *Theme) string { return asset(t, theme, "site.css") }

func asset(t *testing.T, theme *Theme, name string) string {
	t.Helper()
	for _, a := range theme.Assets() {
		if strings.HasSuffix(a.Path, "/"+name) {
			return string(a.Data)
		}
	}
	t.Fatal("there is no ", name)
	return ""
}

func TestStylesKnowNoLeftAndRight(t *testing.T) {
	physical := regexp.MustCompile(`[{;]\s*((margin|padding|border|scroll-margin|scroll-padding)-(left|right|top|bottom)[a-z-]*|left|right|top|bottom|(min-|max-)?(width|height)|border-(top|bottom)-(left|right)-radius|overflow-[xy]\b)\s*:`)
	for _, found := range physical.FindAllStringSubmatch(stylesheet(t), -1) {
		if found[1] != "overflow-x" { // has no logical name that browsers know; both sides scroll alike
			t.Errorf("%s is a physical property", found[1])
		}
	}
	values := regexp.MustCompile(`(text-align|float|clear):\s*(left|right)`)
	for _, found := range values.FindAllString(stylesheet(t), -1) {
		t.Errorf("%s is a physical value", found)
	}
}

func TestStylesSetNoColourBesideTheTokens(t *testing.T) {
	_, rest, found := strings.Cut(stylesheet(t), "@layer elements {")
	if !found {
		t.Fatal("the layer of elements is gone")
	}
	for _, colour := range regexp.MustCompile(`#[0-9a-f]{3,8}\b|rgb\(|hsl\(`).FindAllString(rest, -1) {
		t.Errorf("%s is not a token", colour)
	}
}

// tokens returns the colours in force in a block of the style sheet that begins
// after some words, over those given: the first or second of each pair.
func tokens(t *testing.T, css, after string, scheme int, over map[string]string) map[string]string {
	t.Helper()
	_, rest, found := strings.Cut(css, after)
	if !found {
		t.Fatalf("no %q in the style sheet", after)
	}
	block, _, _ := strings.Cut(rest, "}")
	all := maps.Clone(over)
	if all == nil {
		all = map[string]string{}
	}
	for _, m := range regexp.MustCompile(`--([a-z-]+):\s*([^;]+);`).FindAllStringSubmatch(block, -1) {
		value := m[2]
		if name, ok := strings.CutPrefix(value, "var(--"); ok {
			value = all[strings.TrimSuffix(name, ")")]
		}
		if pair, ok := strings.CutPrefix(value, "light-dark("); ok {
			value = strings.Split(strings.TrimSuffix(pair, ")"), ", ")[scheme]
		}
		if strings.HasPrefix(value, "color-mix(in oklab, var(--accent) 9%, var(--paper)") {
			value = accent.Tint(all["accent"], all["paper"])
		}
		all[m[1]] = value
	}
	return all
}

func TestColoursContrastInEveryScheme(t *testing.T) {
	css := stylesheet(t)
	schemes := map[string]map[string]string{}
	for i, name := range []string{"light", "dark"} {
		plain := tokens(t, css, ":root {", i, nil)
		schemes[name] = plain
		schemes[name+", more contrast"] = tokens(t, css, "@media (prefers-contrast: more) {", i, plain)
	}
	for scheme, c := range schemes {
		for _, ground := range []string{"paper", "surface", "tint"} {
			for _, ink := range []string{"ink", "muted", "accent", "visited", "success", "warning", "error"} {
				judgeContrast(t, scheme, c, ink, ground, 4.5)
			}
			judgeContrast(t, scheme, c, "border", ground, 3)
		}
		judgeContrast(t, scheme, c, "on-accent", "accent", 4.5)
		judgeContrast(t, scheme, c, "ink", "mark", 4.5)
	}
}

func judgeContrast(t *testing.T, scheme string, c map[string]string, ink, ground string, least float64) {
	t.Helper()
	one, two := luminance(t, c[ink]), luminance(t, c[ground])
	if ratio := (math.Max(one, two) + .05) / (math.Min(one, two) + .05); ratio < least {
		t.Errorf("%s: %s on %s has %.2f, less than %.1f", scheme, ink, ground, ratio, least)
	}
}

// luminance is the relative luminance of WCAG 2.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	digits := strings.TrimPrefix(colour, "#")
	if len(digits) == 3 {
		digits = fmt.Sprintf("%[1]c%[1]c%[2]c%[2]c%[3]c%[3]c", digits[0], digits[1], digits[2])
	}
	n, err := strconv.ParseUint(digits, 16, 24)
	if err != nil {
		t.Fatalf("%q is not a colour", colour)
	}
	linear := func(byte uint64) float64 {
		v := float64(byte&255) / 255
		if v <= .04045 {
			return v / 12.92
		}
		return math.Pow((v+.055)/1.055, 2.4)
	}
	return .2126*linear(n>>16) + .7152*linear(n>>8) + .0722*linear(n)
}

func packed(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

func TestPagesAreSmall(t *testing.T) {
	theme, p := builtIn(t), plan(t)
	styles := 0
	for _, a := range theme.Assets() {
		if strings.HasSuffix(a.Path, "/site.css") {
			styles += packed(t, a.Data)
		}
	}
	if styles > 6<<10 {
		t.Errorf("the styles have %d bytes compressed, more than 6 kB", styles)
	}
	for url, most := range map[string]int{"/": 4, "/mentors/ana/": 5, "/mentors/": 5, "/guides/first-message/": 3, "/404.html": 2} {
		if html := packed(t, []byte(draw(t, theme, p, url))); html > most<<10 || html+styles > 14<<10 {
			t.Errorf("%s has %d bytes compressed, and %d with its styles", url, html, html+styles)
		}
	}
}

func TestAssetsAreNamedByWhatTheyHold(t *testing.T) {
	path := regexp.MustCompile(`^assets/[0-9a-f]{12}/[a-z0-9./-]+$`)
	theme := builtIn(t)
	for _, a := range theme.Assets() {
		if !path.MatchString(a.Path) || len(a.Data) == 0 {
			t.Errorf("%s holds %d bytes", a.Path, len(a.Data))
		}
	}
	other, _ := overridden("en", map[string]string{"assets/icon.svg": "<svg/>"})
	if theme.Assets()[0].Path == other.Assets()[0].Path {
		t.Error("another icon has the same address")
	}
	again, _ := overridden("en", nil)
	if theme.Assets()[0].Path != again.Assets()[0].Path {
		t.Error("the same files have another address")
	}
	page := draw(t, theme, plan(t), "/")
	for _, name := range []string{"site.css", "js/theme.js"} {
		if !strings.Contains(page, `="/assets/`+theme.assetPath(name)+`"`) {
			t.Errorf("the page does not load %s from where it is", name)
		}
	}
}

func TestTemplatesPutNoActionWhereItCannotBeEscapedWell(t *testing.T) {
	script := regexp.MustCompile(`<script( type="module")? src="\{\{\.Site\.Assets\}\}\{\{asset "js/[a-z-]+\.js"\}\}"></script>`)
	risky := regexp.MustCompile(`(?i)<(script|style)|srcset|\sstyle=|=\{\{|\son[a-z]+=`)
	for _, folder := range []string{"../../templates", "../../templates/partials"} {
		files, err := filepath.Glob(folder + "/*.html")
		if err != nil || len(files) == 0 {
			t.Fatal("no templates", err)
		}
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			page := script.ReplaceAllString(string(text), "")
			page = strings.Replace(page, `<script type="application/ld+json">{{.}}</script>`, "", 1) // the one block of data
			page = strings.Replace(page, `content="0; url={{.View.To.URL}}"`, "", 1)                 // the one refresh
			if found := risky.FindString(page); found != "" {
				t.Errorf("%s: %s", name, found)
			}
		}
	}
}
