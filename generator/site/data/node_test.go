package data

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
)

// node runs a script of testdata/js beside the built-in modules and gives what it
// prints.
func node(t *testing.T, input any, script string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/js/" + script)
	if err != nil {
		t.Fatal(err)
	}
	return string(portaltest.Node(t, "../../../templates/assets/js", string(text), input))
}

// written are texts of many scripts, and such as nobody writes.
func written() []string {
	texts := []string{
		"Public speaking", "  Public — speaking! ", "Élan vital", "E\u0301lan", "İstanbul", "Łódź", "Ærøskøbing", "STRASSE", "Straße",
		"don't", "don’t", "C", "C++", "C#", "R&D", ".NET", ".é", ". net", "ASP.NET", "Node.js", "ana@example", "Ｆｕｌｌ　ｗｉｄｔｈ", "ﬁnance", "²½Ⅷ",
		"日本語", "日本語で話す", "パーティー", "がぎ", "か\u3099", "Goプログラム言語", "กี่เพลง", "ภาษาไทย 3 คำ", "ພາສາລາວ", "ភាសាខ្មែរ", "မြန်မာ", "한글 시험",
		"Привет Мир", "ёж", "ΌΣΟΣ ς", "مَدرَسة", "القِيادة", "الم", "المال", "ليان حداد", "שָׁלוֹם", "हिन्दी कु", "தமிழ்", "አማርኛ", "ქართული", "ᲥᲐᲠᲗᲣᲚᲘ",
		"", " ", ".", "...", "+", "++ & #", "—", "\u0301", "☺", "a☺b", "--a--", "𝔘𝔫𝔦", "ǆ", "\u1e9b\u0323", "x\u200dy", "a\u00a0b",
	}
	dice := rand.New(rand.NewPCG(7, 11))
	alphabets := [][2]rune{{' ', '~'}, {0xA1, 0x24F}, {0x300, 0x36F}, {0x370, 0x52F}, {0x590, 0x6FF}, {0x900, 0x97F}, {0xE00, 0xE7F}, {0x3040, 0x30FF}, {0x4E00, 0x4EFF}, {0xAC00, 0xADFF}}
	for range 2_000 {
		var b strings.Builder
		for range 1 + dice.IntN(12) {
			a := alphabets[dice.IntN(len(alphabets))]
			b.WriteRune(a[0] + rune(dice.IntN(int(a[1]-a[0]+1))))
		}
		texts = append(texts, b.String())
	}
	return texts
}

func TestScriptsFoldWordsAsWeDo(t *testing.T) {
	texts := written()
	var folded []struct {
		Key           string
		Tokens, Asked []string
		Brief         bool
	}
	if err := json.Unmarshal([]byte(node(t, texts, "fold.mjs")), &folded); err != nil || len(folded) != len(texts) {
		t.Fatalf("%d answers, %v", len(folded), err)
	}
	faults := 0
	for i, text := range texts {
		if got, want := folded[i].Key, portal.Fold(text); got != want {
			t.Errorf("%q (%+[1]q): scripts fold it to %q, we to %q", text, got, want)
			faults++
		}
		if got, want := folded[i].Tokens, portal.Tokens(text); !slices.Equal(got, want) {
			t.Errorf("%q (%+[1]q): scripts find it by %q, we by %q", text, got, want)
			faults++
		}
		if faults > 10 {
			t.Fatal("and so on")
		}
	}
	for text, want := range map[string]bool{"a": true, "ab": false, "語": false, "ก": false, "é": true, "+": true, "..": true} {
		if i := slices.Index(texts, text); i >= 0 && folded[i].Brief != want {
			t.Errorf("%q is too short to search with: %v", text, !want)
		}
	}
}

func TestScriptsFindWhatTheyShould(t *testing.T) {
	if out := node(t, nil, "finding.mjs"); !strings.Contains(out, " fail 0\n") || strings.Contains(out, " tests 0\n") {
		t.Error(out)
	}
}

func TestScriptsTakeHostileAddressesAndNamesForWhatTheyAre(t *testing.T) {
	if out := node(t, nil, "hostile.mjs"); !strings.Contains(out, " fail 0\n") || strings.Contains(out, " tests 0\n") {
		t.Error(out)
	}
}

// What authors, visitors and addresses choose is looked up in a Map or in an object
// without a prototype: {}["constructor"] is there for everybody.
func TestScriptsKeepNoMapInAnObjectWithAPrototype(t *testing.T) {
	var files []string
	for _, folder := range []string{"assets/js", "live"} {
		found, err := filepath.Glob("../../../templates/" + folder + "/*.js")
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %v", folder, err)
		}
		files = append(files, found...)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			if withPrototype.MatchString(line) && !strings.Contains(line, "Object.create(null)") {
				t.Errorf("%s:%d: %s", filepath.Base(file), i+1, strings.TrimSpace(line))
			}
		}
	}
}

// withPrototype finds an empty object that is to be filled, one made of pairs, and
// copies of others.
var withPrototype = regexp.MustCompile(`(= |return )\{\};|Object\.fromEntries|const \w+ = \{ \.\.\.`)

func TestScriptsReadTheDictionaryAsItWasWritten(t *testing.T) {
	const entries = 900
	d := newDictionary(entries)
	want := map[string]map[string]int{} // what a word is worth for entries
	hold := func(entry, field int, text string) {
		d.add(entry, field, text)
		for _, token := range portal.Tokens(text) {
			if want[token] == nil {
				want[token] = map[string]int{}
			}
			if n := strconv.Itoa(entry); want[token][n] == 0 {
				want[token][n] = []int{16, 8, 4, 2, 1}[field]
			}
		}
	}
	for i := range entries {
		hold(i, i%inText, fmt.Sprint("word", i, " wordy", i%50))
		hold(i, inText, "the a wordy7 "+strings.Repeat("long", 10)[:longestWord])
		if i%30 == 0 {
			hold(i, inText, "harbor 日本語")
		}
	}
	contents := map[string]any{}
	starts := d.addTo(contents)
	var read struct {
		Starts []string
		Parts  []any
	}
	read.Starts = starts
	for i := range len(contents) {
		read.Parts = append(read.Parts, contents[numberedPath("words", i)])
	}
	var got struct {
		Words  map[string]map[string]int
		Common []string
		Lost   []string // words that are not where the index says
	}
	if err := json.Unmarshal([]byte(node(t, read, "words.mjs")), &got); err != nil {
		t.Fatal(err)
	}
	for _, common := range []string{"the", "a", "wordy7", strings.Repeat("long", 6)} {
		for n := range want[common] {
			if want[common][n] == 1 {
				delete(want[common], n)
			}
		}
	}
	if diff := cmp.Diff(want, got.Words); diff != "" {
		t.Errorf("(-written +read)\n%s", diff)
	}
	if want := []string{"a", strings.Repeat("long", 6), "the", "wordy7"}; !slices.Equal(got.Common, want) || len(got.Lost) > 0 {
		t.Errorf("common are %q, lost %q", got.Common, got.Lost)
	}
}

func TestPartsOfTheWordsAreOfAboutTheSameSize(t *testing.T) {
	d := newDictionary(3_000)
	for i := range 3_000 {
		d.add(i, inText, fmt.Sprint("w", i, " x", i*7919%5000))
	}
	contents, least, most := map[string]any{}, math.MaxInt, 0
	d.addTo(contents)
	for _, content := range contents {
		size := len(encode(content))
		least, most = min(least, size), max(most, size)
	}
	if len(contents) != 188 || most > 2*least {
		t.Errorf("%d parts have from %d to %d bytes", len(contents), least, most)
	}
}
