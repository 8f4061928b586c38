package leak_test

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"html"
	"math/rand/v2"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"ithaca/generator/leak"
)

const tried = "I asked Götz in accounting for 3 lessons, but he's \"too busy\" & left in May."

var secrets = []leak.Secret{
	{Name: "tried", Text: tried, Sort: leak.Prose, Of: "heron-42"},
	{Name: "pseudonym", Text: "heron-42"},
	{Name: "address", Text: "Ana.Silva@private.example.org"},
	{Name: "aims", Text: "write to goetz.k@accounts.example or +49 170 555 0199", Sort: leak.Prose, Of: "heron-42"},
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
	gate := leak.New(secrets, leak.Public{})
	for name, encode := range encodings {
		for _, s := range secrets {
			page := "<p>Some text before, " + encode(s.Text) + " and after.</p>"
			if found := gate.Search([]byte(page)); !slices.Contains(found, s.Name) {
				t.Errorf("%s in %s is not found in %q", s.Name, name, page)
			}
		}
	}
}

func TestATextInUTF16IsRead(t *testing.T) {
	gate := leak.New(secrets, leak.Public{})
	for name, order := range map[string]binary.AppendByteOrder{"\xff\xfe": binary.LittleEndian, "\xfe\xff": binary.BigEndian} {
		for _, s := range secrets {
			page := []byte(name)
			for _, unit := range utf16.Encode([]rune("Before, " + s.Text + " after.")) {
				page = order.AppendUint16(page, unit)
			}
			if found := gate.Search(page); !slices.Contains(found, s.Name) {
				t.Errorf("%s is not found in %q", s.Name, page)
			}
		}
	}
}

func TestAPartOfALongTextIsFound(t *testing.T) {
	gate := leak.New(secrets, leak.Public{})
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
		gate := leak.New([]leak.Secret{{Name: "field", Text: secret, Sort: leak.Prose}}, leak.Public{})
		for name, written := range map[string]string{"ASCII": page, "others": "中 " + page} {
			if found := gate.Search([]byte(written)); len(found) > 0 != want {
				t.Fatalf("%s: found %v, want %t", name, found, want)
			}
		}
	})
}

func TestAddressesAndNumbersAreFoundByThemselves(t *testing.T) {
	gate := leak.New(secrets, leak.Public{})
	for _, text := range []string{"mail goetz.k@accounts.example", "call +49 170 555 0199 now", "call +49-170-555-0199"} {
		if found := gate.Search([]byte(text)); !slices.Equal(found, []string{"aims"}) {
			t.Errorf("%q: found %q", text, found)
		}
	}
}

func TestAPseudonymCountsOnlyAsAWholeWord(t *testing.T) {
	gate := leak.New(secrets, leak.Public{})
	for _, text := range []string{"heron-420", "theheron-42", "heron 4 2", "herons"} {
		if found := gate.Search([]byte(text)); found != nil {
			t.Errorf("%q: found %q", text, found)
		}
	}
	if found := gate.Search([]byte("/requests/heron-42/")); !slices.Equal(found, []string{"pseudonym"}) {
		t.Errorf("found %q", found)
	}
}

func TestAFindNeverSaysTheValue(t *testing.T) {
	gate := leak.New(secrets, leak.Public{})
	for _, name := range gate.Search([]byte(tried + " heron-42")) {
		if strings.Contains(tried, name+" ") || name == "heron-42" {
			t.Errorf("%q", name)
		}
	}
	if !leak.New(nil, leak.Public{}).Empty() || gate.Empty() {
		t.Error("Empty is wrong")
	}
}

func FuzzSearchFindsWhatItWasGiven(f *testing.F) {
	f.Add("a text that is long enough to be cut into windows", "before", "after")
	f.Add("héron", "", "")
	f.Fuzz(func(t *testing.T, secret, before, after string) {
		gate := leak.New([]leak.Secret{{Name: "field", Text: secret, Sort: leak.Prose}}, leak.Public{})
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
		many = append(many, leak.Secret{Name: "tried", Sort: leak.Prose, Text: strings.Repeat("something only this person wrote ", 8) + string(rune('a'+i%26))})
	}
	gate := leak.New(many, leak.Public{})
	page := []byte(strings.Repeat("<p class=\"lead\">A page of ordinary words &amp; links</p>\n", 180))
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		gate.Search(page)
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
		all = append(all, leak.Secret{Name: "the text of a request", Sort: leak.Prose, Text: text.String()})
	}
	b.ReportAllocs()
	for b.Loop() {
		leak.New(all, leak.Public{})
	}
}

// Mail and keys break base64 into lines, also in the middle of what was confided.
func TestWrappedBase64IsReadAcrossItsLines(t *testing.T) {
	const secret = "I asked my uncle twice, and he laughed"
	gate := leak.New([]leak.Secret{{Name: "tried", Text: secret, Sort: leak.Prose}}, leak.Public{})
	for _, width := range []int{64, 76} {
		before := strings.Repeat("ordinary ", 20)[:2*width*3/4-len(secret)/2]
		text := base64.StdEncoding.EncodeToString([]byte(before + secret + strings.Repeat(" ordinary", 20)))
		var lines []string
		for ; len(text) > width; text = text[width:] {
			lines = append(lines, text[:width])
		}
		if got := gate.Search([]byte(strings.Join(append(lines, text), "\n"))); !slices.Equal(got, []string{"tried"}) {
			t.Errorf("at %d characters: %q", width, got)
		}
	}
}
