package publish

import (
	"crypto/sha256"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func sumOf(text string) digest { return sha256.Sum256([]byte(text)) }

func TestAManifestReadsAsItWasWritten(t *testing.T) {
	for name, m := range map[string]manifest{
		"empty":    {sums: map[string][]digest{}},
		"complete": {sums: map[string][]digest{"b c.html": {sumOf("b")}, "a/x": {sumOf("a")}, "é": {sumOf("é")}}},
		"unfinished": {unfinished: true, sums: map[string][]digest{
			"both.html": {sumOf("old"), sumOf("new")}, "one.html": {sumOf("one")}}},
	} {
		got, err := parseManifest(m.bytes())
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(string(m.bytes()), string(got.bytes())); diff != "" || len(got.sums) != len(m.sums) {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestAManifestHasOneForm(t *testing.T) {
	const (
		a = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
		b = "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"
	)
	for text, want := range map[string]string{
		"ithaca-manifest 1 complete 1\n" + a + "  x\n":                               "",
		"ithaca-manifest 1 unfinished 2\n" + b + "  x\n" + a + "  x\n":               "",
		"ithaca-manifest 1 complete 1":                                               "line 1",
		"ithaca-manifest 1 complete 01\n" + a + "  x\n":                              "line 1",
		"ithaca-manifest 1 complete -1\n":                                            "line 1",
		"ithaca-manifest 1 complete 2\n" + a + "  x\n":                               "line 1",
		"ithaca-manifest 1 complete 0\n" + a + "  x\n":                               "after line 1",
		"ithaca-manifest 1 finished 1\n" + a + "  x\n":                               "line 1",
		"ithaca-manifest 1 complete 1\n" + a + "  x":                                 "line 2",
		"ithaca-manifest 1 complete 1\r\n" + a + "  x\r\n":                           "line 1",
		"ithaca-manifest 1 complete 1\n" + a + " x \n":                               "line 2",
		"ithaca-manifest 1 complete 1\n" + strings.ToUpper(a) + "  x\n":              "line 2",
		"ithaca-manifest 1 complete 1\n" + a + "  ../x\n":                            "line 2",
		"ithaca-manifest 1 complete 1\n" + a + "  .ithaca-manifest\n":                "line 2",
		"ithaca-manifest 1 complete 2\n" + a + "  y\n" + a + "  x\n":                 "line 3",
		"ithaca-manifest 1 complete 2\n" + b + "  x\n" + a + "  x\n":                 "line 3",
		"ithaca-manifest 1 unfinished 2\n" + a + "  x\n" + b + "  x\n":               "line 3",
		"ithaca-manifest 1 unfinished 2\n" + a + "  x\n" + a + "  x\n":               "line 3",
		"ithaca-manifest 1 unfinished 3\n" + b + "  x\n" + a + "  x\n" + a + "  x\n": "line 4",
	} {
		_, err := parseManifest([]byte(text))
		switch {
		case want == "" && err != nil:
			t.Errorf("%q: %v", text, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%q: error %v, want one about %s", text, err, want)
		}
	}
}

// FuzzManifest holds that whatever is accepted is written back byte for byte,
// and lists only paths that may be written.
func FuzzManifest(f *testing.F) {
	m := manifest{unfinished: true, sums: map[string][]digest{"a/b.html": {sumOf("old"), sumOf("new")}, "c": {sumOf("c")}}}
	f.Add(m.bytes())
	f.Add(manifest{sums: map[string][]digest{"a/b.html": {sumOf("a")}}}.bytes())
	f.Add(manifest{}.bytes())
	f.Add([]byte("ithaca-manifest 1 complete 99999999999\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := parseManifest(data)
		if err != nil {
			return
		}
		if diff := cmp.Diff(string(data), string(m.bytes())); diff != "" {
			t.Error(diff)
		}
		for name := range m.sums {
			if reason := badPath(name); reason != "" {
				t.Errorf("%q: %s", name, reason)
			}
		}
	})
}
