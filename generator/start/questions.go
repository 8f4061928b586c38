package start

import (
	"cmp"
	"slices"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/portal"
)

// Question is one of the few that matter for a kind of file. What it says comes from
// the declaration of its field.
type Question struct {
	Name  string // "until": what it is called where people answer beforehand
	Key   string // of the field: "availability.until"
	Words string // what the field means
	Takes string // "date as YYYY-MM-DD"
	Parts string // what stands between several values in one answer; "" where it is one
}

// Kinds returns what new files can be: "mentor", "guide" ….
func Kinds() []string { return kinds.Forms() }

// Questions returns the questions about a kind of file, in order.
func Questions(kind string) []Question {
	form := kinds.Called(kind)
	questions := asked(kind)
	for i, q := range questions {
		words, takes, isList := form.About.Field(q.Key)
		questions[i].Words, questions[i].Takes = words, takes
		if isList && q.Parts == "" {
			questions[i].Parts = ","
		}
	}
	return questions
}

// questions are what is asked of each kind of file, by the fields' keys, before which
// stands another name for it; of others a summary is asked for.
var questions = map[string]string{
	"mentor":    "headline languages topics=skills helps-with=helps_with timezone capacity=availability.capacity consent=consent.publish",
	"request":   "languages topics=needs.topic timezone cycle consent=consent.matching",
	"topic":     "kind asks also",
	"resource":  "summary topics item=items.title kind=items.kind url=items.url why=items.why",
	"event":     "start end timezone kind location",
	"worksheet": "summary question=fields.label",
	"guide":     "summary topics",
	"story":     "summary topics",
}

// asked returns which fields of a kind are asked for.
func asked(kind string) (all []Question) {
	for entry := range strings.FieldsSeq(cmp.Or(questions[kind], "summary")) {
		name, key, _ := strings.Cut(entry, "=")
		q := Question{Name: name, Key: cmp.Or(key, name)}
		switch q.Key {
		case "needs.topic":
			q.Parts = ","
		case "asks":
			q.Parts = ";"
		}
		all = append(all, q)
	}
	return all
}

// titleKey returns the field that holds a file's title, "" for none.
func titleKey(kind string) string {
	switch kind {
	case "mentor":
		return "name"
	case "request":
		return ""
	}
	return "title"
}

// bodyOf returns what stands in place of the text of a file that is nothing without
// one.
func bodyOf(kind string) string {
	switch kind {
	case "guide", "page", "story":
		return "[[THE TEXT]]"
	}
	return ""
}

// known returns what a file is to say: its title, answers by the names of questions,
// and what follows from them. Terms is the privacy notice's version of today.
func known(kind, title string, answers map[string]string, terms string) field.Answers {
	all := field.Answers{}
	if key := titleKey(kind); key != "" {
		all[key] = title
	}
	for _, q := range Questions(kind) {
		if answers[q.Name] != "" {
			q.put(all, kind, answers[q.Name])
		}
	}
	if kind == "mentor" {
		expected(all, terms)
	}
	return all
}

// put enters an answer where its field stands.
func (q Question) put(all field.Answers, kind, answer string) {
	var value any = answer
	parts := []string{answer}
	if q.Parts != "" {
		parts = split(answer, q.Parts)
		value = parts
	}
	outer, inner, nested := strings.Cut(q.Key, ".")
	if !nested {
		all[q.Key] = value
		return
	}
	form := kinds.Called(kind)
	if _, _, isList := form.About.Field(outer); !isList {
		group, _ := all[outer].(field.Answers)
		if group == nil {
			group = field.Answers{}
		}
		group[inner] = value
		all[outer] = group
		return
	}
	entries, _ := all[outer].([]field.Answers)
	for i, part := range parts {
		if i == len(entries) {
			entries = append(entries, field.Answers{})
		}
		entries[i][inner] = part
	}
	all[outer] = entries
}

func split(answer, at string) []string {
	var parts []string
	for part := range strings.SplitSeq(answer, at) {
		if part = strings.TrimSpace(part); part != "" && !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	return parts
}

// expected adds what most mentors say: they are open, are reached through the
// organizers, and what they have agreed to holds from that day for as long as it may.
func expected(all field.Answers, terms string) {
	availability, _ := all["availability"].(field.Answers)
	if availability == nil {
		availability = field.Answers{}
	}
	availability["status"] = string(portal.Open)
	all["availability"] = availability
	all["contact"] = field.Answers{"via": string(portal.ViaOrganizer)}
	consent, _ := all["consent"].(field.Answers)
	day, _ := consent["publish"].(string)
	if agreed, err := portal.ParseDate(day); err == nil {
		all["confirmed"] = day
		if terms != "" {
			consent["terms"] = terms
		}
		availability["until"] = agreed.AddDays(kinds.MaxConfirmed).String()
	}
}
