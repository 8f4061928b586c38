package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"ithaca/generator"
	"ithaca/generator/ask"
)

// suggestFlags are those of the command suggest beside the wishes.
type suggestFlags struct {
	limit    int
	circle   int
	together bool // a circle was asked for
	whyNot   string
	evaluate string
}

// wishFlags are the flags that say what is asked for: each is a field of a
// request.
var wishFlags = []struct {
	name, words string
}{
	{"needs", "what help is needed with: `topics`, each with must, want or nice and a level from 1 (knows) to 4 (teaches) to reach, if you like: \"go:must:3,public speaking\""},
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

const suggestHelp = `Suggest names the mentors who suit a mentee best, with the reasons and with what
is missing. These are suggestions: the decision is yours, the mentee's and the
mentor's. Nothing is written or published.

Ask for a request by its pseudonym (a file in content/requests, or in the folder
named with --requests), for wishes without a request (--needs, --goals, …), or
for both: then the wishes take the place of what the request says.

Topics are written as in profiles: by their short name, their title or another
word that means the same.

  --circle N       chooses up to N mentors who answer the needs together
  --why-not NAME   says why one mentor is not suggested, or stands where they stand
  --evaluate FILE  looks at pairs of past cycles: would the mentor whom you chose
                   then have been suggested first? FILE is a table (CSV) whose
                   first line names its columns: request, mentor and, if you
                   like, cycle. Without a request's file its row can hold the
                   wishes, in columns named as the flags: needs, goals, …
                   Places, cycles, consent and decisions of today count for
                   nothing then.`

func suggestCommand(a *app) *cobra.Command {
	var f suggestFlags
	said := map[string]*string{}
	c := &cobra.Command{
		Use:   "suggest [--needs TOPICS] [REQUEST]",
		Short: "Say which mentors suit a request, and why",
		Long:  suggestHelp,
		Example: `  ithaca suggest heron-42
  ithaca suggest --needs "go:must,public speaking" --languages en --timezone Africa/Lagos
  ithaca suggest heron-42 --why-not ana-silva
  ithaca suggest heron-42 --circle 3
  ithaca suggest --evaluate past-pairs.csv --requests ../our-requests`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{errors.New("`suggest` takes one request, and got `" + args[0] + "` and `" + args[1] + "`; put what holds spaces in quotes")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			wishes := ask.Fields{}
			for _, w := range wishFlags {
				if !c.Flags().Changed(w.name) {
					continue
				}
				if wishes[w.name] = *said[w.name]; strings.Trim(wishes[w.name], " ,;") == "" {
					return usageError{errors.New("--" + w.name + " says nothing: write what is asked for after it, or leave it out")}
				}
			}
			f.together = c.Flags().Changed("circle")
			return a.suggest(f, wishes, strings.Join(args, ""))
		},
	}
	flags := c.Flags()
	flags.SortFlags = false
	for _, w := range wishFlags {
		said[w.name] = flags.String(w.name, "", w.words)
	}
	for _, w := range wishFlags {
		completeFlag(c, w.name, a.wishNames(w.name))
	}
	flags.IntVar(&f.limit, "limit", 5, "how many mentors are named, at most")
	flags.IntVar(&f.circle, "circle", 0, "choose up to this `number` of mentors who answer the needs together")
	flags.StringVar(&f.whyNot, "why-not", "", "say of one `mentor` why they are not suggested")
	flags.StringVar(&f.evaluate, "evaluate", "", "judge suggestions by the pairs of past cycles in a CSV `file`")
	c.ValidArgsFunction = a.siteNames((*ask.Matching).Requests, false)
	completeFlag(c, "why-not", a.siteNames((*ask.Matching).Mentors, true))
	return c
}

func (f suggestFlags) check(asked bool) error {
	modes := 0
	for _, chosen := range []bool{f.together, f.whyNot != "", f.evaluate != ""} {
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
		return errors.New("--circle, --why-not and --evaluate are questions of their own: ask one at a time")
	case f.evaluate != "" && asked:
		return errors.New("--evaluate takes what was asked for from the file and from requests: leave the rest out")
	case f.evaluate == "" && !asked:
		return errors.New("say what is asked for: a request, or wishes as --needs \"go:must,public speaking\"")
	}
	return nil
}

func (a *app) suggest(f suggestFlags, wishes ask.Fields, request string) error {
	if err := f.check(request != "" || len(wishes) > 0); err != nil {
		return usageError{err}
	}
	content, options, err := a.content()
	if err != nil {
		return err
	}
	m := ask.New(content, ask.English(options.Templates))
	if f.evaluate != "" {
		return a.evaluate(m, f.evaluate)
	}
	asked, err := m.Question(request, wishes)
	if wrong := new(ask.Error); errors.As(err, &wrong) && wrong.Field == "" && wrong.Remedy == "" {
		wrong.Remedy = "--requests FOLDER reads another folder"
	}
	if err != nil {
		return misunderstood(err)
	}
	for _, topic := range asked.Ignored {
		a.complain("no mentor and no topic's file knows \"%s\": it counts by its words alone", topic)
	}
	switch {
	case f.whyNot != "":
		return a.whyNot(m, asked, f.whyNot)
	case f.together:
		return a.circle(m, asked, f.circle)
	}
	return a.best(m, asked, f.limit)
}

// content reads the content alone. Mistakes in it are printed and end the command,
// warnings are counted.
func (a *app) content() (*generator.Snapshot, generator.Options, error) {
	options, err := a.options()
	if err != nil {
		return nil, options, err
	}
	options.ContentOnly = true
	content, err := generator.Take(options)
	if err != nil {
		return nil, options, err
	}
	mistakes, warnings := content.Diagnostics().Count()
	if mistakes > 0 {
		if err := a.report(content.Diagnostics(), content.Source); err != nil {
			return nil, options, err
		}
		a.complain("%s in the content; mend them first.", count(mistakes, "mistake", "mistakes"))
		return nil, options, errFound
	}
	if warnings > 0 && a.format == "text" {
		a.complain("%s in the content; `ithaca check` shows them.", count(warnings, "warning", "warnings"))
	}
	return content, options, nil
}

// misunderstood makes a question that cannot be understood a wrong usage.
func misunderstood(err error) error {
	var wrong *ask.Error
	if !errors.As(err, &wrong) {
		return err
	}
	typed := *wrong
	if typed.Field != "" {
		typed.Field = "--" + typed.Field
	}
	return usageError{&typed}
}
