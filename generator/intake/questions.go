package intake

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ithaca/generator/each"
	"ithaca/generator/intake/answer"
	"ithaca/generator/table"
)

// questionColumns are the first columns of the table of questions; one for each field that
// is asked for follows, for the answers.
var questionColumns = []string{"email", "name", "language", "file", "questions"}

// QuestionTable returns the questions as a table with a line for each person, ready for a
// mail merge, with columns for the answers, which the next import reads. The lines that an
// earlier table has for people of another kind or of another import stay.
func (p *Plan) QuestionTable(earlier []byte) []byte {
	var rows []map[string]string
	lines, _ := table.Parse(bytes.NewReader(earlier)) // a file that is no table counts as empty
	for _, row := range byColumn(lines) {
		if file := row["file"]; file != "" && (!strings.HasPrefix(file, string(p.Kind)+"/") || p.others(strings.TrimPrefix(file, string(p.Kind)+"/"))) {
			rows = append(rows, row)
		}
	}
	var order []string
	people := map[string][]Question{}
	for _, q := range p.Questions {
		who := q.Email + "\x00" + q.Name + "\x00" + q.File
		if people[who] == nil {
			order = append(order, who)
		}
		people[who] = append(people[who], q)
	}
	for _, who := range order {
		rows = append(rows, p.questionRow(people[who]))
	}
	return writeRows(rows)
}

// questionRow returns the row of a person in the table of questions, by column.
func (p *Plan) questionRow(all []Question) map[string]string {
	row := map[string]string{
		"email": all[0].Email, "name": all[0].Name, "language": p.languageOf(all[0].Email),
		"file": string(p.Kind) + "/" + strings.TrimSuffix(slugIn(all[0].File), "."),
	}
	var lines []string
	for i, q := range all {
		lines = append(lines, fmt.Sprintf("%d. %s", i+1, q.Sentence()))
		if _, named := row[q.Field]; !named {
			row[q.Field] = ""
		}
	}
	row["questions"] = strings.Join(lines, "\n")
	return row
}

// writeRows returns rows as a table, with a column for each field that one of them has.
func writeRows(rows []map[string]string) []byte {
	fields := map[string]bool{}
	for _, row := range rows {
		for column := range row {
			fields[column] = !slices.Contains(questionColumns, column)
		}
	}
	maps.DeleteFunc(fields, func(_ string, more bool) bool { return !more })
	columns := slices.Concat(questionColumns, slices.Sorted(maps.Keys(fields)))
	all := [][]string{columns}
	for _, row := range rows {
		all = append(all, each.Of(columns, func(column string) string { return row[column] }))
	}
	return table.Write(all)
}

// byColumn returns the lines of a table of questions by column.
func byColumn(lines []table.Line) (rows []map[string]string) {
	for _, line := range lines[min(1, len(lines)):] {
		row := map[string]string{}
		for i, text := range line.Cells[:min(len(line.Cells), len(lines[0].Cells))] {
			row[lines[0].Cells[i]] = strings.TrimPrefix(text, "'")
		}
		rows = append(rows, row)
	}
	return rows
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
		text += " (\"" + answer.OneLine(q.Value) + "\")"
	}
	text += ": " + q.Text
	if q.Proposal != "" {
		text += " – " + q.Proposal
	}
	return text
}

// hasAnswers reports whether anybody of a kind has answered in a table of questions.
func hasAnswers(data []byte, kind Kind) bool {
	lines, _ := table.Parse(bytes.NewReader(data))
	for _, row := range byColumn(lines) {
		for column, text := range row {
			if text != "" && !slices.Contains(questionColumns, column) && strings.HasPrefix(row["file"], string(kind)+"/") {
				return true
			}
		}
	}
	return false
}
