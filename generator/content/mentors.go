package content

import (
	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// maxConfirmed is how many days an availability can be promised ahead. Stale
// availability is what people meet most in directories of mentors.
const maxConfirmed = 183

// UntilTooFar is reported for an availability promised for longer.
const UntilTooFar diag.Code = "until-too-far"

func mentorItem(m *portal.Mentor) *portal.Item { return &m.Item }

var mentorKind = declare(kind{
	folder: "mentors", title: "Mentors", top: 3, noAddresses: true,
	words: "One file for each mentor. The text below the fields is about the person, in their own words. What you leave out counts as not stated, never as no.",
}, mentorItem, func(p *portal.Portal, m *portal.Mentor) { p.Mentors = append(p.Mentors, m) },
	object(checkMentor, mentorFields()...))

func mentorFields() []field[portal.Mentor] {
	var fields []field[portal.Mentor]
	fields = append(fields, mentorPerson()...)
	fields = append(fields, mentorHelp()...)
	fields = append(fields, mentorWay()...)
	return append(fields, draft(mentorItem), aliases(mentorItem))
}

// mentorPerson is who the mentor is.
func mentorPerson() []field[portal.Mentor] {
	type m = portal.Mentor
	return []field[m]{
		must("name", line(80), func(m *m) *string { return &m.Name }, "The name, as the person uses it."),
		has("role", line(80), func(m *m) *string { return &m.Role }, "What they do and where: \"Night-shift nurse, Lagos\"."),
		has("pronouns", often(line(30)), func(m *m) *string { return &m.Pronouns }, "Pronouns, as the person states them."),
		must("headline", line(100), func(m *m) *string { return &m.Headline }, "One sentence: \"I can help you …\"."),
		has("photo", pointer(photo()), func(m *m) **portal.Photo { return &m.Photo }, "A picture of the person, in the same folder as the file."),
		has("location", often(line(80)), func(m *m) *string { return &m.Location }, "Where they live, in words."),
		has("country", country(), func(m *m) *string { return &m.Country }, "Where they live."),
		has("timezone", timezone(), func(m *m) *string { return &m.Timezone }, "The time zone that their hours are meant in."),
		must("languages", distinct(tongue(), 12), func(m *m) *[]string { return &m.Languages }, "Languages they can mentor in, the most comfortable first."),
		has("organisation", often(line(100)), func(m *m) *string { return &m.Organisation }, "Where they work, so that nobody gets a mentor from their own workplace."),
		has("industries", topics(10), func(m *m) *[]portal.TopicRef { return &m.Industries }, "Industries they know."),
		has("stage", word(portal.Stages()), func(m *m) *portal.Stage { return &m.Stage }, "Where they stand in their working life."),
		has("since", whole(1940, 2100), func(m *m) *int { return &m.Since }, "The year their working life began."),
		has("values", distinct(value(), 3), func(m *m) *[]string { return &m.Values }, "What matters most to them; from the list in index.md where it has one."),
		has("path", list(step(), 20), func(m *m) *[]portal.Step { return &m.Path }, "The way they went, with its setbacks."),
		has("alumni_of", distinct(cycleRef(), 20), func(m *m) *[]string { return &m.AlumniOf }, "Cycles in which they were mentees themselves."),
		has("links", list(webLink(), 10), func(m *m) *[]portal.WebLink { return &m.Links }, "Their pages elsewhere."),
	}
}

// mentorHelp is what the mentor offers, and to whom.
func mentorHelp() []field[portal.Mentor] {
	type m = portal.Mentor
	return []field[m]{
		has("skills", listOf(skill(), 40, func(s portal.Skill) string { return s.Topic.Key }), func(m *m) *[]portal.Skill { return &m.Skills }, "Topics they can help with, each with a level: 1 knows, 2 practises, 3 leads, 4 teaches."),
		has("helps_with", topics(20), func(m *m) *[]portal.TopicRef { return &m.HelpsWith }, "Goals and challenges they can help with."),
		has("kinds", distinct(word(portal.Kinds()), 4), func(m *m) *[]portal.Kind { return &m.Kinds }, "Kinds of mentoring they offer."),
		has("formats", distinct(word(portal.Formats()), 6), func(m *m) *[]portal.Format { return &m.Formats }, "Ways in which they meet people."),
		has("duration", distinct(word(portal.Durations()), 3), func(m *m) *[]portal.Duration { return &m.Duration }, "How long a mentorship can last: one conversation, some weeks, or longer."),
		has("offers", distinct(word(portal.Offers()), 8), func(m *m) *[]portal.Offer { return &m.Offers }, "Concrete things they are ready to do."),
		has("accepts", accepts(), func(m *m) *portal.Accepts { return &m.Accepts }, "Whom they work with."),
		has("ideal_mentee", paragraph(400), func(m *m) *string { return &m.IdealMentee }, "With whom it works best."),
		has("not_offered", list(line(160), 10), func(m *m) *[]string { return &m.NotOffered }, "What they cannot help with."),
		has("learning", topics(10), func(m *m) *[]portal.TopicRef { return &m.Learning }, "What they would like to learn back."),
		has("ask_me", list(line(200), 10), func(m *m) *[]string { return &m.AskMe }, "Questions a visitor could start with."),
	}
}

// mentorWay is how it works with the mentor, and the consent to show it.
func mentorWay() []field[portal.Mentor] {
	type m = portal.Mentor
	return []field[m]{
		has("style", style(), func(m *m) *portal.Style { return &m.Style }, "How they work with people, each from 1 to 5."),
		has("cadence", pointer(cadence()), func(m *m) **portal.Cadence { return &m.Cadence }, "The rhythm of meetings they suggest."),
		has("intro", pointer(intro()), func(m *m) **portal.Intro { return &m.Intro }, "How a first contact works."),
		must("availability", availability(), func(m *m) *portal.Availability { return &m.Availability }, "Whether they take people on, and until when that holds."),
		has("cycles", distinct(cycleRef(), 20), func(m *m) *[]string { return &m.Cycles }, "Cycles of the program they take part in; none means all."),
		must("contact", contact(), func(m *m) *portal.Contact { return &m.Contact }, "The way to reach them."),
		has("index", flag(), func(m *m) *bool { return &m.Index }, "False keeps the profile out of search engines."),
		must("consent", publishConsent(), func(m *m) *portal.PublishConsent { return &m.Consent }, "The person's consent to be shown."),
		must("confirmed", date(), func(m *m) *portal.Date { return &m.Confirmed }, "The day the person last confirmed what stands here."),
	}
}

// checkMentor is what holds between the fields of a profile.
func checkMentor(d *decoder, n *yaml.Node, m *portal.Mentor) {
	if valueOf(n, "index") == nil {
		m.Index = true
	}
	until := m.Availability.Until
	if m.Confirmed.IsZero() || until.IsZero() {
		return
	}
	at := n
	if a := valueOf(n, "availability"); a != nil && valueOf(a, "until") != nil {
		at = valueOf(a, "until")
	}
	if m.Confirmed.DaysUntil(until) > maxConfirmed {
		d.errorf(d.at(at), UntilTooFar, "write "+m.Confirmed.AddDays(maxConfirmed).String()+" or an earlier day, and confirm again before it",
			"availability holds until %s, more than %d days after it was confirmed on %s", until, maxConfirmed, m.Confirmed)
	} else if until.Before(m.Confirmed) {
		d.errorf(d.at(at), DateOrder, "write "+m.Confirmed.String()+" or a later date",
			"`until` is %s, before the profile was confirmed on %s", until, m.Confirmed)
	}
}
