package source

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ithaca/generator/diag"
)

// BadFileName is reported for names that some systems cannot store, so that a
// contributor there could not even fetch the site.
const BadFileName diag.Code = "bad-file-name"

// SameFileName is reported for two names in one folder that differ only in the
// case of their letters or in their Unicode form: on many systems they are one.
const SameFileName diag.Code = "same-file-name"

func (w *walker) goodName(at, name string) bool {
	problem := nameProblem(name)
	if problem == "" {
		return true
	}
	w.diags.Errorf(diag.Position{File: at}, BadFileName,
		"rename it: small letters, digits and hyphens are safe everywhere", "this name %s", problem)
	return false
}

// nameProblem says what is wrong with the name of a file or folder, "" when
// every system can store it.
func nameProblem(name string) string {
	if !utf8.ValidString(name) {
		return "is not UTF-8"
	}
	for _, r := range name {
		switch {
		case strings.ContainsRune(`\<>:"|?*`, r):
			return fmt.Sprintf("holds %q, which Windows does not allow", r)
		case unicode.IsControl(r), unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp):
			return fmt.Sprintf("holds the invisible character U+%04X", r)
		}
	}
	switch name[len(name)-1] {
	case '.', ' ':
		return "ends with a dot or a space, which Windows drops"
	}
	if stem, _, _ := strings.Cut(name, "."); reserved(stem) {
		return fmt.Sprintf("begins with %q, a device on Windows", stem)
	}
	return ""
}

// reserved reports whether Windows takes a name, with any extension, for a device.
func reserved(stem string) bool {
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	digit, ok := strings.CutPrefix(stem, "COM")
	if !ok {
		digit, ok = strings.CutPrefix(stem, "LPT")
	}
	return ok && strings.Contains("0 1 2 3 4 5 6 7 8 9 ¹ ² ³", digit) && utf8.RuneCountInString(digit) == 1
}

// withoutTwins reports names that fold alike and keeps the first of them. The
// names must be sorted.
func (w *walker) withoutTwins(folder string, found []fs.DirEntry) []fs.DirEntry {
	first := make(map[string]string, len(found))
	kept := found[:0]
	for _, d := range found {
		name := d.Name()
		key := fold(name)
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

// fold returns the form in which file systems that do not tell upper from lower
// case compare names.
func fold(name string) string {
	if isASCII(name) {
		return strings.ToLower(name)
	}
	return norm.NFC.String(strings.ToLower(strings.ToUpper(norm.NFC.String(name))))
}

func isASCII(name string) bool {
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
