package review

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"ithaca/generator"
	"ithaca/generator/ask"
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/portal"
	"ithaca/generator/tongue"
)

// How much of each thing a summary lists: nobody reads on.
const (
	mostProfiles = 10
	mostLines    = 20
	mostTopics   = 8 // of a profile
)

// Summary says in Markdown, for people who do not know git, what the change does: its
// mistakes, the profiles as lists show them, pages and topics that are new or gone. It
// holds nothing that the portal does not publish: nothing of a request that has no page.
func (r *Review) Summary(words *ask.Words) string {
	d := &document{}
	d.say("## What this change does\n")
	r.sayMistakes(d)
	r.sayProfiles(d, ask.Published(r.Now, words), words)
	r.sayTopics(d)
	d.list("### New pages", fresh(r.Now, r.Before))
	d.list("### Addresses that lead nowhere now\n\nIf a page has another address now, write the old one under `aliases` in its file.", r.lost())
	return d.String()
}

// list writes texts below a heading, and nothing where there are none.
func (d *document) list(heading string, texts []string) {
	if len(texts) == 0 {
		return
	}
	d.WriteString(heading + "\n\n")
	for _, text := range texts[:min(len(texts), mostLines)] {
		d.say("- %s", text)
	}
	if more := len(texts) - mostLines; more > 0 {
		d.say("- and %d more", more)
	}
	d.say("")
}

func (r *Review) sayMistakes(d *document) {
	ours, _ := r.Diagnostics()
	var here, elsewhere []string
	for _, m := range ours {
		line := m.Position.String() + ": " + m.Message
		if m.Hint != "" {
			line += " – " + m.Hint
		}
		switch {
		case r.changed(m.File):
			here = append(here, line)
		case kinds.IsRequest(m.File): // it may lie where others cannot look
			elsewhere = append(elsewhere, "a request, of which nothing is shown here")
		default:
			elsewhere = append(elsewhere, line)
		}
	}
	switch {
	case ours.HasErrors():
		d.say("It has mistakes that must be mended before the portal can be published.\n")
	case len(ours) > 0:
		d.say("It can be published. Please look at the warnings.\n")
	default:
		d.say("Nothing is wrong with it.\n")
	}
	d.list("### To mend", here)
	d.list("### What it causes in other files", elsewhere)
}

// sayProfiles shows the profiles that changed, and counts the rest.
func (r *Review) sayProfiles(d *document, matching *ask.Matching, words *ask.Words) {
	shown, more := 0, 0
	for _, c := range r.Changes {
		at := slices.IndexFunc(r.Now.Portal().Mentors, func(m *portal.Mentor) bool { return m.File == c.Path })
		switch {
		case at < 0:
		case shown == mostProfiles:
			more++
		default:
			shown++
			r.sayProfile(d, r.Now.Portal().Mentors[at], matching, words)
		}
	}
	if more > 0 {
		d.say("%d more profiles changed.\n", more)
	}
}

func (r *Review) sayProfile(d *document, m *portal.Mentor, matching *ask.Matching, words *ask.Words) {
	d.say("### %s\n", m.Name)
	if slices.ContainsFunc(r.Now.Diagnostics(), func(mistake diag.Diagnostic) bool { return mistake.File == m.File && mistake.Severity == diag.Error }) {
		d.say("How lists show it and for whom it would be suggested is said here once its mistakes are mended.\n")
		return
	}
	advice := matching.Advise(m.File).Found
	if m.Role != "" {
		d.say("*%s*\n", m.Role)
	}
	d.say("%s\n", m.Headline)
	topics := each.Of(m.Topics(), r.Now.Portal().Topics.Title)
	languages := each.Of(m.Languages, func(tag string) string { return tongue.English(language.Make(tag)) })
	rest := ""
	if more := len(topics) - mostTopics; more > 0 {
		topics, rest = topics[:mostTopics], " "+words.Text("more-topics", "Count", more)
	}
	if len(topics) > 0 {
		d.say("- Helps with: %s%s", strings.Join(topics, ", "), rest)
	}
	d.say("- Languages: %s", strings.Join(languages, ", "))
	places, _ := m.Places()
	switch {
	case advice.Closed != "":
		d.say("- Takes nobody on today: %s", advice.Closed)
	case places > 0:
		d.say("- %s, until %s", words.Text("card-open-places", "Count", places), m.Availability.Until.String())
	default:
		d.say("- %s, until %s", words.Text("card-"+string(m.Availability.Status)), m.Availability.Until.String())
	}
	d.say("")
	sayPlaces(d, advice)
	d.list("What would make this profile found more often:", each.Of(advice.Hints, func(h ask.Hint) string { return h.Text }))
}

// sayPlaces says for whom a mentor would be suggested.
func sayPlaces(d *document, advice *ask.MentorAdvice) {
	switch {
	case advice.Asked == 0 || advice.Closed != "":
		return
	case len(advice.Places) == 0 && advice.Behind == 0:
		d.say("It would be suggested for none of the published requests.\n")
		return
	}
	d.say("It would be suggested for these published requests:\n")
	for _, p := range advice.Places {
		d.say("- %s, place %d: %s", p.Name, p.Rank, p.Text)
	}
	if advice.Behind > 0 {
		d.say("- Requests for which five others suit better: %d", advice.Behind)
	}
	d.say("")
}

// sayTopics names the topics that the change brings into being, with one that may be meant.
func (r *Review) sayTopics(d *document) {
	var known, made []string
	slugs := map[string]bool{}
	for _, t := range r.Before.Portal().Topics.All() {
		slugs[t.Slug] = true
		known = append(known, t.Title)
	}
	for _, t := range r.Now.Portal().Topics.All() {
		if slugs[t.Slug] {
			continue
		}
		line := t.Title
		if near := diag.Nearest(t.Title, known); near != "" && near != t.Title {
			line += " – did you mean `" + near + "`?"
		}
		made = append(made, line)
	}
	d.list("### New topics", made)
}

// fresh returns the addresses of pages of files and topics that one state of the site has and
// another has not: lists come and go.
func fresh(of, other *generator.Snapshot) []string {
	there := other.Planned()
	return slices.DeleteFunc(of.Planned(), func(url string) bool {
		_, found := slices.BinarySearch(there, url)
		notes := of.Notes(url)
		return found || !strings.HasSuffix(url, "/") || notes.Source == "" && notes.Kind != "topic"
	})
}

// lost returns the addresses that lead nowhere now and that nobody meant to end: drafts and
// people who left have none.
func (r *Review) lost() []string {
	p := r.Now.Portal()
	return slices.DeleteFunc(fresh(r.Before, r.Now), func(url string) bool {
		source := r.Before.Notes(url).Source
		_, left := p.Left[source]
		_, absent := p.Absent[source]
		return left || absent
	})
}
