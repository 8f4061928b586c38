package publish

import (
	"crypto/sha256"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/filename"
)

func sumOf(text string) digest { return sha256.Sum256([]byte(text)) }

func TestAManifestReadsAsItWasWritten(t *testing.T) {
	for name, m := range map[string]manifest{
		"empty":         {},
		"between":       {"both.html": {sumOf("old"), sumOf("new")}, "one.html": {sumOf("one")}},
		"after a build": {"b c.html": {sumOf("b")}, "a/x": {sumOf("a")}, "é": {sumOf("é")}},
	} {
		got, ok := parseManifest(m.bytes())
		if diff := cmp.Diff(string(m.bytes()), string(got.bytes())); diff != "" || !ok || len(got) != len(m) {
			t.Errorf("%s: %v %s", name, ok, diff)
		}
	}
}

func TestOnlyTheCanonicalFormOfAManifestIsAccepted(t *testing.T) {
	const (
		a = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
		b = "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"
	)
	head := func(lines string) string { return fmt.Sprintf("ithaca-manifest 2 %x\n", sha256.Sum256([]byte(lines))) }
	for lines, want := range map[string]bool{
		"":                                 true,
		a + "  x\n":                        true,
		b + "  x\n" + a + "  x\n":          true, // two hashes of one path, sorted
		a + "  x":                          false,
		a + "  x\r\n":                      false,
		a + " x \n":                        false,
		"CA978112" + a[8:] + "  x\n":       false,
		a + "  ../x\n":                     false,
		a + "  .ithaca-manifest\n":         false,
		a + "  y\n" + a + "  x\n":          false,
		a + "  x\n" + b + "  x\n":          false,
		a + "  x\n" + a + "  x\n":          false,
		a + "  x\n\n":                      false,
		a + "  x\n" + "and something else": false,
	} {
		if _, ok := parseManifest([]byte(head(lines) + lines)); ok != want {
			t.Errorf("%q: accepted %v, want %v", lines, ok, want)
		}
	}
	for _, text := range []string{"", head(""), head("x") + a + "  x\n", "ithaca-manifest 1 complete 0\n"} {
		if _, ok := parseManifest([]byte(text)); ok != (text == head("")) {
			t.Errorf("%q: accepted %v", text, ok)
		}
	}
}

func TestAnyChangedByteOfAManifestIsNoticed(t *testing.T) {
	good := manifest{"a/b.html": {sumOf("a")}, "c": {sumOf("old"), sumOf("new")}}.bytes()
	for i := range good {
		for _, damaged := range [][]byte{good[:i], append(append([]byte{}, good[:i]...), good[i+1:]...), flip(good, i)} {
			if _, ok := parseManifest(damaged); ok {
				t.Errorf("accepted %q", damaged)
			}
		}
	}
}

func flip(data []byte, at int) []byte {
	changed := append([]byte{}, data...)
	changed[at] ^= 1
	return changed
}

// FuzzManifest holds that whatever is accepted is written back byte for byte,
// and lists only paths that may be written.
func FuzzManifest(f *testing.F) {
	f.Add(manifest{"a/b.html": {sumOf("old"), sumOf("new")}, "c": {sumOf("c")}}.bytes())
	f.Add(manifest{}.bytes())
	f.Add([]byte("ithaca-manifest 1 complete 99999999999\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, ok := parseManifest(data)
		if !ok {
			return
		}
		if diff := cmp.Diff(string(data), string(m.bytes())); diff != "" {
			t.Error(diff)
		}
		for name := range m {
			if reason := filename.PathProblem(name); reason != "" {
				t.Errorf("%q: %s", name, reason)
			}
		}
	})
}
