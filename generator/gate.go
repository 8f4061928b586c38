package generator

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"ithaca/generator/leak"
	"ithaca/generator/order"
	"ithaca/generator/portal"
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
	b.WriteString("\nhint: look for the text, the template or the file that shows it on these pages; where both only use the same turn of phrase, reword one of them")
	return b.String()
}

// maxFinds is how many finds an error names.
const maxFinds = 20

// makeGate makes the gate that every finished page passes.
func (s *Snapshot) makeGate() {
	secrets := append(mentorSecrets(s.portal), requestSecrets(s.portal)...)
	s.gate = leak.New(secrets, leak.Public{
		Values: func() []string { return publishedValues(s.portal) },
		Words:  s.reuse.theme.words,
	})
}

// mentorSecrets returns the addresses that profiles give in confidence. They
// stand in files that are published otherwise.
func mentorSecrets(p *portal.Portal) (secrets []leak.Secret) {
	for _, m := range slices.Concat(p.Mentors, p.Drafts.Mentors) {
		if address := m.Contact.Address; address != "" && m.Contact.Via != portal.ViaEmail {
			secrets = append(secrets, leak.Secret{
				Name: "the e-mail address of a mentor who did not ask for it to be shown", Text: address,
			})
		}
	}
	return secrets
}

// requestSecrets returns what requests say in confidence.
func requestSecrets(p *portal.Portal) []leak.Secret {
	var secrets []leak.Secret
	published := p.Program.Requests.Publish == "pseudonyms"
	for _, r := range p.Requests {
		secrets = append(secrets, confidences(r, published && r.Publish)...)
	}
	for _, r := range p.Drafts.Requests {
		secrets = append(secrets, confidences(r, false)...)
	}
	return secrets
}

// confidences returns what a request says in confidence.
func confidences(r *portal.Request, published bool) []leak.Secret {
	var secrets []leak.Secret
	add := func(name string, sort leak.Sort, texts ...string) {
		for _, text := range texts {
			secrets = append(secrets, leak.Secret{Name: name, Text: text, Sort: sort, Of: r.Slug})
		}
	}
	if !published {
		add("the pseudonym of a request that is not published", leak.Whole, r.Slug)
	}
	add("`aims` of a request", leak.Prose, r.Aims.Short, r.Aims.Long)
	add("`tried` of a request", leak.Prose, r.Tried)
	for _, d := range r.Decisions { // because says what the portal may say
		add("the `note` of a decision", leak.Prose, d.Note)
	}
	add("the text of a request", leak.Prose, r.Body.Text())
	add("`organisation` of a request", leak.Beside, r.Organisation)
	add("`exclude_organisations` of a request", leak.Beside, r.ExcludeOrganisations...)
	add("`location` of a request", leak.Beside, r.Location)
	if len(r.Ranked) > 1 {
		add("`ranked` of a request", leak.Beside, strings.Join(r.Ranked, " "))
	}
	if len(r.Avoid) > 1 {
		add("`avoid` of a request", leak.Beside, strings.Join(r.Avoid, " "))
	}
	return secrets
}

// themeTexts returns the built-in theme's own words. Those of a site's own templates
// do not count: what they print of a request is what the gate is for.
func themeTexts(builtIn fs.FS) []leak.Text {
	var texts []leak.Text
	_ = fs.WalkDir(builtIn, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".html" && path.Ext(name) != ".toml" {
			return nil // what cannot be read is reported by the theme
		}
		if data, err := fs.ReadFile(builtIn, name); err == nil {
			texts = append(texts, leak.NewText(data))
		}
		return nil
	})
	return texts
}

// sortFinds puts finds in the order of addresses, whatever order pages were
// drawn in.
func sortFinds(finds []Find) {
	order.Stable(finds, func(a, b Find) int {
		return cmp.Or(strings.Compare(a.URL, b.URL), strings.Compare(a.Field, b.Field))
	})
}
