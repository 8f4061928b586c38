package cli

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ithaca/generator/diag"
	"ithaca/generator/start"
	"ithaca/generator/terminal"
)

func newCommand(a *app) *cobra.Command {
	answers := map[string]*string{}
	var name string
	c := &cobra.Command{
		Use:   "new KIND \"TITLE\"",
		Short: "Begin a file: a mentor, a guide, an event …",
		Args:  newArguments,
		RunE: func(c *cobra.Command, args []string) error {
			said := map[string]string{}
			for flag, value := range answers {
				if c.Flags().Changed(flag) {
					said[flag] = *value
				}
			}
			return a.newFile(args[0], start.Name{Title: args[1], File: name}, said)
		},
	}
	flags := c.Flags()
	flags.StringVar(&name, "name", "", "the file's `name`, in place of one made of the title")
	words := newFlags()
	for _, flag := range slices.Sorted(maps.Keys(words)) {
		answers[flag] = flags.String(flag, "", "of: "+words[flag])
	}
	return c
}

// newFlags returns the flags of all kinds, with whose they are.
func newFlags() map[string]string {
	words := map[string]string{}
	for _, kind := range start.Kinds() {
		for _, q := range start.Questions(kind) {
			if words[q.Name] != "" {
				words[q.Name] += ", "
			}
			words[q.Name] += kind
		}
	}
	return words
}

func newArguments(_ *cobra.Command, args []string) error {
	kinds := strings.Join(start.Kinds(), ", ")
	switch {
	case len(args) == 0:
		return usageError{errors.New("`new` takes a kind and a title, as `ithaca new mentor \"Ana Silva\"`; a kind is one of " + kinds)}
	case !slices.Contains(start.Kinds(), args[0]):
		return unknownKind("`new`", start.Kinds(), args[0])
	case len(args) == 1 || strings.TrimSpace(args[1]) == "":
		example := "`ithaca new " + args[0] + " \"Its title\"`"
		if args[0] == "request" {
			example = "`ithaca new request heron-42`"
		}
		return usageError{errors.New("`new " + args[0] + "` takes a title as well, as " + example)}
	case len(args) > 2:
		return usageError{errors.New("`new` takes a kind and one title; put a title of several words in quotes: \"" + strings.Join(args[1:], " ") + "\"")}
	}
	return nil
}

func (a *app) newFile(kind string, name start.Name, said map[string]string) error {
	questions := start.Questions(kind)
	for flag := range said {
		if !slices.ContainsFunc(questions, func(q start.Question) bool { return q.Name == flag }) {
			return usageError{errors.New("--" + flag + " is nothing that a " + kind + " is asked for")}
		}
	}
	file, err := start.New(a.options, kind, name)
	if err != nil {
		return err
	}
	if err := a.answer(file, questions, said); err != nil {
		return err
	}
	written, err := file.Write()
	if err != nil {
		return err
	}
	a.Begun(written)
	return nil
}

// answer enters the answers that flags give, and asks for the others where somebody
// can answer.
func (a *app) answer(file *start.File, questions []start.Question, said map[string]string) error {
	for _, q := range questions {
		if said[q.Name] == "" {
			continue
		}
		wrong := new(diag.Refusal)
		if err := file.Answer(q, said[q.Name]); errors.As(err, &wrong) {
			return usageError{errors.New("--" + q.Name + ": " + err.Error() + terminal.Hint(wrong.Hint()))}
		} else if err != nil {
			return err
		}
	}
	if !a.CanAsk() {
		return nil
	}
	a.Say("Press Enter to leave a question for later.")
	for _, q := range questions {
		if said[q.Name] != "" {
			continue
		}
		question := q.Words + " (" + q.Takes + ")"
		if q.Parts != "" {
			question += "\nSeveral with `" + q.Parts + "` between them."
		}
		_, err := a.Ask(question, func(answer string) error { return file.Answer(q, answer) })
		if err != nil {
			return err
		}
	}
	a.Say("")
	return nil
}
