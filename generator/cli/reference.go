package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ithaca/generator"
	"ithaca/generator/diag"
	"ithaca/generator/start"
)

func referenceCommand(a *app) *cobra.Command {
	var folder string
	c := &cobra.Command{
		Use:   "reference [KIND] [--schemas FOLDER]",
		Short: "Print what can be written under content/",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 1 || len(args) == 1 && folder != "" {
				return usageError{errors.New("`reference` takes one kind")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if folder != "" {
				return a.schemas(folder)
			}
			return a.reference(args)
		},
	}
	c.Flags().StringVar(&folder, "schemas", "", "write the JSON Schema of every kind into a `folder`: .schemas")
	c.ValidArgsFunction = among(start.Described)
	c.AddCommand(referenceCommandsCommand(a), referenceTemplateCommand(a), referenceWordsCommand(a))
	return c
}

// reference prints what can be written in the files of a kind, or of all.
func (a *app) reference(kind []string) error {
	text := start.Reference(strings.Join(kind, ""))
	if text == "" {
		return unknownKind("`reference`", append(start.Described(), "commands", "template", "words"), kind[0])
	}
	a.Say("%s", strings.TrimSpace(text))
	return nil
}

// unknownKind returns the error of a kind that does not exist.
func unknownKind(what string, names []string, kind string) error {
	return usageError{errors.New(what + " takes one of " + strings.Join(names, ", ") + ", not `" + kind + "`" + orNearest(kind, names))}
}

// named returns the site, whose names schemas know; nil where there is none.
func (a *app) named() *generator.Snapshot {
	site, err := a.read()
	if err != nil || len(site.Documents()) == 0 {
		return nil
	}
	return site
}

// schemas writes the schema of every kind into a folder.
func (a *app) schemas(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	all, err := start.Schemas(a.named())
	if err != nil {
		return err
	}
	for kind, schema := range all {
		if err := os.WriteFile(filepath.Join(folder, kind+".json"), schema, 0o644); err != nil {
			return err
		}
	}
	a.Say("%s in %s", diag.Count(len(all), "schema", "schemas"), folder)
	return nil
}
