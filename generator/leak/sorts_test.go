package leak_test

import (
	"encoding/json"
	"html"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"ithaca/generator/leak"
)

// confided is what somebody said in confidence, each thing of its sort.
var confided = []leak.Secret{
	{Name: "pseudonym", Text: "badger-23", Of: "badger-23"},
	{Name: "tried", Text: "I asked my uncle twice, and he laughed both times. See https://people.example/~uncle/ or 0170 555 01 99.", Sort: leak.Prose, Of: "badger-23"},
	{Name: "short", Text: "Nothing yet", Sort: leak.Prose, Of: "badger-23"},
	{Name: "organisation", Text: "Bank", Sort: leak.Beside, Of: "badger-23"},
	{Name: "address", Text: "ana@straße.example"},
	{Name: "place", Text: "招商银行", Sort: leak.Beside, Of: "badger-23"},
	{Name: "chinese", Text: "我问了我的叔叔两次他每次都笑了我不知道该怎么办", Sort: leak.Prose},
	{Name: "korean", Text: "저는 삼촌에게 두 번이나 물었지만 매번 그냥 웃기만 하셨습니다", Sort: leak.Prose},
	{Name: "thai", Text: "ฉันถามลุงสองครั้งแล้วเขาหัวเราะทั้งสองครั้ง", Sort: leak.Prose},
}

// published is a page about somebody with a page of their own.
var withPage = []leak.Secret{
	{Name: "organisation", Text: "Bank", Sort: leak.Beside, Of: "heron-42"},
	{Name: "ranked", Text: "bo-berg ana-silva", Sort: leak.Beside, Of: "heron-42"},
	{Name: "short", Text: "Nothing yet", Sort: leak.Prose, Of: "heron-42"},
}

func TestSecretsOfEachSortAreFoundWhereTheyCount(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"Badger-23 asked.", "pseudonym"},
		{"BADGER_23", "pseudonym"},
		{"<b>badger</b>-<b>23</b>", "pseudonym"},
		{"bad\u00adger-\u200b23", "pseudonym"},
		{"b<wbr>adger-23", "pseudonym"},
		{"我是badger-23的朋友", "pseudonym"},
		{"badger-23입니다", "pseudonym"},
		{"ｂａｄｇｅｒ－２３", "pseudonym"},
		{"badger-231 and mybadger-23s", ""},
		{"<p>I asked my <em>uncle</em> twice, and <a href=/x>he laughed</a> both times", "tried"},
		{"<p>I ASKED MY UNCLE TWICE</p><p>AND HE LAUGHED</p>", "tried"},
		{"&lt;p&gt;I asked my &lt;em&gt;uncle&lt;/em&gt; twice, and he laughed", "tried"},
		{`{"html":"\u003cp\u003eI asked my \u003cem\u003euncle\u003c/em\u003e twice, and he laughed"}`, "tried"},
		{"I asked my uncle twice", ""},
		{"call 01705550199", "tried"},
		{"call +49 170-555-0199", "tried"},
		{"call 0049 (170) 55 50 199", "tried"},
		{"call ٠١٧٠ ٥٥٥ ٠١٩٩", "tried"},
		{"555 0199 alone", ""},
		{"at people.example/~uncle/", "tried"},
		{"https://people.example/", ""},
		{"Nothing yet", ""},
		{"The Bank of everybody", ""},
		{"mail ANA@STRASSE.example", "address"},
		{"mail ana@straße.EXAMPLE", "address"},
		{"招商银行", ""},
		{"昨天我问了我的叔叔两次他每次都笑了我", "chinese"},
		{"昨天我问了我的叔叔", ""},
		{"저는 삼촌에게 두 번이나 물었지만 매번", "korean"},
		{norm.NFD.String("저는 삼촌에게 두 번이나 물었지만 매번"), "korean"},
		{"คือฉันถามลุงสองครั้งแล้วเขาหัวเราะนะ", "thai"},
	} {
		found := leak.New(confided, leak.Public{}).Search([]byte(c.page))
		if got := strings.Join(found, " "); got != c.want {
			t.Errorf("%q: found %q, want %q", c.page, got, c.want)
		}
	}
}

func TestReusedBuffersDoNotChangeASearch(t *testing.T) {
	gate := leak.New(confided, leak.Public{})
	for _, page := range []string{
		`<p>badger-23 &amp;amp; I asked my uncle twice, and he laughed %62adger-23 \u0062adger-23 YmFkZ2VyLTIz</p>`,
		"<p>Hello &amp;amp; %62 \\n aGVsbG8gaGVsbG8=", "", "<b>", "&amp;", "%", "é",
	} {
		found := gate.Search([]byte(page))
		if secret := strings.Contains(page, "badger"); secret != (len(found) > 0) {
			t.Errorf("%q: found %q", page, found)
		}
	}
}

func TestAnEverydayWordCountsOnlyBesideThePseudonymItBelongsTo(t *testing.T) {
	far := strings.Repeat("word ", 60)
	for _, c := range []struct{ page, want string }{
		{"heron-42", ""},
		{"heron-42 works at Bank", "organisation"},
		{"At the <b>BANK</b>: <i>heron-42</i>", "organisation"},
		{"heron-42: Bo Berg, Ana Silva", "ranked"},
		{"heron-42: nothing yet!", "short"},
		{"aGVyb24tNDI=,dGhlIEJhbmsgaW4=", "organisation"}, // each by itself in base64
		{"Bank " + far + "heron-42 " + far + " Bank", ""},
		{"heron-43 works at Bank", ""},
		{"heron-42 sails along the banks and embankments", ""},
	} {
		found := leak.New(withPage, leak.Public{}).Search([]byte(c.page))
		if got := strings.Join(found, " "); got != c.want {
			t.Errorf("%q: found %q, want %q", c.page, got, c.want)
		}
	}
	found := leak.New(confided, leak.Public{}).Search([]byte("badger-23在招商银行工作"))
	if !slices.Equal(found, []string{"pseudonym", "place"}) {
		t.Errorf("without spaces: found %q", found)
	}
}

func TestDaysAndYearsAreNoTelephoneNumbers(t *testing.T) {
	gate := leak.New([]leak.Secret{{Name: "tried", Text: "From 2019-2024, since 2026-11-30, on 3.4.2025, 12/11/2025, 45 minutes", Sort: leak.Prose}}, leak.Public{})
	for _, text := range []string{"2019–2024", "2026-11-30", "3. 4. 2025", "12 11 2025", "45 minutes"} {
		if found := gate.Search([]byte(text)); found != nil {
			t.Errorf("%q: found %q", text, found)
		}
	}
}

func values(texts ...string) func() []string { return func() []string { return slices.Clone(texts) } }

func TestOnlyTheValuesOfPublishedFieldsAreExempt(t *testing.T) {
	const page = "badger-23 of Bank said: I asked my uncle twice, and he laughed both times. https://people.example/~uncle/"
	for name, c := range map[string]struct {
		public leak.Public
		want   []string
	}{
		"nothing":            {leak.Public{}, []string{"pseudonym", "organisation", "tried"}},
		"values":             {leak.Public{Values: values("Bank", "badger 23", "https://people.example/~uncle/", "I asked my uncle twice, and he laughed both times")}, nil},
		"parts of values":    {leak.Public{Values: values("Bank of Lagos", "About badger-23")}, []string{"pseudonym", "organisation", "tried"}},
		"the interface":      {leak.Public{Words: []leak.Text{leak.NewText([]byte("Bank badger-23"))}}, []string{"tried"}},
		"a value as a title": {leak.Public{Values: values("Bank")}, []string{"pseudonym", "tried"}},
	} {
		if found := leak.New(confided, c.public).Search([]byte(page)); !slices.Equal(found, c.want) {
			t.Errorf("%s: found %q, want %q", name, found, c.want)
		}
	}
}

func TestAMentorsHiddenAddressIsFoundInEveryWriting(t *testing.T) {
	gate := leak.New([]leak.Secret{{Name: "address", Text: "Ana.Silva@private-addresses.example.org"}}, leak.Public{})
	data, _ := json.Marshal("mailto:ana.silva@private-addresses.example.org")
	for _, text := range []string{
		"ANA.SILVA@PRIVATE-ADDRESSES.EXAMPLE.ORG", "mailto:ana.silva%40private-addresses.example.org", string(data),
		html.EscapeString("<ana.silva@private-addresses.example.org>"), "ana.<!-- -->silva@<b>private-addresses</b>.example.org",
	} {
		if found := gate.Search([]byte(text)); len(found) != 1 {
			t.Errorf("%q: found %q", text, found)
		}
	}
	if found := gate.Search([]byte("bo.berg@private-addresses.example.org")); found != nil {
		t.Error("the address of somebody else in the same place is taken for it")
	}
}
