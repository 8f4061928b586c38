package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ithaca/generator/diag"
	"ithaca/generator/start"
	"ithaca/generator/terminal"
)

func initCommand(a *app) *cobra.Command {
	said := map[string]*string{}
	var host string
	c := &cobra.Command{
		Use:   "init DIR [--title TITLE]",
		Short: "Begin a new site in a folder",
		Args:  takes(1, 1, "`init` takes one folder to write into, as `ithaca init our-program`"),
		RunE: func(_ *cobra.Command, args []string) error {
			if !slices.Contains(start.Hosts(), host) {
				return usageError{errors.New("--ci takes " + strings.Join(start.Hosts(), " or ") + ", not `" + host + "`")}
			}
			facts := start.Facts{}
			for name, value := range said {
				facts[name] = *value
			}
			return a.init(args[0], start.Site{Facts: facts, Host: host, Program: a.program()})
		},
	}
	flags := c.Flags()
	for _, fact := range start.AllFacts() {
		said[fact.Name] = flags.String(fact.Name, "", fact.Words)
	}
	flags.StringVar(&host, "ci", "github", "whose workflows check and publish the site: `github` or none")
	return c
}

// program returns what a new site's workflows fetch: this program, by its release or its
// commit, from where the portal that it holds says that its source is kept.
func (a *app) program() start.Program {
	b := built()
	p := start.Program{Commit: b.commit}
	if index, err := fs.ReadFile(a.embedded, "content/index.md"); err == nil {
		p.Repository = start.Source(index)
	}
	if path, err := os.Executable(); err == nil && b.isRelease() {
		p.Release, p.Sums = b.version, start.Sums(path)
	}
	return p
}

func (a *app) init(dir string, site start.Site) error {
	if err := start.Empty(dir); err != nil {
		return err
	}
	if err := a.askFacts(site.Facts); err != nil {
		return err
	}
	if err := site.Facts.Check(); err != nil {
		return usageError{errors.New("--" + err.Error() + terminal.Hint(terminal.Remedy(err)))}
	}
	begun, err := start.Init(dir, site)
	if err != nil {
		return err
	}
	for _, name := range begun.Kept {
		a.Complain("kept %s as it was", filepath.ToSlash(filepath.Join(dir, filepath.FromSlash(name))))
	}
	a.Say("A new site stands in %s: %s.", filepath.ToSlash(dir), diag.Count(len(begun.Written), "file", "files"))
	if !site.Facts.Translated() {
		a.Say("Its texts are in English; translate them as you go through them.")
	}
	at := siteFlag(dir)
	a.Say("\nWhat comes next:\n")
	a.Say("  1. Look at it:           ithaca serve --open%s", at)
	a.Say("  2. See what to fill in:  ithaca check%s", at)
	a.Say("  3. Add the first mentor: ithaca new mentor \"Their name\"%s", at)
	if site.Host == "github" {
		a.Say("\nPushed to GitHub, it checks and publishes itself: README.md in the folder says how.")
	}
	if missing := site.Program.Missing(); missing != "" && site.Host != "none" {
		a.Complain("Its workflows fetch Ithaca from the repository of its source. Before you push, write into\n.ithaca/version %s.", missing)
	}
	return nil
}

// siteFlag returns how a site in a folder is named to other commands.
func siteFlag(dir string) string {
	if dir = filepath.ToSlash(filepath.Clean(dir)); dir == "." {
		return ""
	}
	return " --site " + diag.ShellWord(dir)
}

// askFacts asks for what is not known yet, where somebody can answer.
func (a *app) askFacts(facts start.Facts) error {
	if !a.CanAsk() {
		return nil
	}
	a.Say("Four questions; press Enter to leave one for later.")
	for _, fact := range start.AllFacts() {
		if !fact.Asked || facts[fact.Name] != "" {
			continue
		}
		answer, err := a.Ask(terminal.Sentence(fact.Words, ""), fact.Check)
		if err != nil {
			return err
		}
		facts[fact.Name] = answer
	}
	a.Say("")
	return nil
}
