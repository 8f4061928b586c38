package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ithaca/generator/ask"
	"ithaca/generator/diag"
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

// names proposes what the site holds. Nothing is proposed, and nothing said, where it
// cannot be read.
func (a *app) names(c *cobra.Command, of func(*ask.Matching) []ask.Name) []cobra.Completion {
	if a.prepare(c) != nil {
		return nil
	}
	content, err := a.read()
	if err != nil {
		return nil
	}
	var all []cobra.Completion
	for _, n := range of(ask.New(content, nil)) {
		all = append(all, cobra.CompletionWithDesc(n.Name, n.Title))
	}
	return all
}

// siteNames proposes names of the site for the first argument, or for a flag.
func (a *app) siteNames(of func(*ask.Matching) []ask.Name, flag bool) completion {
	return func(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 && !flag {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return a.names(c, of), cobra.ShellCompDirectiveNoFileComp
	}
}

// wishNames proposes the values of a flag that says what is asked for, also after the
// commas of a list.
func (a *app) wishNames(field string) completion {
	return func(c *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndexAny(typed, ",;")+1]
		all := a.names(c, func(m *ask.Matching) []ask.Name { return m.Choices(field) })
		for i := range all {
			all[i] = before + all[i]
		}
		return all, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
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
	all := []string{"all"}
	for _, c := range diag.Codes() {
		all = append(all, string(c))
	}
	return all
}
