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

// The bounds of the search for lists of people: bytes of a file, names in a folder, and
// levels of folders below one that is otherwise ignored.
const (
	maxHead      = 64 << 10
	maxListed    = 10_000
	ignoredDepth = 3
)

// minPeople is from how many addresses on a file is a list of people.
const minPeople = 2

// ownLists are the names, without extension, of lists that this program writes: one address
// is enough.
const ownLists = " contacts letters questions told "

// address matches an e-mail address, with its local part.
var address = regexp.MustCompile(`(?i)([\pL\pN._%+'-]+)@[\pL\pN-]+(?:\.[\pL\pN-]+)+`)

// roles are local parts of addresses of an office, not a person.
const roles = " admin contact hello help hi info mail noreply no-reply office post press support team webmaster "

// creditFiles are the names, without extension, of texts that name people on purpose.
const creditFiles = " authors contributors copying credits humans licence license maintainers notice security thanks "

// reportContacts reports a file that lists people's addresses, and returns whether it is
// one. It reads tables, lists and plain texts; every spreadsheet counts, because it cannot be read
// here.
func (w *walker) reportContacts(folder location, d fs.DirEntry) bool {
	if !d.Type().IsRegular() || w.outside {
		return false
	}
	name := strings.TrimSuffix(d.Name(), "~")
	ending := extension(name)
	if ending == ".md" {
		return false
	}
	at, stem := folder.child(d.Name()), strings.ToLower(strings.TrimSuffix(name, ending))
	switch ending {
	case ".csv", ".tsv", ".tab", ".vcf", ".json", ".yaml", ".yml": // all of them can be imported
		people := countPeople(head(at))
		if people == 0 || people < minPeople && !strings.Contains(ownLists, " "+stem+" ") || stem == "package" {
			return false
		}
	case ".txt":
		if strings.Contains(creditFiles, " "+stem+" ") || !isList(head(at)) {
			return false
		}
	case ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".numbers":
		w.reportListed(at.path, "a spreadsheet may list people, and nobody can look into it here", "keep it outside the site's folder; save as CSV what visitors are to download")
		return true
	default:
		return false
	}
	w.reportListed(at.path, "this file lists people's e-mail addresses", moveOut)
	return true
}

const moveOut = "move it out of the site's folder; what was committed stays in git's history until it is purged"

func (w *walker) reportListed(at, what, remedy string) {
	w.diags.Errorf(diag.Position{File: at}, ContactsInside,
		remedy, "%s, and it lies where everybody who has the repository or the portal can read it", what)
}

// head returns the beginning of a file, without the NUL characters that spreadsheets
// put between the letters of UTF-16; nil where it cannot be read, which is reported
// when the file is used.
func head(at location) []byte {
	f, _, err := openRegular(at.root, at.name)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, _ := io.ReadAll(io.LimitReader(f, maxHead))
	return bytes.ReplaceAll(data, []byte{0}, nil)
}

// countPeople returns how many people's addresses are in a text, at most minPeople.
func countPeople(text []byte) int {
	var found []string
	for _, m := range address.FindAllSubmatch(text, -1) {
		whole, role := strings.ToLower(string(m[0])), strings.ToLower(string(m[1]))
		if !strings.Contains(roles, " "+role+" ") && !slices.Contains(found, whole) {
			if found = append(found, whole); len(found) == minPeople {
				break
			}
		}
	}
	return len(found)
}

// isList reports whether a plain text lists people: at least a third of the lines that are
// not blank contain an address.
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
	return 3*with >= lines && countPeople(text) >= minPeople
}

// searchContacts reports lists of people in a folder that is otherwise not read, and in
// folders below it down to deep levels. Folders that cannot be opened are skipped.
func (w *walker) searchContacts(folder location, deep int) {
	opened, err := folder.root.Open(folder.name)
	if err != nil {
		return
	}
	defer opened.Close()
	found, _ := opened.ReadDir(maxListed)
	for _, d := range found {
		switch {
		case d.Name()[0] == '.':
		case !d.IsDir():
			w.reportContacts(folder, d)
		case deep > 0:
			w.searchContacts(folder.child(d.Name()), deep-1)
		}
	}
}
