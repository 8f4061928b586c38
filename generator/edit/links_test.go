package edit_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/edit"
)

// linked is a file with a text.
func linked(text string) []byte { return []byte("---\ntitle: Tea\n---\n" + text) }

func TestALinkGetsAnotherAddressAndItsTextStays(t *testing.T) {
	for text, want := range map[string]string{
		"Ask [Ana](ana.md).":                                       "Ask [Ana](bo.md).",
		"Ask [Ana]( <ana.md> 'her \\' page' ).":                    "Ask [Ana]( <bo.md> 'her \\' page' ).",
		"[A `]` [b\\]](ana.md) and ![Ana](ana.md \"x\") [c](c.md)": "[A `]` [b\\]](bo.md) and ![Ana](ana.md \"x\") [c](c.md)",
		"See [Ana][her], [her] and [Her][].\n\n[Her]: ana.md\n":    "See [Ana][her], [her] and [Her][].\n\n[Her]: bo.md\n",
		"> See [Ana][1].\n>\n> [1]: <ana.md> \"x\"\n":              "> See [Ana][1].\n>\n> [1]: <bo.md> \"x\"\n",
		"Éa[^1] [Ana](ana.md)\n\n[^1]: See [her](ana.md).\n":       "Éa[^1] [Ana](bo.md)\n\n[^1]: See [her](bo.md).\n",
		"`[Ana](ana.md)`\n\n    [Ana](ana.md)\n":                   "`[Ana](ana.md)`\n\n    [Ana](ana.md)\n",
	} {
		for _, ends := range []string{"\n", "\r\n"} {
			inForm := strings.NewReplacer("\n", ends).Replace
			got, err := edit.Relink([]byte(inForm(string(linked(text)))), func(address string) string { return strings.Replace(address, "ana.md", "bo.md", 1) })
			if err != nil {
				t.Errorf("%q: %v", text, err)
			}
			if d := cmp.Diff(inForm(string(linked(want))), string(got)); d != "" {
				t.Error(d)
			}
		}
	}
}

func TestALinkThatGoesLeavesItsWords(t *testing.T) {
	unlink := func(address string) string {
		if strings.Contains(address, "ana") {
			return ""
		}
		return address
	}
	for text, want := range map[string]string{
		"Ask [Ana *S*](ana.md \"her\") or [Bo](bo.md).":           "Ask Ana *S* or [Bo](bo.md).",
		"See [Ana][her] and [her].\n\n[her]: ana.md\n[bo]: bo.md": "See Ana and her.\n\n[bo]: bo.md",
		"At <https://ana.example/> now":                           "At `https://ana.example/` now",
		"At https://ana.example/x now":                            "At `https://ana.example/x` now",
		"No link, [Bo](bo.md)":                                    "No link, [Bo](bo.md)",
	} {
		got, err := edit.Relink(linked(text), unlink)
		if err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if d := cmp.Diff(string(linked(want)), string(got)); d != "" {
			t.Error(d)
		}
	}
	_, err := edit.Relink(linked("One\n\n[1. Ana](ana.md)\n"), unlink)
	if err == nil || !strings.HasPrefix(err.Error(), "line 6: ") {
		t.Errorf("a link whose words would begin a list: %v", err)
	}
}

func TestAValueIsFoundByThePlaceThatMessagesName(t *testing.T) {
	for _, c := range []struct {
		line, column int
		want         string
	}{{3, 7, "name"}, {6, 13, "languages.0"}, {9, 5, "skills.0"}, {10, 13, "skills.1.topic"}, {14, 11, "availability.status"}, {6, 12, ""}, {99, 1, ""}} {
		path, found := edit.At([]byte(profile), c.line, c.column)
		if got := strings.Join(path, "."); got != c.want && found || found != (c.want != "") {
			t.Errorf("%d:%d is %s, %t, want %s", c.line, c.column, got, found, c.want)
		}
	}
}

func FuzzRelink(f *testing.F) {
	for _, text := range []string{"[a](b \"c\")", "[a][b]\n\n[b]: <c> 'd'\n", "<https://a.example> www.b.example", "![a](b)[`]`](c)\\", "> [x]\n> [x]: y"} {
		f.Add(text, "b", "z/y.md")
		f.Add(text, "c", "")
	}
	f.Fuzz(func(t *testing.T, text, old, address string) {
		if len(text) > 1000 || old == "" || strings.Contains(address, old) {
			return
		}
		got, err := edit.Relink(linked(text), func(dest string) string {
			if strings.Contains(dest, old) {
				return address
			}
			return dest
		})
		if err != nil {
			return
		}
		again, err := edit.Relink(got, func(dest string) string {
			if strings.Contains(dest, old) {
				return address
			}
			return dest
		})
		if err != nil || string(again) != string(got) {
			t.Fatalf("%q became %q, and then %q: %v", text, got, again, err)
		}
	})
}
