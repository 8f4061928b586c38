package leak_test

import (
	"encoding/base64"
	"encoding/json"
	"html"
	"math/rand/v2"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"ithaca/generator/leak"
)

const tried = "I asked Götz in accounting for 3 lessons, but he's \"too busy\" & left in May."

var secrets = []leak.Secret{
	{Name: "tried", Text: tried},
	{Name: "pseudonym", Text: "heron-42"},
	{Name: "organisation", Text: "Pale & Wind Ltd"},
	{Name: "aims", Text: "write to goetz.k@accounts.example or +49 170 555 0199"},
}

// encodings are the ways in which a template or a data file could write a text.
var encodings = map[string]func(string) string{
	"plain":        func(s string) string { return s },
	"upper case":   strings.ToUpper,
	"HTML":         html.EscapeString,
	"HTML numbers": func(s string) string { return strings.ReplaceAll(html.EscapeString(s), "ö", "&#246;") },
	"URL path":     url.PathEscape,
	"URL query":    url.QueryEscape,
	"JSON": func(s string) string {
		data, _ := json.Marshal(s)
		return strings.ReplaceAll(string(data), "ö", "\\u00f6")
	},
	"base64":           func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) },
	"base64 in a path": func(s string) string { return "/data/" + base64.StdEncoding.EncodeToString([]byte(s)) },
	"base64 for URL":   func(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) },
	"other spacing":    func(s string) string { return strings.ReplaceAll(s, " ", "\n\t ") },
}

func TestASecretIsFoundInEveryEncoding(t *testing.T) {
	gate := leak.New(secrets, nil)
	for name, encode := range encodings {
		for _, s := range secrets {
			page := "<p>Some text before, " + encode(s.Text) + " and after.</p>"
			if found := gate.Search([]byte(page)); !slices.Contains(found, s.Name) {
				t.Errorf("%s in %s is not found in %q", s.Name, name, page)
			}
		}
	}
}

func TestAPartOfALongTextIsFound(t *testing.T) {
	gate := leak.New(secrets, nil)
	if found := gate.Search([]byte("… Götz in accounting for 3 …")); !slices.Equal(found, []string{"tried"}) {
		t.Errorf("found %q", found)
	}
	if found := gate.Search([]byte("… I asked Götz in acc …")); found != nil {
		t.Errorf("a stretch shorter than %d characters counts: %q", leak.Window, found)
	}
}

// Random texts of few letters share many stretches, some just too short.
func TestExactlyTheStretchesOfALongTextAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[aé]([ab]|é|ab b|ba bab){10,50}b`)
		secret, page := text.Draw(t, "secret"), text.Draw(t, "page")
		from := rapid.IntRange(0, len(secret)/2).Draw(t, "from")
		to := rapid.IntRange(from, len(secret)).Draw(t, "to")
		page += " " + strings.ToValidUTF8(secret[from:to], "") + " " + page
		plain := func(s string) []rune {
			return []rune(strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "é", "e"))
		} // the normal form
		want := false
		for hidden := plain(secret); len(hidden) >= leak.Window; hidden = hidden[1:] {
			want = want || strings.Contains(string(plain(page)), string(hidden[:leak.Window]))
		}
		gate := leak.New([]leak.Secret{{Name: "field", Text: secret}}, nil)
		if utf8.RuneCountInString(secret) <= leak.Window {
			return // searched as a whole
		}
		for name, written := range map[string]string{"ASCII": page, "others": "中 " + page} {
			if found := gate.Search([]byte(written)); len(found) > 0 != want {
				t.Fatalf("%s: found %v, want %t", name, found, want)
			}
		}
	})
}

func TestWhatLeadsToAPersonIsFoundAlone(t *testing.T) {
	gate := leak.New(secrets, nil)
	for _, text := range []string{"mail goetz.k@accounts.example", "call +49 170 555 0199 now", "call +49-170-555-0199"} {
		if found := gate.Search([]byte(text)); !slices.Equal(found, []string{"aims"}) {
			t.Errorf("%q: found %q", text, found)
		}
	}
}

func TestAPseudonymCountsOnlyAsAWholeWord(t *testing.T) {
	gate := leak.New(secrets, nil)
	for _, text := range []string{"heron-420", "theheron-42", "heron 4 2", "herons"} {
		if found := gate.Search([]byte(text)); found != nil {
			t.Errorf("%q: found %q", text, found)
		}
	}
	if found := gate.Search([]byte("/requests/heron-42/")); !slices.Equal(found, []string{"pseudonym"}) {
		t.Errorf("found %q", found)
	}
}

func TestWhatIsPublishedAnywayIsExempt(t *testing.T) {
	gate := leak.New(secrets, public("I work at Pale & Wind Ltd.", "<p>unrelated</p>"))
	if found := gate.Search([]byte("Works at Pale &amp; Wind Ltd, heron-42")); !slices.Equal(found, []string{"pseudonym"}) {
		t.Errorf("found %q", found)
	}
}

func TestAFindNeverSaysTheValue(t *testing.T) {
	gate := leak.New(secrets, nil)
	for _, name := range gate.Search([]byte(tried + " heron-42")) {
		if strings.Contains(tried, name+" ") || name == "heron-42" {
			t.Errorf("%q", name)
		}
	}
	if !leak.New(nil, nil).Empty() || gate.Empty() {
		t.Error("Empty is wrong")
	}
}

func FuzzSearchFindsWhatItWasGiven(f *testing.F) {
	f.Add("a text that is long enough to be cut into windows", "before", "after")
	f.Add("héron", "", "")
	f.Fuzz(func(t *testing.T, secret, before, after string) {
		gate := leak.New([]leak.Secret{{Name: "field", Text: secret}}, nil)
		found := gate.Search([]byte(before + " " + secret + " " + after))
		if !gate.Empty() && strings.IndexFunc(secret, isEscape) < 0 && strings.IndexFunc(before, isEscape) < 0 && len(found) == 0 {
			t.Errorf("%q is not found", secret)
		}
	})
}

// isEscape tells characters that begin or continue an escape, or combine with
// what follows: then the text around a secret can change it.
func isEscape(r rune) bool { return r == '\\' || r == '%' || r == '&' || r > 0x7e }

func BenchmarkSearchAPage(b *testing.B) {
	var many []leak.Secret
	for i := range 500 {
		many = append(many, leak.Secret{Name: "tried", Text: strings.Repeat("something only this person wrote ", 8) + string(rune('a'+i%26))})
	}
	gate := leak.New(many, nil)
	page := []byte(strings.Repeat("<p class=\"lead\">A page of ordinary words &amp; links</p>\n", 180))
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		gate.Search(page)
	}
}

func public(texts ...string) []leak.Public {
	var all []leak.Public
	for _, text := range texts {
		all = append(all, leak.NewPublic([]byte(text)))
	}
	return all
}

func TestASecretThatStandsInAPublicTextStaysOne(t *testing.T) {
	const address = "ana.silva@private.example.org"
	for _, c := range []struct {
		public string
		want   int
	}{
		{"contact: {via: organizer, address: ANA.silva@private.example.org}", 1},
		{"contact: {address: " + address + "}\n\nAsk at private.example.org.", 1},
		{"nothing", 1},
	} {
		gate := leak.New([]leak.Secret{{Name: "address", Text: address, InPublic: true}}, public("other", c.public))
		if found := gate.Search([]byte("<p>Mail " + address + "</p>")); len(found) != c.want {
			t.Errorf("beside %q it is reported %d times", c.public, len(found))
		}
	}
	gate := leak.New([]leak.Secret{{Name: "address", Text: "an@b.example", InPublic: true}}, public("an@b.example an@b.example"))
	if found := gate.Search([]byte("an@b.example")); len(found) != 1 {
		t.Error("standing there twice in a row it is taken for public")
	}
}

// BenchmarkMakeAGate is what each edit of a program with 500 requests costs.
func BenchmarkMakeAGate(b *testing.B) {
	dice := rand.New(rand.NewPCG(1, 2))
	var all []leak.Secret
	for range 500 {
		var text strings.Builder
		for range 200 {
			for range 1 + dice.IntN(9) {
				text.WriteByte(byte('a' + dice.IntN(26)))
			}
			text.WriteByte(' ')
		}
		all = append(all, leak.Secret{Name: "the text of a request", Text: text.String()})
	}
	b.ReportAllocs()
	for b.Loop() {
		leak.New(all, nil)
	}
}
