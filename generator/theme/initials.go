package theme

import (
	"html/template"

	"ithaca/generator/picture"
)

// initials returns the picture of a person who has none. Package picture makes it
// from letters alone and escapes them.
func initials(name string) template.HTML { return template.HTML(picture.Initials(name)) }
