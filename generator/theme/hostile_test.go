package theme

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

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
			d := &drawing{Site: &site.Site{}, Head: &site.Head{}, View: s.like(k.View)}
			s.fill(d.Site)
			s.fill(d.Head)
			hostile(d.View, attack)
			hostile(d.Site, attack)
			hostile(d.Head, attack)
			d.URL = attack
			page, err := theme.draw(k.Name, d)
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

// judgeInert insists that a page has only elements and attributes that the
// built-in templates write, and no address that acts.
func judgeInert(t *testing.T, kind, attack, page string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range all(root) {
		if !slices.Contains(strings.Fields(elements), n.Data) {
			t.Errorf("%s with %q has the element <%s>", kind, attack, n.Data)
		}
		if n.Data == "script" && n.FirstChild != nil {
			t.Errorf("%s with %q has a script in the page", kind, attack)
		}
		for _, a := range n.Attr {
			if !slices.Contains(strings.Fields(attributes), a.Key) && !strings.HasPrefix(a.Key, "data-") {
				t.Errorf("%s with %q has the attribute %s on <%s>", kind, attack, a.Key, n.Data)
			}
			if (a.Key == "href" || a.Key == "src") && acts(a.Val) {
				t.Errorf("%s with %q leads to %q", kind, attack, a.Val)
			}
			if attribute(n, "http-equiv") == "refresh" && a.Key == "content" && acts(strings.TrimPrefix(a.Val, "0; url=")) {
				t.Errorf("%s with %q refreshes to %q", kind, attack, a.Val)
			}
		}
	}
}

// acts reports whether following an address would do something else than to lead
// to a page. A foreign host is for package site to refuse.
func acts(address string) bool {
	address = strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f {
			return -1
		}
		return r
	}, strings.ToLower(address))
	scheme, _, found := strings.Cut(address, ":")
	return found && !strings.ContainsAny(scheme, "/?#%") && scheme != "https" && scheme != "http" && scheme != "mailto" && scheme != "tel"
}

const (
	elements = ` html head meta link title body a header nav ul li ol main div section article aside footer h1 h2 h3 p bdi span
		strong i dl dt dd time blockquote figure figcaption details summary br caption
		script template pre form label input select option datalist output textarea fieldset legend button table thead tbody tr th td img `
	attributes = ` lang dir charset name content http-equiv media rel type href property class id aria-label aria-labelledby
		aria-current aria-hidden aria-describedby datetime open
		autocomplete list for checked target disabled hidden value role tabindex scope rows title src width height alt loading `
)

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
