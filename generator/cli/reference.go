package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ithaca/generator"
	"ithaca/generator/diag"
	"ithaca/generator/start"
	"ithaca/generator/wholefile"
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
		if err := wholefile.Replace(filepath.Join(folder, kind+".json"), schema, 0o644); err != nil {
			return err
		}
	}
	a.Say("%s in %s", diag.Count(len(all), "schema", "schemas"), folder)
	return nil
}

func referenceCommandsCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "commands",
		Short: "Print every command and what it takes",
		RunE: func(c *cobra.Command, _ []string) error {
			var b strings.Builder
			b.WriteString("# Commands\n\n" + c.Root().Long + "\n\nEvery command takes:\n\n")
			writeFlags(&b, c.Root().PersistentFlags())
			b.WriteString("\nThe exit status is 0 when all is well, 1 when mistakes were found or something\n" +
				"failed, and 2 when the command was typed wrongly.\n")
			for _, command := range c.Root().Commands() {
				writeCommand(&b, command)
			}
			a.Say("%s", strings.TrimSpace(b.String()))
			return nil
		},
	}
}

// writeCommand writes the chapter of a command, and of those below it.
func writeCommand(b *strings.Builder, c *cobra.Command) {
	if !c.IsAvailableCommand() {
		return
	}
	text := c.Long
	if text == "" {
		text = c.Short + "."
	}
	fmt.Fprintf(b, "\n## %s\n\n```\n%s\n```\n\n%s\n", c.CommandPath(), c.UseLine(), strings.TrimSpace(text))
	if c.Example != "" {
		fmt.Fprintf(b, "\nFor example:\n\n```\n%s\n```\n", strings.ReplaceAll(strings.TrimPrefix(c.Example, "  "), "\n  ", "\n"))
	}
	if flags := c.NonInheritedFlags(); flags.HasAvailableFlags() {
		b.WriteByte('\n')
		writeFlags(b, flags)
	}
	for _, below := range c.Commands() {
		writeCommand(b, below)
	}
}

// writeFlags writes a table of flags, but for --help, which every command has.
func writeFlags(b *strings.Builder, flags *pflag.FlagSet) {
	b.WriteString("| flag | what it does |\n| --- | --- |\n")
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		value, words := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if value != "" {
			name += " " + strings.ToUpper(value)
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
			words += " (if it is left out: " + f.DefValue + ")"
		}
		fmt.Fprintf(b, "| `%s` | %s |\n", name, strings.ReplaceAll(words, "|", "\\|"))
	})
}

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
