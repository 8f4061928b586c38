package round

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"ithaca/generator/cohort"
	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/tongue"
)

// Name returns a mentor's name.
func (o *Outcome) Name(slug string) string {
	p := o.gathered.portal
	if m := cmp.Or(portal.Find(p.Mentors, slug), portal.Find(p.Drafts.Mentors, slug)); m != nil && m.Name != "" {
		return m.Name
	}
	return slug
}

// Topic returns the title of a topic, or the name of a language, by its key in the report.
func (o *Outcome) Topic(key string) string {
	if tag, found := strings.CutPrefix(key, inLanguage); found {
		return "Language: " + cmp.Or(tongue.English(language.Make(tag)), tag)
	}
	if t := o.gathered.portal.Topics.Of(portal.TopicRef{Key: key}); t != nil {
		return t.Title
	}
	return key
}

// Recruit returns the topics and languages with more requests than places, or more requests
// without a mentor than open places.
func (o *Outcome) Recruit() []cohort.TopicSum {
	return slices.DeleteFunc(slices.Clone(o.Report.Topics), func(t cohort.TopicSum) bool { return t.Asked <= t.Places && t.Unmatched <= t.Open })
}

// Reason says why a request has fewer mentors than it wants.
func (o *Outcome) Reason(u *cohort.Unmatched) string {
	switch u.Reason {
	case cohort.NoPair:
		text := "nobody suits"
		if u.Got > 0 {
			text = "nobody else suits"
		}
		return text + o.ruledOut(u.RuledOut, "mentor", "mentors")
	case cohort.AllFull:
		var names []string
		for _, f := range u.Full {
			name := o.Name(f.Mentor)
			for _, person := range f.People {
				if made := o.decision(person, f.Mentor); made != "" {
					name += ", who has " + o.Who(person) + " (" + made + ")"
				}
			}
			names = append(names, name)
		}
		return "all who suit have no place left: " + strings.Join(names, "; ")
	}
	return "the groups that would suit do not come about"
}

// Unneeded says why a mentor has nobody.
func (o *Outcome) Unneeded(u *cohort.Unused) string {
	switch u.Reason {
	case cohort.NoSuitor:
		return "suits nobody of this cycle" + o.ruledOut(u.RuledOut, "request", "requests")
	case cohort.TooFew:
		return fmt.Sprintf("the group does not come about: it needs %d people", u.Minimum)
	}
	var all []string
	for _, s := range u.Suitors[:min(2, len(u.Suitors))] {
		all = append(all, s.Request+" has "+strings.Join(each.Of(s.Mentors, o.Name), " and "))
	}
	return "whoever suits is better placed: " + strings.Join(all, ", ")
}

// ruledOut names the two filters that rule out most, with how many.
func (o *Outcome) ruledOut(by []cohort.FilterSum, one, several string) string {
	all := each.Of(by[:min(2, len(by))], func(f cohort.FilterSum) string { return o.filter(f.Filter) + ": " + diag.Count(f.Count, one, several) })
	if len(all) == 0 {
		return ""
	}
	return " (" + strings.Join(all, "; ") + ")"
}

// filter says what a filter finds wrong with a pair.
func (o *Outcome) filter(name string) string {
	switch name {
	case weak:
		return "too little in common"
	case tooLow:
		return "fewer points than asked for"
	}
	return o.words.Text("filtered-" + name)
}

// Nearest says what would give a request a mentor; "" for nil.
func (o *Outcome) Nearest(c *cohort.Change) string {
	if c == nil {
		return ""
	}
	place := "one more place at " + o.Name(c.Mentor) + " (" + c.Mentor + ")"
	switch {
	case c.Kind == cohort.WithoutFilter && c.Filter == string(match.ByCycle):
		m := portal.Find(o.gathered.portal.Mentors, c.Mentor)
		return m.Name + " would suit, in " + strings.Join(o.cycles(m), " or ")
	case c.Kind == cohort.WithoutFilter:
		return o.Name(c.Mentor) + " would suit but for one thing: " + o.filter(c.Filter)
	case c.Kind == cohort.OpenGroup:
		return "the group of " + o.Name(c.Mentor) + " would suit, with more people in it"
	case c.Reserved:
		return place + ", kept for this request, would help"
	case len(c.Moves) == 1:
		return place + " would help; 1 other would change mentors"
	case len(c.Moves) > 1:
		return fmt.Sprintf("%s would help; %d others would change mentors", place, len(c.Moves))
	}
	return place + " would help"
}

// cycles returns the titles of the cycles in which a mentor takes part.
func (o *Outcome) cycles(m *portal.Mentor) []string {
	return each.Of(m.Cycles, func(id string) string {
		if c := o.gathered.portal.Program.Cycle(id); c != nil {
			return cmp.Or(c.Title, id)
		}
		return id
	})
}

// Beyond names the mentors and requests whose fixed pairs exceed their places or wishes.
func (o *Outcome) Beyond() (all []string) {
	for _, m := range o.Report.Load {
		if m.Over > 0 {
			text := fmt.Sprintf("%s has %s by decision, and %s in this cycle", o.Name(m.Mentor), diag.Count(m.Fixed, "person", "people"), diag.Count(m.Places, "place", "places"))
			if one := portal.Find(o.gathered.portal.Mentors, m.Mentor); one != nil && !one.Availability.Confirmed(o.gathered.portal.Today) {
				text += ", because the availability ended on " + one.Availability.Until.String() + ": ithaca people confirm " + m.Mentor
			}
			all = append(all, text)
		}
	}
	made := map[int]int{}
	for _, f := range o.gathered.market.Fixed {
		made[f.Request]++
	}
	for i, r := range o.gathered.market.Requests {
		if made[i] > r.Wants {
			all = append(all, fmt.Sprintf("%s has %d mentors by decision, and the cycle gives each request %d", r.ID, made[i], r.Wants))
		}
	}
	return all
}

// Absent returns who takes no part, by the reason in words.
func (o *Outcome) Absent() []Absence {
	var all []Absence
	for _, l := range o.LeftOut {
		who, why := l.Request, absent[l.Why]
		if l.Mentor != "" {
			who = strings.TrimPrefix(who+" with "+o.Name(l.Mentor), " with ")
		}
		at := slices.IndexFunc(all, func(a Absence) bool { return a.Why == why })
		if at < 0 {
			at, all = len(all), append(all, Absence{Why: why})
		}
		all[at].Who = append(all[at].Who, who)
	}
	return all
}

// Absence is a reason to take no part, and who has it.
type Absence struct {
	Why string
	Who []string
}

// absent says in words why somebody takes no part.
var absent = map[Why]string{
	Draft: "still a draft", NoConsent: "no consent to be matched", Ended: "the pair ended, and nobody else is sought (a row of pairs.csv with the decision rematch changes that)",
	MentorGone:              "decided, but the mentor takes no part",
	Why(portal.ByStatus):    "paused, or on a waiting list",
	Why(portal.Unconfirmed): "availability has run out and is not confirmed",
	Why(portal.NoPlace):     "states 0 places", Why(portal.CycleOver): "every cycle of theirs is over",
}

// Ending says why a pair of the last run is not made again.
func (o *Outcome) Ending(e cohort.Gone) string {
	if e.By != nil {
		return o.Who(e.By.Request) + " with " + o.Name(e.By.Mentor) + " was decided: " + o.decision(e.By.Request, e.By.Mentor)
	}
	return endings[e.Why]
}

// decision says what was decided last about a pair; "" for a proposal.
func (o *Outcome) decision(request, mentor string) string {
	last := portal.Decided(portal.Find(o.gathered.portal.Requests, request), o.Cycle, mentor)
	return last.Sentence()
}

// Who returns a pseudonym, with the name where it is known.
func (o *Outcome) Who(request string) string {
	if name := o.People[request]; name != "" {
		return request + " (" + name + ")"
	}
	return request
}

// Proved says what the check has proved.
func (o *Outcome) Proved() string {
	switch c := &o.Proof.Certificate; {
	case len(o.Proof.Faults) > 0:
		return "The check of the result failed; do not use it."
	case !o.Proof.Exact:
		return "There were too many ways to open groups to try them all; for the groups opened the result is the best."
	case len(c.Opened)+len(c.Closed) > 0:
		return "No assignment gives more people a mentor, or as many and more points in all: checked against every pair for the groups that come about, and all other ways to open groups were tried."
	}
	return "No assignment gives more people a mentor, or as many and more points in all: checked against every pair."
}

// endings say why a pair of the last run is not made again.
var endings = map[cohort.Ending]string{
	cohort.RequestLeft: "the request takes no part any more",
	cohort.MentorLeft:  "the mentor has no place in the cycle any more",
	cohort.NowRuledOut: "the two may not be a pair any more",
	cohort.NowBetter:   "another assignment is better for all together",
}
