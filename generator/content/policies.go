package content

import (
	"slices"

	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/markdown"
	"ithaca/generator/portal"
)

// The codes of what the program as a whole owes its people.
const (
	// MissingPage: mentors are published and a policy page is not.
	MissingPage diag.Code = "missing-page"
	// ReviewDue warns of a guide whose day of review has passed.
	ReviewDue diag.Code = "review-due"
)

// policyPages must exist before a person is published.
var policyPages = []string{"code-of-conduct", "privacy"}

// noText is the body of items that have none.
var noText = &markdown.Document{}

func (l *linker) checkPolicies() {
	if len(l.portal.Mentors) > 0 {
		for _, slug := range policyPages {
			l.checkPolicyPage(slug)
		}
	}
}

// diagnosticsOf returns the diagnostics of a document by itself. Placeholders in index.md
// are errors as soon as people are published.
func (l *linker) diagnosticsOf(doc *Document) diag.List {
	if doc.kind != kinds.Program || !l.showsPeople() {
		return doc.Diags
	}
	diags := slices.Clone(doc.Diags)
	for i := range diags {
		if diags[i].Code == field.Placeholder {
			diags[i].Severity, diags[i].Hint = diag.Error, field.FillIn
		}
	}
	return diags
}

// showsPeople reports whether a mentor, a story or an event is published.
func (l *linker) showsPeople() bool {
	return slices.ContainsFunc(l.docs, func(doc *Document) bool {
		shows := doc.kind == kinds.Mentor || doc.kind == kinds.Story || doc.kind == kinds.Event
		return shows && doc.item != nil && !doc.base.Draft
	})
}

// checkReview warns of a guide whose review is overdue.
func (l *linker) checkReview(doc *Document) {
	guide, ok := doc.item.(*portal.Guide)
	if ok && l.included(doc) && !guide.ReviewBy.IsZero() && l.portal.Today.After(guide.ReviewBy) {
		l.diags.Warnf(doc.position("review_by"), ReviewDue, "go through the guide and write a new date",
			"the guide was to be gone through by %s", guide.ReviewBy)
	}
}

// checkPolicyPage reports a policy page that is missing or a draft.
func (l *linker) checkPolicyPage(slug string) {
	for _, doc := range l.docs {
		if doc.kind != kinds.Page || doc.base.Slug != slug {
			continue
		}
		const hint, message = "go through it, fill in what stands in [[DOUBLE BRACKETS]], and remove `draft: true`", "mentors are published, and the page /%s/ is a draft"
		switch {
		case doc.item == nil || !doc.base.Draft:
		case l.Drafts:
			l.diags.Warnf(doc.position("draft"), MissingPage, hint, message+"; build refuses this", slug)
		default:
			l.diags.Errorf(doc.position("draft"), MissingPage, hint, message, slug)
		}
		return
	}
	l.diags.Errorf(diag.Position{File: "content/pages/" + slug + ".md"}, MissingPage,
		"write the page; `ithaca check --explain missing-page` shows what it needs",
		"mentors are published, and the page /%s/ does not exist", slug)
}

// NoContact warns of a portal that sends people to organizers and does not say where
// they are.
const NoContact diag.Code = "no-contact"

// checkContact warns of a missing address of the organizers where pages need it: for
// messages to mentors who are reached through them, and for new profiles, unless a
// repository takes them.
func (l *linker) checkContact() {
	program := l.portal.Program
	if program.Contact.URL != "" || program.Concerns.URL == "" { // without concerns, index.md itself could not be read
		return
	}
	sheet := slices.ContainsFunc(l.portal.Worksheets, func(w *portal.Worksheet) bool { return w.Produces == portal.ProfileProduct })
	through := slices.ContainsFunc(l.portal.Mentors, func(m *portal.Mentor) bool { return m.Contact.Via == portal.ViaOrganizer })
	what := ""
	switch {
	case through && program.Message == "":
		what = "messages to mentors go through the organizers"
	case sheet && program.Repository.URL == "":
		what = "people are asked to send in their profiles"
	default:
		return
	}
	l.diags.Warnf(diag.Position{File: "content/index.md"}, NoContact,
		"write `contact: {name: the organizers, url: \"mailto:hello@example.org\"}`; until then they go where concerns are reported",
		"%s, and nothing says where that is", what)
}
