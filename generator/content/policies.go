package content

import (
	"ithaca/generator/diag"
	"ithaca/generator/markdown"
	"ithaca/generator/portal"
)

// The codes of what the program as a whole owes its people.
const (
	// MissingPage: mentors are published and a policy page is not.
	MissingPage diag.Code = "missing-page"
	// OutdatedConsent warns of a consent to an older privacy notice.
	OutdatedConsent diag.Code = "outdated-consent"
	// ReviewDue warns of a guide whose day of review has passed.
	ReviewDue diag.Code = "review-due"
)

// policyPages must exist before a person is published.
var policyPages = []string{"code-of-conduct", "privacy"}

// noText is the body of items that have none.
var noText = &markdown.Document{}

func (l *linker) policies() {
	p := l.portal
	if len(p.Mentors) > 0 {
		for _, slug := range policyPages {
			if portal.Find(p.Pages, slug) == nil {
				l.diags.Errorf(diag.Position{File: "content/pages/" + slug + ".md"}, MissingPage,
					"write the page; `ithaca check --explain missing-page` shows what it needs",
					"mentors are published, and the page /%s/ does not exist", slug)
			}
		}
	}
	for _, doc := range l.docs {
		if !l.part(doc) {
			continue
		}
		switch item := doc.item.(type) {
		case *portal.Mentor:
			if v := p.Program.Privacy.Version; v != "" && item.Consent.Terms != "" && item.Consent.Terms != v {
				l.diags.Warnf(doc.place("consent"), OutdatedConsent, "ask the person whether they agree to the notice of today, and write `terms: \""+v+"\"`",
					"the consent is to version %s of the privacy notice; today's is %s", short(item.Consent.Terms), v)
			}
		case *portal.Guide:
			if !item.ReviewBy.IsZero() && p.Today.After(item.ReviewBy) {
				l.diags.Warnf(doc.place("review_by"), ReviewDue, "go through the guide and write a new date",
					"the guide was to be gone through by %s", item.ReviewBy)
			}
		}
	}
}
