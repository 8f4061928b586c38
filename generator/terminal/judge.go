package terminal

import "ithaca/generator/diag"

// Judge reports mistakes, and says how many there are, where, and how many elsewhere.
func (t *Terminal) Judge(list, elsewhere diag.List, where string, source func(file string) []byte) error {
	if err := t.Report(list, source); err != nil {
		return err
	}
	if t.Format == "text" {
		t.Say("%s in %s%s", Counted(list), where, unread(list))
		if len(elsewhere) > 0 {
			t.Say("%s elsewhere", Counted(elsewhere))
		}
	}
	return nil
}

// unread says of how many files only a part could be read.
func unread(list diag.List) string {
	files := map[string]bool{}
	for _, d := range list {
		if d.Code == "bad-yaml" && d.Mend.Do == diag.Nothing {
			files[d.File] = true
		}
	}
	if len(files) == 0 {
		return ""
	}
	return "; " + Count(len(files), "file is", "files are") + " not read further before [bad-yaml] is mended"
}

// Counted says how many errors and warnings there are.
func Counted(list diag.List) string {
	mistakes, warnings := list.Count()
	return Count(mistakes, "error", "errors") + ", " + Count(warnings, "warning", "warnings")
}
