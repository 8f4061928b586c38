package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ithaca/generator"
)

func referenceCommand(a *app) *cobra.Command {
	var schema string
	c := &cobra.Command{
		Use:   "reference [--schema KIND]",
		Short: "Print what can be written under content/",
		Long: `Reference prints every field of every kind of content, as Markdown. It is made
from the same declarations that check reads files with, so it is always true.

With --schema it prints the JSON Schema of one kind, with which many editors
complete and check fields while you type.`,
		Example: `  ithaca reference
  ithaca reference --schema mentors`,
		Args: refuseArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if !c.Flags().Changed("schema") {
				a.say("%s", strings.TrimSpace(generator.Reference()))
				return nil
			}
			return a.schema(schema)
		},
	}
	c.Flags().StringVar(&schema, "schema", "", "print the JSON Schema of a `kind`: index, mentors, topics …")
	return c
}

func (a *app) schema(kind string) error {
	schema, names, err := generator.Schema(kind)
	if err != nil {
		return err
	}
	if schema == nil {
		slices.Sort(names)
		return usageError{errors.New("--schema takes one of " + strings.Join(names, ", ") + ", not `" + kind + "`")}
	}
	a.say("%s", schema)
	return nil
}
