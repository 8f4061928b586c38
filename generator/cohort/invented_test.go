package cohort_test

import (
	"fmt"
	"math/rand/v2"

	"pgregory.net/rapid"

	"ithaca/generator/cohort"
)

// market draws a small market: few people, so that scores collide and groups,
// decisions and several mentors get in each other's way.
func market(t *rapid.T) *cohort.Market {
	m := &cohort.Market{}
	scores := rapid.SampledFrom([]int{0, 1, 2, 3, 2000, 2001, 5000, 10_000})
	for i := range rapid.IntRange(0, 5).Draw(t, "requests") {
		m.Requests = append(m.Requests, cohort.Request{
			ID: fmt.Sprint("r", i), Wants: rapid.SampledFrom([]int{1, 1, 1, 2, 3}).Draw(t, "wants"),
			Waiting: rapid.SampledFrom([]int{0, 0, 45, 400, 9000}).Draw(t, "waiting"),
		})
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "mentors") {
		m.Mentors = append(m.Mentors, cohort.Mentor{
			ID: fmt.Sprint("m", i), Places: rapid.IntRange(0, 3).Draw(t, "places"), Taken: rapid.SampledFrom([]int{0, 0, 1, 20}).Draw(t, "taken"),
			Minimum: rapid.SampledFrom([]int{0, 0, 0, 2, 3}).Draw(t, "minimum"),
		})
	}
	for i := range m.Requests {
		for j := range m.Mentors {
			switch rapid.SampledFrom([]string{"pair", "pair", "pair", "none", "none", "fixed"}).Draw(t, "kind") {
			case "pair":
				m.Pairs = append(m.Pairs, cohort.Pair{Request: i, Mentor: j, Score: scores.Draw(t, "score")})
			case "fixed":
				if rapid.Bool().Draw(t, "rarely") {
					m.Fixed = append(m.Fixed, cohort.Fixed{Request: i, Mentor: j, Score: scores.Draw(t, "score"), By: "lock"})
				}
			}
		}
	}
	return m
}

// shape is a kind of market, as programs have them.
type shape struct {
	name              string
	requests, mentors int
	most              int // places of a mentor
	list              int // pairs of a request
}

// shapes are the markets that are measured: places to spare, too few, as many as
// people, and people who all want the same mentors.
func shapes(short bool) []shape {
	all := []shape{
		{"slack", 5_000, 10_000, 1, 50},
		{"tight", 10_000, 5_000, 3, 50},
		{"short", 10_000, 5_000, 1, 50},
		{"crowded", 10_000, 5_000, 3, 50},
	}
	if short {
		for i := range all {
			all[i].requests, all[i].mentors = all[i].requests/20, all[i].mentors/20
		}
	}
	return all
}

// invented is a market of a shape. People and mentors stand on a map of interests, and
// a score falls with their distance; in a crowded market some mentors please everybody.
func (s shape) invented(seed uint64) *cohort.Market {
	d := rand.New(rand.NewPCG(seed, 1))
	m := &cohort.Market{}
	type point struct{ x, y, charm float64 }
	people, others := make([]point, s.requests), make([]point, s.mentors)
	for i := range people {
		people[i] = point{d.Float64(), d.Float64(), 0}
		m.Requests = append(m.Requests, cohort.Request{ID: fmt.Sprintf("request-%06d", i), Wants: 1, Waiting: d.IntN(400)})
	}
	for i := range others {
		others[i] = point{d.Float64(), d.Float64(), 0}
		if s.name == "crowded" {
			others[i].charm = d.ExpFloat64() * 1000
		}
		m.Mentors = append(m.Mentors, cohort.Mentor{ID: fmt.Sprintf("mentor-%06d", i), Places: 1 + d.IntN(s.most), Taken: d.IntN(2)})
	}
	for i, p := range people {
		seen := map[int]bool{}
		for len(seen) < min(s.list, s.mentors) {
			j := d.IntN(s.mentors)
			if seen[j] {
				continue
			}
			seen[j] = true
			dx, dy := p.x-others[j].x, p.y-others[j].y
			score := 6000 - 6000*(dx*dx+dy*dy) + others[j].charm + d.Float64()*1000
			m.Pairs = append(m.Pairs, cohort.Pair{Request: i, Mentor: j, Score: max(1, min(10_000, int(score)))})
		}
	}
	return m
}
