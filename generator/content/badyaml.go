package content

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
	"ithaca/generator/markdown"
)

// fault is a complaint of the YAML reader, in words for people who do not know
// YAML.
type fault struct {
	contains string // a part of the reader's message
	message  string
	hint     string
	start    bool // the place is where the unfinished thing begins
}

var faults = []fault{
	{contains: "did not find expected ',' or ']'", message: "a comma or the closing `]` is missing", hint: "close the list with `]`, and put texts that hold brackets or commas in quotes", start: true},
	{contains: "did not find expected ',' or '}'", message: "a comma or the closing `}` is missing", hint: "close the group with `}`, and put texts that hold braces or commas in quotes", start: true},
	{contains: "found unexpected end of stream", message: "the quote that opens here is never closed", hint: "add the closing quote", start: true},
	{contains: "found unexpected document indicator", message: "the quote that opens here is never closed", hint: "add the closing quote", start: true},
	{contains: "found unknown escape character", message: "a backslash in double quotes must not stand before this character", hint: "put the text in single quotes, or write two backslashes"},
	{contains: "did not find expected hexadecimal number", message: "a backslash in double quotes must not stand before this character", hint: "put the text in single quotes, or write two backslashes"},
	{contains: "invalid Unicode character escape", message: "this stands for no character", hint: "write the character itself"},
	{contains: "found character that cannot start any token", message: "a value cannot begin with this character", hint: "put the value in quotes"},
	{contains: "tab", message: "a tab stands where spaces indent", hint: "indent with spaces"},
	{contains: "mixed spaces", message: "a tab stands where spaces indent", hint: "indent with spaces"},
	{contains: "block sequence entries are not allowed", message: "a list cannot begin on the line of its field", hint: "write each entry on a line of its own below the field, as `  - entry`"},
	{contains: "did not find expected '-' indicator", message: "this line does not continue the list above it", hint: "begin each entry of the list in the same column with `- `"},
	{contains: "mapping keys are not allowed", message: "a value cannot begin with `? `", hint: "put the value in quotes"},
	{contains: "did not find expected node content", message: "a value cannot begin with this character", hint: "put the value in quotes"},
	{contains: "did not find expected alphabetic or numeric character", message: "a value cannot begin with `&` or `*`", hint: "put the value in quotes"},
	{contains: "did not find expected comment or line break", message: "after `|` or `>` the text begins on the next line", hint: "move the text to the next line and indent it, or put it in quotes"},
	{contains: "while scanning a tag", message: "a value cannot begin with `!`", hint: "put the value in quotes"},
	{contains: "tag", message: "a value cannot begin with `!`", hint: "put the value in quotes"},
	{contains: "directive", message: "a line cannot begin with `%`", hint: "write fields as `key: value`"},
	{contains: "did not find expected <document start>", message: "this line is indented less than the first field", hint: "begin all fields in the same column"},
	{contains: "exceeded max depth", message: "the fields are nested too deep", hint: "write lists and fields with fewer levels"},
}

// badYAML reports what the YAML reader could not make sense of. The reader
// often notices a mistake only on the line after it, so the place and the words
// come from the lines around.
func (d *decoder) badYAML(err error, block []byte) {
	var e *yaml.LoadError
	if !errors.As(err, &e) || e.Mark.Line == 0 {
		d.errorf(diag.Position{File: d.doc.Path, Line: 1, Column: 1}, BadYAML,
			"write one field a line, as `name: Ana Silva`", "the fields cannot be read: %v", err)
		return
	}
	lines := strings.Split(string(block), "\n")
	switch {
	case strings.Contains(e.Message, "unknown anchor"):
		d.errorf(d.mark(e.Mark), YAMLFeature, aliasHint, "`%s` refers to another field, which is not read here", wordAt(lines, e.Mark))
	case strings.Contains(e.Message, "mapping values are not allowed"):
		d.strayColon(lines, e.Mark)
	case strings.Contains(e.Message, "could not find expected ':'"):
		d.noColon(lines, e.ContextMark)
	case strings.Contains(e.Message, "did not find expected key"):
		d.strayText(lines, e.Mark)
	default:
		d.otherFault(e)
	}
}

func (d *decoder) otherFault(e *yaml.LoadError) {
	for _, f := range faults {
		if !strings.Contains(e.Message, f.contains) {
			continue
		}
		at := e.Mark
		if f.start && e.ContextMark.Line > 0 && e.ContextMark.Line != at.Line {
			at = e.ContextMark
		}
		d.errorf(d.mark(at), BadYAML, f.hint, "%s", f.message)
		return
	}
	d.errorf(d.mark(e.Mark), BadYAML, "check quotes, brackets and the indentation here and in the line before",
		"this cannot be read as a field: %s", e.Message)
}

// mark gives a place of the block as a place of the file.
func (d *decoder) mark(m yaml.Mark) diag.Position {
	return diag.Position{File: d.doc.Path, Line: m.Line + 1, Column: max(1, m.Column)}
}

var (
	fieldLine = regexp.MustCompile(`^\s*(?:- )?([\w-]+):\s+(\S.*?)\s*$`)
	unspaced  = regexp.MustCompile(`^\s*(?:- )?([\w-]+)(:|：|:\x{A0})[\s\x{A0}]*(\S.*?)\s*$`)
)

// strayColon reports a colon that would begin a field where none can begin:
// inside of another's value, or on a line that continues the one before.
func (d *decoder) strayColon(lines []string, m yaml.Mark) {
	if f := fieldLine.FindStringSubmatchIndex(lineAt(lines, m.Line)); f != nil {
		text := lineAt(lines, m.Line)
		if utf8.RuneCountInString(text[:f[4]]) < m.Column {
			key, value := text[f[2]:f[3]], text[f[4]:f[5]]
			d.errorf(d.mark(m), BadYAML, "put the value in quotes: "+quotedField(key, value),
				"a value that holds a colon and a space needs quotes")
			return
		}
	}
	for before := m.Line - 1; before > 0; before-- {
		text := strings.TrimSpace(lineAt(lines, before))
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		if !strings.Contains(text, ":") && !strings.HasPrefix(text, "- ") {
			d.noColon(lines, yaml.Mark{Line: before, Column: 1})
			return
		}
		break
	}
	d.errorf(d.mark(m), BadYAML, "begin fields in the same column; put a text that holds `: ` in quotes",
		"no field can begin here: the line is indented, so it continues the one above")
}

// noColon reports a line that ought to be a field.
func (d *decoder) noColon(lines []string, m yaml.Mark) {
	text := lineAt(lines, m.Line)
	if f := unspaced.FindStringSubmatch(text); f != nil {
		d.errorf(d.mark(m), BadYAML, "write "+plainField(f[1], f[3]), "after the colon of a field an ordinary space is missing")
		return
	}
	d.errorf(d.mark(m), BadYAML, "write fields as `key: value`; indent the lines of a longer text", "this line has no colon, so it is no field")
}

// strayText reports what stands where the next field ought to begin.
func (d *decoder) strayText(lines []string, m yaml.Mark) {
	text := []rune(lineAt(lines, m.Line))
	if before := text[:min(len(text), max(0, m.Column-1))]; strings.TrimSpace(string(before)) != "" {
		d.errorf(d.mark(m), BadYAML, "put the whole value in double quotes; in single quotes write '' for an apostrophe",
			"the value ends before this, and more text follows it")
		return
	}
	d.errorf(d.mark(m), BadYAML, "begin fields in the same column, and the entries of a list with `- `",
		"this line does not continue the field above it")
}

// lineAt gives a line of the block by its number from 1, "" when there is none.
func lineAt(lines []string, number int) string {
	if number < 1 || number > len(lines) {
		return ""
	}
	return lines[number-1]
}

// wordAt gives what stands at a place up to the next space.
func wordAt(lines []string, m yaml.Mark) string {
	text := []rune(lineAt(lines, m.Line))
	word, _, _ := strings.Cut(string(text[min(len(text), max(0, m.Column-1)):]), " ")
	return short(word)
}

func plainField(key, value string) string { return fmt.Sprintf("`%s: %s`", key, short(value)) }

// quotedField writes a field with its value in quotes that suit it.
func quotedField(key, value string) string {
	if strings.ContainsAny(value, `"\`) {
		return fmt.Sprintf("`%s: '%s'`", key, short(strings.ReplaceAll(value, "'", "''")))
	}
	return fmt.Sprintf("`%s: \"%s\"`", key, short(value))
}

// maxControls is how many characters of one file printable reports.
const maxControls = 20

// printable reports characters that the YAML reader refuses without saying
// where, and those that it takes for a line's end and editors do not: places
// after them would be wrong.
func (d *decoder) printable(block []byte) bool {
	found := 0
	for i := 0; i < len(block) && found < maxControls; {
		c := block[i]
		if c >= ' ' && c < 0x7f || c == '\n' || c == '\t' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(block[i:])
		if unprintable(r) {
			found++
			d.errorf(d.within(block, i, 2), markdown.HiddenCharacters, "delete the character; it often comes along when text is pasted",
				"the fields hold the control character U+%04X", r)
		}
		i += size
	}
	return found == 0
}

func unprintable(r rune) bool {
	return r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xfffe || r == 0xffff
}
