package start

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"ithaca/generator"
	"ithaca/generator/content"
	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/filename"
)

// File is a new file of a site while it is prepared. Nothing is written before Write.
type File struct {
	Path string // within the site: "content/mentors/ana-silva.md"

	kind, title string
	form        *kinds.Kind
	answers     map[string]string // by the names of questions
	terms       string            // the version of the privacy notice, "" for none
	options     generator.Options
	before      map[diag.Diagnostic]bool // what is wrong with the site without the file
}

// Name says what a new file is called.
type Name struct {
	Title string
	File  string // without its ending; "" for one made of the title
}

// New begins a file of a kind, one of Kinds, in the site that the options name. It
// returns a *diag.Refusal if there can be no such file.
func New(o generator.Options, kind string, name Name) (*File, error) {
	form := kinds.Called(kind)
	f := &File{kind: kind, title: strings.TrimSpace(name.Title), form: form, answers: map[string]string{}, options: o, before: map[diag.Diagnostic]bool{}}
	slug, err := f.slug(name)
	if err != nil {
		return nil, err
	}
	file, inFolder := form.Path(slug)
	f.Path = file
	for _, there := range []string{file, inFolder} {
		if _, err := os.Lstat(f.options.Folders().Where(there)); err == nil {
			return nil, diag.Refuse("there is "+there+" already", "change that file, or choose another name with --name")
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return f, f.begin()
}

// slug returns the name of the file. That of a request is no title: it must tell
// nothing of the person.
func (f *File) slug(name Name) (string, error) {
	slug := name.File
	if slug == "" {
		slug = f.form.NameFor(f.title)
	}
	better := f.form.NameFor(slug)
	problem := filename.NameProblem(slug)
	switch {
	case f.kind == "request" && (slug != f.title || !strings.ContainsAny(slug, "0123456789")):
		return "", diag.Refuse("a request is named by a pseudonym, and `"+field.Short(f.title)+"` could be a person's name",
			"write a word and a number that tell nothing of the person, as `ithaca new request heron-42`")
	case slug == "":
		return "", diag.Refuse("no file name can be made of the title `"+field.Short(f.title)+"`", "add --name with a-z, 0-9 and hyphens, as --name ana-silva")
	case better == "":
		return "", diag.Refuse("`"+field.Short(slug)+"` is no name for a file", "write --name with a-z, 0-9 and hyphens, as --name ana-silva")
	case better != slug:
		return "", diag.Refuse("`"+field.Short(slug)+"` cannot be part of an address", "write --name "+better)
	case problem != "":
		return "", diag.Refuse("the name `"+slug+"` "+problem, "write more than that, as --name "+slug+"-1")
	}
	return slug, nil
}

// begin looks at the site as it is, and at a file that holds nothing but its title.
func (f *File) begin() error {
	site, err := generator.Take(f.options)
	if err != nil {
		return err
	}
	f.terms = site.Portal().Program.Privacy.Version
	for _, d := range site.Diagnostics() {
		if d.Code == content.NoIndex {
			return diag.Refuse("there is no site here: content/index.md is missing",
				"name the folder of a site with --site, or begin one with `ithaca init DIR`")
		}
		f.before[d] = true
	}
	return f.mistake()
}

// mistake returns the first mistake that the site would have with the file as a draft, and
// has not without it.
func (f *File) mistake() error {
	all, err := f.news(true)
	at := slices.IndexFunc(all, func(d diag.Diagnostic) bool { return d.Severity == diag.Error })
	switch {
	case err != nil || at < 0:
		return err
	case all[at].Code == content.RequestsInside:
		return diag.Refuse("requests do not belong into the site, where git shows them to everybody who has the repository",
			"keep them in a folder outside it, as `ithaca new request "+path.Base(strings.TrimSuffix(f.Path, ".md"))+" --requests ../our-requests`")
	}
	return diag.Refuse(all[at].Message, all[at].Hint)
}

// news returns what would be wrong with the site with the file, and is not without it.
func (f *File) news(draft bool) (diag.List, error) {
	o := f.options
	o.Unwritten = map[string][]byte{f.Path: f.text(draft)}
	site, err := generator.Take(o)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(site.Diagnostics()), func(d diag.Diagnostic) bool { return f.before[d] }), nil
}

func (f *File) text(draft bool) []byte {
	return []byte(f.form.Form(kinds.Filling{
		Known: known(f.kind, f.title, f.answers, f.terms), Draft: draft, Body: bodyOf(f.kind),
		First: each.Of(asked(f.kind), func(q Question) string { return q.Key }),
	}))
}

// Answer enters the answer to a question. It returns a *diag.Refusal if the field does
// not take it; the file then stays as it was.
func (f *File) Answer(q Question, answer string) error {
	f.answers[q.Name] = strings.TrimSpace(answer)
	err := f.mistake()
	if err != nil {
		delete(f.answers, q.Name)
	}
	return err
}

// Written is a file that was written.
type Written struct {
	Path  string // as the system knows it
	Draft bool
	Left  diag.List // what is still to be done in the file, and elsewhere before a draft is published
}

// Write writes the file: as a draft, unless a site with it would have no mistake that
// it has not without it.
func (f *File) Write() (Written, error) {
	found, err := f.news(false)
	if err != nil {
		return Written{}, err
	}
	mistakes, _ := found.Count()
	text := f.text(mistakes > 0)
	left := f.left(found, bytes.Count(text, []byte{'\n'})-bytes.Count(f.text(false), []byte{'\n'}))
	if err := f.options.Folders().Create(f.Path, text); err != nil {
		return Written{}, err
	}
	return Written{f.options.Folders().Where(f.Path), mistakes > 0, left}, nil
}

// left returns what is to be done in the file, which has more lines before its fields
// than the one that was judged, and the mistakes elsewhere.
func (f *File) left(found diag.List, more int) diag.List {
	var left diag.List
	for _, d := range found {
		inside := d.Position.File == f.Path
		if inside && d.Position.Line > 1 {
			d.Position.Line += more
		}
		if inside || d.Severity == diag.Error {
			left = append(left, d)
		}
	}
	return left
}
