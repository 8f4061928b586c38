package terminal

import "ithaca/generator/diag"

// Judge reports mistakes, and says how many there are, where, and how many elsewhere.
func (t *Terminal) Judge(list, elsewhere diag.List, where string, source func(file string) []byte) error {
	if err := t.Report(list, source); err != nil {
		return err
	}
	if t.Format == "text" {
		t.Say("%s in %s", Counted(list), where)
		if len(elsewhere) > 0 {
			t.Say("%s elsewhere", Counted(elsewhere))
		}
	}
	return nil
}

// Counted says how many errors and warnings there are.
func Counted(list diag.List) string {
	mistakes, warnings := list.Count()
	return Count(mistakes, "error", "errors") + ", " + Count(warnings, "warning", "warnings")
}
