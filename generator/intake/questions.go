package intake

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/table"
)

// questionColumns are the first columns of the table of questions; one for each field that
// is asked for follows, for the answers.
var questionColumns = []string{"email", "name", "language", "file", "questions"}

// QuestionTable returns the questions as a table with a line for each person, ready for a
// mail merge, with columns for the answers, which the next import reads.
func (p *Plan) QuestionTable() []byte {
	var fields []string
	people := map[string][]Question{}
	var order []string
	for _, q := range p.Questions {
		who := q.Email + "\x00" + q.Name + "\x00" + q.File
		if people[who] == nil {
			order = append(order, who)
		}
		people[who] = append(people[who], q)
		fields = append(fields, q.Field)
	}
	slices.Sort(fields)
	fields = slices.DeleteFunc(slices.Compact(fields), func(f string) bool { return slices.Contains(questionColumns, f) })
	rows := [][]string{append(slices.Clone(questionColumns), fields...)}
	for _, who := range order {
		all := people[who]
		cells := make([]string, len(rows[0]))
		cells[0], cells[1], cells[2], cells[3] = all[0].Email, all[0].Name, p.languageOf(all[0].Email), slugIn(all[0].File)
		if all[0].File == "" {
			cells[3] = ""
		}
		var lines []string
		for i, q := range all {
			lines = append(lines, fmt.Sprintf("%d. %s", i+1, q.Sentence()))
		}
		cells[4] = strings.Join(lines, "\n")
		rows = append(rows, cells)
	}
	return writeTable(rows)
}

func (p *Plan) languageOf(email string) string {
	for _, c := range p.Contacts {
		if c.Email == email && email != "" {
			return c.Language
		}
	}
	return ""
}

// Sentence returns a question as a person reads it.
func (q Question) Sentence() string {
	text := q.Field
	if q.Value != "" {
		text += " (\"" + oneLine(q.Value) + "\")"
	}
	text += ": " + q.Text
	if q.Proposal != "" {
		text += " – " + q.Proposal
	}
	return text
}

// unread reports whether a table of questions holds answers.
func unread(data []byte) bool {
	lines, err := table.Parse(bytes.NewReader(data))
	if err != nil || len(lines) == 0 {
		return len(data) > 0
	}
	for _, line := range lines[1:] {
		if len(line.Cells) > len(questionColumns) && strings.Join(line.Cells[len(questionColumns):], "") != "" {
			return true
		}
	}
	return false
}
