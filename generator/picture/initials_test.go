package picture_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"ithaca/generator/picture"
)

// drawn reads an SVG and gives its text, its first colour and its elements.
func drawn(t testing.TB, svg []byte) (text, colour string, elements []string) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return strings.TrimSpace(text), colour, elements
		}
		if err != nil {
			t.Fatalf("%v in %s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			elements = append(elements, token.Name.Local)
			for _, a := range token.Attr {
				if a.Name.Local == "fill" && colour == "" {
					colour = a.Value
				}
			}
		case xml.CharData:
			text += string(token)
		}
	}
}

func TestInitialsAreWhatReadersTakeForLetters(t *testing.T) {
	for name, want := range map[string]string{
		"Ana Silva":                   "A",
		"ana de la cruz":              "A",
		"Jean-Pierre Dupont":          "J",
		"Cher":                        "C",
		"Ngozi Okereke":               "N", // and never NO
		"  Ana \t Silva ":             "A",
		"Robert Smith, PhD":           "R",
		"Sam Lee (they/them)":         "S",
		"(Sam)":                       "S",
		"’t Hooft":                    "T",
		"7even Days":                  "7",
		"Åsa Öberg":                   "Å",
		"A\u030asa O\u0308berg":       "Å", // the same with combining marks
		"J\u030cana":                  "J\u030c",
		"ǆemal":                       "ǅ",
		"ლევან ბერიძე":                "ლ",
		"Ελένη Παππά":                 "Ε",
		"олена шевченко":              "О",
		"王小明":                         "王",
		"山田 太郎":                       "山",
		"김 민수":                        "김",
		"\u1112\u1161\u11ab":          "한",
		"משה לוי":                     "מ",
		"محمد العلي":                  "م",
		"श्रेया शर्मा":                "श",
		"কৃষ্ণা রায়":                 "কৃ",
		"ප්\u200dරියා":                "ප",
		"ப்ரியா":                      "ப",
		"เอกชัย ใจดี":                 "อ",
		"":                            "",
		"🎉 !":                         "",
		"\xff\xfe":                    "",
		"<script>alert(1)</script> &": "S",
	} {
		text, _, elements := drawn(t, picture.Initials(name))
		if text != want {
			t.Errorf("%q: got %q, want %q", name, text, want)
		}
		if wantElements := "svg rect text"; want != "" && strings.Join(elements, " ") != wantElements {
			t.Errorf("%q: %v", name, elements)
		}
		if want == "" && strings.Join(elements, " ") != "svg rect g circle path" {
			t.Errorf("%q is no outline of a person: %v", name, elements)
		}
	}
}

func TestAPileOfAccentsStaysSmall(t *testing.T) {
	text, _, _ := drawn(t, picture.Initials("Z"+strings.Repeat("\u0489", 500)))
	if n := len([]rune(text)); n > 8 {
		t.Errorf("a letter has %d code points", n)
	}
}

func TestAPersonKeepsTheirColourAndPeopleDiffer(t *testing.T) {
	colours := map[string]bool{}
	for i := range 300 {
		name := "Person " + strconv.Itoa(i)
		svg := picture.Initials(name)
		if !bytes.Equal(svg, picture.Initials(name)) {
			t.Fatal("the same name gives other bytes")
		}
		_, colour, _ := drawn(t, svg)
		colours[colour] = true
		if contrast := whiteOn(t, colour); contrast < 7 {
			t.Errorf("white on %s has a contrast of %.2f", colour, contrast)
		}
	}
	if len(colours) != 12 {
		t.Errorf("300 people have %d colours", len(colours))
	}
}

// whiteOn returns the contrast of white letters, WCAG 2.2.
func whiteOn(t *testing.T, colour string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 24)
	if err != nil {
		t.Fatal(err)
	}
	light := func(v uint64) float64 {
		s := float64(v&255) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 1.05 / (0.2126*light(n>>16) + 0.7152*light(n>>8) + 0.0722*light(n) + 0.05)
}

func FuzzInitials(f *testing.F) {
	for _, name := range []string{"Ana Silva", "محمد العلي", "श्रेया", "</text><script>", "a\u202eb c", "\x00 \xff"} {
		f.Add(name)
	}
	safe := regexp.MustCompile(`(?i)script|on\w+=|href|style|url\(`)
	f.Fuzz(func(t *testing.T, name string) {
		svg := picture.Initials(name)
		text, _, _ := drawn(t, svg)
		if n := len([]rune(text)); n > 17 || len(svg) > 700 {
			t.Errorf("%q: %d code points, %d bytes", name, n, len(svg))
		}
		if safe.Match(svg) {
			t.Errorf("%q: %s", name, svg)
		}
	})
}
