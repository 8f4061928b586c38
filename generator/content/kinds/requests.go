package kinds

import (
	"cmp"
	"slices"

	"ithaca/generator/content/field"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// RankedAndAvoided warns of a mentor whom a request both wishes for and refuses.
const RankedAndAvoided diag.Code = "ranked-and-avoided"

var Request = declare(Kind{
	Folder: "requests", one: "request", title: "Requests", Top: 2, Leaves: true,
	words: "What a mentee asks for. The file's name is a pseudonym such as `heron-42`, because git itself publishes what it holds: " +
		"keep requests outside the site and name their folder with `--requests`, unless index.md states that the whole repository is private or that they are invented. " +
		"Of a request nothing is published but how often topics are asked for, unless both it and index.md say so.",
}, func(p *portal.Portal, r *portal.Request) { p.Requests = append(p.Requests, r) },
	field.Group(checkRequest, requestFields()...))

func requestFields() []field.Field[portal.Request] {
	return append(slices.Concat(requestPerson(), requestWish(), requestChoice()), draft[portal.Request](), left(func(r *portal.Request) *portal.Date { return &r.Left }))
}

// requestPerson is who asks.
func requestPerson() []field.Field[portal.Request] {
	type r = portal.Request
	return []field.Field[r]{
		field.Must("languages", field.Languages(12), func(r *r) *[]string { return &r.Languages }, "Languages they can be mentored in."),
		field.Has("timezone", field.Timezone(), func(r *r) *string { return &r.Timezone }, "The time zone that their hours are meant in."),
		field.Has("windows", field.List(part.Window(), 20), func(r *r) *[]portal.Window { return &r.Windows }, "Times of a week that suit them."),
		field.Has("country", field.Country(), func(r *r) *string { return &r.Country }, "Where they live; counts only for meeting in person."),
		field.Has("location", field.Line(80), func(r *r) *string { return &r.Location }, "Where they live, in words."),
		field.Has("stage", field.Word(portal.Stages()), func(r *r) *portal.Stage { return &r.Stage }, "Where they stand in their working life."),
		field.Has("organisation", field.Line(100), func(r *r) *string { return &r.Organisation }, "Where they work, so that they get nobody from there. Never published."),
		field.Has("adult", field.Pointer(field.Flag()), func(r *r) **bool { return &r.Adult }, "True once it was checked that they are of age. Never published."),
	}
}

// requestWish is what they ask for.
func requestWish() []field.Field[portal.Request] {
	type r = portal.Request
	return []field.Field[r]{
		field.Must("needs", field.List(part.Need(), 20), func(r *r) *[]portal.Need { return &r.Needs }, "What they need help with."),
		field.Has("goals", part.Topics(20), func(r *r) *[]portal.TopicRef { return &r.Goals }, "Goals and challenges."),
		field.Has("move", part.Move(), func(r *r) *portal.CareerMove { return &r.Move }, "The move they want to make."),
		field.Has("aims", part.Aims(), func(r *r) *portal.Aims { return &r.Aims }, "What they want to reach. Never published."),
		field.Has("tried", field.Paragraph(1000), func(r *r) *string { return &r.Tried }, "What they have tried. Never published."),
		field.Has("values", field.Distinct(part.Value(), 3), func(r *r) *[]string { return &r.Values }, "What matters most to them."),
		field.Has("kinds", field.Distinct(field.Word(portal.Kinds()), 4), func(r *r) *[]portal.Kind { return &r.Kinds }, "Kinds of mentoring that suit them."),
		field.Has("formats", field.Distinct(field.Word(portal.Formats()), 6), func(r *r) *[]portal.Format { return &r.Formats }, "Ways to meet that suit them."),
		field.Has("duration", field.Distinct(field.Word(portal.Durations()), 3), func(r *r) *[]portal.Duration { return &r.Duration }, "How long it may last."),
		field.Has("style", part.Style(), func(r *r) *portal.Style { return &r.Style }, "How they like to work, each from 1 to 5."),
		field.Has("offers", field.Distinct(field.Word(portal.Offers()), 8), func(r *r) *[]portal.Offer { return &r.Offers }, "Concrete things they hope for."),
		field.Has("offers_back", part.Topics(10), func(r *r) *[]portal.TopicRef { return &r.OffersBack }, "What a mentor could learn from them."),
	}
}

// requestChoice is whom they would choose, and what was decided.
func requestChoice() []field.Field[portal.Request] {
	type r = portal.Request
	return []field.Field[r]{
		field.Has("ranked", field.Distinct(part.SlugOf(part.ToMentor, "mentor"), 5), func(r *r) *[]string { return &r.Ranked }, "Mentors they would choose, the first choice first. Never published."),
		field.Has("avoid", field.Distinct(part.SlugOf(part.ToAnyMentor, "mentor"), 20), func(r *r) *[]string { return &r.Avoid }, "Mentors they do not want. Never published."),
		field.Has("exclude_organisations", field.List(field.Line(100), 20), func(r *r) *[]string { return &r.ExcludeOrganisations }, "Workplaces they want nobody from. Never published."),
		field.Has("waiting_since", part.Date(), func(r *r) *portal.Date { return &r.WaitingSince }, "Since when they wait. Never published."),
		field.Must("cycle", part.CycleRef(), func(r *r) *string { return &r.Cycle }, "The cycle they apply for."),
		field.Has("publish", field.Flag(), func(r *r) *bool { return &r.Publish }, "True lets the request have a page under its pseudonym, if index.md allows it."),
		field.Must("consent", part.MatchingConsent(), func(r *r) *portal.Date { return &r.Consent }, "The person's consent to be matched."),
		field.Has("decisions", field.List(part.Decision(), 50), func(r *r) *[]portal.Decision { return &r.Decisions }, "What was decided about pairs. Never published."),
	}
}

// checkRequest checks the fields of a request against each other.
func checkRequest(d *field.Decoder, n field.Node, r *portal.Request) {
	for i, need := range r.Needs {
		r.Needs[i].Want = cmp.Or(need.Want, portal.WantHave)
	}
	if slices.ContainsFunc(r.Ranked, func(mentor string) bool { return slices.Contains(r.Avoid, mentor) }) {
		d.Warnf(n.Get("ranked"), RankedAndAvoided, "ask which is meant, and take the mentor out of the other list; until then nobody proposes them", "`avoid` names a mentor of `ranked`")
	}
}
