package theme

import (
	"reflect"
	"strings"
	"testing"

	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/page"
)

// attacks are what strangers write into fields. Each holds the word by which
// its remains are found in a page.
var attacks = []string{
	`"><script>pwned()</script>`,
	`'><img src=x onerror=pwned()>`,
	`javascript:pwned()`,
	"jAvA\tscript:pwned()",
	`data:text/html,<script>pwned()</script>`,
	"\u2028</title></textarea><svg onload=pwned()>",
	"&quot; onmouseover=pwned() x=&quot;",
	"{{pwned}}<!--",
	"//evil.example/pwned",
	"`${pwned()}`\u202e",
}

// hostile fills every text of a view with an attack, all else as in rehearsals.
func hostile(view any, attack string) {
	replaceWords(reflect.ValueOf(view), attack)
}

func replaceWords(v reflect.Value, with string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			replaceWords(v.Elem(), with)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				replaceWords(v.Field(i), with)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			replaceWords(v.Index(i), with)
		}
	case reflect.String:
		if v.CanSet() {
			v.SetString(with)
		}
	}
}

func TestHostileWordsInAnyFieldComeOutInert(t *testing.T) {
	theme := builtIn(t)
	s := sample{full: true}
	for _, attack := range attacks {
		for _, k := range page.Kinds() {
			d := &drawing{Site: &site.Site{}, Head: &site.Head{}, View: s.newView(k.View)}
			s.fill(d.Site)
			s.fill(d.Head)
			hostile(d.View, attack)
			hostile(d.Site, attack)
			hostile(d.Head, attack)
			d.URL = attack
			page, err := theme.draw(k.Name, layoutFile, d)
			if err != nil {
				t.Fatalf("%s with %q: %v", k.Name, attack, err)
			}
			if !strings.Contains(string(page), "pwned") {
				t.Errorf("%s shows nothing of its fields: the test is blind", k.Name)
			}
			judgeInert(t, k.Name, attack, string(page))
		}
	}
}

// judgeInert insists that a page has nothing but what the built-in templates write.
func judgeInert(t *testing.T, kind, attack, page string) {
	t.Helper()
	for _, sink := range portaltest.Sinks([]byte(page)) {
		t.Errorf("%s with %q has %s", kind, attack, sink)
	}
}

func TestOnlyAddressesThatLeadSomewhereAreVouchedFor(t *testing.T) {
	for address, want := range map[string]string{
		"https://a.example/x?y=1#z": "https://a.example/x?y=1#z", "http://a.example": "http://a.example",
		"mailto:a@b.example": "mailto:a@b.example", "tel:+30-210": "tel:+30-210", "/guides/": "/guides/", "/x/?a=b#c": "/x/?a=b#c",
		"": "", "javascript:alert(1)": "", "JaVaScript:alert(1)": "", "java\nscript:alert(1)": "", " javascript:alert(1)": "",
		"data:text/html,x": "", "vbscript:x": "", "file:///etc/passwd": "", "blob:https://a.example/1": "", "intent:x": "",
		"//evil.example": "", "/\\evil.example": "", "/\t/evil.example": "", "https:evil": "", "https://": "", "mailto:": "", "guides/": "", "tel://x": "",
		"\u0001https://a.example": "",
	} {
		if got := href(address); string(got) != want {
			t.Errorf("%q: %q; want %q", address, got, want)
		}
	}
}
