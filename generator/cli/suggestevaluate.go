package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ithaca/generator/ask"
	"ithaca/generator/diag"
)

// How much of what a table says wrong is printed.
const (
	maxShown   = 20 // of a table that cannot be used, and of topics
	maxLeftOut = 5  // of lines that are left out
)

// evaluate prints how suggestions agree with the past pairs of a file.
func (a *app) evaluate(m *ask.Matching, file string) error {
	f, err := openTable(file)
	if err != nil {
		return err
	}
	defer f.Close()
	e, err := m.Evaluate(f)
	if wrong := new(ask.TableError); errors.As(err, &wrong) {
		a.mistaken(file, wrong.Mistakes, maxShown)
		return errFound
	}
	if err != nil {
		return err
	}
	a.mistaken(file, e.LeftOut, maxLeftOut)
	if a.format == "json" {
		return a.json(e)
	}
	a.evaluation(e)
	return nil
}

// openTable opens a table of past pairs. What is no file is a wrong usage.
func openTable(file string) (*os.File, error) {
	const remedy = "; name a table saved as CSV, with the first line: request,mentor"
	switch info, err := os.Stat(file); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, usageError{errors.New("--evaluate: there is no file `" + file + "`" + remedy)}
	case err == nil && info.IsDir():
		return nil, usageError{errors.New("--evaluate: `" + file + "` is a folder" + remedy)}
	}
	return os.Open(file)
}

// mistaken prints what is wrong with a table's lines, at most so many of them.
func (a *app) mistaken(file string, all []ask.LineMistake, most int) {
	for _, one := range all[:min(most, len(all))] {
		a.complain("%s:%d: %s", filepath.ToSlash(file), one.Line, diag.Diagnostic{Message: one.Text}.Visible().Message)
	}
	if more := len(all) - most; more > 0 {
		a.complain("and %d more", more)
	}
}

func (a *app) evaluation(e *ask.Evaluation) {
	a.say("%s for %s, among %s", count(e.Pairs, "past pair", "past pairs"), count(e.Requests, "request", "requests"),
		count(e.Mentors, "mentor", "mentors"))
	a.notUsed(e)
	a.say("")
	const tooFew = 5
	if e.Pairs < tooFew {
		a.say("These are too few pairs to judge suggestions by: take more of them from past cycles.")
		a.fates(e)
		return
	}
	if !e.Sure() {
		a.say("These are too few pairs to say how sure this is.")
		a.say("")
	}
	a.methods(e)
	a.contributions(e)
	a.fates(e)
}

// notUsed says what of the table counts for nothing or not as it is written.
func (a *app) notUsed(e *ask.Evaluation) {
	if e.Repeated > 0 {
		a.say("%s left out: an earlier one says the same", count(e.Repeated, "line", "lines"))
	}
	lines := map[int]bool{}
	for _, one := range e.LeftOut {
		lines[one.Line] = true
	}
	if len(lines) > 0 {
		a.say("%s left out: not usable as written", count(len(lines), "line", "lines"))
	}
	if n := len(e.Unknown); n > 0 {
		var unknown []string
		for _, topic := range e.Unknown {
			unknown = append(unknown, fmt.Sprintf("%s (line %d)", topic.Text, topic.Line))
		}
		a.say("%s known to no mentor and no topic's file: %s", count(n, "topic", "topics"), someOf(unknown))
	}
	if n := len(e.Cycles); n > 0 {
		a.say("%s not in content/index.md: %s. Hours of the week are compared", count(n, "cycle", "cycles"), someOf(e.Cycles))
		a.say("as if the lines named no cycle; all else is the same.")
	}
}

// someOf joins the first of some words.
func someOf(words []string) string {
	more := ""
	if len(words) > maxShown {
		more = ", …"
	}
	return diag.Diagnostic{Message: strings.Join(words[:min(len(words), maxShown)], ", ") + more}.Visible().Message
}

// methods prints how often each order has the chosen mentors first.
func (a *app) methods(e *ask.Evaluation) {
	a.say("How often the mentor whom you chose would have been named")
	a.say("%-14s%-22s%-22s%-22s%s", "", "first", "among the first 3", "among the first 5", "points")
	for _, m := range e.Methods {
		a.say("%-14s%-22s%-22s%-22s%s", methodWords(m.Name), percent(m.Recall1), percent(m.Recall3), percent(m.Recall5), decimals(m.MRR))
	}
	a.say("")
	if e.Sure() {
		a.say("In brackets: between which values the truth lies, 95 times in 100.")
	}
	a.say("Points: 1 for a mentor in the first place, 1/2 in the second, 1/3 in the third and")
	a.say("so on; the mean of all pairs.")
	a.say("Suggestions gain over counting shared words: %s points", signed(e.Gain))
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
func (a *app) contributions(e *ask.Evaluation) {
	a.say("")
	if e.Sure() {
		a.say("What each part of the score adds to the points (a part whose brackets lie below 0")
		a.say("does harm: lower its weight, `matching` in content/index.md, and look again)")
	} else {
		a.say("What each part of the score adds to the points")
	}
	for _, w := range e.Without {
		a.say("  %-8s weight %3d  %-24s filled in by %s", w.Part, w.Weight, signed(w.Loss), count(w.Requests, "request", "requests"))
	}
}

// fates says what became of the chosen mentors.
func (a *app) fates(e *ask.Evaluation) {
	a.say("")
	a.say("The chosen mentors would be called")
	for _, band := range []string{"strong", "good", "possible"} {
		a.say("  %5d  %s", e.Bands[band], band)
	}
	a.say("  %5d  no match: their score is too low to be suggested", e.Bands["none"])
	for _, f := range e.Filtered {
		a.say("  %5d  ruled out by %s: %s", f.Count, f.Filter, f.Text)
	}
}

func decimals(e ask.Estimate) string {
	if e.Low == nil || *e.Low == *e.High {
		return fmt.Sprintf("%.3f", e.Value)
	}
	return fmt.Sprintf("%.3f (%.3f–%.3f)", e.Value, *e.Low, *e.High)
}

func signed(e ask.Estimate) string {
	if e.Low == nil {
		return fmt.Sprintf("%+.3f", e.Value)
	}
	return fmt.Sprintf("%+.3f (%+.3f to %+.3f)", e.Value, *e.Low, *e.High)
}

func percent(e ask.Estimate) string {
	if e.Low == nil || *e.Low == *e.High {
		return fmt.Sprintf("%.1f %%", 100*e.Value)
	}
	return fmt.Sprintf("%.1f %% (%.1f–%.1f)", 100*e.Value, 100**e.Low, 100**e.High)
}
