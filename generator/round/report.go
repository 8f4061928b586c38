package round

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"

	"ithaca/generator/cohort"
	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/portal"
	"ithaca/generator/theme"
)

// PairIDs is a pair by its ids; an alias, because cli does not import cohort.
type PairIDs = cohort.PairIDs

// Earlier returns the pairs in the JSON of an earlier outcome, nil for an empty one.
func Earlier(report []byte) ([]PairIDs, error) {
	if len(report) == 0 {
		return nil, nil
	}
	var o struct{ Pairs []PairIDs }
	if err := json.Unmarshal(report, &o); err != nil {
		return nil, diag.Refuse("report.json of the last run cannot be read", "remove it, and what moved since is not said")
	}
	return o.Pairs, nil
}

// view is what the template of the report shows.
type view struct {
	*Outcome
	Used       int   // places
	Undecided  int   // pairs that were proposed
	Scores     []bar // of the pairs, by tens of points
	Ranks      []bar
	Percent    int    // of the requests
	LostFirst  string // points that Market.FirstCome would lose
	LostGreedy string // points that Market.Greedy would lose
}

// Asks returns the titles of what a request needs.
func (v *view) Asks(slug string) []string {
	needs := portal.Find(v.gathered.portal.Requests, slug).Needs
	return each.Of(needs, func(n portal.Need) string { return v.Topic(n.Topic.Key) })
}

// bar is a bar of a plot, in pixels: its left edge X, top Y, height H, and the baseline Up
// of its count.
type bar struct {
	Label       string
	Count       int
	X, Y, H, Up int
}

// Page returns the report as an HTML page that loads nothing.
func (o *Outcome) Page(w *theme.Words, folders ...fs.FS) ([]byte, error) {
	r := o.Report
	v := &view{Outcome: o, Used: len(o.Pairs), Percent: (200*r.Objective.People + o.Requests) / max(1, 2*o.Requests), LostFirst: points(int(r.Objective.Score - r.FirstCome.Score)), LostGreedy: points(int(r.Objective.Score - r.Greedy.Score))}
	var scores [10]int
	for i := range o.Pairs {
		scores[min(9, o.Pairs[i].Score/1000)]++
		if o.Pairs[i].Made == "" {
			v.Undecided++
		}
	}
	var labels []string
	for i := range scores {
		labels = append(labels, fmt.Sprintf("%d–%d", 10*i, 10*i+10))
	}
	v.Scores = bars(labels, scores[:])
	labels, ranks := nil, []int(nil)
	for _, k := range r.Ranks {
		for len(ranks) < min(10, k.Rank) { // also those that nobody has
			labels, ranks = append(labels, fmt.Sprint(len(ranks)+1)), append(ranks, 0)
		}
		if k.Rank > 0 && k.Rank <= 10 {
			ranks[k.Rank-1] = k.Requests
		}
	}
	v.Ranks = bars(labels, ranks)
	return theme.Document(w, "report", v, folders...)
}

const barHeight, barWidth = 100, 46

// bars returns bars with heights in proportion to counts, the highest as the plot.
func bars(labels []string, counts []int) []bar {
	var all []bar
	most := slices.Max(append([]int{1}, counts...))
	for i, n := range counts {
		h := barHeight * n / most
		y := 20 + barHeight - h
		all = append(all, bar{labels[i], n, 4 + barWidth*i, y, h, y - 4})
	}
	return all
}

// Page returns the letters as an HTML page with a mailto link for each.
func (l *Letters) Page(w *theme.Words, folders ...fs.FS) ([]byte, error) {
	return theme.Document(w, "letters", l, folders...)
}
