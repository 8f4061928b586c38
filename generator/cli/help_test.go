package cli

import (
	"io/fs"
	"testing"

	"github.com/spf13/cobra"
)

func TestEveryHelpTextIsThatOfACommand(t *testing.T) {
	described := 0
	var count func(c *cobra.Command)
	count = func(c *cobra.Command) {
		if c.Long != "" {
			described++
		} else if c.Name() != "version" {
			t.Errorf("`%s` has no text in help/", c.CommandPath())
		}
		for _, below := range c.Commands() {
			count(below)
		}
	}
	count((&app{}).root())
	files, err := fs.Glob(helpTexts, "help/*.txt")
	if err != nil || len(files) != described {
		t.Errorf("%d files, and %d commands that they describe: %v", len(files), described, err)
	}
}
