package terminal

import (
	"fmt"
	"path/filepath"
	"strings"

	"ithaca/generator/ask"
	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/table"
)

// maxShown is how many names of one kind are printed.
const maxShown = 20

// Mistaken prints what is wrong with a table's lines, at most so many of them.
func (t *Terminal) Mistaken(file string, all []table.Mistake, most int) {
	for _, one := range all[:min(most, len(all))] {
		t.Complain("%s:%d: %s", filepath.ToSlash(file), one.Line, diag.Visible(one.Text))
	}
	if more := len(all) - most; more > 0 {
		t.Complain("and %d more", more)
	}
}

// Evaluation prints how suggestions agree with past pairs.
func (t *Terminal) Evaluation(e *ask.Evaluation) error {
	if t.Format == "json" {
		return t.JSON(e)
	}
	t.Say("named among the five: %d of %d", (e.Named.Value*e.Pairs+5_000)/10_000, e.Pairs)
	t.Say("These are %s for %s, among %s. Named is whom `suggest` would", diag.Count(e.Pairs, "past pair", "past pairs"),
		diag.Count(e.Requests, "request", "requests"), diag.Count(e.Mentors, "mentor", "mentors"))
	t.Say("have shown; places, cycles, consent and decisions of today count for nothing.")
	t.notUsed(e)
	t.Say("")
	const tooFew = 5
	if e.Pairs < tooFew {
		t.Say("These are too few pairs to judge suggestions by: take more of them from past cycles.")
		t.Say("")
	} else {
		t.methods(e)
	}
	t.fates(e)
	return nil
}

// notUsed says what of the table counts for nothing or not as it is written.
func (t *Terminal) notUsed(e *ask.Evaluation) {
	past := e.Table
	if past.Repeated > 0 {
		t.Say("%s left out: an earlier one says the same", diag.Count(past.Repeated, "line", "lines"))
	}
	if n := len(past.LeftOut); n > 0 {
		t.Say("%s left out: not usable as written", diag.Count(n, "line", "lines"))
	}
	if n := len(past.Gone); n > 0 {
		t.Say("%s left out: somebody left, or has no file:", diag.Count(n, "line", "lines"))
		for _, one := range past.Gone[:min(n, maxShown)] {
			t.Say("  line %d: %s", one.Line, one.Text)
		}
		if n > maxShown {
			t.Say("  and %d more", n-maxShown)
		}
	}
	if n := len(past.Unread); n > 0 {
		t.Say("%s not read: %s", diag.Count(n, "column", "columns"), diag.Visible(diag.Few(past.Unread, maxShown)))
	}
	if n := len(past.Unknown); n > 0 {
		unknown := each.Of(past.Unknown, func(m table.Mistake) string { return fmt.Sprintf("%s (line %d)", m.Text, m.Line) })
		t.Say("%s known to no mentor and no topic's file: %s", diag.Count(n, "topic", "topics"), diag.Visible(diag.Few(unknown, maxShown)))
	}
}

// methods prints how high each order ranks the chosen mentors, and what each part of
// the score adds.
func (t *Terminal) methods(e *ask.Evaluation) {
	if e.Sure() {
		t.Say("In brackets: between which values the truth lies, 95 times in 100.")
	} else {
		t.Say("These are too few requests to say how sure this is.")
	}
	t.Say("\n%-15s%-24s%s", "", "mean reciprocal rank", "among the first 5")
	for _, m := range e.Orders {
		t.Say("%-15s%-24s%s", strings.ReplaceAll(m.Name, "-", " "), m.MRR.Text("%.3f"), m.Recall.Text("%.3f"))
	}
	t.Say("\nReciprocal rank: 1 for a chosen mentor in the first place, 1/2 in the second, 1/3")
	t.Say("in the third and so on, 0 for one who would not be named; others chosen for the")
	t.Say("same request are not in the way. The other lines leave nobody out: without floor is")
	t.Say("the same score for those too who suit too little to be named, shared words compares")
	t.Say("all that two people say, exact topics counts the same keywords.")
	t.Say("\nWhat each part of the score adds to the mean reciprocal rank")
	for _, p := range e.Parts {
		t.Say("  %-8s weight %3d  %-25s filled in by %s", p.Name, p.Weight, p.Adds.Text("%+.3f"), diag.Count(p.Requests, "request", "requests"))
	}
	if e.Sure() {
		t.Say("A part whose brackets lie below 0 does harm: lower its weight, `matching` in")
		t.Say("content/index.md, and look again. Topics and words are the halves of the fit.")
	}
	t.Say("")
}

// fates says what mentors would be called, and how many of them were chosen.
func (t *Terminal) fates(e *ask.Evaluation) {
	t.Say("What mentors would be called for the requests, and how many of them were chosen")
	chosen, all := 0, 0
	for _, band := range e.Bands {
		name := string(band.Name)
		if name == "none" {
			name = "no match: their fit is too low to be suggested"
		}
		t.Say("  %5d of %5d  %s", band.Chosen, band.Chosen+band.Others, name)
		chosen, all = chosen+band.Chosen, all+band.Chosen+band.Others
	}
	t.Say("  %5d of %5d  in all: what a word is worth shows beside this share", chosen, all)
	for _, f := range e.Filtered {
		t.Say("  %5d  ruled out by %s: %s", f.Count, f.Filter, f.Text)
	}
}
