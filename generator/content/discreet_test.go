package content_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/content"
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
)

// mistaken are ways to write a field's value wrong. No message may repeat the name in
// them.
var mistaken = []string{
	"Zanzibank", "[Zanzibank]", "{Zanzibank: 1}", "{short: Zanzibank}", "[[Zanzibank]]", "[{Zanzibank: 1}]", "[{topic: Zanzibank}]", "[{topic: Zanzibank, now: Zanzibank}]",
	"[{topic: sql, want: Zanzibank, goal: 9}]", "[{topic: {Zanzibank: 1}}]", "[{cycle: Zanzibank, mentor: Zanzibank, do: Zanzibank, reason: Zanzibank, date: Zanzibank}]",
	"{from: Zanzibank, to: [Zanzibank]}", "{matching: Zanzibank}", "{structure: Zanzibank}", "{Zanzibank}", "{long: [Zanzibank]}", "{short: \"Zanzibank \\u202e\"}",
	"\"Zanzibank\\u202e\"", "\"Zanzibank \\u200b\"", "\"[[ZANZIBANK]]\"", "“Zanzibank”", "Zanzibank #Zanzibank", "#Zanzibank", "Zanzibank: Zanzibank", "\"Zanzibank\" Zanzibank", "'Zanzibank's'",
	"\"Zanzibank", "'Zanzibank", "[Zanzibank", "{Zanzibank", "[Zanzibank, Zanzibank]", "&Zanzibank x", "*Zanzibank", "!Zanzibank x", "!!Zanzibank x", "@Zanzibank", "`Zanzibank`", "%Zanzibank",
	"| Zanzibank", "> Zanzibank", "- Zanzibank", "\tZanzibank", "\"\\Zanzibank\"", "Zanzibank@Zanzibank.example", "https://Zanzibank.example/ Zanzibank", "javascript:Zanzibank", "ZANZIBANK", "Zanzibank/Lagos",
	"Zanzibank and Zanzibank", "[en, Zanzibank and english]", "SQL (Zanzibank)", "[SQL (Zanzibank)]", "[intermediate Zanzibank]", "[{topic: intermediate Zanzibank, level: Zanzibank}]", "level: Zanzibank",
	"4711008150Zanzibank", "2026-13-45 Zanzibank", "Mon 18:00-Zanzibank", "[Mon 18:00-25:00 Zanzibank]", "[Tue 18:00-21:00, Zanzibank 3-4]", strings.Repeat("Zanzibank ", 120), "[" + strings.Repeat("Zanzibank, ", 60) + "]",
	"null\nZanzibank: 1", "x\n Zanzibank", "x\nZanzibank", "x\n- Zanzibank", "\n  - Zanzibank\n - Zanzibank", "\n  Zanzibank: 1\n  Zanzibank: 2", "x\nZanzibank:y", "x\n<<: Zanzibank", "x\n? Zanzibank", "x\n--- Zanzibank\ny: 1",
}

// mistakenTexts are texts below the fields that hold mistakes.
var mistakenTexts = []string{
	"<b>Zanzibank</b>", "[x](javascript:Zanzibank)", "[Zanzibank][Zanzibank]", "![Zanzibank](zanzibank.png)", "![](https://zanzibank.example/a.png)", "[[ZANZIBANK]]", "[[Zanzibank]]", "{{< Zanzibank >}}",
	"::: Zanzibank", "{% Zanzibank %}", "# Zanzibank {#Zanzibank}", "[^Zanzibank]", "[^Zanzibank]: Zanzibank", "[Zanzibank]: Zanzibank Zanzibank", "[Zanzibank]: /zanzibank", "> [!ZANZIBANK]\n> Zanzibank",
	"<<<<<<< Zanzibank\na\n=======\nb\n>>>>>>> Zanzibank", "| a |\n|---|\n| Zanzibank | Zanzibank |", "[x](Zanzibank Zanzibank.pdf)", "[x] (https://zanzibank.example)", "[Zanzibank](/zanzibank/)", "[Zanzibank](#zanzibank)",
	"[Zanzibank](../zanzibank.md)", "zanzibank@zanzibank.example", "Zanzibank\u202eZanzibank", "==Zanzibank==", "<!-- Zanzibank", "[Zanzibank]()", "- [Zanzibank] x", strings.Repeat("> ", 30) + "Zanzibank", strings.Repeat("Zanzibank", 2000),
	"!!! note Zanzibank", "--8<-- \"Zanzibank\"", "$$Zanzibank$$", "~~~ Zanzibank", "[Zanzibank](Zanzibank", "<https://Zanzibank", "<javascript:Zanzibank>", "*[Zanzibank]: Zanzibank", "zanzibank [at] zanzibank [dot] example",
}

// everyMistake returns requests that have each mistake in each field, and in the text.
func everyMistake(t *testing.T) map[string]string {
	t.Helper()
	keys, _ := kinds.Schemas(nil)["requests"].(map[string]any)["properties"].(map[string]any)
	if len(keys) < 20 {
		t.Fatalf("a request has the fields %v", keys)
	}
	requests := map[string]string{}
	add := func(line, text string) {
		lines := []string{"languages: [en]", "needs: [{topic: sql}]", "cycle: spring", "consent: {matching: 2026-10-01}"}
		key, _, _ := strings.Cut(line, ":")
		lines = slices.DeleteFunc(lines, func(l string) bool { return strings.HasPrefix(l, key+":") })
		requests[fmt.Sprintf("content/requests/heron-%d.md", len(requests))] = "---\n" + line + "\n" + strings.Join(lines, "\n") + "\n---\n" + text + "\n"
	}
	for key := range keys {
		for _, value := range mistaken {
			add(key+": "+value, "")
		}
	}
	for _, line := range mistaken {
		add(line, "")
		add("Zanzibank: "+line, "")
	}
	for _, text := range mistakenTexts {
		add("adult: true", text)
	}
	for _, file := range []string{"Zanzibank", "Zanzibank: x", "--- Zanzibank\nx: y\n---\n", "---\nZanzibank", "---\nx: y\n---- Zanzibank\n", "+++\nZanzibank\n+++\n", "\n---\nZanzibank: x\n---\n", "<<<<<<< Zanzibank\n"} {
		requests[fmt.Sprintf("content/requests/heron-%d.md", len(requests))] = file
	}
	return requests
}

func TestNoMessageAboutARequestRepeatsWhatItSays(t *testing.T) {
	public := map[string]string{
		"content/index.md":            "---\ntitle: Harbour\nconcerns: {name: Desk, url: \"https://harbour.example/c\"}\nrequests: {repository: private}\nvalues: [honesty]\ncycles: [{id: spring}]\n---\nHello.\n",
		"content/topics/sql.md":       "---\ntitle: SQL\nkind: skill\n---\n",
		"content/topics/zanzibanc.md": "---\ntitle: Night trains\nkind: skill\n---\n",
	}
	requests := everyMistake(t)
	for _, strict := range []bool{false, true} {
		var docs []*content.Document
		for name, text := range public {
			if strict {
				text = strings.Replace(text, "values:", "topics: {strict: true}\nvalues:", 1)
			}
			docs = append(docs, content.Decode(name, []byte(text)))
		}
		for name, text := range requests {
			docs = append(docs, content.Decode(name, []byte(text)))
		}
		slices.SortFunc(docs, func(a, b *content.Document) int { return strings.Compare(a.Path, b.Path) })
		_, list := content.Link(docs, content.Options{Today: today})
		if len(list) < len(requests) {
			t.Errorf("only %d mistakes are found in %d requests", len(list), len(requests))
		}
		if quoting := slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool { return !repeats(t, d) }); len(quoting) < 100 {
			t.Errorf("only %d of the mistakes quote the name at first: the test is blind", len(quoting))
		}
		for _, d := range content.Discreet(list, docs) {
			if repeats(t, d) {
				t.Errorf("%s\n%v\nhint: %s", requests[d.File], d, d.Hint)
			}
		}
	}
}

// repeats reports whether a mistake, printed in any format, holds the confided text.
func repeats(t *testing.T, d diag.Diagnostic) bool {
	t.Helper()
	var printed bytes.Buffer
	for _, err := range []error{diag.Text{}.Write(&printed, diag.List{d}), diag.WriteJSON(&printed, diag.List{d}, nil), diag.WriteGitHub(&printed, diag.List{d}, nil)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	said := strings.ToLower(strings.ReplaceAll(printed.String(), "zanzibanc", "")) // a topic that is public
	return strings.Contains(said, "zanzi") || strings.Contains(said, "4711008150")
}
