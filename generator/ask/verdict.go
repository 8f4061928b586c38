package ask

import (
	"maps"
	"slices"
	"strings"

	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// Verdict is what there is to say of one mentor for what was asked.
type Verdict struct {
	Suggested
	Failed  string     `json:"failed,omitempty"`   // the first filter that rules the mentor out
	Text    string     `json:"text"`               // why the mentor is or is not suggested, in a sentence
	Also    []string   `json:"also,omitempty"`     // what else rules the mentor out, in sentences
	TakenBy []string   `json:"taken_by,omitempty"` // where every place is taken: whose decisions have taken them, in English
	Would   int        `json:"would,omitempty"`    // the rank if nothing ruled the mentor out; 0 where they suit too little
	Lacking []Evidence `json:"lacking,omitempty"`  // all that is missing, the largest first
}

// WhyNot explains one pair, whose mentor is named as a file or as a person. An unknown
// name is a *diag.Refusal.
func (m *Matching) WhyNot(q *Question, mentor string) (Verdict, error) {
	found, err := m.mentor(mentor)
	if err != nil {
		return Verdict{}, err
	}
	j := m.index.Judge(q.request, found)
	return m.verdict(q, &j), nil
}

func (m *Matching) verdict(q *Question, j *match.Judgement) Verdict {
	v := Verdict{Suggested: m.suggested(&j.Suggestion), Failed: string(j.Failed), Would: j.Would, Lacking: m.evidence(j.Lacking, true)}
	v.Rank = j.Rank
	sentence := "verdict-weak"
	switch {
	case j.Failed != "":
		v.Text = m.ruledOut(q.request, j.Mentor, j.Failed)
		for _, filter := range j.AllFailed[1:] {
			v.Also = append(v.Also, m.ruledOut(q.request, j.Mentor, filter))
		}
		if holders := portal.Holders(m.portal, j.Mentor.Slug); j.Failed == match.ByAvailability && m.portal.Closed(j.Mentor) == "" {
			for _, request := range slices.Sorted(maps.Keys(holders)) {
				made := holders[request]
				v.TakenBy = append(v.TakenBy, request+", "+made.Sentence())
			}
		}
		return v
	case j.Rank > 0:
		sentence = "verdict-rank"
	case len(j.Signals) == 0:
		sentence = "verdict-empty"
	case j.Score == 0:
		sentence = "verdict-nothing"
	}
	v.Text = m.words.Text(sentence, "Name", j.Mentor.Name, "Place", j.Rank)
	return v
}

// ruledOut says in a sentence why a filter rules a mentor out: the message of the
// filter, filled in with what the mentor and the request state.
func (m *Matching) ruledOut(r *portal.Request, who *portal.Mentor, by match.Filter) string {
	key, until, cycle := "ruled-out-"+string(by), who.Availability.Until, r.Cycle
	places, _ := who.Places()
	switch by {
	case match.ByAvailability:
		if closed := m.portal.Closed(who); closed != "" {
			key += "-" + string(closed)
		}
	case match.ByOrganisation:
		if portal.Fold(r.Organisation) == portal.Fold(who.Organisation) {
			key += "-same"
		}
	case match.ByDecision:
		for _, d := range r.Decisions {
			if d.Mentor == who.Slug && (d.Do == portal.Forbid || d.Cycle == r.Cycle) {
				key, cycle = "ruled-out-decision-"+string(d.Do), d.Cycle
			}
		}
	}
	return m.words.Text(key, "Name", who.Name, "Status", string(who.Availability.Status), "Day", until.String(), "Count", places,
		"Cycle", cycle, "Cycles", who.Cycles, "Stage", string(r.Stage), "Stages", portal.Texts(who.Accepts.Stages), "Organisation", who.Organisation,
		"Languages", who.Languages, "AskedLanguages", r.Languages, "Kinds", portal.Texts(who.Kinds), "AskedKinds", portal.Texts(r.Kinds),
		"Formats", portal.Texts(who.Formats), "AskedFormats", portal.Texts(r.Formats), "Durations", portal.Texts(who.Duration), "AskedDurations", portal.Texts(r.Duration),
		"Place", strings.TrimPrefix(who.Location+", "+who.Country, ", "), "AskedPlace", strings.TrimPrefix(r.Location+", "+r.Country, ", "))
}
