// Ithaca turns a folder of Markdown into the portal of a mentorship program.
package main

import (
	"embed"
	"os"

	"ithaca/generator/cli"
)

//go:embed all:templates content/index.md
var built embed.FS

func main() {
	os.Exit(cli.Run(cli.Environment{
		Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Embedded: built,
	}))
}
