package field

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
)

// badYAML reports an error of the YAML parser. The parser often notices a mistake only on a
// later line, so position and message also depend on the lines around.
func (d *Decoder) badYAML(err error, block []byte) {
	var e *yaml.LoadError
	if !errors.As(err, &e) || e.Mark.Line == 0 {
		d.Diags.Errorf(diag.Position{File: d.File, Line: 1, Column: 1}, BadYAML,
			"write one field a line, as `name: Ana Silva`", "the fields cannot be read: %v", err)
		return
	}
	lines := strings.Split(string(block), "\n")
	switch {
	case strings.Contains(e.Message, unknownAnchor):
		d.Diags.Errorf(d.mark(e.Mark), YAMLFeature, aliasHint, "`%s` refers to another field, which is not read here", Short(wordAt(lines, e.Mark)))
	case strings.Contains(e.Message, strayColon):
		d.strayColon(lines, e.Mark)
	case strings.Contains(e.Message, missingColon):
		d.noColon(lines, e.ContextMark)
	case strings.Contains(e.Message, missingKey):
		d.strayText(lines, e.Mark)
	default:
		d.otherFault(e, lines)
	}
}

func (d *Decoder) otherFault(e *yaml.LoadError, lines []string) {
	said := e.Message + " " + e.ContextMsg
	if strings.HasPrefix(wordAt(lines, e.Mark), "\t") {
		said = tabCharacter
	}
	if strings.Contains(e.ContextMsg, "flow") && lineAt(lines, e.Mark.Line) == "" { // at the end of the block
		open := lastOpen(lines)
		d.Diags.Errorf(d.mark(open), BadYAML, "close it with `]` or `}`; a `#` after a space begins a comment, so put it in quotes",
			"the bracket that opens here is never closed")
		d.closeBracket(lines, open.Line)
		return
	}
	for _, f := range yamlFaults {
		if !strings.Contains(said, f.contains) {
			continue
		}
		at, hint := e.Mark, f.hint
		if begin := e.ContextMark; begin.Line > 0 && (f.begin || f.open && begin.Line != at.Line) {
			at = begin
		}
		if _, after, found := strings.Cut(lineAt(lines, at.Line), " #"); found && f.open && !strings.HasPrefix(after, " ") {
			hint = "put the value with `#` in quotes: after a space a `#` begins a comment"
		}
		if i := strings.IndexAny(lineAt(lines, at.Line), "“”„‟"); i >= 0 && f.hint == closeQuote {
			_, size := utf8.DecodeRuneInString(lineAt(lines, at.Line)[i:])
			hint = "write a straight quote, `\"`, in place of `" + lineAt(lines, at.Line)[i:i+size] + "`"
		}
		if f.hint == quoteValue {
			hint = quoteHint(lines, at)
		}
		d.Diags.Errorf(d.mark(at), BadYAML, hint, "%s", f.message)
		if f.open {
			d.closeBracket(lines, at.Line)
		}
		return
	}
	d.Diags.Errorf(d.mark(e.Mark), BadYAML, "check quotes, brackets and the indentation here and in the line before",
		"this cannot be read as a field: %s", e.Message)
}

// punctuation are characters with a meaning in YAML: what is meant by a text with one of them
// is not certain.
const punctuation = "[]{}\"'\\"

var (
	openList = regexp.MustCompile(`^\s*(?:- )?[\w-]+:\s+([\[{])[^\[\]{}"'#,]+,[^\[\]{}"'#]*$`)
	keyLine  = regexp.MustCompile(`^\s*(?:- )?[\w-]+:(?:\s|$)`)
)

// closeBracket adds the certain remedy for an open bracket, if there is one: to close it at
// the end of a line with several values, before a line that begins a field.
func (d *Decoder) closeBracket(lines []string, number int) {
	text, next := lineAt(lines, number), lineAt(lines, number+1)
	if m := openList.FindStringSubmatch(text); m != nil && (next == "" || keyLine.MatchString(next)) {
		d.mending(diag.WriteLine, strings.TrimRight(text, " \t,")+map[string]string{"[": "]", "{": "}"}[m[1]])
	}
}

// lastOpen returns the position of the last bracket on the last line with more opening than
// closing ones.
func lastOpen(lines []string) yaml.Mark {
	for i, line := range slices.Backward(lines) {
		line, _, _ = strings.Cut(line, " #")
		opens, open := strings.Count(line, "[")+strings.Count(line, "{"), strings.LastIndexAny(line, "[{")
		if opens > strings.Count(line, "]")+strings.Count(line, "}") {
			return yaml.Mark{Line: i + 1, Column: 1 + utf8.RuneCountInString(line[:open])}
		}
	}
	return yaml.Mark{Line: 1, Column: 1}
}

// quoteHint returns a hint to put the value at a position in quotes.
func quoteHint(lines []string, m yaml.Mark) string {
	text := lineAt(lines, m.Line)
	f := fieldLine.FindStringSubmatchIndex(text)
	if f == nil || utf8.RuneCountInString(text[:f[4]])+1 != m.Column {
		return quoteValue
	}
	return quoteValue + ": " + quotedField(text[f[2]:f[3]], text[f[4]:f[5]])
}

// mark converts a position in the frontmatter to one in the file.
func (d *Decoder) mark(m yaml.Mark) diag.Position {
	return diag.Position{File: d.File, Line: m.Line + 1, Column: max(1, m.Column)}
}

var (
	fieldLine    = regexp.MustCompile(`^\s*(?:- )?([\w-]+):\s+(\S.*?)\s*$`)
	noSpaceField = regexp.MustCompile(`^\s*(?:- )?([\w-]+)(:|：|:\x{A0})[\s\x{A0}]*(\S.*?)\s*$`)
)

// strayColon reports a colon where no field can begin: within a value, or on a line that
// continues the one before.
func (d *Decoder) strayColon(lines []string, m yaml.Mark) {
	if f := fieldLine.FindStringSubmatchIndex(lineAt(lines, m.Line)); f != nil {
		text := lineAt(lines, m.Line)
		if utf8.RuneCountInString(text[:f[4]]) < m.Column {
			key, value := text[f[2]:f[3]], text[f[4]:f[5]]
			d.Diags.Errorf(d.mark(m), BadYAML, quoteValue+": "+quotedField(key, value),
				"a value that holds a colon and a space needs quotes")
			if !strings.Contains(value, " #") && !strings.Contains(value, "  ") && !strings.ContainsAny(value, punctuation) && !strings.ContainsAny(value[:1], "|>&*!%@`:-?") {
				d.mending(diag.WriteLine, text[:f[4]]+`"`+value+`"`)
			}
			return
		}
	}
	for before := m.Line - 1; before > 0; before-- {
		text := strings.TrimRight(lineAt(lines, before), " \t")
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		if text[0] != ' ' && !strings.Contains(text, ": ") && !strings.HasSuffix(text, ":") && !strings.HasPrefix(text, "- ") {
			d.noColon(lines, yaml.Mark{Line: before, Column: 1})
			return
		}
		break
	}
	d.Diags.Errorf(d.mark(m), BadYAML, "begin fields in the same column; put a text that holds `: ` in quotes",
		"no field can begin here: the line is indented, so it continues the one above")
}

// noColon reports a line that ought to be a field.
func (d *Decoder) noColon(lines []string, m yaml.Mark) {
	text := lineAt(lines, m.Line)
	if f := noSpaceField.FindStringSubmatch(text); f != nil {
		d.Diags.Errorf(d.mark(m), BadYAML, "write "+plainField(f[1], f[3]), "after the colon of a field an ordinary space is missing")
		if text == f[1]+f[2]+f[3] && !strings.HasPrefix(f[3], "//") && strings.Trim(f[1], "0123456789") != "" { // no address, no time of day
			d.mending(diag.WriteLine, f[1]+": "+f[3])
		}
		return
	}
	d.Diags.Errorf(d.mark(m), BadYAML, "write fields as `key: value`; indent the lines of a longer text", "this line has no colon, so it is no field")
}

// strayText reports text where the next field ought to begin.
func (d *Decoder) strayText(lines []string, m yaml.Mark) {
	text := []rune(lineAt(lines, m.Line))
	if before := text[:min(len(text), max(0, m.Column-1))]; strings.TrimSpace(string(before)) != "" {
		hint := "put the whole value in double quotes; in single quotes write '' for an apostrophe"
		if f := fieldLine.FindStringSubmatch(lineAt(lines, m.Line)); f != nil && len(f[2]) > 2 && f[2][0] == f[2][len(f[2])-1] {
			hint = "write " + requoted(f[1], f[2][1:len(f[2])-1])
		}
		d.Diags.Errorf(d.mark(m), BadYAML, hint,
			"the value ends before this, and more text follows it")
		return
	}
	d.Diags.Errorf(d.mark(m), BadYAML, "begin fields in the same column, and the entries of a list with `- `",
		"this line does not continue the field above it")
}

// lineAt returns a line of the block by its number from 1, "" when there is none.
func lineAt(lines []string, number int) string {
	if number < 1 || number > len(lines) {
		return ""
	}
	return lines[number-1]
}

// wordAt returns the text from a position up to the next space.
func wordAt(lines []string, m yaml.Mark) string {
	text := []rune(lineAt(lines, m.Line))
	word, _, _ := strings.Cut(string(text[min(len(text), max(0, m.Column-1)):]), " ")
	return word
}

func plainField(key, value string) string { return fmt.Sprintf("`%s: %s`", key, Short(value)) }

// requoted returns a field with its value in other quotes than those that it contains.
func requoted(key, value string) string {
	if !strings.Contains(value, "'") {
		return fmt.Sprintf("`%s: '%s'`", key, value)
	}
	return fmt.Sprintf("`%s: \"%s\"`", key, strings.NewReplacer(`\"`, `\"`, `"`, `\"`).Replace(value))
}

// quotedField returns a field with its value in single or double quotes.
func quotedField(key, value string) string {
	if strings.ContainsAny(value, `"\`) {
		return fmt.Sprintf("`%s: '%s'`", key, Short(strings.ReplaceAll(value, "'", "''")))
	}
	return fmt.Sprintf("`%s: \"%s\"`", key, Short(value))
}
