package source

import (
	"io/fs"

	"ithaca/generator/diag"
	"ithaca/generator/filename"
)

// BadFileName is reported for names that some systems cannot store, so that a
// contributor there could not even fetch the site.
const BadFileName diag.Code = "bad-file-name"

// SameFileName is reported for two names in one folder that differ only in the
// case of their letters or in their Unicode form: on many systems they are one.
const SameFileName diag.Code = "same-file-name"

func (w *walker) checkName(at, name string) bool {
	problem := filename.NameProblem(name)
	if problem == "" {
		return true
	}
	w.diags.Errorf(diag.Position{File: at}, BadFileName,
		"rename it: small letters, digits and hyphens are safe everywhere", "this name %s", problem)
	return false
}

// withoutTwins reports names that fold alike and keeps the first of them. The
// names must be sorted.
func (w *walker) withoutTwins(folder string, found []fs.DirEntry) []fs.DirEntry {
	first := make(map[string]string, len(found))
	kept := found[:0]
	for _, d := range found {
		name := d.Name()
		key := filename.Fold(name)
		if twin, ok := first[key]; ok {
			w.diags.Errorf(diag.Position{File: folder + "/" + name}, SameFileName,
				"keep one of them, or give them different names",
				"on many computers this is the same name as %q beside it", twin)
			continue
		}
		first[key] = name
		kept = append(kept, d)
	}
	return kept
}
