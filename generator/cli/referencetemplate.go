package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"ithaca/generator/start"
)

func referenceTemplateCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:               "template [FILE]",
		Short:             "Print a built-in template, style or word file",
		Args:              takes(0, 1, "`reference template` prints one file at a time"),
		ValidArgsFunction: among(a.templates),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				a.Say("%s", strings.Join(a.templates(), "\n"))
				return nil
			}
			return a.template(args[0])
		},
	}
}

// templates returns the names of the built-in files that are texts.
func (a *app) templates() []string {
	var all []string
	_ = fs.WalkDir(a.embedded, "templates", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && !strings.HasSuffix(name, ".png") {
			all = append(all, strings.TrimPrefix(name, "templates/"))
		}
		return err
	})
	return all
}

// template prints a built-in file as it is.
func (a *app) template(name string) error {
	name = strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "templates/")
	text, err := fs.ReadFile(a.embedded, "templates/"+name)
	if err != nil || bytes.ContainsRune(text, 0) {
		return usageError{errors.New("there is no built-in template `" + name + "`; `ithaca reference template` lists them")}
	}
	_, err = a.Out.Write(text)
	return err
}

func referenceWordsCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:               "words LANGUAGE",
		Short:             "Print the words of the interface, to be translated or changed",
		Args:              takes(1, 1, "`reference words` takes the tag of one language, such as el or pt-BR"),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(_ *cobra.Command, args []string) error {
			text, err := start.Translation(a.options.Templates, args[0])
			if err != nil {
				return usageError{errors.New("`" + args[0] + "` is not the tag of a language, such as el or pt-BR")}
			}
			_, err = a.Out.Write([]byte(text))
			return err
		},
	}
}
