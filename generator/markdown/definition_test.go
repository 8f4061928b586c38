package markdown

import (
	"strings"
	"testing"
)

func TestADefinitionThatNoLinkUsesIsReported(t *testing.T) {
	for text, want := range map[string]string{
		"[Ana]: hello":                                            "x.md:1:1: warning: no link uses this line, so it is not shown: `[Ana]:` [unused-definition]",
		"A text.\n\n[Ana]: hello \"world\"":                       "x.md:3:1: warning: no link uses this line, so it is not shown: `[Ana]:` [unused-definition]",
		"- item\n\n  [Ana]: https://a.example":                    "x.md:3:3: warning: no link uses this line, so it is not shown: `[Ana]:` [unused-definition]",
		"> [Ana]: <a b>\n> More.":                                 "x.md:1:3: warning: no link uses this line, so it is not shown: `[Ana]:` [unused-definition]",
		"[a]: https://a.example\n[b]: /b\n\nSee [a].":             "x.md:2:1: warning: no link uses this line, so it is not shown: `[b]:` [unused-definition]",
		"See [A][a].\n\n[a]: /a\n\n[A]: /b":                       "x.md:5:1: warning: no link uses this line, so it is not shown: `[A]:` [unused-definition]",
		"See [words][the  Name].\n\n[The name]:\n/a":              "",
		"See [a], [a][] and [b][a].\n\n[a]: /a":                   "",
		"![a cat][cat]\n\n[cat]: cat.png":                         "",
		"*[a]*, **[b]** and ~~[c]~~\n\n[a]: /a\n[b]: /b\n[c]: /c": "",
		"[comment]: # (nobody sees this)":                         "",
		"```\n[a]: /a\n```":                                       "",
		"\\[Ana]: hello":                                          "",
	} {
		_, diags := Parse([]byte(text), Options{File: "x.md"})
		var got []string
		for _, d := range diags {
			if d.Code == UnusedDefinition {
				got = append(got, d.String())
			}
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
