package theme

import (
	"slices"

	"ithaca/generator/diag"
	"ithaca/generator/site"
)

// rehearse draws every kind of page twice, once with an empty view and once
// with every field filled, so that a misspelt field or markup that cannot be
// escaped is a mistake with its file and line before any page is published.
func (t *Theme) rehearse(f *files, diags *diag.List) {
	for _, k := range kinds() {
		for _, s := range []sample{{}, {full: true}} {
			d := &drawing{Site: &site.Site{}, Head: &site.Head{}, URL: "/", View: s.like(k.view)}
			s.fill(d.Site)
			s.fill(d.Head)
			if _, err := t.draw(k.name, d); err != nil {
				t.blame(err, k, f, diags)
				break
			}
		}
	}
	t.shared.Store(nil)
}

// blame reports what was wrong when a page of a kind was rehearsed, once
// however many kinds share the template.
func (t *Theme) blame(err error, k kind, f *files, diags *diag.List) {
	name, line, text := executeError(err)
	blamed, ok := f.byPath[name]
	if !ok {
		blamed, ok = f.byPath[partialFolder+"/"+name+extension]
	}
	if !ok {
		blamed, line = f.byPath[k.name+extension], 0
	}
	var mistake diag.List
	mistake.Errorf(diag.Position{File: blamed.At, Line: line}, TemplateMistake,
		"README.md beside the built-in templates lists what each page can show", "%s", text)
	if !slices.Contains(*diags, mistake[0]) {
		*diags = append(*diags, mistake...)
	}
}
