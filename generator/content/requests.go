package content

import (
	"go.yaml.in/yaml/v4"

	"ithaca/generator/portal"
)

func requestItem(r *portal.Request) *portal.Item { return &r.Item }

var requestKind = declare(kind{
	folder: "requests", title: "Requests", top: 2,
	words: "What a mentee asks for. The file's name is a pseudonym such as `heron-42`, because git itself publishes what it holds: " +
		"keep requests outside the site and name their folder with `--requests`, unless index.md states that the whole repository is private or that they are invented. " +
		"Of a request nothing is published but how often topics are asked for, unless both it and index.md say so.",
}, requestItem, func(p *portal.Portal, r *portal.Request) { p.Requests = append(p.Requests, r) },
	object(checkRequest, requestFields()...))

func requestFields() []field[portal.Request] {
	fields := append(requestPerson(), requestWish()...)
	return append(append(fields, requestChoice()...), draft(requestItem))
}

// requestPerson is who asks.
func requestPerson() []field[portal.Request] {
	type r = portal.Request
	return []field[r]{
		must("languages", distinct(tongue(), 12), func(r *r) *[]string { return &r.Languages }, "Languages they can be mentored in."),
		has("timezone", timezone(), func(r *r) *string { return &r.Timezone }, "The time zone that their hours are meant in."),
		has("windows", list(window(), 20), func(r *r) *[]portal.Window { return &r.Windows }, "Times of a week that suit them."),
		has("country", country(), func(r *r) *string { return &r.Country }, "Where they live; counts only for meeting in person."),
		has("location", line(80), func(r *r) *string { return &r.Location }, "Where they live, in words."),
		has("stage", word(portal.Stages()), func(r *r) *portal.Stage { return &r.Stage }, "Where they stand in their working life."),
		has("organisation", line(100), func(r *r) *string { return &r.Organisation }, "Where they work, so that they get nobody from there. Never published."),
		has("adult", pointer(flag()), func(r *r) **bool { return &r.Adult }, "True once it was checked that they are of age. Never published."),
	}
}

// requestWish is what they ask for.
func requestWish() []field[portal.Request] {
	type r = portal.Request
	return []field[r]{
		must("needs", list(need(), 20), func(r *r) *[]portal.Need { return &r.Needs }, "What they need help with."),
		has("goals", topics(20), func(r *r) *[]portal.TopicRef { return &r.Goals }, "Goals and challenges."),
		has("move", move(), func(r *r) *portal.CareerMove { return &r.Move }, "The move they want to make."),
		has("aims", aims(), func(r *r) *portal.Aims { return &r.Aims }, "What they want to reach. Never published."),
		has("tried", paragraph(1000), func(r *r) *string { return &r.Tried }, "What they have tried. Never published."),
		has("values", distinct(value(), 3), func(r *r) *[]string { return &r.Values }, "What matters most to them."),
		has("kinds", distinct(word(portal.Kinds()), 4), func(r *r) *[]portal.Kind { return &r.Kinds }, "Kinds of mentoring that suit them."),
		has("formats", distinct(word(portal.Formats()), 6), func(r *r) *[]portal.Format { return &r.Formats }, "Ways to meet that suit them."),
		has("duration", distinct(word(portal.Durations()), 3), func(r *r) *[]portal.Duration { return &r.Duration }, "How long it may last."),
		has("style", style(), func(r *r) *portal.Style { return &r.Style }, "How they like to work, each from 1 to 5."),
		has("offers", distinct(word(portal.Offers()), 8), func(r *r) *[]portal.Offer { return &r.Offers }, "Concrete things they hope for."),
		has("offers_back", topics(10), func(r *r) *[]portal.TopicRef { return &r.OffersBack }, "What a mentor could learn from them."),
	}
}

// requestChoice is whom they would choose, and what was decided.
func requestChoice() []field[portal.Request] {
	type r = portal.Request
	return []field[r]{
		has("ranked", distinct(slugOf(toMentor, "mentor"), 5), func(r *r) *[]string { return &r.Ranked }, "Mentors they would choose, the first choice first. Never published."),
		has("avoid", distinct(slugOf(toMentor, "mentor"), 20), func(r *r) *[]string { return &r.Avoid }, "Mentors they do not want. Never published."),
		has("exclude_organisations", list(line(100), 20), func(r *r) *[]string { return &r.ExcludeOrganisations }, "Workplaces they want nobody from. Never published."),
		has("waiting_since", date(), func(r *r) *portal.Date { return &r.WaitingSince }, "Since when they wait. Never published."),
		must("cycle", cycleRef(), func(r *r) *string { return &r.Cycle }, "The cycle they apply for."),
		has("publish", flag(), func(r *r) *bool { return &r.Publish }, "True lets the request have a page under its pseudonym, if index.md allows it."),
		must("consent", matchingConsent(), func(r *r) *portal.Date { return &r.Consent }, "The person's consent to be matched."),
		has("decisions", list(decision(), 50), func(r *r) *[]portal.Decision { return &r.Decisions }, "What was decided about pairs. Never published."),
	}
}

func need() shape[portal.Need] {
	type n = portal.Need
	return object(nil,
		must("topic", topic(), func(n *n) *portal.TopicRef { return &n.Topic }, "The topic."),
		has("now", level(), func(n *n) *portal.Level { return &n.Now }, "Where they stand: 1 knows, 2 practises, 3 leads, 4 teaches."),
		has("goal", level(), func(n *n) *portal.Level { return &n.Goal }, "Where they want to be."),
		has("want", word(portal.Wants()), func(n *n) *portal.Want { return &n.Want }, "How much it weighs."),
	)
}

func move() shape[portal.CareerMove] {
	type m = portal.CareerMove
	return object(nil,
		has("from", topic(), func(m *m) *portal.TopicRef { return &m.From }, "The field they leave."),
		has("to", topic(), func(m *m) *portal.TopicRef { return &m.To }, "The field they go to."),
	)
}

func aims() shape[portal.Aims] {
	type a = portal.Aims
	return object(nil,
		has("short", paragraph(1000), func(a *a) *string { return &a.Short }, "Within a year."),
		has("long", paragraph(1000), func(a *a) *string { return &a.Long }, "Within five years."),
	)
}

func matchingConsent() shape[portal.Date] {
	return object(nil, must("matching", date(), func(d *portal.Date) *portal.Date { return d }, "The day they agreed."))
}

func decision() shape[portal.Decision] {
	type d = portal.Decision
	return object(nil,
		must("cycle", cycleRef(), func(d *d) *string { return &d.Cycle }, "The cycle."),
		must("mentor", slugOf(toMentor, "mentor"), func(d *d) *string { return &d.Mentor }, "The mentor."),
		must("do", word(portal.Verdicts()), func(d *d) *portal.Verdict { return &d.Do }, "What was decided."),
		has("reason", word(portal.DecisionReasons()), func(d *d) *portal.DecisionReason { return &d.Reason }, "Why."),
		has("rematch", flag(), func(d *d) *bool { return &d.Rematch }, "True to look for somebody else."),
		has("date", date(), func(d *d) *portal.Date { return &d.Date }, "When."),
	)
}

// checkRequest is what holds between the fields of a request.
func checkRequest(d *decoder, n *yaml.Node, r *portal.Request) {
	for i, need := range r.Needs {
		if need.Want == "" {
			r.Needs[i].Want = portal.WantHave
		}
	}
}
