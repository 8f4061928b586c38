package match

import (
	"fmt"
	"slices"
	"testing"

	"ithaca/generator/portal"
)

func TestTheTableHasTheSignalsThatIndexMdCanWeigh(t *testing.T) {
	var computed, named []string
	for _, s := range signals() {
		computed = append(computed, s.name)
	}
	for _, s := range portal.Signals() {
		named = append(named, s.Name)
	}
	if !slices.Equal(computed, named) {
		t.Errorf("match computes %v, portal names %v", computed, named)
	}
}

func TestEverySignalThatSufficesReadsPostings(t *testing.T) {
	for _, s := range signals() {
		if s.suffices && s.find == nil {
			t.Errorf("%s can make a match of somebody whom no search finds", s.name)
		}
	}
}

func TestEachColumnHasANameOfItsOwn(t *testing.T) {
	names := ColumnNames()
	slices.Sort(names)
	if len(slices.Compact(names)) != len(columns()) {
		t.Errorf("columns share a name of %q", names)
	}
}

// A portal may state more languages than a set has bits, and people may ask in one
// that nobody has stated.
func TestMentorsAreFoundInAnyNumberOfLanguages(t *testing.T) {
	today := portal.Date{Year: 2026, Month: 11, Day: 16}
	cooking := &portal.Topic{Title: "Cooking"}
	cooking.Slug = "cooking"
	ref := portal.TopicRef{Text: "Cooking", Key: "cooking"}
	p := &portal.Portal{
		Today: today, Program: &portal.Program{},
		Topics: portal.NewTopics([]*portal.Topic{cooking}, map[string]*portal.Topic{"cooking": cooking}),
	}
	for i := range 100 {
		m := &portal.Mentor{Availability: portal.Availability{Status: portal.Open, Until: today}, Skills: []portal.Skill{{Topic: ref}}}
		m.Slug = string([]byte{'a' + byte(i/10), 'a' + byte(i%10)})
		if i > 0 {
			m.Languages = []string{"x" + m.Slug}
		}
		p.Mentors = append(p.Mentors, m)
	}
	x := New(p)
	for i, language := range []string{"xab", "xjj", "none"} {
		r := &portal.Request{Consent: today, Languages: []string{language}, Needs: []portal.Need{{Topic: ref}}}
		if got, want := len(x.Query(r).Best(5)), []int{2, 2, 1}[i]; got != want {
			t.Errorf("%d mentors for %s, want %d", got, language, want)
		}
	}
}

// Whoever has made the move is not found by words alone.
func TestEvidenceOfWordsAloneIsNotGivenBesideAMove(t *testing.T) {
	today := portal.Date{Year: 2026, Month: 11, Day: 16}
	data := &portal.Topic{Title: "Data"}
	data.Slug = "data"
	to := portal.TopicRef{Text: "Data", Key: "data"}
	m := &portal.Mentor{
		Headline: "I tell about sailing", Languages: []string{"en"}, Availability: portal.Availability{Status: portal.Open, Until: today},
		Path: []portal.Step{{Kind: portal.Move, To: to}},
	}
	m.Slug = "ana"
	x := New(&portal.Portal{
		Today: today, Program: &portal.Program{Language: "en"}, Mentors: []*portal.Mentor{m},
		Topics: portal.NewTopics([]*portal.Topic{data}, map[string]*portal.Topic{"data": data}),
	})
	r := &portal.Request{Consent: today, Languages: []string{"en"}, Needs: []portal.Need{{Topic: portal.TopicRef{Text: "Sailing"}}}}
	for _, c := range []struct {
		move portal.CareerMove
		want []Reason
	}{{portal.CareerMove{}, []Reason{OnlyWords}}, {portal.CareerMove{To: to}, []Reason{SharesWords, MadeTheMove}}} {
		r.Move = c.move
		var got []Reason
		for _, e := range x.Query(r).Explain(m).Evidence {
			got = append(got, e.Reason)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("with the move %v the evidence is %v, not %v", c.move, got, c.want)
		}
	}
}

// Many people write of their work; that is no reason to ask one of them.
func TestCommonWordsOfAimsAreNoEvidenceBesideRarerOnes(t *testing.T) {
	today := portal.Date{Year: 2026, Month: 11, Day: 16}
	p := &portal.Portal{Today: today, Program: &portal.Program{Language: "en"}, Topics: portal.NewTopics(nil, nil)}
	for i, about := range []string{"gardens and beehives", "gardens", "gardens", "ships"} {
		m := &portal.Mentor{Headline: "I tell of " + about, Languages: []string{"en"}, Availability: portal.Availability{Status: portal.Open, Until: today}}
		m.Slug = fmt.Sprint("mentor-", i)
		p.Mentors = append(p.Mentors, m)
	}
	r := &portal.Request{Consent: today, Languages: []string{"en"}, Aims: portal.Aims{Short: "Gardens with beehives"}}
	x := New(p).Private()
	for i, want := range []string{"beehives", "Gardens"} { // the second mentor would have no evidence without it
		var got []string
		for _, e := range x.Query(r).Explain(p.Mentors[i]).Evidence {
			got = append(got, e.Words...)
		}
		if !slices.Equal(got, []string{want}) {
			t.Errorf("both speak of %v, want %s", got, want)
		}
	}
}
