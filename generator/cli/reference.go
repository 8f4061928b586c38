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
		Use:   "reference [KIND] [--schema KIND]",
		Short: "Print what can be written under content/",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 1 || len(args) == 1 && c.Flags().Changed("schema") {
				return usageError{errors.New("`reference` takes one kind")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("schema") {
				return a.schema(schema)
			}
			return a.reference(args)
		},
	}
	c.Flags().StringVar(&schema, "schema", "", "print the JSON Schema of a `kind`: index, mentors, topics …")
	c.ValidArgsFunction = among(kinds)
	completeFlag(c, "schema", fixed(kinds()...))
	c.AddCommand(referenceCommandsCommand(a), referenceTemplateCommand(a), referenceWordsCommand(a))
	return c
}

// reference prints what can be written in the files of a kind, or of all.
func (a *app) reference(kind []string) error {
	text := generator.Reference()
	if len(kind) > 0 {
		if text = generator.ReferenceOf(kind[0]); text == "" {
			return unknownKind("`reference`", append(kinds(), "commands", "template", "words"), kind[0])
		}
	}
	a.say("%s", strings.TrimSpace(text))
	return nil
}

// kinds returns the names of the kinds of content.
func kinds() []string {
	_, names, _ := generator.Schema("") // of no kind: nothing can fail
	slices.Sort(names)
	return names
}

// unknownKind returns the error of a kind that does not exist.
func unknownKind(what string, names []string, kind string) error {
	return usageError{errors.New(what + " takes one of " + strings.Join(names, ", ") + ", not `" + kind + "`" + orNearest(kind, names))}
}

func (a *app) schema(kind string) error {
	schema, _, err := generator.Schema(kind)
	if err != nil {
		return err
	}
	if schema == nil {
		return unknownKind("--schema", kinds(), kind)
	}
	a.say("%s", schema)
	return nil
}
