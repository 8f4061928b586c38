package theme

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"testing"

	"ithaca/generator/portaltest"
)

// lists are lists of words in languages of the interface, as a sentence has them.
var lists = map[string]map[string][]string{
	"en": {"": nil, "a": {"a"}, "a and b": {"a", "b"}, "a, b and c": {"a", "b", "c"}},
	"es": {
		"portugués e inglés": {"portugués", "inglés"}, "inglés, francés e hindi": {"inglés", "francés", "hindi"},
		"agua y hielo": {"agua", "hielo"}, "inglés y francés": {"inglés", "francés"}, "a y b": {"a", "b"},
	},
	// What is written from the left stays in its place among what is read from the right.
	"ar": {"\u2068Python\u2069، \u2068Excel\u2069 والخبز": {"Python", "Excel", "الخبز"}, "الخبز و\u2068Python\u2069": {"الخبز", "Python"}},
}

func TestListsReadLikeSentences(t *testing.T) {
	for lang, all := range lists {
		w := WordsIn(lang, os.DirFS("../../templates"))
		for want, items := range all {
			if got := w.List(items); got != want {
				t.Errorf("%s, %q: %q", lang, items, got)
			}
		}
	}
}

const listing = `import { readFileSync } from "node:fs";
const { lang, dir, words, lists } = JSON.parse(readFileSync(0, "utf8"));
const textOf = (query) => words[/"(.+)"/.exec(query)[1]];
globalThis.document = { documentElement: { lang, dir }, querySelector: (query) => ({ content: { querySelector: () => ({ textContent: textOf(query) }) } }) };
const { list } = await import("./say.js");
process.stdout.write(JSON.stringify(lists.map((items) => list(items))));`

func TestScriptsWriteListsAsPagesDo(t *testing.T) {
	for lang, all := range lists {
		w := WordsIn(lang, os.DirFS("../../templates"))
		words := map[string]string{}
		for _, key := range []string{"list-more", "list-last"} {
			words[key] = placeholder.ReplaceAllString(templateText(w.messages[key].forms["other"]), "{$1}")
		}
		var items [][]string
		for _, want := range slices.Sorted(maps.Keys(all)) {
			items = append(items, append([]string{}, all[want]...))
		}
		input := map[string]any{"lang": lang, "dir": direction(lang), "words": words, "lists": items}
		var got []string
		if err := json.Unmarshal(portaltest.Node(t, "../../templates/assets/js", listing, input), &got); err != nil || !slices.Equal(got, slices.Sorted(maps.Keys(all))) {
			t.Errorf("%s: %q, %v", lang, got, err)
		}
	}
}
