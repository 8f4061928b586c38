package kinds

import (
	"slices"

	"ithaca/generator/content/field"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// MaxConfirmed is how many days an availability can be promised ahead.
const MaxConfirmed = part.MaxConfirmed

// UntilTooFar is reported for an availability promised for longer.
const UntilTooFar diag.Code = "until-too-far"

var Mentor = declare(Kind{
	Folder: "mentors", one: "mentor", title: "Mentors", Top: 3, Profile: true, Leaves: true,
	AddressHint: "remove it here; to be written to directly, use `contact: {via: email, address: …}`",
	words:       "One file for each mentor. The text below the fields is about the person, in their own words. What you leave out counts as not stated, never as no.",
}, func(p *portal.Portal, m *portal.Mentor) { p.Mentors = append(p.Mentors, m) },
	field.Group(checkMentor, mentorFields()...))

func mentorFields() []field.Field[portal.Mentor] {
	return append(slices.Concat(mentorPerson(), mentorHelp(), mentorWay()), own[portal.Mentor](), draft[portal.Mentor](), aliases[portal.Mentor](), left(func(m *portal.Mentor) *portal.Date { return &m.Left }))
}

// mentorPerson declares the fields about the person.
func mentorPerson() []field.Field[portal.Mentor] {
	type m = portal.Mentor
	return []field.Field[m]{
		field.Must("name", field.Line(80), func(m *m) *string { return &m.Name }, "The name, as the person uses it."),
		field.Has("also_written", field.Line(80), func(m *m) *string { return &m.AlsoWritten }, "The name in another script, shown beside it: \"Layan Haddad\" for ليان حداد."),
		field.Has("role", field.Line(80), func(m *m) *string { return &m.Role }, "What they do and where: \"Night-shift nurse, Lagos\"."),
		field.Has("pronouns", field.Line(30), func(m *m) *string { return &m.Pronouns }, "Pronouns, as the person states them."),
		field.Must("headline", field.Line(100), func(m *m) *string { return &m.Headline }, "One sentence: \"I can help you …\"."),
		field.Has("photo", field.Pointer(part.Photo()), func(m *m) **portal.Photo { return &m.Photo }, "A picture of the person, in the same folder as the file."),
		field.Has("location", field.Line(80), func(m *m) *string { return &m.Location }, "Where they live, in words."),
		field.Has("country", field.Country(), func(m *m) *string { return &m.Country }, "Where they live."),
		field.Has("timezone", field.Timezone(), func(m *m) *string { return &m.Timezone }, "The time zone that their hours are meant in."),
		field.Must("languages", field.Languages(12), func(m *m) *[]string { return &m.Languages }, "Languages they can mentor in, the most comfortable first."),
		field.Has("organisation", field.Line(100), func(m *m) *string { return &m.Organisation }, "Where they work, so that nobody gets a mentor from their own workplace."),
		field.Has("industries", part.Topics(10), func(m *m) *[]portal.TopicRef { return &m.Industries }, "Industries they know."),
		field.Has("stage", field.Word(portal.Stages()), func(m *m) *portal.Stage { return &m.Stage }, "Where they stand in their working life."),
		field.Has("since", field.Whole(1940, 2100), func(m *m) *int { return &m.Since }, "The year their working life began."),
		field.Has("values", field.Distinct(part.Value(), 3), func(m *m) *[]string { return &m.Values }, "What matters most to them; from the list in index.md where it has one."),
		field.Has("path", field.List(part.Step(), 20), func(m *m) *[]portal.Step { return &m.Path }, "The way they went, with its setbacks."),
		field.Has("alumni_of", field.Distinct(part.CycleRef(), 20), func(m *m) *[]string { return &m.AlumniOf }, "Cycles in which they were mentees themselves."),
		field.Has("links", field.List(part.WebLink(), 10), func(m *m) *[]portal.WebLink { return &m.Links }, "Their pages elsewhere."),
	}
}

// mentorHelp declares the fields about what the mentor offers, and to whom.
func mentorHelp() []field.Field[portal.Mentor] {
	type m = portal.Mentor
	return []field.Field[m]{
		field.Has("skills", field.ListBy(part.Skill(), 40, func(s portal.Skill) string { return s.Topic.Key }), func(m *m) *[]portal.Skill { return &m.Skills }, "Topics they can help with, each with a level: 1 knows the basics, 2 uses it at work, 3 guides others at work, 4 teaches others."),
		field.Has("helps_with", part.Topics(20), func(m *m) *[]portal.TopicRef { return &m.HelpsWith }, "Goals and challenges they can help with."),
		field.Has("kinds", field.Distinct(field.Word(portal.Kinds()), 4), func(m *m) *[]portal.Kind { return &m.Kinds }, "Kinds of mentoring they offer."),
		field.Has("formats", field.Distinct(field.Word(portal.Formats()), 6), func(m *m) *[]portal.Format { return &m.Formats }, "Ways in which they meet people."),
		field.Has("duration", field.Distinct(field.Word(portal.Durations()), 3), func(m *m) *[]portal.Duration { return &m.Duration }, "How long a mentorship can last: one conversation, some weeks, or longer."),
		field.Has("offers", field.Distinct(field.Word(portal.Offers()), 8), func(m *m) *[]portal.Offer { return &m.Offers }, "Concrete things they are ready to do."),
		field.Has("accepts", part.Accepts(), func(m *m) *portal.Accepts { return &m.Accepts }, "Whom they work with."),
		field.Has("ideal_mentee", field.Paragraph(400), func(m *m) *string { return &m.IdealMentee }, "With whom it works best."),
		field.Has("not_offered", field.List(field.Line(160), 10), func(m *m) *[]string { return &m.NotOffered }, "What they cannot help with."),
		field.Has("learning", part.Topics(10), func(m *m) *[]portal.TopicRef { return &m.Learning }, "What they would like to learn back."),
		field.Has("ask_me", field.List(field.Line(200), 10), func(m *m) *[]string { return &m.AskMe }, "Questions a visitor could start with."),
	}
}

// mentorWay declares the fields about how the mentor works, and the consent.
func mentorWay() []field.Field[portal.Mentor] {
	type m = portal.Mentor
	return []field.Field[m]{
		field.Has("style", part.Style(), func(m *m) *portal.Style { return &m.Style }, "How they work with people, each from 1 to 5."),
		field.Has("cadence", field.Pointer(part.Cadence()), func(m *m) **portal.Cadence { return &m.Cadence }, "The rhythm of meetings they suggest."),
		field.Has("intro", field.Pointer(part.Intro()), func(m *m) **portal.Intro { return &m.Intro }, "How a first contact works."),
		field.Must("availability", part.Availability(), func(m *m) *portal.Availability { return &m.Availability }, "Whether they take people on, and until when that holds."),
		field.Has("cycles", field.Distinct(part.CycleRef(), 20), func(m *m) *[]string { return &m.Cycles }, "Cycles of the program they take part in; none means all."),
		field.Must("contact", part.Contact(), func(m *m) *portal.Contact { return &m.Contact }, "The way to reach them."),
		field.Has("index", field.Flag(), func(m *m) *bool { return &m.Index }, "False keeps the profile out of search engines."),
		field.Must("consent", part.PublishConsent(), func(m *m) *portal.PublishConsent { return &m.Consent }, "The person's consent to be shown."),
		field.Must("confirmed", part.Date(), func(m *m) *portal.Date { return &m.Confirmed }, "The day the person last confirmed what stands here."),
	}
}

// checkMentor checks the fields of a profile against each other.
func checkMentor(d *field.Decoder, n field.Node, m *portal.Mentor) {
	if !n.Has("index") {
		m.Index = true
	}
	checkPlaces(d, n, m)
	until := m.Availability.Until
	if m.Confirmed.IsZero() || until.IsZero() {
		return
	}
	at := d.PlaceOf(n.Get("availability"), "until")
	if m.Confirmed.DaysUntil(until) > MaxConfirmed {
		d.Diags.Errorf(at, UntilTooFar, "write "+m.Confirmed.AddDays(MaxConfirmed).String()+" or an earlier day, and confirm again before it",
			"availability holds until %s, more than %d days after it was confirmed on %s", until, MaxConfirmed, m.Confirmed)
	} else if until.Before(m.Confirmed) {
		d.Diags.Errorf(at, part.DateOrder, "write "+m.Confirmed.String()+" or a later date",
			"`until` is %s, before the profile was confirmed on %s", until, m.Confirmed)
	}
}

// OpenWithoutPlace warns of an open status beside a number of 0 places.
const OpenWithoutPlace diag.Code = "open-without-place"

// checkPlaces reports 0 places that contradict other fields.
func checkPlaces(d *field.Decoder, n field.Node, m *portal.Mentor) {
	a, group := n.Get("availability"), slices.Contains(m.Kinds, portal.Group)
	if status := m.Availability.Status; status != portal.Open && status != portal.Limited {
		return
	}
	at, key := a.Get("capacity"), "capacity"
	if m.Availability.NoGroup && (!m.Availability.NoCapacity || group) {
		at, key = a.Get("group_capacity"), "group_capacity"
	}
	switch places, stated := m.Places(); {
	case m.Availability.GroupCapacity > 0 && m.Availability.GroupMinimum > m.Availability.GroupCapacity:
		d.Warnf(a.Get("group_minimum"), OpenWithoutPlace, "lower `group_minimum`, or raise `group_capacity`",
			"`group_minimum` is more than `group_capacity`: the group never comes about")
	case stated && places == 0:
		d.Warnf(at, OpenWithoutPlace, "write `status: paused`, or the number of places instead of 0",
			"`status` is %s, and `%s` is 0: nobody is suggested who takes 0 people", m.Availability.Status, key)
	case group && m.Availability.NoGroup:
		d.Warnf(at, OpenWithoutPlace, "take `group` out of `kinds`, or write how many people the group holds",
			"`kinds` has group, and `group_capacity` is 0: groups are not offered to anybody")
	}
}
