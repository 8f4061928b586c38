package part

import (
	"cmp"
	"regexp"
	"slices"

	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/filename"
	"ithaca/generator/portal"
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

// Cycle is the shape of a round of the program.
func Cycle() field.Shape[portal.Cycle] {
	type c = portal.Cycle
	return field.Group(checkCycle,
		field.Must("id", Identifier(), func(c *c) *string { return &c.ID }, "A short name that files refer to: \"2026-autumn\"."),
		field.Has("title", field.Line(80), func(c *c) *string { return &c.Title }, "What people call it."),
		field.Has("eligibility", field.Paragraph(400), func(c *c) *string { return &c.Eligibility }, "Who can take part."),
		field.Has("commitment", field.Line(160), func(c *c) *string { return &c.Commitment }, "What it takes: \"1 h every two weeks, six months\"."),
		field.Has("places", field.Whole(0, 100000), func(c *c) *int { return &c.Places }, "How many mentees can take part. It is shown; `match` counts the places of the mentors."),
		field.Has("signup", span(), func(c *c) *portal.Span { return &c.Signup }, "When mentors sign up."),
		field.Has("requests", span(), func(c *c) *portal.Span { return &c.Requests }, "When mentees apply."),
		field.Has("match", Date(), func(c *c) *portal.Date { return &c.Match }, "When pairs are proposed."),
		field.Has("confirm_until", Date(), func(c *c) *portal.Date { return &c.ConfirmUntil }, "Until when both sides answer."),
		field.Has("start", Date(), func(c *c) *portal.Date { return &c.Start }, "When mentoring starts."),
		field.Has("reviews", field.List(Date(), 24), func(c *c) *[]portal.Date { return &c.Reviews }, "When it is looked at how it goes."),
		field.Has("end", Date(), func(c *c) *portal.Date { return &c.End }, "When mentoring ends."),
		field.Has("mentors_per_mentee", field.Whole(1, 5), func(c *c) *int { return &c.MentorsPerMentee }, "How many mentors one person gets; 1 if not stated."),
		field.Has("results", field.Paragraph(1000), func(c *c) *string { return &c.Results }, "What came out of it, told afterwards."),
	)
}

// Identifier is the shape of an id that others refer to.
func Identifier() field.Shape[string] {
	about := field.About{Words: "id of a-z, 0-9 and hyphens", JSON: "string", Pattern: validSlug.String()}
	return field.Scalar(about, "an id", func(d *field.Decoder, n field.Node, text string) (string, bool) {
		if !IsSlug(text) {
			d.Errorf(n, BadSlug, "use only a-z, 0-9 and single hyphens between them", "the id \"%s\" cannot be referred to", field.Short(text))
			return "", false
		}
		return text, true
	})
}

// checkCycle checks the id and the order of the dates of a cycle, and sets defaults.
func checkCycle(d *field.Decoder, n field.Node, c *portal.Cycle) {
	if problem := filename.NameProblem(c.ID); c.ID != "" && problem != "" { // a file is called by it
		d.Errorf(n.Get("id"), BadSlug, "write more than that, as `"+c.ID+"-1`", "the id \"%s\" %s", c.ID, problem)
		c.ID = ""
	}
	c.MentorsPerMentee = cmp.Or(c.MentorsPerMentee, 1)
	Ordered(d, n, "match", c.Requests.Until, c.Match)
	if c.Match.IsZero() {
		Ordered(d, n, "start", c.Requests.Until, c.Start)
	}
	Ordered(d, n, "confirm_until", c.Match, c.ConfirmUntil)
	Ordered(d, n, "start", c.Match, c.Start)
	Ordered(d, n, "end", c.Start, c.End)
	reviews := n.Get("reviews").Items()
	if len(reviews) == 0 || len(reviews) != len(c.Reviews) || c.Start.IsZero() {
		return
	}
	if !slices.IsSortedFunc(c.Reviews, func(a, b portal.Date) int { return a.Time().Compare(b.Time()) }) {
		d.Errorf(n.Get("reviews"), DateOrder, "write the earliest first", "the reviews are not in the order of their dates")
		return
	}
	last, allowed := c.Start, firstReviewDays
	for i, review := range c.Reviews {
		at := reviews[i]
		if review.Before(c.Start) {
			d.Errorf(at, DateOrder, "write a day between start and end", "a review on %s lies before the start on %s", review, c.Start)
		} else if !c.End.IsZero() && review.After(c.End) {
			d.Errorf(at, DateOrder, "write a day between start and end", "a review on %s lies after the end on %s", review, c.End)
		} else if days := last.DaysUntil(review); days > allowed {
			d.Warnf(at, LateReview, "review after about a month at first, then at least every three months",
				"this review comes %d days after %s, and good practice is %d at most", days, last, allowed)
		}
		last, allowed = review, betweenReviews
	}
}

// Slot matches a place to fill in, such as {mentor}.
var Slot = regexp.MustCompile(`\{[^}]*\}`)

// formAddress is the shape of a web address with slots such as {mentor}.
func formAddress() field.Shape[string] {
	address := field.WebAddress("https", "mailto")
	about := address.About
	about.Words += " with {mentor}, {needs}, {cycle} to fill in"
	about.Format = ""
	return field.Shape[string]{About: about, Read: func(d *field.Decoder, n field.Node) (string, bool) {
		for _, s := range Slot.FindAllString(n.Value, -1) {
			if s != "{mentor}" && s != "{needs}" && s != "{cycle}" {
				d.Errorf(n, UnknownSlot, "use {mentor}, {needs} or {cycle}", "nothing can be filled in for %s", field.Short(s))
				return "", false
			}
		}
		return address.Read(d, n)
	}}
}
