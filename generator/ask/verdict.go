package ask

import (
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
// *Error.
func (m *Matching) WhyNot(q *Question, mentor string) (Verdict, error) {
	found, err := m.mentor(mentor)
	if err != nil {
		return Verdict{}, err
	}
	j := m.index.Judge(q.request, found)
	return m.verdict(q, &j), nil
}

func (m *Matching) verdict(q *Question, j *match.Judgement) Verdict {
	v := Verdict{Suggested: m.suggested(&j.Suggestion), Failed: string(j.Failed)}
	v.Rank = j.Rank
	sentence := "verdict-weak"
	switch {
	case j.Failed != "":
		v.Text = m.ruledOut(q.request, j.Mentor, j.Failed)
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
	case match.ByDecision:
		for _, d := range r.Decisions {
			if d.Mentor == who.Slug && (d.Do == portal.Forbid || d.Cycle == r.Cycle) {
				key, cycle = "ruled-out-decision-"+string(d.Do), d.Cycle
			}
		}
	}
	return m.words.Text(key, "Name", who.Name, "Status", string(who.Availability.Status), "Day", until.String(), "Count", places,
		"Cycle", cycle, "Cycles", who.Cycles, "Stage", string(r.Stage), "Stages", texts(who.Accepts.Stages), "Organisation", who.Organisation,
		"Languages", who.Languages, "AskedLanguages", r.Languages, "Kinds", texts(who.Kinds), "AskedKinds", texts(r.Kinds),
		"Formats", texts(who.Formats), "AskedFormats", texts(r.Formats), "Durations", texts(who.Duration), "AskedDurations", texts(r.Duration),
		"Place", strings.TrimPrefix(who.Location+", "+who.Country, ", "), "AskedPlace", strings.TrimPrefix(r.Location+", "+r.Country, ", "))
}
