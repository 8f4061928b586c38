package cohort

import (
	"cmp"
	"maps"
	"slices"

	"ithaca/generator/each"
	"ithaca/generator/order"
)

// TopicSum is how much a topic is asked for and offered.
type TopicSum struct {
	Topic     string `json:"topic"`
	Asked     int    `json:"asked"`     // requests that ask for it
	Unmatched int    `json:"unmatched"` // of them, those without a mentor
	Offered   int    `json:"offered"`   // mentors who offer it
	Places    int    `json:"places"`    // of these mentors
	Open      int    `json:"open"`      // of these places, those left
}

// topics returns the topics asked for, sorted by requests without a mentor, then by
// requests beyond places, the most first.
func (t *reporter) topics() []TopicSum {
	sums := map[string]*TopicSum{}
	for i, r := range t.market.Requests {
		for _, topic := range slices.Compact(slices.Sorted(slices.Values(r.Facts.Topics))) {
			if sums[topic] == nil {
				sums[topic] = &TopicSum{Topic: topic}
			}
			sums[topic].Asked++
			if len(t.mentors[i]) == 0 {
				sums[topic].Unmatched++
			}
		}
	}
	for i, m := range t.market.Mentors {
		for _, topic := range slices.Compact(slices.Sorted(slices.Values(m.Facts.Topics))) {
			if s := sums[topic]; s != nil {
				s.Offered++
				s.Places += m.Places
				s.Open += t.placesLeft(i)
			}
		}
	}
	all := each.Of(slices.Sorted(maps.Keys(sums)), func(topic string) TopicSum { return *sums[topic] })
	order.Stable(all, func(a, b TopicSum) int {
		return cmp.Or(cmp.Compare(b.Unmatched, a.Unmatched), cmp.Compare(b.Asked-b.Places, a.Asked-a.Places))
	})
	return all
}

// Load is how many people a mentor has.
type Load struct {
	Mentor string `json:"mentor"`
	Places int    `json:"places"` // in this cycle
	Taken  int    `json:"taken"`  // pairs of other cycles
	Fixed  int    `json:"fixed"`  // pairs that were made already
	New    int    `json:"new"`
	Left   int    `json:"left"`
	Over   int    `json:"over,omitempty"` // fixed pairs beyond the places
}

// load returns the load of every mentor, those with most people first.
func (t *reporter) load() []Load {
	all := []Load{}
	for _, i := range t.instance.order[mentorSide] {
		m := &t.market.Mentors[i]
		l := Load{Mentor: m.ID, Places: m.Places, Taken: m.Taken, Left: t.placesLeft(i)}
		for _, person := range t.people[i] {
			if t.made[Link{person, i}].Fixed != "" {
				l.Fixed++
			} else {
				l.New++
			}
		}
		l.Over = max(0, l.Fixed-m.Places)
		all = append(all, l)
	}
	order.Stable(all, func(a, b Load) int { return cmp.Compare(b.Taken+b.Fixed+b.New, a.Taken+a.Fixed+a.New) })
	return all
}

// Waiting compares how long people with and without a mentor have waited, in days.
type Waiting struct {
	MatchedMedian   int `json:"matched_median"`
	MatchedMost     int `json:"matched_most"`
	UnmatchedMedian int `json:"unmatched_median"`
	UnmatchedMost   int `json:"unmatched_most"`
}

func (t *reporter) waiting() Waiting {
	var days [2][]int // without a mentor, with one
	for i, r := range t.market.Requests {
		with := min(1, len(t.mentors[i]))
		days[with] = append(days[with], r.Waiting)
	}
	var w Waiting
	w.UnmatchedMedian, w.UnmatchedMost = medianAndMost(days[0])
	w.MatchedMedian, w.MatchedMost = medianAndMost(days[1])
	return w
}

// medianAndMost returns the median, the lower one of an even number, and the maximum; 0
// and 0 of none. It sorts days.
func medianAndMost(days []int) (median, most int) {
	if len(days) == 0 {
		return 0, 0
	}
	slices.Sort(days)
	return days[(len(days)-1)/2], days[len(days)-1]
}
