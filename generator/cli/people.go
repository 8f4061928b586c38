package cli

import (
	"errors"
	"math"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"ithaca/generator/contacts"
	"ithaca/generator/diag"
	"ithaca/generator/upkeep"
)

func peopleCommand(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:   "people COMMAND",
		Short: "Note that people confirm their profile, or leave",
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(confirmCommand(a), leaveCommand(a))
	return c
}

// changeFlags are those of every command that changes many files.
type changeFlags struct {
	dryRun, force bool
	contacts      string
}

func (f *changeFlags) add(c *cobra.Command, contacts string) {
	flags := c.Flags()
	if contacts != "" {
		flags.StringVar(&f.contacts, "contacts", "", contacts)
	}
	flags.BoolVar(&f.dryRun, "dry-run", false, "show what would be done, and write nothing")
	flags.BoolVar(&f.force, "force", false, "write over changes that git has not stored")
}

func confirmCommand(a *app) *cobra.Command {
	f, from := confirmFlags{}, ""
	c := &cobra.Command{
		Use:   "confirm MENTOR… | --from FILE",
		Short: "Note that mentors confirmed their profiles today",
		Args: func(c *cobra.Command, args []string) error {
			if from != "" {
				return alone(c, args)
			}
			return takes(1, len(args), "`confirm` needs to know which mentors confirmed, by the names of their files")(c, args)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if from != "" {
				return a.confirmEach(f.changeFlags, from)
			}
			replies, err := f.replies(args)
			if err != nil {
				return err
			}
			return a.confirm(f.changeFlags, replies)
		},
	}
	flags := c.Flags()
	flags.StringVar(&from, "from", "", "read what each replied from a `table` with the columns mentor, confirmed, until, status, capacity, cycle, consent")
	flags.StringVar(&f.until, "until", "", "the `day` until which the availability holds")
	flags.StringVar(&f.status, "status", "", "whether they take people on: open, `limited`, waitlist or paused")
	flags.BoolVar(&f.full, "full", false, "they have no place at present: the same as --status waitlist")
	flags.StringVar(&f.capacity, "capacity", "", "how many `people` at a time")
	flags.StringVar(&f.cycle, "cycle", "", "a `cycle` that they also take part in, by its id")
	flags.BoolVar(&f.consent, "consent", false, "they agree to the privacy notice of today")
	flags.BoolVar(&f.unasked, "unasked", false, "you know it, and they were not asked: the day on which they confirmed stays")
	f.add(c, "")
	c.ValidArgsFunction = a.siteNames("mentors")
	return c
}

// confirmFlags are those of the command confirm beside the table.
type confirmFlags struct {
	changeFlags
	until, status, capacity, cycle string
	full, consent, unasked         bool
}

// replies returns what the flags say of mentors: what a line of the table would.
func (f *confirmFlags) replies(mentors []string) (all []upkeep.Reply, err error) {
	cells := map[string]string{"until": f.until, "status": f.status, "capacity": f.capacity, "cycle": f.cycle}
	switch {
	case f.full && f.status != "" && f.status != "waitlist":
		return nil, usageError{errors.New("--full and --status " + f.status + " contradict each other: leave one out")}
	case f.unasked && (f.consent || f.until != ""):
		return nil, usageError{errors.New("--unasked contradicts --consent and --until: only they can say that")}
	case f.full:
		cells["status"] = "full"
	}
	if f.consent {
		cells["consent"] = "yes"
	}
	for _, cells["mentor"] = range mentors {
		reply, err := upkeep.ReadReply(cells)
		if err != nil {
			return nil, usageError{err}
		}
		reply.Unasked = f.unasked
		all = append(all, reply)
	}
	return all, nil
}

// confirm notes what mentors replied.
func (a *app) confirm(f changeFlags, replies []upkeep.Reply, notes ...string) error {
	site, err := upkeep.Open(a.options)
	if err != nil {
		return err
	}
	plan, err := site.Confirm(replies)
	if err != nil {
		return err
	}
	plan.Notes = append(plan.Notes, notes...)
	return a.carryOut(f, plan, nil)
}

// alone refuses what --from already says.
func alone(c *cobra.Command, args []string) error {
	for _, flag := range []string{"until", "status", "full", "capacity", "cycle", "consent", "unasked"} {
		if c.Flags().Changed(flag) {
			return usageError{errors.New("--from and --" + flag + " contradict each other: the table says it of each")}
		}
	}
	if len(args) > 0 {
		return usageError{errors.New("`confirm` takes mentors or --from, not both")}
	}
	return nil
}

// confirmEach notes what mentors replied, as a table says it.
func (a *app) confirmEach(f changeFlags, from string) error {
	file, err := os.Open(from)
	if err != nil {
		return err
	}
	defer file.Close()
	replies, others, err := upkeep.ReadReplies(file)
	if err != nil {
		return err
	}
	var notes []string
	if len(others) > 0 {
		notes = append(notes, "not read: the column "+strings.Join(others, ", "))
	}
	return a.confirm(f, replies, notes...)
}

func leaveCommand(a *app) *cobra.Command {
	var f changeFlags
	c := &cobra.Command{
		Use:   "leave MENTOR|PSEUDONYM…",
		Short: "Take people who leave out of the site",
		Args:  takes(1, math.MaxInt, "`leave` takes people: the names of mentors' files, or the pseudonyms of requests"),
		RunE:  func(_ *cobra.Command, args []string) error { return a.leave(f, args) },
	}
	f.add(c, "the `file` of people's names and addresses, from which the person is taken out")
	c.ValidArgsFunction = a.siteNames("mentors")
	return c
}

// leave takes people out of the site.
func (a *app) leave(f changeFlags, names []string) error {
	site, err := upkeep.Open(a.options)
	if err != nil {
		return err
	}
	l, err := site.Leave(names...)
	if err != nil {
		return err
	}
	for _, p := range l.People {
		if !p.Left.IsZero() && f.contacts == "" {
			return diag.Refuse("`"+p.Kind+"/"+p.Slug+"` left on "+p.Left.String(), "nothing is to be done in the site; --contacts FILE takes out what is left there, and who comes back gets a new file")
		}
	}
	var follow func() (string, error)
	if f.contacts != "" {
		follow, err = contacts.Forget(a.options.Folders(), f.contacts, func(c contacts.Contact) string {
			for _, p := range l.People {
				if c.Slug == p.Slug && c.Is(p.Kind) {
					return p.Path
				}
			}
			return ""
		})
	}
	if err == nil {
		err = a.carryOut(f, l.Plan, follow)
	}
	if err != nil {
		return err
	}
	a.Mentioning(l.Mentioning)
	a.Purge(l, f.contacts)
	return nil
}

// carryOut shows a plan, writes it unless it is only to be shown, and says what is wrong with
// the content then. What follows it, which may be nil, changes the contacts and returns what
// was changed: that is done first, so that what is broken off can be done again.
func (a *app) carryOut(f changeFlags, plan *upkeep.Plan, follow func() (string, error)) (err error) {
	if !f.dryRun && !f.force {
		if err := plan.Check(); err != nil {
			return err
		}
	}
	var copies []string
	var followed string
	if !f.dryRun {
		if follow != nil {
			if followed, err = follow(); err != nil {
				return err
			}
		}
		if copies, err = plan.Write(); err != nil {
			return err
		}
	}
	for i, note := range plan.Notes {
		if about, command, found := strings.Cut(note, ": ithaca "); found {
			plan.Notes[i] = about + ": " + a.typed("ithaca "+command)
		}
	}
	a.Changed(plan, followed, copies, f.dryRun)
	if f.dryRun || len(plan.Files) == 0 {
		return nil
	}
	return a.mistakesNow()
}
