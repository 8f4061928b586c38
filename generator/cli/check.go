package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"ithaca/generator"
	"ithaca/generator/diag"
)

func checkCommand(a *app) *cobra.Command {
	var code string
	c := &cobra.Command{
		Use:   "check [--explain CODE]",
		Short: "Report every mistake in the content, and write nothing",
		Long: `Check reads everything that build reads and reports every mistake: where it is,
what is wrong, and what to write instead. It writes nothing.

Each mistake ends with a code in brackets, such as [unknown-key]. Ask with
--explain what a code means; --explain all lists the codes.`,
		Example: `  ithaca check
  ithaca check --explain unknown-key
  ithaca check --format json`,
		Args: refuseArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if c.Flags().Changed("explain") {
				return a.explain(strings.Trim(code, "[]"))
			}
			return a.check()
		},
	}
	c.Flags().StringVar(&code, "explain", "", "tell what a `code` means, with an example and the remedy")
	return c
}

func (a *app) check() error {
	options, err := a.options()
	if err != nil {
		return err
	}
	options.Output = a.public()
	snapshot, err := generator.Take(options)
	if err != nil {
		return err
	}
	list := snapshot.Diagnostics()
	if err := a.report(list, snapshot.Source); err != nil {
		return err
	}
	mistakes, warnings := list.Count()
	if a.format == "text" {
		a.say("%s, %s in %s", count(mistakes, "error", "errors"), count(warnings, "warning", "warnings"),
			count(snapshot.Files(), "file", "files"))
	}
	if mistakes > 0 {
		return errFound
	}
	return nil
}

func (a *app) explain(code string) error {
	if code == "all" {
		for _, c := range diag.Codes() {
			a.say("%s", c)
		}
		return nil
	}
	e, ok := diag.Explain(diag.Code(code))
	if !ok {
		return unknownCode(code)
	}
	a.say("%s\n\n%s\n\nFor example, with", e.Code, e.Text)
	a.files(e.Files)
	a.say("\ncheck prints\n")
	a.indented(e.Want)
	if len(e.Instead) > 0 {
		a.say("\nAll is well with")
		a.files(e.Instead)
	}
	return nil
}

// files prints the files of an example. One without text is one that is missing.
func (a *app) files(all []diag.File) {
	for _, f := range all {
		if f.Text == "" {
			a.say("\n  no %s", f.Path)
			continue
		}
		a.say("\n  %s\n", f.Path)
		a.indented(f.Text)
	}
}

func (a *app) indented(text string) {
	for line := range strings.Lines(text) {
		a.say("    %s", strings.TrimRight(line, "\n"))
	}
}

func unknownCode(code string) error {
	var all []string
	for _, c := range diag.Codes() {
		all = append(all, string(c))
	}
	message := "there is no code `" + code + "`; `ithaca check --explain all` lists them"
	if near := diag.Nearest(code, all); near != "" {
		message = "there is no code `" + code + "`; did you mean `" + near + "`?"
	}
	return usageError{errors.New(message)}
}
