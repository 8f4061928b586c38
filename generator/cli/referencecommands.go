package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

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
