package match

import (
	"slices"
	"strings"

	"ithaca/generator/portal"
)

// Filter names a condition that a pair of a request and a mentor must meet.
type Filter string

// The filters, in the order in which they are tried.
const (
	ByConsent      Filter = "consent"      // the person has agreed to be matched
	ByAvailability Filter = "places"       // the mentor has an open place, confirmed
	ByLanguage     Filter = "language"     // they share a language
	ByKind         Filter = "kind"         // a kind of mentoring suits both
	ByFormat       Filter = "format"       // a way to meet suits both
	ByDuration     Filter = "duration"     // a length suits both
	ByTown         Filter = "place"        // they live in the same place, where they can meet only in person
	ByStage        Filter = "stage"        // the mentor takes people at this stage
	ByCycle        Filter = "cycle"        // the mentor takes part in the cycle
	ByAvoid        Filter = "avoid"        // the person does not avoid the mentor
	ByOrganisation Filter = "organisation" // they do not work for the same or an excluded organisation
	ByDecision     Filter = "decision"     // nobody declined, ended or forbade the pair, and it is not one already
	ByAge          Filter = "adult"        // the person is of age, where the program is for adults
)

// Filters returns every filter in the order in which they are tried.
func Filters() []Filter {
	var names []Filter
	for _, f := range filters() {
		names = append(names, f.name)
	}
	return names
}

// outcome is what a filter says of a pair.
type outcome int

const (
	passes  outcome = iota
	unknown         // one of the two has not stated it: passes, and is noted
	fails
)

// firstFailed returns the first filter that a pair fails, "" when it passes all. The
// names of those that pass because something is not stated are added to notes
// where that is wanted.
func (q *Query) firstFailed(e *entry, notes *[]Filter) Filter {
	for i := range q.filters {
		filter := &q.filters[i]
		switch filter.try(q, e) {
		case fails:
			return filter.name
		case unknown:
			if notes != nil {
				*notes = append(*notes, filter.name)
			}
		}
	}
	return ""
}

// allFailed returns every filter that a pair fails.
func (q *Query) allFailed(e *entry) []Filter {
	var all []Filter
	for i := range q.filters {
		if q.filters[i].try(q, e) == fails {
			all = append(all, q.filters[i].name)
		}
	}
	return all
}

// AllFailed returns every filter that a mentor of the portal fails, in the order in which
// they are tried.
func (q *Query) AllFailed(m *portal.Mentor) []Filter { return q.allFailed(q.entryOf(m.Slug)) }

// filter is how a filter judges a pair.
type filter struct {
	name Filter
	try  func(*Query, *entry) outcome
}

// filters is the table of filters, in the order in which they are tried.
func filters() []filter {
	return []filter{
		{ByConsent, func(q *Query, _ *entry) outcome { return failsIf(q.request.Consent.IsZero()) }},
		{ByAvailability, func(_ *Query, e *entry) outcome { return failsIf(!e.takes) }},
		{ByLanguage, func(q *Query, e *entry) outcome { return overlapping(q.languages, e.languages) }},
		{ByKind, func(q *Query, e *entry) outcome { return overlapping(q.request.Kinds, e.kinds) }},
		{ByFormat, func(q *Query, e *entry) outcome { return overlapping(q.request.Formats, e.mentor.Formats) }},
		{ByDuration, func(q *Query, e *entry) outcome { return overlapping(q.request.Duration, e.mentor.Duration) }},
		{ByTown, samePlace},
		{ByStage, stageAccepted},
		{ByCycle, func(q *Query, e *entry) outcome {
			cycles := e.mentor.Cycles
			return failsIf(q.request.Cycle != "" && len(cycles) > 0 && !slices.Contains(cycles, q.request.Cycle))
		}},
		{ByAvoid, func(q *Query, e *entry) outcome { return failsIf(slices.Contains(q.avoided, e)) }},
		{ByOrganisation, func(q *Query, e *entry) outcome {
			return failsIf(e.organisation != "" && slices.Contains(q.excluded, e.organisation))
		}},
		{ByDecision, func(q *Query, e *entry) outcome { return failsIf(slices.Contains(q.decided, e)) }},
		{ByAge, ofAge},
	}
}

func failsIf(bad bool) outcome {
	if bad {
		return fails
	}
	return passes
}

// overlapping compares two lists of what suits somebody; an empty one states
// nothing.
func overlapping[T comparable](a, b []T) outcome {
	if len(a) == 0 || len(b) == 0 {
		return unknown
	}
	return failsIf(!slices.ContainsFunc(a, func(one T) bool { return slices.Contains(b, one) }))
}

// samePlace judges only pairs in which one can meet only in person.
func samePlace(q *Query, e *entry) outcome {
	if !onlyInPerson(q.request.Formats) && !onlyInPerson(e.mentor.Formats) {
		return passes
	}
	if q.request.Country == "" || e.mentor.Country == "" {
		return unknown
	}
	if q.request.Country != e.mentor.Country {
		return fails
	}
	if q.town == "" || e.town == "" {
		return unknown
	}
	return failsIf(q.town != e.town)
}

func onlyInPerson(formats []portal.Format) bool {
	other := func(f portal.Format) bool { return f != portal.InPerson }
	return len(formats) > 0 && !slices.ContainsFunc(formats, other)
}

// town returns the first part of a location, folded: "Lagos" and "Lagos,
// Nigeria" are the same town.
func town(location string) string {
	first, _, _ := strings.Cut(location, ",")
	return portal.Fold(first)
}

func stageAccepted(q *Query, e *entry) outcome {
	if q.request.Stage == "" || len(e.mentor.Accepts.Stages) == 0 {
		return unknown
	}
	return failsIf(!slices.Contains(e.mentor.Accepts.Stages, q.request.Stage))
}

func ofAge(q *Query, _ *entry) outcome {
	switch adult := q.request.Adult; {
	case q.program.Audience != "adults":
		return passes
	case adult == nil:
		return unknown
	default:
		return failsIf(!*adult)
	}
}

// decided returns the mentors with whom something was decided that rules a
// suggestion out: forbidden for good; declined, ended or together already in
// the cycle that the request is for; ended in any, where somebody else is sought.
func decided(r *portal.Request) []string {
	var out []string
	for _, d := range r.Decisions {
		if d.Do == portal.Forbid || d.Cycle == r.Cycle || d.Do == portal.Exit && d.Rematch {
			out = append(out, d.Mentor)
		}
	}
	return out
}
