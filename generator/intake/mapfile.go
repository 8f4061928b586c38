package intake

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/intake/answer"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/toml"
)

// Map says which field each column of a table fills, and what values mean. Organizers read
// and edit it as a file.
type Map struct {
	Columns map[string]string `toml:"columns"` // fields by headings
	// Dates says how dates such as 3/4/2027 are read: "day-first" or "month-first"; "" to
	// decide by the column.
	Dates    string                       `toml:"dates"`
	Defaults map[string]string            `toml:"defaults"` // of cells that are empty, by field
	Values   map[string]map[string]string `toml:"values"`   // by field, then by what was written
}

// ReadMap reads a map's file.
func ReadMap(data []byte) (Map, error) {
	var m Map
	if err := toml.Strict(data, &m, "columns", "defaults", "values", "values/*"); err != nil {
		return m, err
	}
	if m.Dates != "" && m.Dates != "day-first" && m.Dates != "month-first" {
		return m, fmt.Errorf("`dates` takes day-first or month-first, not `%s`", m.Dates)
	}
	return m, nil
}

// lookup returns what the map says that a value of a field means, ignoring case and white
// space.
func (m Map) lookup(field, text string) (string, bool) {
	for from, to := range m.Values[field] {
		if strings.EqualFold(answer.OneLine(from), answer.OneLine(text)) {
			return to, true
		}
	}
	return "", false
}

// examples are what may count for everybody, where no column says so.
var examples = map[string]string{
	"consent":   "# consent = \"yes\"  # only if everybody in the table has agreed\n",
	"timestamp": "# timestamp = \"2026-11-02\"  # the day on which they did\n",
	"languages": "# languages = \"English\"  # which all of them speak\n",
}

// MapText returns the map as a file (TOML), with open questions as lines to uncomment.
func (p *Plan) MapText() string {
	var b strings.Builder
	b.WriteString("# How a table is imported: edit this file, and name it again with --map.\n\n")
	b.WriteString("# How dates such as 3/4/2027 are read: day-first or month-first.\n")
	if p.Map.Dates == "" {
		b.WriteString("# dates = \"day-first\"\n")
	} else {
		fmt.Fprintf(&b, "dates = %s\n", field.Quoted(p.Map.Dates))
	}
	fmt.Fprintf(&b, "\n# The field that each column fills. Fields: %s.\n[columns]\n", strings.Join(answer.Fields(string(p.Kind)), ", "))
	written := map[string]bool{"": true} // columns of one heading fill one field, those of none none
	for _, c := range p.Columns {
		if !written[c.Heading] {
			fmt.Fprintf(&b, "%s = %s\n", field.Quoted(c.Heading), field.Quoted(c.Field))
		}
		written[c.Heading] = true
	}
	b.WriteString("\n# What counts where a cell is empty, such as country = \"NG\".\n[defaults]\n")
	for _, name := range slices.Sorted(maps.Keys(p.Map.Defaults)) {
		fmt.Fprintf(&b, "%s = %s\n", field.Quoted(name), field.Quoted(p.Map.Defaults[name]))
	}
	for _, name := range p.lacking {
		b.WriteString(examples[name])
	}
	b.WriteString("\n# What a value stands for; \"\" leaves it out, and a + before a topic makes a new one.\n")
	p.mapValues(&b)
	return b.String()
}

// mapValues writes the values by field: those of the map, and those that are asked for.
func (p *Plan) mapValues(b *strings.Builder) {
	open := p.Asked(true)
	fields := slices.Collect(maps.Keys(p.Map.Values))
	for _, o := range open {
		fields = append(fields, o.Field)
	}
	slices.Sort(fields)
	for _, name := range slices.Compact(fields) {
		fmt.Fprintf(b, "\n[values.%s]\n", name)
		settled := p.Map.Values[name]
		for _, from := range slices.Sorted(maps.Keys(settled)) {
			fmt.Fprintf(b, "%s = %s\n", field.Quoted(from), field.Quoted(settled[from]))
		}
		b.WriteString(p.openValues(name, open))
	}
}

// openValues returns a line to uncomment for each value of a field that is asked for.
func (p *Plan) openValues(name string, open []Asked) string {
	var b strings.Builder
	for _, o := range open {
		if _, known := p.Map.lookup(name, o.Value); o.Field == name && !known {
			first, others, several := strings.Cut(o.Proposal, " or ")
			if several {
				others = ", or " + others
			}
			fmt.Fprintf(&b, "# %s = %s  # %d×: %s\n", field.Quoted(answer.OneLine(o.Value)), field.Quoted(first), len(o.People), o.Text+others)
		}
	}
	return b.String()
}

// withQuestions returns a map's file with what is asked for now, as lines to uncomment below
// the heading of their field. All else in the file stays.
func (p *Plan) withQuestions(file string) string {
	text, open, added := "\n"+strings.TrimRight(file, "\r\n")+"\n", p.Asked(true), false
	for i, o := range open {
		if i > 0 && open[i-1].Field == o.Field {
			continue
		}
		lines, heading := "", "\n[values."+o.Field+"]"
		for line := range strings.Lines(p.openValues(o.Field, open)) {
			if value, _, _ := strings.Cut(line[2:], " = "); !strings.Contains(text, value+" = ") {
				lines += line
			}
		}
		if lines == "" {
			continue
		}
		if added = true; !strings.Contains(text, heading) {
			text += heading + "\n"
		}
		before, after, _ := strings.Cut(text, heading)
		rest, more, _ := strings.Cut(after, "\n")
		text = before + heading + rest + "\n" + lines + more
	}
	if _, err := ReadMap([]byte(text)); err != nil || !added {
		return file // an error where the field has its values in another form
	}
	return text[1:]
}

// Asked is a question in the same words to several people.
type Asked struct {
	Question
	People []string // names with line numbers
}

// Asked returns the questions that ask what a value means or, where values is false, all
// others, each once: sorted by field, then the most frequent first.
func (p *Plan) Asked(values bool) (all []Asked) {
	for _, q := range p.Questions {
		if (q.Value != "") != values {
			continue
		}
		at := slices.IndexFunc(all, func(o Asked) bool {
			return o.Field == q.Field && portal.Fold(o.Value) == portal.Fold(q.Value) && (values || o.Text == q.Text)
		})
		if at < 0 {
			at, all = len(all), append(all, Asked{Question: q})
		}
		all[at].People = append(all[at].People, fmt.Sprintf("%s (line %d)", cmp.Or(q.Name, "somebody"), q.Line))
	}
	order.Stable(all, func(a, b Asked) int {
		return cmp.Or(strings.Compare(a.Field, b.Field), len(b.People)-len(a.People), strings.Compare(portal.Fold(a.Value), portal.Fold(b.Value)))
	})
	return all
}
