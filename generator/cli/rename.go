package cli

import (
	"github.com/spf13/cobra"

	"ithaca/generator/contacts"
	"ithaca/generator/upkeep"
)

func renameCommand(a *app) *cobra.Command {
	var f changeFlags
	var alias bool
	c := &cobra.Command{
		Use:   "rename FOLDER/NAME NEW-NAME",
		Short: "Give a file of content another name, and let all mentions follow",
		Args:  takes(2, 2, "`rename` takes what is renamed and its new name: ithaca rename mentors/ana ana-costa"),
		RunE: func(c *cobra.Command, args []string) error {
			said := &alias
			if !c.Flags().Changed("alias") {
				said = nil
			}
			return a.rename(f, args[0], args[1], said)
		},
	}
	flags := c.Flags()
	flags.BoolVar(&alias, "alias", false, "let the older address lead to the new one (default: true, but for persons)")
	f.add(c, "the `file` of people's names and addresses, in which a person's line follows")
	return c
}

func (a *app) rename(f changeFlags, item, to string, alias *bool) error {
	site, err := upkeep.Open(a.options)
	if err != nil {
		return err
	}
	renaming, err := site.Rename(item, to, alias)
	if err != nil {
		return err
	}
	var follow func() (string, error)
	if f.contacts != "" && (renaming.Kind == "mentors" || renaming.Kind == "requests") {
		if follow, err = contacts.Rename(a.options.Folders(), f.contacts, renaming.Kind, renaming.From, renaming.To); err != nil {
			return err
		}
	}
	if renaming.Merged {
		a.Say("%s becomes one with %s.", "topics/"+renaming.From, "topics/"+renaming.To)
	}
	return a.carryOut(f, renaming.Plan, follow)
}
