package field

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/markdown"
)

// The codes of values that are not what their field takes.
const (
	// WrongType: text where a number belongs, a list where a text belongs, ….
	WrongType diag.Code = "wrong-type"
	// OutOfRange: a number, a text or a list beyond its bounds.
	OutOfRange diag.Code = "out-of-range"
	// UnknownWord: a word that is not one of those a field takes.
	UnknownWord diag.Code = "unknown-word"
	// BadColour: not a colour of six hexadecimal digits.
	BadColour diag.Code = "bad-colour"
)

// Shape describes a value: how it is decoded, and its description for the reference and the
// schema. Shapes are combined into larger ones by List and Group.
type Shape[V any] struct {
	About About
	// Read decodes a node that is not empty. It returns ok == false after reporting a
	// mistake; the field then keeps its zero value.
	Read func(d *Decoder, n Node) (value V, ok bool)
}

// About is the description of a shape, for the reference and the schema.
type About struct {
	Words   string // "text of at most 100 characters"
	JSON    string // JSON Schema type
	Format  string // JSON Schema format
	Pattern string
	Either  []About // the alternatives of a shape that has several
	Text    bool    // whether it is for readers, so that it can be translated

	enum     []string
	sample   string                   // an example value, where Words do not show one
	mend     func(text string) string // returns the value that is certainly meant by a wrong one, "" for none; may be nil
	min, max *int
	item     *About
	own      *About // the value of each field whose key authors choose
	fields   []fieldAbout
}

// IsText reports whether a shape is a text for readers or contains one.
func (a About) IsText() bool {
	return a.Text || a.own != nil || a.item != nil && a.item.IsText() || slices.ContainsFunc(a.fields, func(f fieldAbout) bool { return f.about.IsText() })
}

// IsList reports whether values of a shape are lists.
func (a About) IsList() bool { return a.item != nil }

// Scalar is the shape of a single value. Parse returns what its text, without the spaces
// around it, stands for, or ok == false after reporting a mistake. Want says in
// messages what is taken.
//
//go:noinline
func Scalar[V any](about About, want string, parse func(d *Decoder, n Node, text string) (value V, ok bool)) Shape[V] {
	return Shape[V]{about, func(d *Decoder, n Node) (value V, ok bool) {
		if !n.isScalar() {
			d.WrongType(n, want, "")
			return value, false
		}
		return parse(d, n, strings.TrimSpace(n.Value))
	}}
}

// Then returns a shape whose values are those of s after a check or conversion by then.
//
//go:noinline
func Then[V, W any](s Shape[V], then func(d *Decoder, n Node, value V) (W, bool)) Shape[W] {
	return Shape[W]{s.About, func(d *Decoder, n Node) (result W, ok bool) {
		value, ok := s.Read(d, n)
		if !ok {
			return result, false
		}
		return then(d, n, value)
	}}
}

// Pointer returns the shape of a pointer to a value of s, which is nil for a missing field.
//
//go:noinline
func Pointer[V any](s Shape[V]) Shape[*V] {
	return Then(s, func(d *Decoder, n Node, value V) (*V, bool) { return &value, true })
}

// WrongType reports a value of another type than want. Without a hint it gives one for a
// field that takes a scalar.
func (d *Decoder) WrongType(n Node, want, hint string) {
	if found := unquotedPlaceholder(n); found != "" {
		d.placeholder(d.At(n), found)
		return
	}
	if hint == "" {
		hint = typeHint(n)
	}
	d.Errorf(n, WrongType, hint, "%s takes %s, and this is %s", d.subject(), want, described(n))
}

// typeHint returns how to write a scalar instead of a value.
func typeHint(n Node) string {
	items := n.Items()
	switch {
	case len(items) == 1 && items[0].isScalar():
		return "write it without a list: `" + Short(items[0].Value) + "`"
	case n.IsList():
		return "write one value instead of a list"
	case n.IsGroup():
		return "write one value; a text that holds `: ` or braces needs quotes"
	}
	return "write another value, or leave the field out"
}

// described returns the type and text of a value, in words.
func described(n Node) string {
	switch {
	case n.IsGroup():
		return "a group of fields"
	case n.IsList():
		return "a list"
	}
	switch n.Tag {
	case "!!int", "!!float":
		return "the number " + Short(n.Value)
	case "!!bool":
		return "the word " + Short(n.Value) + " (yes or no)"
	case "!!timestamp":
		return "the date " + Short(n.Value)
	}
	return "the text \"" + Short(n.Value) + "\""
}

// Short returns a text on one line, cut to 40 characters, for messages.
func Short(text string) string { return diag.Short(oneLine(text), 40) }

// Line is the shape of a text on one line, of at most max characters; breaks become spaces.
func Line(max int) Shape[string] {
	return Then(Paragraph(max), func(d *Decoder, n Node, text string) (string, bool) { return oneLine(text), true })
}

// Code is the shape of a text of at most max characters that programs read: no translation
// repeats it.
func Code(max int) Shape[string] {
	s := Line(max)
	s.About.Text = false
	return s
}

// oneLine returns a text with every run of white space as one space; where there are
// no-break spaces, those beside French punctuation are kept.
func oneLine(text string) string {
	if isPlain(text) && !strings.Contains(text, "  ") {
		return text
	}
	line := strings.Join(strings.Fields(text), " ")
	if strings.Contains(text, "\u00a0") || strings.Contains(text, "\u202f") {
		return frenchSpaces.Replace(line)
	}
	return line
}

var frenchSpaces = strings.NewReplacer(" ;", "\u00a0;", " :", "\u00a0:", " !", "\u00a0!", " ?", "\u00a0?", " »", "\u00a0»", "« ", "«\u00a0")

// Paragraph is the shape of a text that may span lines, of at most max characters.
func Paragraph(max int) Shape[string] {
	return Shape[string]{
		About{Words: fmt.Sprintf("text of at most %d characters", max), JSON: "string", Text: true, max: &max},
		func(d *Decoder, n Node) (string, bool) { return d.text(n, max) },
	}
}

// text decodes a text of at most max characters, with the checks for every text.
func (d *Decoder) text(n Node, max int) (string, bool) {
	if !n.isScalar() || n.Tag != "!!str" {
		hint := ""
		if n.isScalar() {
			hint = fmt.Sprintf("put it in quotes: \"%s\"", Short(n.Value))
		}
		d.WrongType(n, "text", hint)
		if n.isScalar() && unquotedPlaceholder(n) == "" {
			d.mending(diag.WriteText, n.Value)
		}
		return "", false
	}
	text := strings.TrimSpace(n.Value)
	if count := utf8.RuneCountInString(text); count > max {
		d.Errorf(n, OutOfRange, "shorten it", "%s takes at most %d characters, and this has %d", d.subject(), max, count)
		return "", false
	}
	if !d.checkVisible(n, text) || d.hasPlaceholder(n, text) && !d.Draft && !d.Begun { // in which it only warns
		return "", false
	}
	if d.AddressHint != "" && strings.Contains(text, "@") {
		if found := markdown.FindEmail(text); found != "" {
			d.PublicAddress(d.At(n), found)
			return "", false
		}
	}
	d.reachable([]byte(text), func(int) diag.Position { return d.At(n) })
	d.curlyQuotes(n, text)
	return text, true
}

// exampleNumber returns a number in a range, for hints: 2 if possible.
func exampleNumber(least, most int) int { return min(max(least, 2), most) }

// Whole is the shape of an integer between min and max, both included.
func Whole(min, max int) Shape[int] { return WholeOf(min, max, "") }

// WholeOf is the shape of a whole number whose values have meanings, which are told where it is too
// small or too large.
func WholeOf(min, max int, meanings string) Shape[int] {
	about := About{Words: fmt.Sprintf("number from %d to %d", min, max), JSON: "integer", min: &min, max: &max}
	return Shape[int]{about, func(d *Decoder, n Node) (int, bool) {
		value, err := strconv.Atoi(n.Value)
		if !n.isScalar() || n.Tag != "!!int" || err != nil {
			hint := ""
			if n.isScalar() {
				hint = fmt.Sprintf("write a whole number in digits, as %d", exampleNumber(min, max))
			}
			if n.Tag == "!!str" && err == nil {
				hint = fmt.Sprintf("write it without quotes: %d", value)
			}
			d.WrongType(n, fmt.Sprintf("a whole number from %d to %d", min, max), hint)
			if n.isScalar() && n.Tag == "!!str" && err == nil {
				d.mending(diag.WritePlain, strconv.Itoa(value))
			}
			return 0, false
		}
		if value < min || value > max {
			hint := fmt.Sprintf("write %d or less", max)
			if value < min {
				hint = fmt.Sprintf("write %d or more", min)
			}
			if meanings != "" {
				hint += ": " + meanings
			}
			d.Errorf(n, OutOfRange, hint, "%s takes a number from %d to %d, and this is %d", d.subject(), min, max, value)
			return 0, false
		}
		return value, true
	}}
}

// Flag is the shape of a boolean.
func Flag() Shape[bool] {
	return Shape[bool]{About{Words: "true or false", JSON: "boolean"}, func(d *Decoder, n Node) (bool, bool) {
		value, ok := n.Truth()
		if !ok {
			d.WrongType(n, "true or false", "write true or false, without quotes")
		}
		return value, ok
	}}
}

// Word is the shape of one of a fixed set of words.
//
//go:noinline
func Word[W ~string](words []W) Shape[W] {
	all := each.Of(words, func(w W) string { return string(w) })
	list := strings.Join(all, ", ")
	about := About{Words: "one of " + list, JSON: "string", enum: all}
	return Scalar(about, about.Words, func(d *Decoder, n Node, text string) (W, bool) {
		for _, w := range words {
			if text == string(w) {
				return w, true
			}
		}
		hint := "write one of: " + list
		if near := d.Nearest(text, all); near != "" {
			hint = "did you mean `" + near + "`? It takes " + list
		}
		d.Errorf(n, UnknownWord, hint, "`%s` does not take \"%s\"", d.field, Short(text))
		d.mending(diag.WriteText, d.surely(text, all))
		return "", false
	})
}

// Colour is the shape of an sRGB colour as #0b57a4, in lower case.
func Colour() Shape[string] {
	about := About{Words: "colour as \"#0b57a4\"", JSON: "string", Pattern: `^#[0-9a-fA-F]{6}$`}
	return Scalar(about, "a colour", func(d *Decoder, n Node, text string) (string, bool) {
		digits, found := strings.CutPrefix(text, "#")
		if _, err := strconv.ParseUint(digits, 16, 32); !found || err != nil || len(digits) != 6 {
			d.Errorf(n, BadColour, "write six hexadecimal digits in quotes, as \"#0b57a4\"", "\"%s\" is not a colour", Short(text))
			return "", false
		}
		return strings.ToLower(text), true
	})
}
