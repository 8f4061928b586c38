package content_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/content"
	"ithaca/generator/diag"
)

func TestATopicThatOnlyRequestsNameIsComparedWithAllOthers(t *testing.T) {
	for _, c := range []struct{ needs, want []string }{
		{[]string{"scaffolding"}, nil},
		{[]string{"public-speaking"}, nil},
		{[]string{"publicspeaking"}, []string{"did you mean `public-speaking`?"}},
		{[]string{"pubilc speaking"}, []string{"did you mean `public-speaking`?"}},
		{[]string{"stone masonry", "stonemasonry"}, []string{"another request spells it otherwise"}},
		{[]string{"stone masonry", "Stone Masonry", "stone-masonry"}, nil},
	} {
		docs := []*content.Document{
			content.Decode("content/index.md", []byte("---\ntitle: Harbour\nconcerns: {name: Desk, url: \"https://harbour.example/c\"}\nrequests: {repository: private}\ncycles: [{id: spring}]\n---\n")),
			content.Decode("content/mentors/ana-silva.md", []byte("---\nname: Ana\nheadline: B\nlanguages: [en]\nskills: [public speaking]\navailability: {status: open, until: 2026-12-31}\ncontact: {via: organizer}\nconsent: {publish: 2026-11-01}\nconfirmed: 2026-11-01\n---\n")),
		}
		for i, need := range c.needs {
			docs = append(docs, content.Decode(fmt.Sprintf("content/requests/heron-%d.md", i), []byte("---\nlanguages: [en]\nneeds: [{topic: "+need+"}]\ncycle: spring\nconsent: {matching: 2026-10-01}\n---\n")))
		}
		_, list := content.Link(docs, content.Options{Today: today})
		list = slices.DeleteFunc(content.Discreet(list, docs), func(d diag.Diagnostic) bool { return d.Code != content.SimilarTopics })
		if len(list) != len(c.want) {
			t.Errorf("%q: %v", c.needs, list)
			continue
		}
		for i, d := range list {
			if !strings.HasPrefix(d.Hint, c.want[i]) || strings.Contains(d.Message, c.needs[0]) {
				t.Errorf("%q: %v; %s", c.needs, d, d.Hint)
			}
		}
	}
}
