package terminal

import (
	"strings"

	"ithaca/generator/diag"
)

// Explain prints what a code means, with an example.
func (t *Terminal) Explain(e diag.Explanation) {
	t.Say("%s\n\n%s\n\nFor example, with", e.Code, e.Text)
	t.files(e.Files)
	t.Say("\ncheck prints\n")
	t.indented(e.Want)
	if len(e.Instead) > 0 {
		t.Say("\nAll is well with")
		t.files(e.Instead)
	}
}

// files prints the files of an example. One without text is one that is missing.
func (t *Terminal) files(all []diag.File) {
	for _, f := range all {
		if f.Text == "" {
			t.Say("\n  no %s", f.Path)
			continue
		}
		t.Say("\n  %s\n", f.Path)
		t.indented(f.Text)
	}
}

func (t *Terminal) indented(text string) {
	for line := range strings.Lines(text) {
		t.Say("    %s", strings.TrimRight(line, "\n"))
	}
}

// Judge reports mistakes, and says how many there are, where, and how many others.
func (t *Terminal) Judge(list, others diag.List, where string, source func(file string) []byte) error {
	if err := t.Report(list, source); err != nil {
		return err
	}
	if t.Format == "text" {
		t.Say("%s in %s", Counted(list), where)
		if len(others) > 0 {
			t.Say("%s besides", Counted(others))
		}
	}
	return nil
}

// Counted says how many errors and warnings there are.
func Counted(list diag.List) string {
	mistakes, warnings := list.Count()
	return diag.Count(mistakes, "error", "errors") + ", " + diag.Count(warnings, "warning", "warnings")
}
