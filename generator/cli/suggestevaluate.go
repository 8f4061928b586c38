package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"ithaca/generator"
	"ithaca/generator/diag"
)

// maxShown is how many mistakes of a table are printed.
const maxShown = 20

// noTableError is a table of past pairs that cannot be read.
type noTableError struct{ error }

func (e *noTableError) Unwrap() error { return e.error }

// Hint says what to do about it.
func (e *noTableError) Hint() string {
	return "name a table saved as CSV, with the first line: request,mentor"
}

// evaluate prints how suggestions agree with the past pairs of a file.
func (a *app) evaluate(m *generator.Matching, file string) error {
	f, err := os.Open(file)
	if err != nil {
		return &noTableError{err}
	}
	defer f.Close()
	e, err := m.Evaluate(f)
	if wrong := new(generator.PairsError); errors.As(err, &wrong) {
		for _, mistake := range wrong.Mistakes[:min(maxShown, len(wrong.Mistakes))] {
			a.complain("%s:%d: %s", filepath.ToSlash(file), mistake.Line, diag.Diagnostic{Message: mistake.Text}.Visible().Message)
		}
		if more := len(wrong.Mistakes) - maxShown; more > 0 {
			a.complain("and %d more", more)
		}
		return errFound
	}
	if err != nil {
		return err
	}
	if a.format == "json" {
		return a.json(e)
	}
	a.evaluation(e)
	return nil
}

func (a *app) evaluation(e *generator.Evaluation) {
	a.say("%s for %s, among %s", count(e.Pairs, "past pair", "past pairs"), count(e.Requests, "request", "requests"),
		count(e.Mentors, "mentor", "mentors"))
	if e.Repeated > 0 {
		a.say("%s left out: an earlier one says the same", count(e.Repeated, "line", "lines"))
	}
	if n := len(e.Unknown); n > 0 {
		more := ""
		if n > maxShown {
			more = ", …"
		}
		a.say("%s known to no mentor and no topic's file: %s%s", count(n, "topic", "topics"), strings.Join(e.Unknown[:min(n, maxShown)], ", "), more)
	}
	a.say("")
	a.say("%-14s%-22s%-22s%-22s%s", "Order", "Mean of 1/rank", "First", "Among the first 3", "Among the first 5")
	for _, m := range e.Methods {
		a.say("%-14s%-22s%-22s%-22s%s", methodWords(m.Name), decimals(m.MRR), percent(m.Recall1), percent(m.Recall3), percent(m.Recall5))
	}
	a.say("")
	if e.Sure() {
		a.say("In brackets: between which values the truth lies, 95 times in 100.")
	} else {
		a.say("These are too few pairs to say how sure this is.")
	}
	a.say("A mean of 1/rank of 1 means that the mentor of the past always comes first, 0.5")
	a.say("second, 0.2 fifth.")
	a.say("")
	a.say("Gain over counting shared words: %s", signed(e.Gain))
	a.contributions(e)
	a.notRanked(e)
}

func methodWords(name string) string {
	switch name {
	case "suggestions":
		return "suggested"
	case "shared-words":
		return "shared words"
	}
	return "by chance"
}

// contributions prints what each part of the score is worth.
func (a *app) contributions(e *generator.Evaluation) {
	a.say("")
	if e.Sure() {
		a.say("What each part of the score adds to the mean of 1/rank (a part whose brackets lie")
		a.say("below 0 does harm: lower its weight, `matching` in content/index.md, and look again)")
	} else {
		a.say("What each part of the score adds to the mean of 1/rank")
	}
	for _, w := range e.Without {
		a.say("  %-8s weight %3d  %-24s filled in by %s", w.Part, w.Weight, signed(w.Loss), count(w.Requests, "request", "requests"))
	}
}

// notRanked says what became of the chosen mentors.
func (a *app) notRanked(e *generator.Evaluation) {
	a.say("")
	a.say("The chosen mentors would be called")
	for _, band := range []string{"strong", "good", "possible"} {
		a.say("  %5d  %s", e.Bands[band], band)
	}
	a.say("  %5d  no match: their score is too low to be suggested", e.Bands["none"])
	for _, f := range e.Filtered {
		a.say("  %5d  ruled out by %s: %s", f.Pairs, f.Filter, filterWords(f.Filter))
	}
}

func decimals(e generator.Estimate) string {
	if e.Low == nil || *e.Low == *e.High {
		return fmt.Sprintf("%.3f", e.Value)
	}
	return fmt.Sprintf("%.3f (%.3f–%.3f)", e.Value, *e.Low, *e.High)
}

func signed(e generator.Estimate) string {
	if e.Low == nil {
		return fmt.Sprintf("%+.3f", e.Value)
	}
	return fmt.Sprintf("%+.3f (%+.3f to %+.3f)", e.Value, *e.Low, *e.High)
}

func percent(e generator.Estimate) string {
	if e.Low == nil || *e.Low == *e.High {
		return fmt.Sprintf("%.1f %%", 100*e.Value)
	}
	return fmt.Sprintf("%.1f %% (%.1f–%.1f)", 100*e.Value, 100**e.Low, 100**e.High)
}
