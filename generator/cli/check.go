package cli

import (
	"cmp"
	"errors"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ithaca/generator"
	"ithaca/generator/ask"
	"ithaca/generator/diag"
	"ithaca/generator/online"
	"ithaca/generator/review"
	"ithaca/generator/upkeep"
)

// checkFlags are those of the command check.
type checkFlags struct {
	explain, since, summary string
	only                    string
	fix, dryRun, force      bool
	translations, online    bool
}

// theBranch is what --since means without a value.
const theBranch = "origin/HEAD"

func checkCommand(a *app) *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:         "check [FILE]... [--fix] [--since[=REVISION] [--summary FILE]] [--online] [--only CODE] [--translations] [--explain CODE]",
		Short:       "Report every mistake in the content, and mend some if asked",
		Annotations: map[string]string{"csv": "--translations"},
		Args: func(c *cobra.Command, args []string) error {
			if f.since == theBranch && len(args) == 1 { // typed with a space in place of the =
				f.since = args[0]
				return nil
			}
			if c.Flags().Changed("explain") || c.Flags().Changed("since") || f.translations {
				return refuseArguments(c, args)
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			f.explain, f.only = strings.Trim(f.explain, "[]"), strings.Trim(f.only, "[]") // as mistakes end with it
			switch {
			case c.Flags().Changed("explain"):
				return a.explain(f.explain)
			case c.Flags().Changed("only") && !slices.Contains(codes()[1:], f.only):
				return unknownCode(f.only)
			case f.fix && f.only != "":
				return usageError{errors.New("--fix mends mistakes of every kind; --only goes without it")}
			case f.online && (f.fix || f.translations || c.Flags().Changed("since")):
				return usageError{errors.New("--online goes with names of files alone")}
			case c.Flags().Changed("since"):
				return a.checkSince(f)
			case f.translations:
				return a.checkTranslations()
			case a.Format == "csv":
				return usageError{errors.New("--format takes text, json or github, not `csv`")}
			case f.summary != "":
				return usageError{errors.New("--summary belongs to --since")}
			case f.fix:
				return a.fix(f, args)
			case f.dryRun || f.force:
				return usageError{errors.New("--dry-run and --force belong to --fix")}
			}
			return a.check(args, f)
		},
	}
	c.Flags().StringVar(&f.explain, "explain", "", "tell what a `code` means, with an example and the remedy")
	c.Flags().StringVar(&f.only, "only", "", "report the mistakes of one `code` alone, and all of them")
	c.Flags().StringVar(&f.since, "since", "", "report only what has changed since a `revision`, and what that affects")
	c.Flags().StringVar(&f.summary, "summary", "", "with --since: add a summary in Markdown to a `file`, - for the output")
	c.Flags().BoolVar(&f.fix, "fix", false, "mend what is certain, and report the rest")
	c.Flags().BoolVar(&f.online, "online", false, "also ask other sites whether what is linked to is still there")
	c.Flags().BoolVar(&f.translations, "translations", false, "say what is missing in each language, and what is older than its original")
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "with --fix: show what would change, and write nothing")
	c.Flags().BoolVar(&f.force, "force", false, "with --fix: also change what git has not stored")
	c.Flags().Lookup("since").NoOptDefVal = theBranch
	completeFlag(c, "explain", fixed(codes()...))
	completeFlag(c, "only", fixed(codes()[1:]...))
	return c
}

// check reports the mistakes of the named files, of all if none is named.
func (a *app) check(named []string, f checkFlags) error {
	files, err := a.choose(named)
	if err != nil {
		return err
	}
	return a.checkChosen(files, f)
}

// checkChosen reports the mistakes of some files; with --online, also links that lead
// nowhere now.
func (a *app) checkChosen(files chosen, f checkFlags) error {
	options := a.options
	options.Output, options.Judged = a.public(), true
	snapshot, err := generator.Take(options)
	if err != nil {
		return err
	}
	list, other := snapshot.Diagnostics().Split(func(d diag.Diagnostic) bool { return files.hold(d.File) })
	if f.online {
		dead := online.Check(snapshot, files.hold, online.Options{})
		list = append(slices.Clip(list), dead...).Sorted()
	}
	where := diag.Count(len(snapshot.Documents()), "file", "files")
	if len(files) > 0 {
		where = "what you named"
	}
	return a.judge(list, other, f.only, where, snapshot.Source)
}

// checkSince reports the mistakes of what has changed.
func (a *app) checkSince(f checkFlags) error {
	options := a.options
	options.Output, options.Judged = a.public(), true
	if f.since == theBranch {
		f.since = ""
	}
	r, err := review.Take(options, f.since)
	if err != nil {
		return err
	}
	if f.summary != "" {
		if err := a.hand(f.summary, r.Summary(ask.English(options.Templates))); err != nil {
			return err
		}
	}
	list, other := r.Diagnostics()
	return a.judge(list, other, f.only, diag.Count(len(r.Changes), "changed file", "changed files")+" and what they affect", r.Now.Source)
}

// hand adds a summary to a file, as workflows expect it, or prints it.
func (a *app) hand(file, text string) error {
	if file == "-" {
		a.Say("%s", text)
		return nil
	}
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

// judge reports mistakes, of one code alone if it is given, and fails where there are errors
// among them.
func (a *app) judge(list, other diag.List, only, where string, source func(file string) []byte) error {
	if only != "" {
		var rest diag.List
		list, rest = list.Split(func(d diag.Diagnostic) bool { return string(d.Code) == only })
		other, a.Whole = append(rest, other...), true
	}
	if err := a.Judge(list, other, where, source); err != nil {
		return err
	}
	if list.HasErrors() {
		return errFound
	}
	return nil
}

func (a *app) explain(code string) error {
	if code == "all" {
		a.Say("%s", strings.Join(codes()[1:], "\n"))
		return nil
	}
	e, ok := diag.Explain(diag.Code(code))
	if !ok {
		return unknownCode(code)
	}
	a.Explain(e)
	return nil
}

func unknownCode(code string) error {
	return usageError{errors.New("there is no code `" + code + "`" + cmp.Or(orNearest(code, codes()[1:]), "; `ithaca check --explain all` lists them"))}
}

// checkTranslations says what each of the portal's languages lacks.
func (a *app) checkTranslations() error {
	site, err := upkeep.Open(a.options)
	if err != nil {
		return err
	}
	lacking, done, err := site.Translations()
	if err != nil {
		return err
	}
	return a.Translations(lacking, done)
}

// fix puts right what is certain in the chosen files, and then reports what is left.
func (a *app) fix(f checkFlags, named []string) error {
	files, err := a.choose(named)
	if err != nil {
		return err
	}
	mending, err := upkeep.Mend(a.options, files.hold)
	if err != nil {
		return err
	}
	if f.dryRun {
		a.Diff(mending)
		return nil
	}
	if !f.force {
		if err := mending.Check(); err != nil {
			return err
		}
	}
	copies, err := mending.Write()
	if err != nil {
		return err
	}
	for _, folder := range copies {
		a.Say("The files as they were: %s", folder)
	}
	for _, d := range mending.Mended {
		d.File = a.Here(d.File)
		a.Say("mended %s: %s", d.Position, d.Visible().Message)
	}
	a.Say("%s mended; this is left:\n", diag.Count(len(mending.Mended), "mistake", "mistakes"))
	for _, m := range mending.Files { // a named file may have another name now
		if len(files) > 0 && m.New != nil {
			files = append(files, m.Path)
		}
	}
	return a.checkChosen(files, f)
}
