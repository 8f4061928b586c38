package generator

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// Verdict is what there is to say of one mentor for what was asked.
type Verdict struct {
	Suggested
	Failed string `json:"failed,omitempty"` // the first filter that rules the mentor out
	Text   string `json:"text"`             // why the mentor is or is not suggested, in a sentence
}

// WhyNot judges one mentor, named as a file or as a person. An unknown name is an
// *AskError.
func (m *Matching) WhyNot(a *Asked, mentor string) (Verdict, error) {
	found, err := m.mentor(mentor)
	if err != nil {
		return Verdict{}, err
	}
	return m.verdict(a, m.index.Judge(a.request, found)), nil
}

func (m *Matching) verdict(a *Asked, j match.Judgement) Verdict {
	v := Verdict{Suggested: m.suggested(j.Suggestion), Failed: string(j.Failed)}
	v.Rank = j.Rank
	switch {
	case j.Failed != "":
		v.Text = m.ruledOut(a.request, j.Mentor, j.Failed)
	case j.Rank > 0:
		v.Text = fmt.Sprintf("%s is number %d of those suggested", j.Mentor.Name, j.Rank)
	case len(j.Signals) == 0:
		v.Text = nothingAsked
	case j.Score == 0:
		v.Text = "nothing that " + j.Mentor.Name + " states answers anything that is asked for"
	default:
		v.Text = j.Mentor.Name + " suits too little of what is asked for to be suggested"
	}
	return v
}

// nothingAsked is why an empty question has no answer.
const nothingAsked = "nothing is asked for that mentors could be chosen by: state needs, goals or a move"

// Nobody is why there is no suggestion.
type Nobody struct {
	Text     string         // in a sentence; "" where there are mentors to choose from
	Mentors  int            // in all
	Filtered map[string]int // by name of the filter, those whom it is the first to rule out
	Weak     int            // those who pass every filter, and suit too little
	Closest  []Verdict      // those who come nearest, the best first
}

// closest is how many of those who nearly suit are shown.
const closest = 3

// Nobody looks at every mentor of the portal and says why none is suggested.
func (m *Matching) Nobody(a *Asked) Nobody {
	n := Nobody{Mentors: len(m.portal.Mentors), Filtered: map[string]int{}}
	switch {
	case n.Mentors == 0:
		n.Text = "the portal has no mentors yet"
		return n
	case a.request.Consent.IsZero():
		n.Text = "the request has no consent to be matched"
		return n
	}
	var near []match.Judgement
	for _, one := range m.portal.Mentors {
		j := m.index.Judge(a.request, one)
		if len(j.Signals) == 0 {
			n.Text = nothingAsked
			return n
		}
		if j.Failed != "" {
			n.Filtered[string(j.Failed)]++
		} else {
			n.Weak++
		}
		if j.Score > 0 {
			near = append(near, j)
		}
	}
	slices.SortStableFunc(near, func(a, b match.Judgement) int { return cmp.Compare(b.Score, a.Score) })
	for _, j := range near[:min(closest, len(near))] {
		n.Closest = append(n.Closest, m.verdict(a, j))
	}
	return n
}

// FilterNames returns the names of the filters in the order in which they are
// tried.
func FilterNames() []string {
	var names []string
	for _, f := range match.Filters() {
		names = append(names, string(f))
	}
	return names
}

// ruledOut says in a sentence why a filter rules a mentor out.
func (m *Matching) ruledOut(r *portal.Request, who *portal.Mentor, by match.Filter) string {
	switch by {
	case match.ByConsent:
		return "the request has no consent to be matched"
	case match.ByAvailability:
		return m.noPlace(who)
	case match.ByLanguage:
		return "they share no language: " + who.Name + " speaks " + list(who.Languages) + ", and asked for is " + list(r.Languages)
	case match.ByKind:
		return "no kind of mentoring suits both: " + who.Name + " offers " + list(who.Kinds) + ", and asked for is " + list(r.Kinds)
	case match.ByFormat:
		return "no way to meet suits both: " + who.Name + " offers " + list(who.Formats) + ", and asked for is " + list(r.Formats)
	case match.ByDuration:
		return "no length suits both: " + who.Name + " offers " + list(who.Duration) + ", and asked for is " + list(r.Duration)
	case match.ByPlace:
		return "one of them can meet only in person, and they live in different places: " + who.Name + " in " + place(who.Location, who.Country) +
			", the other in " + place(r.Location, r.Country)
	case match.ByStage:
		return who.Name + " works with people at the stage " + list(who.Accepts.Stages) + ", and not " + string(r.Stage)
	case match.ByCycle:
		return who.Name + " does not take part in the cycle " + r.Cycle + ", but in " + list(who.Cycles)
	case match.ByAvoid:
		return "the person who asks does not want " + who.Name
	case match.ByOrganisation:
		return "the person who asks wants nobody from where " + who.Name + " works, " + who.Organisation
	case match.ByDecision:
		return decidedBefore(r, who)
	case match.ByAge:
		return "the program is for adults, and the person who asks is not of age"
	}
	return string(by)
}

func (m *Matching) noPlace(who *portal.Mentor) string {
	a := who.Availability
	switch {
	case a.Status != portal.Open && a.Status != portal.Limited:
		return who.Name + " takes nobody on at the moment (" + string(a.Status) + ")"
	case !a.Confirmed(m.portal.Today):
		return who.Name + " has not confirmed that there are places since " + a.Until.String()
	}
	if a.Capacity == 1 {
		return "the one place of " + who.Name + " is taken"
	}
	return fmt.Sprintf("all %d places of %s are taken", a.Capacity, who.Name)
}

// decidedBefore names the decision that rules a pair out.
func decidedBefore(r *portal.Request, who *portal.Mentor) string {
	said := "it was decided before"
	for _, d := range r.Decisions {
		if d.Mentor != who.Slug || d.Do != portal.Forbid && d.Cycle != r.Cycle {
			continue
		}
		switch d.Do {
		case portal.Lock, portal.Accept:
			said = "they are a pair already, in the cycle " + d.Cycle
		case portal.Decline:
			said = "one of them said no in the cycle " + d.Cycle
		case portal.Forbid:
			said = "the pair is forbidden"
		case portal.Exit:
			said = "they were a pair in the cycle " + d.Cycle + " and ended it"
		}
	}
	return said
}

// list joins words for a sentence.
func list[T ~string](words []T) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = string(w)
	}
	return strings.Join(texts, ", ")
}

// place returns where somebody lives, as far as it is known.
func place(location, country string) string {
	switch {
	case location == "":
		return country
	case country == "":
		return location
	}
	return location + " (" + country + ")"
}
