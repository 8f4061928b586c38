package cli

import (
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	"ithaca/generator"
)

func referenceWordsCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:               "words LANGUAGE",
		Short:             "Print the words of the interface, to be translated or changed",
		Args:              takes(1, 1, "`reference words` takes the tag of one language, such as el or pt-BR"),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(_ *cobra.Command, args []string) error {
			templates, err := fs.Sub(a.embedded, "templates")
			if err != nil {
				return err
			}
			text, err := generator.ReferenceWords(templates, args[0])
			if err != nil {
				return usageError{errors.New("`" + args[0] + "` is not the tag of a language, such as el or pt-BR")}
			}
			_, err = a.Out.Write([]byte(text))
			return err
		},
	}
}
