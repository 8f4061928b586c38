package content

import (
	"regexp"
	"slices"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
	"ithaca/generator/publish"
)

// The codes of cycles and forms.
const (
	// LateReview warns of a review that comes later than good practice asks.
	LateReview diag.Code = "late-review"
	// UnknownSlot: a {name} in a form's address that nothing fills in.
	UnknownSlot diag.Code = "unknown-slot"
)

// Practice standards of mentoring ask for close contact at first.
const (
	firstReviewDays = 31
	betweenReviews  = 92
)

func cycle() shape[portal.Cycle] {
	type c = portal.Cycle
	return object(checkCycle,
		must("id", identifier(), func(c *c) *string { return &c.ID }, "A short name that files refer to: \"2026-autumn\"."),
		has("title", line(80), func(c *c) *string { return &c.Title }, "What people call it."),
		has("eligibility", paragraph(400), func(c *c) *string { return &c.Eligibility }, "Who can take part."),
		has("commitment", line(160), func(c *c) *string { return &c.Commitment }, "What it takes: \"1 h every two weeks, six months\"."),
		has("places", whole(0, 100000), func(c *c) *int { return &c.Places }, "How many mentees can take part."),
		has("signup", span(), func(c *c) *portal.Span { return &c.Signup }, "When mentors sign up."),
		has("requests", span(), func(c *c) *portal.Span { return &c.Requests }, "When mentees apply."),
		has("match", date(), func(c *c) *portal.Date { return &c.Match }, "When pairs are proposed."),
		has("confirm_until", date(), func(c *c) *portal.Date { return &c.ConfirmUntil }, "Until when both sides answer."),
		has("start", date(), func(c *c) *portal.Date { return &c.Start }, "When mentoring starts."),
		has("reviews", list(date(), 24), func(c *c) *[]portal.Date { return &c.Reviews }, "When it is looked at how it goes."),
		has("end", date(), func(c *c) *portal.Date { return &c.End }, "When mentoring ends."),
		has("mentors_per_mentee", whole(1, 5), func(c *c) *int { return &c.MentorsPerMentee }, "How many mentors one person gets; 1 if not stated."),
		has("results", paragraph(1000), func(c *c) *string { return &c.Results }, "What came out of it, told afterwards."),
	)
}

// identifier is an id that others refer to.
func identifier() shape[string] {
	return shape[string]{
		about: about{words: "id of a-z, 0-9 and hyphens", json: "string", pattern: validSlug.String()},
		read: func(d *decoder, n *yaml.Node) (string, bool) {
			text, ok := d.scalar(n, "an id")
			if ok && !isSlug(text) {
				d.errorf(d.at(n), BadSlug, "use only a-z, 0-9 and single hyphens between them", "the id \"%s\" cannot be referred to", short(text))
				return "", false
			}
			return text, ok
		},
	}
}

// checkCycle is what holds between the dates of a cycle.
func checkCycle(d *decoder, n *yaml.Node, c *portal.Cycle) {
	if problem := publish.NameProblem(c.ID); c.ID != "" && problem != "" { // a file is called by it
		d.errorf(d.at(valueOf(n, "id")), BadSlug, "write more than that, as `"+c.ID+"-1`", "the id \"%s\" %s", c.ID, problem)
		c.ID = ""
	}
	if c.MentorsPerMentee == 0 {
		c.MentorsPerMentee = 1
	}
	d.ordered(n, "match", c.Requests.Until, c.Match)
	if c.Match.IsZero() {
		d.ordered(n, "start", c.Requests.Until, c.Start)
	}
	d.ordered(n, "confirm_until", c.Match, c.ConfirmUntil)
	d.ordered(n, "start", c.Match, c.Start)
	d.ordered(n, "end", c.Start, c.End)
	reviews := valueOf(n, "reviews")
	if reviews == nil || len(reviews.Content) != len(c.Reviews) || c.Start.IsZero() {
		return
	}
	if !slices.IsSortedFunc(c.Reviews, func(a, b portal.Date) int { return a.Time().Compare(b.Time()) }) {
		d.errorf(d.at(reviews), DateOrder, "write the earliest first", "the reviews are not in the order of their dates")
		return
	}
	last, allowed := c.Start, firstReviewDays
	for i, review := range c.Reviews {
		at := d.at(reviews.Content[i])
		if review.Before(c.Start) {
			d.errorf(at, DateOrder, "write a day between start and end", "a review on %s lies before the start on %s", review, c.Start)
		} else if !c.End.IsZero() && review.After(c.End) {
			d.errorf(at, DateOrder, "write a day between start and end", "a review on %s lies after the end on %s", review, c.End)
		} else if days := last.DaysUntil(review); days > allowed {
			d.doc.Diags.Warnf(at, LateReview, "review after about a month at first, then at least every three months",
				"this review comes %d days after %s, and good practice is %d at most", days, last, allowed)
		}
		last, allowed = review, betweenReviews
	}
}

var slot = regexp.MustCompile(`\{[^}]*\}`)

// formAddress is a web address with places to fill in.
func formAddress() shape[string] {
	address := webAddress("https", "mailto")
	address.about.words += " with {mentor}, {needs}, {cycle} to fill in"
	address.about.format = ""
	read := address.read
	address.read = func(d *decoder, n *yaml.Node) (string, bool) {
		for _, s := range slot.FindAllString(n.Value, -1) {
			if s != "{mentor}" && s != "{needs}" && s != "{cycle}" {
				d.errorf(d.at(n), UnknownSlot, "use {mentor}, {needs} or {cycle}", "nothing can be filled in for %s", short(s))
				return "", false
			}
		}
		return read(d, n)
	}
	return address
}
