package contacts_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/contacts"
)

func TestPseudonymsAreFreeAndTellNothing(t *testing.T) {
	taken := map[string]bool{}
	for n := range 3000 {
		name := contacts.Pseudonym(string(rune('a'+n%26))+strings.Repeat("x", n%7)+string(rune(n)), func(name string) bool { return taken[name] })
		if taken[name] {
			t.Fatalf("%s twice", name)
		}
		taken[name] = true
	}
	if a, b := contacts.Pseudonym("key", func(string) bool { return false }), contacts.Pseudonym("key", func(string) bool { return false }); a != b {
		t.Errorf("%s and %s of one key", a, b)
	}
}

func TestContactsAreReadAsTheyAreWritten(t *testing.T) {
	all := []contacts.Contact{{Key: "requests-1a", Slug: "heron-42", Name: "=Ana, \"so\"", Email: "ana@example.org", Language: "pt"}, {Key: "mentors-bo", Slug: "bo", Name: "Bo"}}
	got, err := contacts.Parse(contacts.Text(all))
	if d := cmp.Diff(all, got); d != "" || err != nil {
		t.Error(err, d)
	}
	if _, err := contacts.Parse([]byte("nam,mail\n")); err == nil {
		t.Error("other columns are taken")
	}
	for _, slug := range []string{"../ana", "an;a", "c:ana", `a\b`} {
		if _, err := contacts.Parse([]byte("slug,name\nbo,Bo\n\"" + slug + "\",Ana\n")); err == nil || !strings.HasPrefix(err.Error(), "line 3: ") {
			t.Errorf("a file could be named %s: %v", slug, err)
		}
	}
}
