// Package cli is what people type: it takes arguments, calls the packages below
// and returns terminal text and an exit status.
//
// It reads the clock and the environment, and decides how a process ends; package
// terminal prints. It does not know how a portal is made.
package cli

import (
	"embed"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ithaca/generator"
	"ithaca/generator/diag"
	"ithaca/generator/terminal"
)

// Environment is what a run of the program has to work with.
type Environment struct {
	Args     []string
	In       io.Reader // where answers to questions come from; nil for nowhere
	Out, Err io.Writer
	Embedded fs.FS // holds the built-in templates/ and content/index.md
}

// The exit statuses. Scripts rely on them.
const (
	statusClean  = 0
	statusErrors = 1 // mistakes were found, or something failed
	statusUsage  = 2 // the command was typed wrongly
)

// errFound ends a command that has printed the mistakes it found.
var errFound = errors.New("mistakes were found")

// usageError is what was typed wrongly.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// Run carries out one command and returns the exit status.
func Run(env Environment) int {
	a := &app{Terminal: terminal.Terminal{In: env.In, Out: env.Out, Err: env.Err}, embedded: env.Embedded, started: time.Now()}
	a.Here, a.Repository = a.fromHere, a.fromRepository
	root := a.root()
	root.SetArgs(env.Args)
	root.SetOut(env.Out)
	root.SetErr(env.Err)
	command, err := root.ExecuteC()
	if err == nil {
		err = a.Unsaid // an answer that a full disk did not take is none
	}
	var usage usageError
	switch {
	case err == nil:
		return statusClean
	case errors.Is(err, errFound):
		return statusErrors
	case errors.As(err, &usage):
		a.Complain("%s%s", err, terminal.Hint(terminal.Remedy(err)))
		a.Complain("Run `%s --help` to see what can be typed.", command.CommandPath())
		return statusUsage
	}
	a.Complain("ithaca: %s%s", err, terminal.Hint(terminal.Remedy(err)))
	return statusErrors
}

// app is one run: its terminal and the global flags.
type app struct {
	terminal.Terminal
	embedded fs.FS
	started  time.Time

	site     string
	requests string
	date     string
	options  generator.Options // from these flags
}

// commands are every command, each in a file of its own, in the order of the
// help.
var commands = []func(*app) *cobra.Command{initCommand, newCommand, importCommand, buildCommand, checkCommand, statusCommand, serveCommand, suggestCommand, matchCommand, peopleCommand, renameCommand, referenceCommand, versionCommand}

func (a *app) root() *cobra.Command {
	showVersion := false
	root := &cobra.Command{
		Use:           "ithaca",
		Short:         "Turn a folder of Markdown into the portal of a mentorship program",
		SilenceErrors: true, SilenceUsage: true,
		Args: refuseArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if showVersion {
				a.printVersion()
				return nil
			}
			return c.Help()
		},
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: false},
	}
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return usageError{wrongFlag(c, err)} })
	root.SetHelpCommand(helpCommand())
	root.Flags().BoolVar(&showVersion, "version", false, "print the version")
	flags := root.PersistentFlags()
	flags.StringVar(&a.site, "site", ".", "the `folder` that holds content/ and, if you have your own, templates/")
	flags.StringVar(&a.requests, "requests", "", "a `folder` of mentees' requests outside the site, in place of content/requests/")
	flags.StringVar(&a.date, "date", "", "the `day` to take as today, as YYYY-MM-DD (default: as_of of the site, else $SOURCE_DATE_EPOCH, else the clock)")
	flags.StringVar(&a.Format, "format", "text", "how mistakes are printed: `text`, json or github")
	root.PersistentPreRunE = func(c *cobra.Command, _ []string) error { return a.prepare(c) }
	cobra.EnableCommandSorting = false // they stand in the order in which people need them
	for _, command := range commands {
		c := command(a)
		c.DisableFlagsInUseLine = true
		root.AddCommand(c)
	}
	describe(root)
	return root
}

// helpTexts hold what is said of each command beyond a line, and after it examples.
//
//go:embed help/*.txt
var helpTexts embed.FS

// describe gives a command its help, and those below it. It takes no arguments if it does not
// say which, and its flags stand in the order in which they are declared.
func describe(c *cobra.Command) {
	if c.Flags().SortFlags = false; c.Args == nil {
		c.Args = refuseArguments
	}
	name := strings.ReplaceAll(strings.TrimPrefix(c.CommandPath(), "ithaca "), " ", "-")
	if text, err := helpTexts.ReadFile("help/" + name + ".txt"); err == nil {
		long, examples, _ := strings.Cut(string(text), "\nFor example:\n\n")
		c.Long, c.Example = strings.TrimSpace(long), strings.TrimRight(examples, "\n")
	}
	for _, below := range c.Commands() {
		describe(below)
	}
}

// wrongFlag says in plain words what a flag cannot take.
func wrongFlag(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
		return errors.New(err.Error() + orNearest("--"+unknown.GetSpecifiedName(), names))
	}
	var invalid *pflag.InvalidValueError
	if !errors.As(err, &invalid) {
		return err
	}
	takes := "a whole number"
	if invalid.GetFlag().Value.Type() == "bool" {
		takes = "true or false"
	}
	return errors.New("--" + invalid.GetFlag().Name + " takes " + takes + ", not `" + invalid.GetValue() + "`")
}

// refuseArguments is for commands that take none: a word that is no command is
// answered with the one that was probably meant.
func refuseArguments(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if c.HasParent() && !c.HasSubCommands() {
		return usageError{errors.New("`" + c.Name() + "` takes no arguments, and got `" + args[0] + "`")}
	}
	return unknownCommand(c, args[0])
}

// takes refuses fewer or more arguments than a command takes.
func takes(least, most int, words string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return usageError{errors.New(words)}
		}
		return nil
	}
}

// unknownCommand returns the error of a command that does not exist.
func unknownCommand(root *cobra.Command, name string) error {
	var names []string
	for _, child := range root.Commands() {
		if child.IsAvailableCommand() {
			names = append(names, child.Name())
		}
	}
	return usageError{errors.New("there is no command `" + name + "`" + orNearest(name, names))}
}

// orNearest proposes, at the end of a sentence, the name that was probably meant.
func orNearest(word string, names []string) string {
	if near := diag.Nearest(word, names); near != "" {
		return "; did you mean `" + near + "`?"
	}
	return ""
}

// helpCommand prints the help of a command.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Print the help of a command",
		RunE: func(c *cobra.Command, args []string) error {
			found, _, err := c.Root().Find(args)
			if err != nil || found == c.Root() && len(args) > 0 {
				return unknownCommand(c.Root(), args[0])
			}
			found.InitDefaultHelpFlag()
			return found.Help()
		},
	}
}

// prepare checks the global flags, and works out what a snapshot is taken of.
func (a *app) prepare(c *cobra.Command) error {
	table := a.Format == "csv" && c.Annotations["csv"] != "" // commands that can print a table
	if a.Format != "text" && a.Format != "json" && a.Format != "github" && !table {
		return usageError{errors.New("--format takes text, json or github, not `" + a.Format + "`")}
	}
	today, err := a.today()
	if err != nil {
		return err
	}
	if err := checkFolder("site", a.site); err != nil {
		return err
	}
	if c.Annotations["requests"] == "" { // of commands that make the folder
		if err := a.checkRequests(); err != nil {
			return err
		}
	}
	templates, err := fs.Sub(a.embedded, "templates")
	a.options = generator.Options{Site: a.site, Requests: a.requests, Templates: templates, Today: today, DayAsked: a.date != ""}
	return err
}

// today returns the day of the run: --date, else SOURCE_DATE_EPOCH, else the clock.
func (a *app) today() (time.Time, error) {
	if a.date != "" {
		day, err := time.Parse(time.DateOnly, a.date)
		if err != nil {
			return day, usageError{errors.New("--date takes a day as YYYY-MM-DD, not `" + a.date + "`")}
		}
		return day, nil
	}
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return time.Time{}, usageError{errors.New("SOURCE_DATE_EPOCH takes seconds since 1970, not `" + epoch + "`")}
		}
		return time.Unix(seconds, 0).UTC(), nil
	}
	return a.started.UTC(), nil
}

// clock returns a function that reads the current day; nil where the day of the run
// was named, which then holds until its end.
func (a *app) clock() func() time.Time {
	if a.date != "" || os.Getenv("SOURCE_DATE_EPOCH") != "" {
		return nil
	}
	return func() time.Time { return time.Now().UTC() }
}

// read takes a snapshot of the content alone.
func (a *app) read() (*generator.Snapshot, error) {
	options := a.options
	options.ContentOnly = true
	return generator.Take(options)
}

// checkRequests refuses a folder of requests that is not there, that holds the site, or in
// which something else of it lies: all of that would be taken for requests.
func (a *app) checkRequests() error {
	if a.requests == "" {
		return nil
	}
	content := filepath.Join(a.site, "content")
	name, within := relative(content, a.requests)
	if _, around := relative(a.requests, content); around || within && name != "requests" {
		return usageError{errors.New("--requests takes the folder of the requests alone, and `" + a.requests + "` holds other files of the site")}
	}
	return checkFolder("requests", a.requests)
}

// checkFolder refuses a file where a flag takes a folder, and a folder of requests
// that is not there.
func checkFolder(flag, path string) error {
	if path == "" {
		return nil
	}
	switch info, err := os.Stat(path); {
	case err == nil && !info.IsDir():
		return usageError{errors.New("--" + flag + " takes a folder, and `" + path + "` is a file")}
	case errors.Is(err, fs.ErrNotExist) && flag == "requests":
		return usageError{errors.New("--requests: there is no folder `" + path + "`")}
	}
	return nil
}

// checkFile refuses a path at which there is no file. What was typed stands before it.
func checkFile(typed, path, remedy string) error {
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return usageError{errors.New(typed + "there is no file `" + path + "`" + remedy)}
	case err == nil && info.IsDir():
		return usageError{errors.New(typed + "`" + path + "` is a folder" + remedy)}
	}
	return nil
}
