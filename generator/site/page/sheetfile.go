package page

import (
	"net/url"
	"slices"
	"strings"

	"ithaca/generator/portal"
)

// SheetFile is the file that a worksheet's filled output is saved as.
type SheetFile struct {
	Name    string // without its ending, where no answer names the file
	NamedBy string // the field whose answer does; "" for none
	Exact   bool   // the file is read by the portal: days must be written as days
	Draft   NewFile
	Parts   []FilePart // what the fields of a profile's sheet are; none of other sheets
	Consent bool       // the file states a consent to be shown, which its person must give
}

// NewFile is the page of a repository's forge on which a visitor proposes a new
// file; the zero value where there is none. URL has {name} where the file's name
// goes, without its ending, and {text} where its text goes, both to be escaped
// as the value of a query; forges that take no text have no {text}.
type NewFile struct{ URL, Host string }

// namingFields are those that name a person's file, the first one first.
var namingFields = []string{"pseudonym", "name"}

// sheetFile says how the output of a sheet is saved. A profile can be proposed to
// the repository; requests are private and never are.
func (pl views) sheetFile(w *portal.Worksheet) SheetFile {
	file := SheetFile{Name: w.Slug}
	if w.Produces != portal.ProfileProduct && w.Produces != portal.RequestProduct {
		return file
	}
	file.Name = string(w.Produces)
	file.Exact = strings.HasPrefix(w.Output, "---\n")
	for _, name := range namingFields {
		if file.NamedBy == "" && slices.ContainsFunc(w.Fields, func(f portal.SheetField) bool { return f.Name == name }) {
			file.NamedBy = name
		}
	}
	if w.Produces == portal.ProfileProduct && file.Exact {
		file.Parts = fileParts(w)
		file.Consent = slices.ContainsFunc(file.Parts, func(p FilePart) bool { return p.Key == "consent.publish" })
		file.Draft = newFile(pl.Portal.Program.Repository, "content/mentors")
	}
	return file
}

// newFile returns where a file of a folder can be proposed. GitHub, Forgejo and
// Gitea take its name and text; GitLab only its name.
func newFile(r portal.Repository, folder string) NewFile {
	u, err := url.Parse(r.URL)
	if err != nil || r.URL == "" {
		return NewFile{}
	}
	branch := r.Branch
	if branch == "" {
		branch = "main"
	}
	verb, query := "_new", "?filename={name}.md&value={text}"
	switch {
	case u.Host == "github.com":
		verb = "new"
	case strings.HasPrefix(u.Host, "gitlab."):
		verb, query = "-/new", "?file_name={name}.md"
	}
	return NewFile{URL: u.JoinPath(verb, branch, folder).String() + query, Host: u.Hostname()}
}
