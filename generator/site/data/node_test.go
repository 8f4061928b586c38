package data

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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
		"Привет Мир", "ёж", "ΌΣΟΣ ς", "مَدرَسة", "ليان حداد", "שָׁלוֹם", "हिन्दी कु", "தமிழ்", "አማርኛ", "ქართული", "ᲥᲐᲠᲗᲣᲚᲘ",
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
	var texts [][]string
	want := map[string][]int{}
	for i := range 900 {
		words := []string{fmt.Sprint("word", i), fmt.Sprint("wordy", i%50), "the", "harbor", "日本語"}
		if i%30 != 0 {
			words = words[:3]
		}
		texts = append(texts, []string{strings.Join(words, " ")})
		for _, w := range words {
			for _, token := range portal.Tokens(w) {
				want[token] = append(want[token], i)
			}
		}
	}
	common, words, at := dictionary(texts)
	for _, word := range common {
		delete(want, word)
	}
	for word := range want {
		if len(word) == 1 {
			delete(want, word)
		}
	}
	data := &searchData{Words: words, At: at, Shared: []string{"Portugal"}, Groups: []searchGroup{
		{"topic", "/topics/", []entry{{"nursing", "Nursing"}}},
		{"mentor", "/mentors/", []entry{{"ana", "Ana", "", "", "", []int{0}, []int{0}}}},
		{"book", "/resources/", []entry{{"list", "A-Z, again"}}},
	}}
	var got struct {
		Entries []string
		Words   map[string][]int
	}
	if err := json.Unmarshal([]byte(node(t, data, "entries.mjs")), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got.Words); diff != "" || !slices.Equal(common, []string{"the"}) {
		t.Errorf("common %v (-written +read)\n%s", common, diff)
	}
	entries := []string{"topic | /topics/nursing/ | Nursing", "mentor | /mentors/ana/ | Ana | Nursing | Portugal", "book | /resources/list/#:~:text=A%2DZ%2C%20again | A-Z, again"}
	if diff := cmp.Diff(entries, got.Entries); diff != "" {
		t.Error(diff)
	}
}
