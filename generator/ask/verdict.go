package ask

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"ithaca/generator/match"
	"ithaca/generator/order"
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
	Changes []Change   `json:"changes,omitempty"`  // what would change it, the most first
}

// Change is something that would let a pair suit better, and what the pair would be
// then.
type Change struct {
	Text  string `json:"text"` // after "if", in words
	Score int    `json:"score"`
	Band  string `json:"band,omitempty"`
	Rank  int    `json:"rank,omitempty"` // if no filter ruled the mentor out
}

// WhyNot explains one pair, whose mentor is named as a file or as a person. An unknown
// name is an *Error.
func (m *Matching) WhyNot(q *Question, mentor string) (Verdict, error) {
	found, err := m.mentor(mentor)
	if err != nil {
		return Verdict{}, err
	}
	j := m.index.Judge(q.request, found)
	v := m.verdict(q, &j)
	v.Changes = m.changes(q, &j)
	return v, nil
}

func (m *Matching) verdict(q *Question, j *match.Judgement) Verdict {
	v := Verdict{Suggested: m.suggested(&j.Suggestion), Failed: string(j.Failed), Would: j.Would, Lacking: []Evidence{}, Changes: []Change{}}
	v.Rank = j.Rank
	for i := range j.Lacking {
		v.Lacking = append(v.Lacking, m.evidence(&j.Lacking[i], true))
	}
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

// changes tries what would let a pair suit better: that the mentor had one of the
// largest things missing. Each is judged in a portal in which it is so.
func (m *Matching) changes(q *Question, j *match.Judgement) []Change {
	const most = 3
	changes := []Change{}
	for i := range j.Lacking {
		text, changed := m.without(q.request, j.Mentor, &j.Lacking[i])
		if changed == nil || len(changes) == most {
			continue
		}
		then := *m.portal
		then.Mentors = slices.Clone(then.Mentors)
		then.Mentors[slices.Index(m.portal.Mentors, j.Mentor)] = changed
		would := match.New(&then).Private().Judge(q.request, changed)
		if would.Score > j.Score {
			changes = append(changes, Change{text, would.Score, string(would.Band), would.Would})
		}
	}
	order.Stable(changes, func(x, y Change) int { return cmp.Compare(y.Score, x.Score) })
	return changes
}

// without returns the mentor without a lack, and the change in words; nil for a lack
// that nobody can do anything about.
func (m *Matching) without(r *portal.Request, mentor *portal.Mentor, lack *match.Evidence) (text string, changed *portal.Mentor) {
	changed = new(*mentor)
	switch lack.Reason {
	case match.AnswersNeed, match.AnswersGoal:
		if m.portal.Topics.Of(portal.TopicRef{Key: lack.Topic.Slug}) == nil {
			return "", nil
		}
		ref := portal.TopicRef{Text: lack.Topic.Title, Key: lack.Topic.Slug}
		changed.Skills = append(slices.Clone(mentor.Skills), portal.Skill{Topic: ref, Level: max(lack.Goal, portal.Practises)})
		return m.words.Text("verdict-change-topic", "Name", mentor.Name, "Topic", lack.Topic.Title), changed
	case match.SharesTime:
		changed.Timezone, changed.Availability.Windows = r.Timezone, r.Windows
		return m.words.Text("verdict-change-time", "Name", mentor.Name), changed
	case match.MadeTheMove:
		changed.Path = append(slices.Clone(mentor.Path), portal.Step{Kind: portal.Move, From: r.Move.From, To: r.Move.To})
		return m.words.Text("verdict-change-move", "Name", mentor.Name), changed
	}
	return "", nil
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
