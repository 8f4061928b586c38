// Package records reads lists of people that are no tables as such.
//
// It takes JSON, YAML, tables in Markdown, or pages with fields at their tops, and returns
// lines of a table. A field within a field is headed "skills.areas", a list of texts is one
// text with semicolons, and a list of groups such as {type: github, url: …} is a column for
// each type. It does not know what the columns mean, but that a file with a name is somebody's.
package records

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/table"
)

// List is what was read, as the lines of a table.
type List struct {
	Lines   []table.Line
	columns map[string]int // the headings' places
	wrong   *table.Mistake // the first bound of a table that was passed
}

// Reads reports whether a file is read as a list, by the ending of its name.
func Reads(path string) bool {
	return slices.Contains([]string{".json", ".yaml", ".yml", ".md"}, strings.ToLower(filepath.Ext(path)))
}

// Read adds the people of a file. The error is a *table.Mistake.
func (l *List) Read(path string, data []byte) error {
	if err := l.read(path, data); err != nil || l.wrong == nil {
		return err
	}
	return l.wrong
}

func (l *List) read(path string, data []byte) error {
	data, err := table.Text(bytes.NewReader(data))
	if err != nil {
		return err
	}
	d, isMarkdown := &field.Decoder{File: path}, strings.EqualFold(filepath.Ext(path), ".md")
	if isMarkdown && !bytes.HasPrefix(data, []byte("---")) && !bytes.HasPrefix(data, []byte("+++")) {
		return l.tables(data)
	}
	if isMarkdown {
		block, body, _, ok := d.Split(data)
		if root, isGroup := d.Parse(block); ok && isGroup {
			l.begin(1)
			l.add("", root)
			l.put("about", strings.TrimSpace(string(body)))
		}
	} else if values(data) > maxValues {
		return &table.Mistake{Line: 1, Text: fmt.Sprintf("more than %d values; leave out fields that say nothing of people", maxValues)}
	} else if root, ok := d.Document(plainJSON(data)); ok {
		all := people(root)
		if !slices.ContainsFunc(all, field.Node.IsGroup) {
			return &table.Mistake{Line: 1, Text: "there is no list of people with fields, such as `- name: Ana Silva`"}
		}
		for _, person := range all {
			l.begin(person.Line)
			l.add("", person)
		}
	}
	if wrong := d.Diags.Sorted(); len(wrong) > 0 {
		if !isMarkdown {
			wrong[0].Line-- // no line with hyphens stands above
		}
		return &table.Mistake{Line: wrong[0].Line, Text: wrong[0].Message + ": " + wrong[0].Hint}
	}
	return nil
}

// maxValues is how many values a file may hold: the parser takes up to two kilobytes for each.
const maxValues = 400_000

// values returns about how many values a file of JSON or YAML holds, at most. One for each
// line takes a fifth of the memory of one for every two bytes.
func values(data []byte) int {
	n := bytes.Count(data, []byte("\n")) / 5
	for _, sign := range []string{",", "[", "{", "- "} {
		n += bytes.Count(data, []byte(sign))
	}
	return n
}

// people returns those of a file for each person, of a list, or of groups by name, which may
// stand in a field such as "mentors".
func people(n field.Node) (all []field.Node) {
	if n.Has("name") && !n.Has("mentors") {
		return []field.Node{n}
	}
	if n.IsList() {
		return n.Items()
	}
	for _, value := range n.Entries() {
		if slices.ContainsFunc(value.Items(), field.Node.IsGroup) {
			return value.Items()
		}
		if value.IsGroup() {
			all = append(all, value)
		}
	}
	if len(all) == 1 {
		return people(all[0])
	}
	return all
}

// begin begins somebody's line, below the headings.
func (l *List) begin(number int) {
	if l.Lines == nil {
		l.Lines, l.columns = []table.Line{{Number: 1}}, map[string]int{}
	}
	if len(l.Lines) > table.MaxRows {
		l.refuse("more than %d people; leave out the oldest", table.MaxRows)
	}
	l.Lines = append(l.Lines, table.Line{Number: number})
}

// refuse says what is too much in the last person's line.
func (l *List) refuse(format string, most int) {
	if l.wrong == nil {
		l.wrong = &table.Mistake{Line: l.Lines[len(l.Lines)-1].Number, Text: fmt.Sprintf(format, most)}
	}
}

// put enters a text of the last person; several below one heading are a list.
func (l *List) put(heading, text string) {
	if text == "" || l.wrong != nil {
		return
	}
	columns, row := &l.Lines[0], &l.Lines[len(l.Lines)-1]
	at, known := l.columns[heading]
	if !known {
		at, columns.Cells = len(columns.Cells), append(columns.Cells, heading)
		l.columns[heading] = at
	}
	if at == table.MaxColumns {
		l.refuse("more than %d different fields; leave out those that say nothing of people", at)
		return
	}
	row.Cells = append(row.Cells, make([]string, max(0, at+1-len(row.Cells)))...)
	row.Cells[at] = strings.TrimPrefix(row.Cells[at]+"; "+text, "; ")
	if len(row.Cells[at]) > table.MaxCell {
		l.refuse("a value of more than %d characters", table.MaxCell)
	}
}

// add enters a value with all that is in it.
func (l *List) add(heading string, n field.Node) {
	for key, value := range n.Entries() {
		l.add(strings.TrimPrefix(heading+"."+key.Value, "."), value)
	}
	for _, item := range n.Items() {
		if item.IsGroup() {
			l.addPart(heading, item)
		} else {
			l.add(heading, item)
		}
	}
	if !n.IsGroup() && !n.IsList() && !n.Empty() {
		l.put(heading, n.Value)
	}
}

// addPart enters a group of a list: {github: …}, {type: github, url: …}, or one whose fields
// are not the person's, such as the title of a former post.
func (l *List) addPart(heading string, n field.Node) {
	kind, at := first(n, "type", "kind", "platform", "network"), first(n, "url", "link", "value", "id", "handle", "username")
	for key, value := range n.Entries() {
		switch {
		case kind.Node == nil && len(n.Content) == 2:
			l.add(heading+"."+key.Value, value)
		case kind.Node == nil || at.Node == nil || value != kind && value != at:
			l.add(heading+" ["+key.Value+"]", value)
		case value == at:
			l.add(heading+"."+kind.Value, at)
		}
	}
}

// first returns the value of the first key that a group has.
func first(n field.Node, keys ...string) (value field.Node) {
	for _, key := range keys {
		if value = n.Get(key); value.Node != nil {
			break
		}
	}
	return value
}
