package cli

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ithaca/generator"
	"ithaca/generator/ask"
	"ithaca/generator/contacts"
	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/online"
	"ithaca/generator/round"
	"ithaca/generator/upkeep"
)

// statusFlags are those of the command status.
type statusFlags struct {
	before            int
	cycle             string
	contacts, letters string
	strict, all       bool
	online            bool
}

func statusCommand(a *app) *cobra.Command {
	var f statusFlags
	c := &cobra.Command{
		Use:         "status [--cycle ID]",
		Short:       "Say what needs the organizer, the most urgent first",
		Annotations: map[string]string{"csv": "yes"},
		RunE:        func(*cobra.Command, []string) error { return a.status(f) },
	}
	flags := c.Flags()
	flags.IntVar(&f.before, "before", 30, "how many `days` ahead to look")
	flags.StringVar(&f.cycle, "cycle", "", "list the round of this `cycle`")
	flags.StringVar(&f.contacts, "contacts", "", "the `file` of people's names and addresses, outside of the site")
	flags.StringVar(&f.letters, "letters", "", "write letters that ask for a confirmation to this `folder`, outside of the site")
	flags.BoolVar(&f.strict, "strict", false, "exit with status 1 where there is anything to do")
	flags.BoolVar(&f.online, "online", false, "also ask other sites whether what is linked to is still there")
	flags.BoolVar(&f.all, "all", false, "show every line")
	completeFlag(c, "cycle", a.siteNames("cycles"))
	return c
}

func (a *app) status(f statusFlags) error {
	switch {
	case f.letters != "" && f.contacts == "":
		return usageError{errors.New("--letters needs to know who people are: --contacts ../contacts.csv")}
	case f.before < 1 || f.before > 366:
		return usageError{errors.New("--before takes a number of days from 1 to 366")}
	}
	options := a.options
	options.Output, options.Judged = a.public(), true
	options.ContentOnly = f.cycle != ""
	snapshot, err := generator.Take(options)
	if err != nil {
		return err
	}
	if f.cycle != "" {
		return a.roundStatus(snapshot, f.cycle)
	}
	o := upkeep.Options{Before: f.before, Output: options.Output, Unanswered: ask.New(snapshot, ask.English(options.Templates)).Unanswered()}
	if f.online {
		o.Dead = online.Check(snapshot, func(string) bool { return true }, online.Options{})
	}
	var known []contacts.Contact
	if f.contacts != "" {
		if known, err = contacts.Read(options.Folders(), f.contacts, f.letters); err != nil {
			return err
		}
		o.Contacts, o.ContactsFile = known, f.contacts
	}
	lines := upkeep.Status(snapshot, o)
	if f.letters != "" {
		return a.confirmLetters(f.letters, snapshot, lines, known)
	}
	for i := range lines {
		lines[i].Settle = a.typed(lines[i].Settle)
	}
	if err := a.Status(lines, f.all, a.typed("ithaca status --all")); err != nil {
		return err
	}
	if f.strict && len(lines) > 0 {
		return errFound
	}
	return nil
}

// typed returns a command with the global flags that this run was given.
func (a *app) typed(command string) string {
	if !strings.HasPrefix(command, "ithaca ") {
		return command
	}
	if a.site != "." {
		command += " --site " + a.site
	}
	if a.requests != "" {
		command += " --requests " + a.requests
	}
	return command
}

// roundStatus prints a round as one list.
func (a *app) roundStatus(s *generator.Snapshot, cycle string) error {
	all, err := upkeep.Round(s.Portal(), cycle)
	if err != nil {
		return err
	}
	rows := [][]string{{"request", "mentor", "state", "since", "next review", "reason"}}
	for _, r := range all {
		rows = append(rows, []string{r.Request, r.Mentor, string(r.State), r.Since, r.Next, r.Reason})
	}
	if done, err := a.ForPrograms(all, rows); done {
		return err
	}
	if len(all) == 0 {
		a.Say("The cycle has no requests; --requests FOLDER reads another folder.")
		return nil
	}
	a.Table(each.Of(rows, func(row []string) []string { return row[:5] }))
	return nil
}

// confirmLetters writes to each mentor who is to confirm the profile.
func (a *app) confirmLetters(out string, s *generator.Snapshot, lines []upkeep.Line, known []contacts.Contact) error {
	slugs := upkeep.Unconfirmed(lines)
	if len(slugs) == 0 {
		a.Say("Nobody is to be asked; no letters were written.")
		return nil
	}
	letters, err := round.Confirm(s.Portal(), slugs, known, a.templateFolders()...)
	if err == nil {
		err = a.putLetters(out, letters, map[string][]byte{})
	}
	if err != nil {
		return err
	}
	a.Say("%s to confirm a profile: %s and letters.html. None was sent.", diag.Count(len(letters.All), "letter asks", "letters ask"), filepath.ToSlash(filepath.Join(out, "letters.csv")))
	return a.unreached(letters)
}
