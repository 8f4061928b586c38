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

// gateMade is a gate and what it was made of.
type gateMade struct {
	gate    *leak.Gate
	portal  *portal.Portal
	content []*leak.Public // of the files of content, in their order
	builtIn []*leak.Public // of the theme
}

// makeGate makes the gate that every finished page passes. It takes over what
// did not change since the gate before.
func (s *stages) makeGate(before *stages) {
	p := s.links.Portal()
	earlier := before.gate
	s.gate = gateMade{portal: p, builtIn: earlier.builtIn}
	same := earlier.gate != nil && sameSecrets(earlier.portal, p)
	if same && earlier.gate.Empty() {
		s.gate.gate = earlier.gate
		return
	}
	secrets, hidden := mentorSecrets(p)
	if secrets = append(secrets, requestSecrets(p)...); len(secrets) == 0 {
		s.gate.gate = leak.New(nil, nil)
		return
	}
	if s.gate.builtIn == nil {
		s.gate.builtIn = themeTexts(s.options.Templates)
	}
	if same {
		s.publish(before, hidden)
		s.gate.gate = earlier.gate.With(slices.Concat(s.gate.content, s.gate.builtIn))
		return
	}
	s.publish(&stages{}, hidden)
	s.gate.gate = leak.New(secrets, slices.Concat(s.gate.content, s.gate.builtIn))
}

// sameSecrets reports whether two portals keep the same things private.
func sameSecrets(a, b *portal.Portal) bool {
	return a.Program.Requests.Publish == b.Program.Requests.Publish && slices.Equal(a.Requests, b.Requests) &&
		slices.EqualFunc(a.Mentors, b.Mentors, func(a, b *portal.Mentor) bool {
			return a == b || hiddenAddress(a) == hiddenAddress(b)
		})
}

// hiddenAddress returns a mentor's e-mail address when it is not to be shown.
func hiddenAddress(m *portal.Mentor) string {
	if m.Contact.Via == portal.ViaEmail {
		return ""
	}
	return m.Contact.Address
}

// mentorSecrets returns what profiles say in confidence, and the bare addresses.
func mentorSecrets(p *portal.Portal) (secrets []leak.Secret, hidden []string) {
	for _, m := range p.Mentors {
		if address := hiddenAddress(m); address != "" {
			secrets = append(secrets, leak.Secret{Name: "the e-mail address of a mentor who did not ask for it to be shown", Text: address})
			hidden = append(hidden, address)
		}
	}
	return secrets, hidden
}

// requestSecrets returns what requests say in confidence.
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
		add("the text of a request", r.Body.Text())
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

// publish collects what is published anyway: the content but for requests.
// Hidden addresses are taken out of the files they are in.
func (s *stages) publish(before *stages, hidden []string) {
	files := s.tree.Below("content")
	s.gate.content = make([]*leak.Public, len(files))
	known, disk := before.docs, s.tree.Disk()
	for i, f := range files {
		switch {
		case i < len(known) && i < len(before.gate.content) && known[i] == s.docs[i]:
			s.gate.content[i] = before.gate.content[i]
		case strings.HasPrefix(f.Path, "content/requests/"), path.Ext(f.Path) != ".md":
			s.gate.content[i] = leak.NewPublic(func() string { return "" })
		default:
			s.gate.content[i] = leak.NewPublic(func() string { return withoutAddresses(loaded(disk, f), hidden) })
		}
	}
}

// loaded returns a file's text. One that was changed since it was read makes
// nothing public.
func loaded(disk source.Disk, f source.File) string {
	data, err := disk.Load(f)
	if err != nil {
		return ""
	}
	return string(data)
}

func withoutAddresses(text string, hidden []string) string {
	if !strings.Contains(text, "@") {
		return text
	}
	for _, address := range hidden {
		text = strings.ReplaceAll(text, address, "")
	}
	return text
}

// themeTexts returns the built-in theme's own words. A site's own templates are not
// public: what they print of a request is what the gate is for.
func themeTexts(builtIn fs.FS) []*leak.Public {
	var texts []*leak.Public
	_ = fs.WalkDir(builtIn, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".html" && path.Ext(name) != ".toml" {
			return nil // what cannot be read is reported by the theme
		}
		if data, err := fs.ReadFile(builtIn, name); err == nil {
			texts = append(texts, leak.NewPublic(func() string { return string(data) }))
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
