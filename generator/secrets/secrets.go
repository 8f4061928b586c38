// Package secrets keeps what was told in confidence from being published.
//
// It takes a portal and returns the gate that every finished file passes: it looks for
// addresses, pseudonyms and what requests say of people, beside the values that are
// published anyway. It knows neither pages nor how bytes are searched.
package secrets

import (
	"slices"
	"strings"

	"ithaca/generator/leak"
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
