package cli

import (
	"crypto/rand"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"ithaca/generator/diag"
	"ithaca/generator/intake"
)

// importFlags are those of the command import, beside the options.
type importFlags struct {
	intake.Options
	until       string
	dryRun, yes bool
}

func importCommand(a *app) *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use:   "import KIND FILE…",
		Short: "Make files of the answers to a form",
		Args:  importArguments,

		Annotations: map[string]string{"requests": "may not be there yet"},
		RunE: func(_ *cobra.Command, args []string) error {
			f.Site, f.Random, f.Kind, f.Paths = a.options, rand.Reader, intake.Kind(args[0]), args[1:]
			return a.importTable(f)
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.Map, "map", "", "a `file` that says what columns and values stand for")
	flags.StringVar(&f.Contacts, "contacts", "", "the `file` of people's names and addresses, outside of the site")
	flags.StringVar(&f.Answers, "answers", "", "a `table` of answers to the questions of an earlier import")
	flags.StringVar(&f.until, "until", "", "the `day` until which mentors are available (default: six months after they wrote)")
	flags.StringVar(&f.Cycle, "cycle", "", "the `cycle` that the people apply for, by its id (default for requests: the only open one)")
	flags.BoolVar(&f.NewTopics, "new-topics", false, "make topics of what people wrote and the site does not know; those of mentors get files")
	flags.BoolVar(&f.dryRun, "dry-run", false, "show what would be done, and write nothing but the map")
	flags.BoolVar(&f.yes, "yes", false, "write without asking")
	flags.BoolVar(&f.Force, "force", false, "write over fields that were edited by hand, and over changes that git has not stored")
	c.ValidArgsFunction = importable
	completeFlag(c, "cycle", a.siteNames("cycles"))
	return c
}

// importKinds are what can be imported.
func importKinds() []string {
	return []string{string(intake.Mentors), string(intake.Requests), string(intake.Decisions)}
}

// importable proposes what is imported, and then files.
func importable(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return importKinds(), cobra.ShellCompDirectiveNoFileComp
}

func importArguments(_ *cobra.Command, args []string) error {
	kinds := importKinds()
	switch {
	case len(args) == 0:
		return usageError{errors.New("say what is imported, mentors, requests or decisions, and from which file")}
	case !slices.Contains(kinds, args[0]):
		return usageError{errors.New("`import` takes mentors, requests or decisions, and then a file, not `" + args[0] + "`" + orNearest(args[0], kinds))}
	case len(args) == 1:
		return usageError{errors.New("say from which file: `ithaca import " + args[0] + " answers.csv`")}
	}
	for _, path := range args[1:] {
		if err := checkFile("", path, "; name the table that the form saved as CSV"); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) importTable(f importFlags) (err error) {
	if f.Kind == intake.Decisions {
		err = a.checkRequests()
	}
	if err == nil && f.until != "" {
		if f.Until, err = intake.Day(f.until); err != nil {
			err = usageError{errors.New("--until takes a day as YYYY-MM-DD, not `" + f.until + "`")}
		}
	}
	if err != nil {
		return err
	}
	job, err := intake.Prepare(f.Options)
	if err != nil {
		return err
	}
	a.Import(job)
	switch {
	case f.dryRun:
		return a.showDryRun(job)
	case job.UpToDate():
		a.Say("\nThere is nothing to write.")
		return nil
	}
	if err := job.Check(); err != nil {
		return err
	}
	if !f.yes {
		agreed, asked := a.Agreed("\nWrite this? [y/N] ")
		if !asked {
			return diag.Refuse("nothing was written: there is no terminal to ask on", "look at what is above, and type: "+job.Options.Line("--yes"))
		}
		if !agreed {
			a.Say("Nothing was written.")
			return nil
		}
	}
	copies, err := job.Write()
	if err != nil {
		return err
	}
	return a.showWritten(job, copies)
}

// showDryRun writes the map, which is there to be edited before anything else is written.
func (a *app) showDryRun(job *intake.Job) error {
	if err := job.WriteMap(); err != nil {
		return err
	}
	switch {
	case job.AsksInMap():
		a.Say("\nNothing was written (--dry-run) but %s: say there what columns and values stand for.", job.Options.Map)
	case job.Options.Map == "" && job.Misread():
		a.Say("\nNothing was written (--dry-run). A map, in which you say what columns and values stand for, is written by: %s", job.Options.Line("--map "+diag.ShellWord(job.MapBeside())+" --dry-run"))
	default:
		a.Say("\nNothing was written (--dry-run).")
	}
	return nil
}

// showWritten says what was written, and whether it passes `check`.
func (a *app) showWritten(job *intake.Job, copies []string) error {
	a.Say("")
	for _, copied := range copies {
		a.Say("The files as they were: %s", copied)
	}
	for _, file := range job.Files {
		a.Say("wrote %s", a.where(file.Path))
	}
	if job.Kind != intake.Decisions {
		a.Say("wrote %s (who people are)", job.Options.Contacts)
		a.Say("wrote %s (what to ask whom; fill in the empty columns and name it with --answers)", job.QuestionsPath())
	}
	if job.AsksInMap() {
		a.Say("wrote %s (what columns and values stand for)", job.Options.Map)
	}
	return a.mistakesNow()
}

// mistakesNow says whether the content passes check after it was changed.
func (a *app) mistakesNow() error {
	snapshot, err := a.read()
	if err != nil {
		return err
	}
	if mistakes, _ := snapshot.Diagnostics().Count(); mistakes > 0 {
		a.Say("\n%s in the content now; `ithaca check` shows them.", diag.Count(mistakes, "error", "errors"))
	}
	return nil
}
