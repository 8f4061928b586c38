package part

import (
	"ithaca/generator/content/field"
	"ithaca/generator/portal"
)

// Need is the shape of a need.
func Need() field.Shape[portal.Need] {
	type n = portal.Need
	return field.Group(nil,
		field.Must("topic", Topic(), func(n *n) *portal.TopicRef { return &n.Topic }, "The topic."),
		field.Has("now", level(), func(n *n) *portal.Level { return &n.Now }, "Where they stand: 1 knows the basics, 2 uses it at work, 3 guides others at work, 4 teaches others."),
		field.Has("goal", level(), func(n *n) *portal.Level { return &n.Goal }, "Where they want to be."),
		field.Has("want", field.Word(portal.Wants()), func(n *n) *portal.Want { return &n.Want }, "How much it weighs."),
	)
}

// Move is the shape of a move from one field to another.
func Move() field.Shape[portal.CareerMove] {
	type m = portal.CareerMove
	return field.Group(nil,
		field.Has("from", Topic(), func(m *m) *portal.TopicRef { return &m.From }, "The field they leave."),
		field.Has("to", Topic(), func(m *m) *portal.TopicRef { return &m.To }, "The field they go to."),
	)
}

// Aims is the shape of aims.
func Aims() field.Shape[portal.Aims] {
	type a = portal.Aims
	return field.Group(nil,
		field.Has("short", field.Paragraph(1000), func(a *a) *string { return &a.Short }, "Within a year."),
		field.Has("long", field.Paragraph(1000), func(a *a) *string { return &a.Long }, "Within five years."),
	)
}

// MatchingConsent is the shape of the consent to be matched.
func MatchingConsent() field.Shape[portal.Date] {
	return field.Group(nil, field.Must("matching", Date(), func(d *portal.Date) *portal.Date { return d }, "The day they agreed."))
}

// Decision is the shape of a decision about a pair.
func Decision() field.Shape[portal.Decision] {
	type d = portal.Decision
	return field.Group(nil,
		field.Must("cycle", CycleRef(), func(d *d) *string { return &d.Cycle }, "The cycle."),
		field.Must("mentor", SlugOf(ToAnyMentor, "mentor"), func(d *d) *string { return &d.Mentor }, "The mentor."),
		field.Must("do", field.Word(portal.Verdicts()), func(d *d) *portal.Verdict { return &d.Do }, "What was decided."),
		field.Has("by", field.Word(portal.Parties()), func(d *d) *portal.Party { return &d.By }, "Whose word it is; both have accepted when each of them did, or the organizer for them."),
		field.Has("reason", field.Word(portal.DecisionReasons()), func(d *d) *portal.DecisionReason { return &d.Reason }, "Why."),
		field.Has("because", field.Line(1000), func(d *d) *string { return &d.Because }, "The evidence for the pair on the day of the decision, in sentences."),
		field.Has("note", field.Line(300), func(d *d) *string { return &d.Note }, "A note of the organizer."),
		field.Has("rematch", field.Flag(), func(d *d) *bool { return &d.Rematch }, "True to look for somebody else."),
		field.Has("date", Date(), func(d *d) *portal.Date { return &d.Date }, "When."),
	)
}
