package match_test

import (
	"encoding/json"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
)

// What the module says of texts: the topic called so, and the nearest.
const naming = `
import { readFileSync } from "node:fs";
import { called as read } from "./fold.js";
import { naming } from "./names.js";
const worlds = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(worlds.map(({ names: called, topics, texts }) => {
  const names = naming(called), slug = (n) => (n < 0 ? "" : read(topics[n])[0]);
  return texts.map((text) => { const near = names.near(text, 6); return [slug(names.called(text)), String(near.sound), ...near.map(slug)]; });
})));
`

func TestTheFinderUnderstandsNamesAsTheCommandLineDoes(t *testing.T) {
	type world struct {
		Names  [][4]string `json:"names"`
		Topics [][]string  `json:"topics"`
		Texts  []string    `json:"texts"`
	}
	var worlds []world
	var want [][][]string
	for seed := range 20 {
		p := rapid.Custom(func(t *rapid.T) *portal.Portal { return portaltest.Invented(t, 25, 6) }).Example(seed)
		v := portal.NewVocabulary(p.Topics, p.Program.Language)
		records := match.New(p).Records()
		w := world{Names: records.Names, Topics: records.Topics, Texts: []string{"", "I nurse and want to work with data", "zzz", "C#", "看護師"}}
		for _, topic := range p.Topics.All() {
			title := []rune(topic.Title)
			w.Texts = append(w.Texts, topic.Title, topic.Slug, portal.Join(topic.Slug), "I want "+topic.Title+"ing", string(title[:max(1, len(title)-2)])+"x", string(title[len(title)/3:]))
		}
		var says [][]string
		for _, text := range w.Texts {
			near, sound := v.Near(text, 6)
			one := []string{"", map[bool]string{true: "true", false: "false"}[sound]}
			if topic := v.Called(text); topic != nil {
				one[0] = topic.Slug
			}
			says = append(says, append(one, slugs(near)...))
		}
		worlds, want = append(worlds, w), append(want, says)
	}
	var got [][][]string
	if err := json.Unmarshal(portaltest.Node(t, "../../templates/assets/js", naming, worlds), &got); err != nil {
		t.Fatal(err)
	}
	for i := range want {
		for j := range want[i] {
			if !slices.Equal(got[i][j], want[i][j]) {
				t.Fatalf("portal %d: of %q the finder says %q, we %q", i, worlds[i].Texts[j], got[i][j], want[i][j])
			}
		}
	}
}
