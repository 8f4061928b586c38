package source

import (
	"bytes"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"ithaca/generator/diag"
)

// ContactsInside is reported for a list of people's addresses in a folder whose
// repository, or portal, others read.
const ContactsInside diag.Code = "contacts-inside"

// How much is looked at for lists of people: the beginning of a file, the names of
// the site's top folder, and folders within folders that are ignored otherwise.
const (
	maxHead     = 64 << 10
	maxTop      = 10_000
	ignoredDeep = 3
)

// people is how many addresses make a list of people.
const people = 2

// address finds e-mail addresses, and their first part.
var address = regexp.MustCompile(`(?i)([\pL\pN._%+'-]+)@[\pL\pN-]+(?:\.[\pL\pN-]+)+`)

// roles are first parts of addresses behind which there is an office, not a person.
const roles = " admin contact hello help hi info mail noreply no-reply office post press support team webmaster "

// published are the names of texts that name people on purpose.
const published = " authors contributors copying credits humans licence license maintainers notice security thanks "

// contacts reports a file that lists people's addresses, and whether it did. It
// looks into tables and plain texts; spreadsheets, which are archives, are all refused.
func (w *walker) contacts(folder place, d fs.DirEntry) bool {
	if !d.Type().IsRegular() || w.outside {
		return false
	}
	name := strings.TrimSuffix(d.Name(), "~")
	ending := extension(name)
	if ending == ".md" {
		return false
	}
	at, stem := folder.of(d.Name()), strings.ToLower(strings.TrimSuffix(name, ending))
	switch ending {
	case ".csv", ".tsv", ".tab", ".vcf":
		if countPeople(head(at)) < people {
			return false
		}
	case ".txt":
		if strings.Contains(published, " "+stem+" ") || !isList(head(at)) {
			return false
		}
	case ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".numbers":
		w.listed(at.path, "a spreadsheet may list people, and nobody can look into it here", "keep it outside the site's folder; save as CSV what visitors are to download")
		return true
	default:
		return false
	}
	w.listed(at.path, "this file lists the e-mail addresses of several people", moveOut)
	return true
}

const moveOut = "move it out of the site's folder; what was committed stays in git's history until it is purged"

func (w *walker) listed(at, what, remedy string) {
	w.diags.Errorf(diag.Position{File: at}, ContactsInside,
		remedy, "%s, and it lies where everybody who has the repository or the portal can read it", what)
}

// head returns the beginning of a file, without the NUL characters that spreadsheets
// put between the letters of UTF-16; nil where it cannot be read, which is reported
// when the file is used.
func head(at place) []byte {
	f, _, err := openRegular(at.root, at.name)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, _ := io.ReadAll(io.LimitReader(f, maxHead))
	return bytes.ReplaceAll(data, []byte{0}, nil)
}

// countPeople returns how many people's addresses a text holds.
func countPeople(text []byte) int {
	var found []string
	for _, m := range address.FindAllSubmatch(text, -1) {
		whole, role := strings.ToLower(string(m[0])), strings.ToLower(string(m[1]))
		if !strings.Contains(roles, " "+role+" ") && !slices.Contains(found, whole) {
			if found = append(found, whole); len(found) == people {
				break
			}
		}
	}
	return len(found)
}

// isList reports whether a plain text lists people: at least every third line that
// says anything holds an address.
func isList(text []byte) bool {
	lines, with := 0, 0
	for line := range bytes.Lines(text) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		lines++
		if address.Match(line) {
			with++
		}
	}
	return 3*with >= lines && countPeople(text) >= people
}

// search looks for lists of people in a folder that is not read otherwise, and in
// the folders within it, so many deep. What cannot be opened is not used either.
func (w *walker) search(folder place, deep int) {
	opened, err := folder.root.Open(folder.name)
	if err != nil {
		return
	}
	defer opened.Close()
	found, _ := opened.ReadDir(maxTop)
	for _, d := range found {
		switch {
		case d.Name()[0] == '.':
		case !d.IsDir():
			w.contacts(folder, d)
		case deep > 0:
			w.search(folder.of(d.Name()), deep-1)
		}
	}
}
