package field

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/each"
)

// Answers are known values of the fields of a group, by key: a string as people type it, a
// []string for a list, Answers for a group in the group, or []Answers for a list of groups.
type Answers map[string]any

// Field returns the description of a field of a group, what it takes in words, and whether
// that is a list. Key is a path such as "availability.until".
func (a About) Field(key string) (words, takes string, isList bool) {
	f := a.field(key)
	return f.words, f.about.Words, f.about.IsList()
}

func (a About) field(key string) fieldAbout {
	outer, inner, nested := strings.Cut(key, ".")
	fields := a.fields
	for _, choice := range a.Either {
		fields = append(fields, choice.fields...)
	}
	for _, f := range fields {
		switch {
		case f.name != outer:
		case nested:
			return f.about.entry().field(inner)
		default:
			return f
		}
	}
	return fieldAbout{}
}

// Bounds are the bounds of a field's value; 0 for none.
type Bounds struct {
	Least, Most int  // of a number, or of the characters of a text; of a list for each entry
	Entries     int  // most entries of a list
	Number      bool // whether Least and Most bound a number
}

// Bounds returns the bounds of a field of a group.
func (a About) Bounds(key string) Bounds {
	var b Bounds
	about := a.field(key).about
	if about.item != nil && about.max != nil {
		b.Entries = *about.max
	}
	about = about.entry()
	b.Number = about.JSON == "integer"
	if about.min != nil {
		b.Least = *about.min
	}
	if about.max != nil {
		b.Most = *about.max
	}
	return b
}

// entry returns the shape of a list's entries, or the shape itself.
func (a About) entry() About {
	if a.item != nil {
		return *a.item
	}
	return a
}

// WriteForm writes the frontmatter of a file to be filled in: first the fields that are
// required, known or in first, then all others commented out, each below a comment with its
// description in the reference. The field draft is left out.
func WriteForm(b *strings.Builder, a About, known Answers, first []string) {
	w := formWriter{b}
	var off []fieldAbout
	for _, f := range a.fields {
		switch {
		case f.name == "draft":
		case f.required || known[f.name] != nil || slices.Contains(first, f.name):
			w.field(f, known[f.name], "")
			b.WriteByte('\n')
		default:
			off = append(off, f)
		}
	}
	if len(off) > 0 {
		WriteRemark(b, "", "What may be added. Take the # before a field away to use it.")
	}
	for _, f := range off {
		b.WriteByte('\n')
		w.commentedOut(f, "")
	}
}

// formWriter writes the fields of a form.
type formWriter struct{ *strings.Builder }

// field writes a field that is required or known.
func (w formWriter) field(f fieldAbout, value any, indent string) {
	w.remark(f, indent)
	w.WriteString(indent + f.name + ":")
	entry := f.about.entry()
	switch value := value.(type) {
	case string:
		w.WriteString(" " + scalar(f.about, value) + "\n")
	case []string:
		w.WriteString(" " + flowList(entry, value) + "\n")
	case []Answers:
		w.entries(entry, value, indent)
	case Answers:
		w.WriteByte('\n')
		w.inner(f.about, value, indent+"  ")
	default:
		switch {
		case entry.JSON == "object" && f.about.IsList():
			w.entries(entry, []Answers{{}}, indent)
		case entry.JSON == "object":
			w.WriteByte('\n')
			w.inner(entry, nil, indent+"  ")
		default:
			w.WriteByte('\n')
		}
	}
}

// inner writes the fields of a group within a group.
func (w formWriter) inner(a About, known Answers, indent string) {
	for _, f := range a.fields {
		if f.required || known[f.name] != nil {
			w.field(f, known[f.name], indent)
		}
	}
	for _, f := range a.fields {
		if !f.required && known[f.name] == nil {
			w.commentedOut(f, indent)
		}
	}
}

// entries writes a list of groups. The first also has the optional fields, commented out.
func (w formWriter) entries(a About, all []Answers, indent string) {
	w.WriteByte('\n')
	for i, known := range all {
		var one strings.Builder
		inner := formWriter{&one}
		if i == 0 {
			inner.inner(a, known, "")
		} else {
			for _, f := range a.fields {
				if text, ok := known[f.name].(string); ok {
					one.WriteString(f.name + ": " + scalar(f.about, text) + "\n")
				}
			}
		}
		w.entry(one.String(), indent+"  ")
	}
}

// entry writes the lines of a list's entry, with the hyphen before its first field, below
// comments.
func (w formWriter) entry(lines, indent string) {
	begun := false
	for line := range strings.Lines(lines) {
		lead := "  "
		if !begun && !strings.HasPrefix(line, "#") {
			begun, lead = true, "- "
		}
		w.WriteString(indent + lead + line)
	}
}

// commentedOut writes a field that is commented out.
func (w formWriter) commentedOut(f fieldAbout, indent string) {
	w.remark(f, indent)
	w.WriteString(strings.TrimRight(indent+"#"+f.name+": "+toFill(f.about), " ") + "\n")
}

// toFill returns an empty value of a shape, to be filled in.
func toFill(a About) string {
	if a.IsList() {
		return "[" + toFill(*a.item) + "]"
	}
	if a.JSON != "object" || len(a.fields) == 0 {
		return ""
	}
	return "{" + strings.Join(a.Keys(), ": , ") + ": }"
}

func (w formWriter) remark(f fieldAbout, indent string) {
	words := f.words
	if f.required {
		words = "Required. " + words
	}
	if takes := f.about.entry(); takes.JSON != "object" {
		words += " (" + f.about.Words + ")"
	}
	WriteRemark(w.Builder, indent, words)
}

// remarkWidth is the longest line of a comment, in bytes.
const remarkWidth = 88

// WriteRemark writes a text as a comment of lines up to remarkWidth.
func WriteRemark(b *strings.Builder, indent, text string) {
	line := indent + "#"
	for word := range strings.FieldsSeq(text) {
		if len(line)+1+len(word) > remarkWidth && strings.TrimSpace(line) != "#" {
			b.WriteString(line + "\n")
			line = indent + "#"
		}
		line += " " + word
	}
	b.WriteString(line + "\n")
}

func flowList(item About, values []string) string {
	all := each.Of(values, func(v string) string { return scalar(item, v) })
	return "[" + strings.Join(all, ", ") + "]"
}

var (
	plainText   = regexp.MustCompile(`^\p{L}[\p{L}\p{M}\p{N}/+ .()-]*$`)
	plainNumber = regexp.MustCompile(`^[0-9]+(-[0-9]+)*$`)
)

// otherThanText are words that some versions of YAML do not parse as strings.
var otherThanText = []string{"true", "false", "yes", "no", "on", "off", "null", "y", "n"}

// scalar returns a text as YAML for a field of a shape: in quotes, unless it is certainly
// parsed as intended without them.
func scalar(a About, text string) string {
	text = strings.TrimSpace(text)
	isNumber := plainNumber.MatchString(text) && (a.JSON == "integer" || a.Format == "date")
	isText := plainText.MatchString(text) && a.JSON != "integer" && !slices.Contains(otherThanText, strings.ToLower(text))
	if isNumber || isText || a.JSON == "boolean" && (text == "true" || text == "false") {
		return text
	}
	return Quoted(text)
}

// Quoted returns a text in double quotes on one line, escaped for both YAML and TOML.
func Quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(text, "\uFFFD") {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case strconv.IsPrint(r):
			b.WriteRune(r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
