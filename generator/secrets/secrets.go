// Package secrets keeps what was told in confidence from being published.
//
// It takes a portal and returns the gate that every finished file passes: it looks for
// addresses, pseudonyms and what requests say of people, beside the values that are
// published anyway. It knows neither pages nor how bytes are searched.
package secrets

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/leak"
	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// Of returns everything in a portal that must not be published: what requests say in
// confidence, and addresses in profiles, which are published otherwise.
func Of(p *portal.Portal) (secrets []leak.Secret) {
	for _, m := range slices.Concat(p.Mentors, p.Drafts.Mentors) {
		if address := m.Contact.Address; address != "" && m.Contact.Via != portal.ViaEmail {
			secrets = append(secrets, leak.Secret{
				Name: "the e-mail address of a mentor who did not ask for it to be shown", Text: address,
			})
		}
	}
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
	// Of a decision no view holds anything. What it says under `because` are sentences that
	// pages about other pairs hold as well: finding one would prove nothing.
	for _, d := range r.Decisions {
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

// Gate is what every finished file of a portal passes. It is safe for concurrent use.
type Gate leak.Gate

// NewGate makes the gate of a portal. The words of the built-in theme stand on its pages
// whatever requests say.
func NewGate(p *portal.Portal, words []leak.Text) *Gate {
	return (*Gate)(leak.New(Of(p), leak.Public{Values: func() []string { return Published(p) }, Words: words}))
}

// Leaks is the error of finished files that hold what must not be published. It names
// fields and addresses, never what a field says.
type Leaks []Find

// Find is a private field in a finished file.
type Find struct{ URL, Field string }

// Pass returns Leaks when bytes that are to be published at a URL, or its path within the
// portal, hold what must not be.
func (g *Gate) Pass(url, path string, data []byte) error {
	gate := (*leak.Gate)(g)
	var leaks Leaks
	for _, field := range append(gate.Search([]byte(path)), gate.Search(data)...) {
		if found := (Find{url, field}); !slices.Contains(leaks, found) {
			leaks = append(leaks, found)
		}
	}
	return leaks.OrNil()
}

// OrNil returns the leaks in the order of addresses as an error, nil where there are none.
func (l Leaks) OrNil() error {
	if len(l) == 0 {
		return nil
	}
	order.Stable(l, func(a, b Find) int {
		return cmp.Or(strings.Compare(a.URL, b.URL), strings.Compare(a.Field, b.Field))
	})
	return l
}

// maxFinds is how many finds an error names.
const maxFinds = 20

func (l Leaks) Error() string {
	var b strings.Builder
	b.WriteString("private content would be published, so nothing was:")
	for _, f := range l[:min(maxFinds, len(l))] {
		fmt.Fprintf(&b, "\n  %s holds %s", f.URL, f.Field)
	}
	if more := len(l) - maxFinds; more > 0 {
		fmt.Fprintf(&b, "\n  … and in %d more places", more)
	}
	b.WriteString("\nhint: look for the text, the template or the file that shows it on these pages; where both only use the same turn of phrase, reword one of them")
	return b.String()
}
