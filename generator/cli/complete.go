package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ithaca/generator/ask"
	"ithaca/generator/diag"
	"ithaca/generator/each"
)

// completion proposes what can be typed next; shells ask for it at the Tab key.
type completion = func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective)

// among proposes fixed words, for an argument that takes one of them.
func among(words func() []string) completion {
	return func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return words(), cobra.ShellCompDirectiveNoFileComp
	}
}

// fixed proposes words for a flag.
func fixed(words ...string) completion {
	return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
}

// siteNames proposes mentors, requests, cycles or topics of the site, also after the commas
// of a list. Nothing is proposed, and nothing said, where it cannot be read.
func (a *app) siteNames(of string) completion {
	return func(c *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		how := cobra.ShellCompDirectiveNoFileComp
		if a.prepare(c) != nil {
			return nil, how
		}
		content, err := a.read()
		if err != nil {
			return nil, how
		}
		if of == "topics" {
			how |= cobra.ShellCompDirectiveNoSpace // a level or another topic may follow
		}
		before := typed[:strings.LastIndexAny(typed, ",;")+1]
		return each.Of(ask.New(content, nil).Names(of), func(n ask.Name) cobra.Completion {
			return before + cobra.CompletionWithDesc(n.Name, n.Title)
		}), how
	}
}

// completeFlag has a flag completed. A flag that is not there is a mistake of ours.
func completeFlag(c *cobra.Command, flag string, how completion) {
	if err := c.RegisterFlagCompletionFunc(flag, how); err != nil {
		panic(fmt.Sprintf("cli: %s: %s", c.Name(), err))
	}
}

// codes returns every code of a mistake, and all.
func codes() []string {
	return append([]string{"all"}, each.Of(diag.Codes(), func(c diag.Code) string { return string(c) })...)
}
