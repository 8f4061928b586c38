package cli

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"ithaca/generator"
	"ithaca/generator/ask"
	"ithaca/generator/contacts"
	"ithaca/generator/diag"
)

// suggestFlags are those of the command suggest beside the wishes.
type suggestFlags struct {
	limit    int
	circle   int
	together bool // a circle was asked for
	whyNot   string
	all      bool
	evaluate string
	contacts string
}

// wishFlags are the flags that say what is asked for: each is a field of a
// request.
var wishFlags = []struct {
	name, words string
}{
	{"needs", "what help is needed with: `topics`, each with must, want or nice and a level to reach, from 1 (knows the basics) to 4 (teaches others), if you like: \"go:must:3,public speaking\""},
	{"goals", "goals and challenges: `topics`"},
	{"move", "the move between fields that is planned, as `FROM:TO`; one of them may be left out"},
	{"languages", "languages they can talk in, as `codes`: en,pt-BR"},
	{"timezone", "their time `zone`: Africa/Lagos"},
	{"windows", "`hours` of a week that suit them, in their time zone: \"Tue 18:00-20:00,Sat 09:00-12:00\""},
	{"stage", "the `stage` of their working life: student, early, mid, senior, lead, executive, retired"},
	{"kinds", "`kinds` of mentoring that suit them: one-to-one, group, peer, reverse"},
	{"formats", "`ways` to meet that suit them: video, voice, chat, email, in-person, async-review"},
	{"duration", "how `long` it may last: single, short, long"},
	{"country", "the `code` of the country where they live, for meeting in person: NG"},
	{"location", "the `town` where they live, for meeting in person"},
	{"offers", "concrete `things` they hope for: cv-review, mock-interview, …"},
	{"values", "what matters most to them: up to three of the program's `values`"},
	{"cycle", "the `cycle` they apply for, by its id"},
}

func suggestCommand(a *app) *cobra.Command {
	var f suggestFlags
	said := map[string]*string{}
	c := &cobra.Command{
		Use:   "suggest [--needs TOPICS] [REQUEST [MENTOR]]",
		Short: "Say which mentors suit a request, and why",

		Annotations: map[string]string{"csv": "--all"},
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 2 {
				return usageError{errors.New("`suggest` takes a request and a mentor, and got a third: `" + args[2] + "`; put what holds spaces in quotes")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			wishes := map[string]string{}
			for _, w := range wishFlags {
				if !c.Flags().Changed(w.name) {
					continue
				}
				if wishes[w.name] = *said[w.name]; strings.Trim(wishes[w.name], " ,;") == "" {
					return usageError{errors.New("--" + w.name + " says nothing: write what is asked for after it, or leave it out")}
				}
			}
			f.together = c.Flags().Changed("circle")
			args = append(args, "", "")
			if f.whyNot != "" && args[1] != "" {
				return usageError{errors.New("`suggest` explains one pair at a time: leave out `" + args[1] + "` or --why-not")}
			}
			f.whyNot = cmp.Or(f.whyNot, args[1])
			return a.suggest(f, wishes, args[0])
		},
	}
	flags := c.Flags()
	for _, w := range wishFlags {
		said[w.name] = flags.String(w.name, "", w.words)
	}
	completeFlag(c, "needs", a.siteNames("topics"))
	completeFlag(c, "goals", a.siteNames("topics"))
	completeFlag(c, "cycle", a.siteNames("cycles"))
	flags.IntVar(&f.limit, "limit", 5, "how many mentors are named, at most")
	flags.IntVar(&f.circle, "circle", 0, "choose up to this `number` of mentors who answer the needs together")
	flags.StringVar(&f.whyNot, "why-not", "", "explain why one `mentor` is or is not suggested")
	flags.BoolVar(&f.all, "all", false, "print a table of all requests")
	flags.StringVar(&f.evaluate, "evaluate", "", "judge suggestions by the pairs of past cycles in a CSV `file`")
	flags.StringVar(&f.contacts, "contacts", "", "the `file` outside the site that says who is behind a pseudonym, for --evaluate")
	c.ValidArgsFunction = func(c *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return a.siteNames([]string{"requests", "mentors", ""}[min(len(args), 2)])(c, args, typed)
	}
	completeFlag(c, "why-not", a.siteNames("mentors"))
	return c
}

func (f suggestFlags) check(request string, wishes map[string]string, format string) error {
	modes, asked := 0, request != "" || len(wishes) > 0
	for _, chosen := range []bool{f.together, f.whyNot != "", f.evaluate != "", f.all} {
		if chosen {
			modes++
		}
	}
	switch {
	case f.limit < 1 || f.limit > 1000:
		return errors.New("--limit takes a number from 1 to 1000")
	case f.together && (f.circle < 1 || f.circle > 20):
		return errors.New("--circle takes a number from 1 to 20")
	case modes > 1:
		return errors.New("a mentor's name, --why-not, --circle, --evaluate and --all are questions of their own: ask one at a time")
	case format == "csv" && !f.all:
		return errors.New("--format csv is for the table of all requests: add --all")
	case f.all && (request != "" || len(wishes) > 1 || len(wishes) == 1 && wishes["cycle"] == ""):
		return errors.New("--all takes what is asked for from the requests: leave all but --cycle out")
	case f.evaluate != "" && asked:
		return errors.New("--evaluate takes what was asked for from the file and from requests: leave the rest out")
	case f.contacts != "" && f.evaluate == "":
		return errors.New("--contacts says who is behind a pseudonym: it belongs to --evaluate")
	case f.evaluate == "" && !f.all && !asked:
		return errors.New("say what is asked for: a request, or wishes as --needs \"go:must,public speaking\"")
	}
	return nil
}

func (a *app) suggest(f suggestFlags, wishes map[string]string, request string) error {
	if err := f.check(request, wishes, a.Format); err != nil {
		return usageError{err}
	}
	content, err := a.content()
	if err != nil {
		return err
	}
	m := ask.New(content, ask.English(a.options.Templates))
	switch {
	case f.evaluate != "":
		return a.evaluate(m, f.evaluate, f.contacts)
	case f.all:
		rows, err := m.Overview(wishes["cycle"], f.limit)
		if err != nil {
			return wrongly("cycle", err)
		}
		return a.Overview(rows)
	}
	asked, err := question(m, request, wishes)
	if err != nil {
		return err
	}
	for _, topic := range m.Unknown(asked) {
		a.Complain("%s", unknownTopic(topic))
	}
	switch {
	case f.whyNot != "":
		v, err := m.WhyNot(asked, f.whyNot)
		if err != nil {
			return misfit(err)
		}
		return a.Pair(v)
	case f.together:
		return a.Circle(m.Circle(asked, f.circle), f.circle)
	}
	answer := m.Answer(asked, f.limit)
	answer.Counts = m.Counts(asked)
	return a.Best(answer)
}

// question returns what is asked for: a request, wishes or both.
func question(m *ask.Matching, request string, wishes map[string]string) (*ask.Question, error) {
	asked, err := m.Question(request)
	if err != nil {
		return nil, misfit(err)
	}
	for _, w := range wishFlags {
		if text, said := wishes[w.name]; said {
			if err := m.Wish(asked, w.name, text); err != nil {
				return nil, wrongly(w.name, err)
			}
		}
	}
	return asked, nil
}

// wrongly says after which flag it was that something was typed wrongly.
func wrongly(flag string, err error) error {
	return usageError{fmt.Errorf("--%s: %w", flag, misfit(err))}
}

// content reads the content alone. Mistakes in it are printed and end the command,
// warnings are counted.
func (a *app) content() (*generator.Snapshot, error) {
	content, err := a.read()
	if err != nil {
		return nil, err
	}
	mistakes, warnings := content.Diagnostics().Count()
	if mistakes > 0 {
		if err := a.Report(content.Diagnostics(), content.Source); err != nil {
			return nil, err
		}
		a.Complain("%s in the content; mend them first.", diag.Count(mistakes, "mistake", "mistakes"))
		return nil, errFound
	}
	if warnings > 0 && a.Format == "text" {
		a.Complain("%s in the content; `ithaca check` shows them.", diag.Count(warnings, "warning", "warnings"))
	}
	return content, nil
}

// unknownTopic says what becomes of a word that names no topic, and what comes near.
func unknownTopic(u ask.Unknown) string {
	text := "no topic is called \"" + u.Text + "\": it counts by its words alone"
	if len(u.Writers) > 0 {
		text += "; of it write: " + diag.Few(u.Writers, 3)
	}
	if len(u.Near) > 0 {
		text += "; near it are the topics `" + strings.Join(u.Near, "`, `") + "`"
	}
	return text
}

// How much of what a table says wrong is printed.
const (
	maxShown   = 20 // of a table that cannot be used
	maxLeftOut = 5  // of lines that are left out
)

// evaluate prints how suggestions agree with the past pairs of a file, in which names
// are translated by the contacts of another, if there is one.
func (a *app) evaluate(m *ask.Matching, file, contactsFile string) (err error) {
	var known []contacts.Contact
	if contactsFile != "" {
		if known, err = contacts.Read(a.options.Folders(), contactsFile, ""); err != nil {
			return err
		}
	}
	if err := checkFile("--evaluate: ", file, "; name a table saved as CSV"); err != nil {
		return err
	}
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	e, err := m.Evaluate(f, known)
	if wrong := (ask.Unusable)(nil); errors.As(err, &wrong) {
		a.Mistaken(file, wrong, maxShown)
		if contactsFile == "" {
			a.Complain("Where the table holds names instead of pseudonyms, --contacts FILE translates them.")
		}
		return errFound
	} else if err != nil {
		return err
	}
	a.Mistaken(file, e.Table.LeftOut, maxLeftOut)
	return a.Evaluation(e)
}
