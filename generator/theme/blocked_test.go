package theme

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/diag"
)

func TestWhatPagesCannotLoadIsTold(t *testing.T) {
	for text, want := range map[string][]string{
		`<script src="/own.js"></script><img src="/own.png"><a href="https://x.example/">x</a>`:          nil,
		`<link rel="canonical" href="https://x.example/"><script type="application/ld+json">{}</script>`: nil,
		"<p>\n<script src=//x.example/a.js></script>":                                                    {"2 //x.example/a.js"},
		"\n\n<IMG alt=''\nsrc='https://x.example/a.png'>":                                                {"4 https://x.example/a.png"},
		`<link rel="stylesheet" href="https://x.example/a.css">`:                                         {"1 https://x.example/a.css"},
		`<script>alert(1)</script>` + "\n" + `<style>p{color:red}</style>`:                               {"1 <script>", "2 <style>"},
	} {
		var diags diag.List
		reportBlocked(file{Text: text, At: "templates/page.html"}, &diags)
		var got []string
		for _, d := range diags {
			for _, what := range []string{"//x.example/a.js", "https://x.example/a.png", "https://x.example/a.css", "<script>", "<style>"} {
				if d.Code == BlockedLoad && d.Severity == diag.Warning && strings.Contains(d.Message, what) {
					got = append(got, fmt.Sprint(d.Line, " ", what))
					break
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s\n%s\n%v", text, diff, diags)
		}
	}
}
