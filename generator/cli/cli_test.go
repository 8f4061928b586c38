package cli_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"ithaca/generator/cli"
)

// rootVariable tells the program under test where the built-in templates are:
// scripts run it in folders of their own.
const rootVariable = "ITHACA_TEST_ROOT"

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"ithaca": func() {
			os.Exit(cli.Run(cli.Environment{
				Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
				Embedded: os.DirFS(os.Getenv(rootVariable)),
			}))
		},
	})
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
			return nil
		},
		RequireUniqueNames: true,
	})
}
