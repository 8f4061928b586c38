// Ithaca turns a folder of Markdown into the portal of a mentorship program.
package main

import (
	"embed"
	"os"

	"ithaca/generator/cli"
)

// README.md is for people, who read it where the source is.
//
//go:embed all:templates/[a-z]* content/index.md
var built embed.FS

func main() {
	os.Exit(cli.Run(cli.Environment{
		Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Embedded: built,
	}))
}
