package study

import (
	"testing"

	"ithaca/generator/match"
)

// agreement is how an order of mentors agrees with organizers, summed up over pairs.
type agreement struct {
	name       string
	mrr, first int64 // sums of reciprocal ranks and of ranks up to five, in millionths
	pairs      int64
	value      func(c *candidate) int64
}

func (a *agreement) add(mine *candidate, rivals []candidate) {
	r := rankOf(a.value(mine), rivals, a.value)
	a.mrr += r.reciprocal()
	a.first += r.within(First)
	a.pairs++
}

func (a *agreement) thousandths() (mrr, recall int64) {
	return mean(a.mrr, 1000*a.pairs), mean(a.first, 1000*a.pairs)
}

// Of what organizers chose among people who write like people, the score must find more
// than topics alone do, and more than plain words, with or without how far the clocks
// are apart.
func TestInventedOrganizersAreAgreedWithBetterThanByTopicsOrByWordsAlone(t *testing.T) {
	orders := []*agreement{
		{name: "suggestions", value: func(c *candidate) int64 { return c.values[0] }},
		{name: "without floor", value: func(c *candidate) int64 { return c.values[1] }},
		{name: "topics alone", value: func(c *candidate) int64 { return c.scoreWithout(match.Words) }},
		{name: "words alone", value: func(c *candidate) int64 { return c.scoreWithout(match.Topics) }},
		{name: "plain words", value: func(c *candidate) int64 { return c.values[2] }},
		{name: "plain words and clocks", value: func(c *candidate) int64 { return c.values[2] + int64(clocks(c))*10 }},
		{name: "exact topics", value: func(c *candidate) int64 { return c.values[3] }},
		{name: "chance", value: func(c *candidate) int64 { return c.values[4] }},
	}
	for seed := range uint64(12) {
		h := newHistory(seed+1, 60, 90)
		then := asDecided(h.portal)
		s := &survey{index: match.New(then).Private(), texts: newTexts(then)}
		for _, p := range grouped(h.pairs) {
			r := *p.request
			r.Consent = then.Today
			chosen, rivals := s.candidates(p, &r)
			for _, order := range orders {
				order.add(&chosen[0], rivals)
			}
		}
	}
	found := map[string][2]int64{}
	for _, order := range orders {
		mrr, recall := order.thousandths()
		found[order.name] = [2]int64{mrr, recall}
		t.Logf("%-24s mean reciprocal rank .%03d, among the five .%03d", order.name, mrr, recall)
	}
	// Ranks are compared of everybody, for a low rank is worth something, too, and the
	// floor of the fit gives none. Named is only who is above it.
	for _, other := range []string{"topics alone", "plain words", "plain words and clocks", "exact topics", "chance"} {
		if mine, theirs := found["without floor"][0], found[other][0]; mine <= theirs {
			t.Errorf("mean reciprocal rank: .%03d by the score, .%03d by %s", mine, theirs, other)
		}
		if mine, theirs := found["suggestions"][1], found[other][1]; mine <= theirs {
			t.Errorf("named among the five: .%03d, by %s it would be .%03d", mine, other, theirs)
		}
	}
}

// clocks returns how well the clocks of two people agree, in ten-thousandths.
func clocks(c *candidate) int {
	for _, s := range c.Signals {
		if s.Signal == "time" {
			return s.Value
		}
	}
	return 0
}
