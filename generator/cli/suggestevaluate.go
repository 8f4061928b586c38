package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"

	"ithaca/generator/ask"
	"ithaca/generator/diag"
)

// How much of what a table says wrong is printed.
const (
	maxShown   = 20 // of a table that cannot be used, and of names
	maxLeftOut = 5  // of lines that are left out
)

// evaluate prints how suggestions agree with the past pairs of a file, in which names
// are translated by the contacts of another, if there is one.
func (a *app) evaluate(m *ask.Matching, file, contactsFile string) error {
	var contacts *ask.Contacts
	if contactsFile != "" {
		if err := a.outside(contactsFile); err != nil {
			return err
		}
		if err := a.readTable("contacts", contactsFile, func(f *os.File) (err error) {
			contacts, err = ask.ReadContacts(f)
			return err
		}); err != nil {
			return err
		}
	}
	var past *ask.PastPairs
	err := a.readTable("evaluate", file, func(f *os.File) (err error) {
		past, err = m.PastPairs(f, contacts)
		return err
	})
	if err != nil {
		if contacts == nil && errors.Is(err, errFound) {
			a.complain("Where the table holds names instead of pseudonyms, --contacts FILE translates them.")
		}
		return err
	}
	a.mistaken(file, past.LeftOut, maxLeftOut)
	e := m.Evaluate(past)
	if a.format == "json" {
		return a.json(e)
	}
	a.evaluation(e)
	return nil
}

// outside refuses contacts inside the site, which a build or a push would publish.
func (a *app) outside(file string) error {
	if _, inside := relative(a.site, file); inside {
		return usageError{errors.New("--contacts: `" + file + "` lies inside the site, which may be published; keep contacts in a folder outside of it")}
	}
	return nil
}

// readTable opens a table that a flag names, and prints what keeps it from being
// read. What is no file is a wrong usage.
func (a *app) readTable(flag, file string, read func(*os.File) error) error {
	const remedy = "; name a table saved as CSV"
	switch info, err := os.Stat(file); {
	case errors.Is(err, fs.ErrNotExist):
		return usageError{errors.New("--" + flag + ": there is no file `" + file + "`" + remedy)}
	case err == nil && info.IsDir():
		return usageError{errors.New("--" + flag + ": `" + file + "` is a folder" + remedy)}
	}
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	err = read(f)
	if wrong := new(ask.TableError); errors.As(err, &wrong) {
		a.mistaken(file, wrong.Mistakes, maxShown)
		return errFound
	}
	return err
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
	a.say("named among the five: %.0f of %d", math.Round(e.Named.Value*float64(e.Pairs)), e.Pairs)
	a.say("These are %s for %s, among %s. Named is whom `suggest` would", count(e.Pairs, "past pair", "past pairs"),
		count(e.Requests, "request", "requests"), count(e.Mentors, "mentor", "mentors"))
	a.say("have shown; places, cycles, consent and decisions of today count for nothing.")
	a.notUsed(e.Table)
	a.say("")
	const tooFew = 5
	if e.Pairs < tooFew {
		a.say("These are too few pairs to judge suggestions by: take more of them from past cycles.")
		a.say("")
	} else {
		a.methods(e)
	}
	a.fates(e)
}

// notUsed says what of the table counts for nothing or not as it is written.
func (a *app) notUsed(t *ask.PastPairs) {
	if t.Repeated > 0 {
		a.say("%s left out: an earlier one says the same", count(t.Repeated, "line", "lines"))
	}
	if n := len(t.LeftOut); n > 0 {
		a.say("%s left out: not usable as written", count(n, "line", "lines"))
	}
	if n := len(t.Gone); n > 0 {
		a.say("%s left out: somebody left, or has no file:", count(n, "line", "lines"))
		for _, one := range t.Gone[:min(n, maxShown)] {
			a.say("  line %d: %s", one.Line, one.Text)
		}
		if n > maxShown {
			a.say("  and %d more", n-maxShown)
		}
	}
	if n := len(t.Unread); n > 0 {
		a.say("%s not read: %s", count(n, "column", "columns"), someOf(t.Unread))
	}
	if n := len(t.Unknown); n > 0 {
		var unknown []string
		for _, topic := range t.Unknown {
			unknown = append(unknown, fmt.Sprintf("%s (line %d)", topic.Text, topic.Line))
		}
		a.say("%s known to no mentor and no topic's file: %s", count(n, "topic", "topics"), someOf(unknown))
	}
	if n := len(t.Cycles); n > 0 {
		a.say("%s not in content/index.md: %s. Hours of the week are compared", count(n, "cycle", "cycles"), someOf(t.Cycles))
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

// methods prints how high each order ranks the chosen mentors, and what each part of
// the score adds.
func (a *app) methods(e *ask.Evaluation) {
	if e.Sure() {
		a.say("In brackets: between which values the truth lies, 95 times in 100.")
	} else {
		a.say("These are too few requests to say how sure this is.")
	}
	a.say("\n%-15s%-24s%s", "", "mean reciprocal rank", "among the first 5")
	for _, m := range e.Methods {
		a.say("%-15s%-24s%s", strings.ReplaceAll(m.Name, "-", " "), decimals("%.3f", m.MRR), decimals("%.3f", m.Recall5))
	}
	a.say("\nReciprocal rank: 1 for a chosen mentor in the first place, 1/2 in the second, 1/3")
	a.say("in the third and so on, 0 for one who would not be named; others chosen for the")
	a.say("same request are not in the way. The other lines leave nobody out: without floor is")
	a.say("the same score for those too who suit too little to be named, shared words compares")
	a.say("all that two people say, exact topics counts the same keywords.")
	a.say("\nWhat each part of the score adds to the mean reciprocal rank")
	for _, p := range e.Parts {
		a.say("  %-8s weight %3d  %-25s filled in by %s", p.Part, p.Weight, decimals("%+.3f", p.Adds), count(p.Requests, "request", "requests"))
	}
	if e.Sure() {
		a.say("A part whose brackets lie below 0 does harm: lower its weight, `matching` in")
		a.say("content/index.md, and look again. Topics and words are the halves of the fit.")
	}
	a.say("")
}

// fates says what became of the chosen mentors.
func (a *app) fates(e *ask.Evaluation) {
	a.say("The chosen mentors would be called")
	for _, band := range []string{"strong", "good", "possible"} {
		a.say("  %5d  %s", e.Bands[band], band)
	}
	a.say("  %5d  no match: their fit is too low to be suggested", e.Bands["none"])
	for _, f := range e.Filtered {
		a.say("  %5d  ruled out by %s: %s", f.Count, f.Filter, f.Text)
	}
}

// decimals prints an estimate, with its interval where there is one.
func decimals(format string, e ask.Estimate) string {
	value := fmt.Sprintf(format, e.Value)
	if e.Low == nil || *e.Low == *e.High {
		return value
	}
	return value + fmt.Sprintf(" ("+format+" to "+format+")", *e.Low, *e.High)
}
