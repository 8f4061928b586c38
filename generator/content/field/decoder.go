// Package field decodes the frontmatter of files.
//
// It takes the bytes of a file and a declaration of its fields, and returns
// typed values and every mistake in them, each at its line and column with what
// to write instead. A declaration is built of shapes: Line, Date and their like
// for single values, List and Group for what is made of several. The same
// declaration yields a JSON Schema and a chapter of the reference, so that
// decoder and documentation cannot differ.
//
// It does not know what the fields mean: mentors, portals and what one file says
// of another are left to package content.
package field

import "ithaca/generator/diag"

// Decoder decodes the fields of one file and collects the mistakes in them.
type Decoder struct {
	File  string
	All   About // every field of the file, for hints
	Draft bool  // whether the file is a draft, in which missing values only warn
	// Country is the code of the country that the file names, for hints; "" for none.
	Country string
	// Begun states that the file is index.md, in which placeholders only warn, because the
	// portal may be new.
	Begun bool
	// AddressHint says what to do instead of writing an e-mail address into a
	// text. It is "" where texts may hold addresses.
	AddressHint string
	// Profile states that the file is about one person, so that a telephone number
	// in it is theirs.
	Profile bool
	// Translation states that the file translates another, so that nothing in it is
	// required, and fields that are no texts are mistakes.
	Translation bool

	Diags    diag.List
	Mentions []Mention

	field string // the key being decoded, for messages
	entry bool   // whether an entry of the field's list is being decoded
	deep  bool   // whether nesting that is too deep was reported
	hints int    // how many words were compared with candidates
}

// Target is the kind of thing that a mention names. Package part defines the values.
type Target uint8

// Mention is a text that names something which another file defines.
type Mention struct {
	Text string // as it is written
	At   diag.Position
	To   Target
}

// Mention records that a value names something.
func (d *Decoder) Mention(to Target, text string, n Node) {
	d.Mentions = append(d.Mentions, Mention{text, d.At(n), to})
}

// At returns a value's position in the file: the block of fields begins on line 2.
func (d *Decoder) At(n Node) diag.Position {
	return diag.Position{File: d.File, Line: n.Line + 1, Column: n.Column}
}

// PlaceOf returns the position of the value of a key in a group, or else of the group.
func (d *Decoder) PlaceOf(group Node, key string) diag.Position {
	if value := group.Get(key); value.Node != nil {
		return d.At(value)
	}
	return d.At(group)
}

// Errorf reports a mistake in a value.
func (d *Decoder) Errorf(n Node, code diag.Code, hint, format string, args ...any) {
	d.Diags.Errorf(d.At(n), code, hint, format, args...)
}

// Warnf reports a value that is probably not what was meant.
func (d *Decoder) Warnf(n Node, code diag.Code, hint, format string, args ...any) {
	d.Diags.Warnf(d.At(n), code, hint, format, args...)
}

// mending adds a certain remedy to the last diagnostic; without a text only to drop an entry.
func (d *Decoder) mending(do diag.Doing, with string) {
	if with != "" || do == diag.DropEntry {
		d.Diags.Mending(do, with)
	}
}

// surely returns the candidate that is certainly meant by a word, or "".
func (d *Decoder) surely(word string, candidates []string) string {
	d.hints++
	if d.hints > maxHints {
		return ""
	}
	return diag.Surely(word, candidates)
}

// Missing reports that something is missing in a value; in a draft it only warns.
func (d *Decoder) Missing(n Node, code diag.Code, hint, format string, args ...any) {
	d.missing(d.At(n), code, hint, format, args...)
}

func (d *Decoder) missing(at diag.Position, code diag.Code, hint, format string, args ...any) {
	if d.Draft {
		d.Diags.Warnf(at, code, hint, format, args...)
		return
	}
	d.Diags.Errorf(at, code, hint, format, args...)
}

// maxHints is how many wrong words of one file are compared with candidates, to bound the
// time for a file of nothing but mistakes.
const maxHints = 50

// Nearest returns the candidate that was probably meant by a word, or "".
func (d *Decoder) Nearest(word string, candidates []string) string {
	d.hints++
	if d.hints > maxHints {
		return ""
	}
	return diag.Nearest(word, candidates)
}

// Enter sets the key that messages name, until the next one is decoded.
func (d *Decoder) Enter(key string) { d.field = key }

// subject names the field being decoded, for messages.
func (d *Decoder) subject() string {
	if d.entry {
		return "an entry of `" + d.field + "`"
	}
	return "`" + d.field + "`"
}
