package generator

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"ithaca/generator/leak"
	"ithaca/generator/portal"
	"ithaca/generator/source"
)

// LeakError says that finished pages hold what must not be published. It names
// fields and pages, never what a field says.
type LeakError struct{ Finds []Find }

// Find is a private field in a finished page.
type Find struct{ URL, Field string }

func (e *LeakError) Error() string {
	var b strings.Builder
	b.WriteString("private content would be published, so nothing was:")
	for i, f := range e.Finds {
		if i == maxFinds {
			fmt.Fprintf(&b, "\n  … and in %d more places", len(e.Finds)-i)
			break
		}
		fmt.Fprintf(&b, "\n  %s holds %s", f.URL, f.Field)
	}
	b.WriteString("\nhint: look for the template, or the text, that shows it on these pages")
	return b.String()
}

// maxFinds is how many finds an error names.
const maxFinds = 20

// newGate makes the gate that every finished page passes.
func newGate(p *portal.Portal, tree *source.Tree, builtIn fs.FS) *leak.Gate {
	secrets := requestSecrets(p)
	var hidden []string
	for _, m := range p.Mentors {
		if m.Contact.Via != portal.ViaEmail && m.Contact.Address != "" {
			secrets = append(secrets, leak.Secret{Name: "the e-mail address of a mentor who did not ask for it to be shown", Text: m.Contact.Address})
			hidden = append(hidden, m.Contact.Address)
		}
	}
	if len(secrets) == 0 {
		return leak.New(nil, nil)
	}
	return leak.New(secrets, publicTexts(tree, hidden, builtIn))
}

// requestSecrets gives what requests say in confidence.
func requestSecrets(p *portal.Portal) []leak.Secret {
	published := p.Program.Requests.Publish == "pseudonyms"
	var secrets []leak.Secret
	add := func(name string, texts ...string) {
		for _, text := range texts {
			secrets = append(secrets, leak.Secret{Name: name, Text: text})
		}
	}
	for _, r := range p.Requests {
		if !published || !r.Publish {
			add("the pseudonym of a request that is not published", r.Slug)
		}
		add("`organisation` of a request", r.Organisation)
		add("`exclude_organisations` of a request", r.ExcludeOrganisations...)
		add("`aims` of a request", r.Aims.Short, r.Aims.Long)
		add("`tried` of a request", r.Tried)
		add("the text of a request", r.Body.Text)
		add("`location` of a request", r.Location)
		if len(r.Ranked) > 1 {
			add("`ranked` of a request", strings.Join(r.Ranked, " "))
		}
		if len(r.Avoid) > 1 {
			add("`avoid` of a request", strings.Join(r.Avoid, " "))
		}
	}
	return secrets
}

// publicTexts gives what is published anyway: the content but for requests, and
// the built-in theme's own words. A site's own templates are not among them: what
// they print of a request is what the gate is for. Hidden addresses are taken
// out of the files they are in.
func publicTexts(tree *source.Tree, hidden []string, builtIn fs.FS) []string {
	var texts []string
	for _, f := range tree.Below("content") {
		if strings.HasPrefix(f.Path, "content/requests/") {
			continue
		}
		text := string(f.Data)
		for _, address := range hidden {
			text = strings.ReplaceAll(text, address, "")
		}
		texts = append(texts, text)
	}
	_ = fs.WalkDir(builtIn, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".html" && path.Ext(name) != ".toml" {
			return nil // what cannot be read is reported by the theme
		}
		if data, err := fs.ReadFile(builtIn, name); err == nil {
			texts = append(texts, string(data))
		}
		return nil
	})
	return texts
}

// sortFinds puts finds in the order of addresses, whatever order pages were
// drawn in.
func sortFinds(finds []Find) {
	slices.SortFunc(finds, func(a, b Find) int {
		return cmp.Or(strings.Compare(a.URL, b.URL), strings.Compare(a.Field, b.Field))
	})
}
