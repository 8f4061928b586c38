package records

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"

	"ithaca/generator/table"
)

// surrogates are two escapes of JSON for one character, which YAML does not know.
var surrogates = regexp.MustCompile(`(?i)\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}`)

// remark is a line that programs leave out.
var remark = regexp.MustCompile(`(?m)^ *//.*$`)

// plainJSON returns JSON as YAML, which differs in few places. YAML stays as it is.
func plainJSON(data []byte) []byte {
	if text := bytes.TrimSpace(data); !bytes.HasPrefix(text, []byte("[")) && !bytes.HasPrefix(text, []byte("{")) {
		return data
	}
	data = remark.ReplaceAll(bytes.ReplaceAll(data, []byte("\t"), []byte(" ")), nil) // strings hold neither
	return surrogates.ReplaceAllFunc(data, func(escapes []byte) []byte {
		var text string
		_ = json.Unmarshal([]byte(`"`+string(escapes)+`"`), &text) // they are a string
		return []byte(text)
	})
}

var (
	ruler = regexp.MustCompile(`^[\s|:-]+$`)
	link  = regexp.MustCompile(`\[([^\]]*)\]\(([^)\s]*)\)`)
)

// tables adds the rows of all tables of a text in Markdown.
func (l *List) tables(data []byte) error {
	var headings []string
	number := 0
	for line := range strings.Lines(string(data)) {
		number++
		inner, isRow := strings.CutPrefix(strings.TrimSpace(line), "|")
		cells := strings.Split(strings.ReplaceAll(strings.TrimSuffix(inner, "|"), `\|`, "\x00"), "|")
		switch {
		case !isRow:
			headings = nil
		case headings == nil:
			headings = cells
		case !ruler.MatchString(line):
			l.begin(number)
			for i, cell := range cells[:min(len(cells), len(headings))] {
				l.cell(strings.TrimSpace(headings[i]), strings.TrimSpace(strings.ReplaceAll(cell, "\x00", "|")))
			}
		}
	}
	if l.Lines == nil {
		return &table.Mistake{Line: 1, Text: "there is no table here, nor fields between two lines `---`"}
	}
	return nil
}

// cell enters a cell in Markdown. Where it holds a link, that fills a column of its own.
func (l *List) cell(heading, text string) {
	for _, m := range link.FindAllStringSubmatch(text, -1) {
		if strings.HasPrefix(m[2], "http") {
			l.put(heading+".link", m[2])
		}
		label := m[1]
		if strings.HasPrefix(label, "@") { // a name at another site, where the link leads
			label = ""
		}
		text = strings.ReplaceAll(text, m[0], label)
	}
	l.put(heading, text)
}
