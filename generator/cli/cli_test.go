package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"ithaca/generator/cli"
)

// rootVariable tells the program under test where the built-in templates are:
// scripts run it in folders of their own.
const rootVariable = "ITHACA_TEST_ROOT"

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"ithaca": func() { run(os.Stdin, os.Stdout, os.Stderr) },
		"ithaca-at-a-terminal": func() {
			tty, err := os.OpenFile("/dev/tty", os.O_RDWR, 0)
			if err != nil {
				panic(err)
			}
			run(tty, tty, tty)
		},
	})
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestACommandWhoseAnswerCannotBeWrittenFails(t *testing.T) {
	var problems strings.Builder
	status := cli.Run(cli.Environment{Args: []string{"version"}, Out: fullDisk{}, Err: &problems})
	if status != 1 || !strings.Contains(problems.String(), "no space left") {
		t.Errorf("the status is %d, and this is said: %q", status, problems.String())
	}
}

// run carries out the command that the process was started with.
func run(in, out, problems *os.File) {
	os.Exit(cli.Run(cli.Environment{
		Args: os.Args[1:], In: in, Out: out, Err: problems,
		Embedded: os.DirFS(os.Getenv(rootVariable)),
	}))
}

func TestCommandsDoWhatTheirHelpSays(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv(rootVariable, root)
			env.Setenv("SOURCE_DATE_EPOCH", "1795000000")
			env.Setenv("GOGC", "400") // hundreds of short runs: a fifth of each was collecting garbage
			return nil
		},
		Cmds:               map[string]func(*testscript.TestScript, bool, []string){"reached": reached},
		RequireUniqueNames: true,
	})
}
