package content

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// The codes of texts that must not be published as they are.
const (
	// PublicAddress: an e-mail address in a text that everybody can read.
	PublicAddress diag.Code = "public-address"
	// Placeholder: a [[PLACEHOLDER]] of a template that nobody has filled in.
	Placeholder diag.Code = "placeholder"
)

// decoder collects what one file turns out to say.
type decoder struct {
	doc         *Document
	reader      *Reader
	draft       bool
	noAddresses bool   // e-mail addresses in texts are mistakes
	field       string // the key being read, for messages
	deep        bool   // nesting that is too deep was reported
	entry       bool   // what is being read is an entry of the field's list
	hints       int    // how many words were compared with others
}

// at returns a node's position in the file: the frontmatter begins on line 2.
func (d *decoder) at(n *yaml.Node) diag.Position {
	return diag.Position{File: d.doc.Path, Line: n.Line + 1, Column: n.Column}
}

func (d *decoder) errorf(at diag.Position, code diag.Code, hint, format string, args ...any) {
	d.doc.Diags.Errorf(at, code, hint, format, args...)
}

// missing reports something that is not there; in a draft it only warns.
func (d *decoder) missing(at diag.Position, code diag.Code, hint, format string, args ...any) {
	if d.draft {
		d.doc.Diags.Warnf(at, code, hint, format, args...)
		return
	}
	d.doc.Diags.Errorf(at, code, hint, format, args...)
}

// reference is a mention of something that another file defines.
type reference struct {
	text         string
	line, column uint16
	to           target
}

// target is what a reference leads to.
type target uint8

const (
	toTopic target = iota
	toMentor
	toGuide
	toWorksheet
	toCycle
	toValue
	toPicture
	toTerms   // the version of the privacy notice
	toSynonym // another word for the file's own topic
)

func (d *decoder) refer(to target, text string, n *yaml.Node) {
	at := d.at(n)
	d.doc.refs = append(d.doc.refs, reference{text, uint16(at.Line), uint16(at.Column), to})
}

func (r reference) position(file string) diag.Position {
	return diag.Position{File: file, Line: int(r.line), Column: int(r.column)}
}

// maxHints is how many wrong words of one file are compared with right ones: a
// file of nothing but mistakes must not cost more than others.
const maxHints = 50

// nearest returns the candidate that was probably meant by a word, or "".
func (d *decoder) nearest(word string, candidates []string) string {
	if !d.mayHint() {
		return ""
	}
	return diag.Nearest(word, candidates)
}

// mayHint reports whether a word may still be compared.
func (d *decoder) mayHint() bool {
	d.hints++
	return d.hints <= maxHints
}

// subject names what is being read.
func (d *decoder) subject() string {
	if d.entry {
		return "an entry of `" + d.field + "`"
	}
	return "`" + d.field + "`"
}

// isDraft looks ahead for "draft: true", which softens other checks.
func isDraft(root *yaml.Node) bool {
	n := valueOf(root, "draft")
	if n == nil {
		return false
	}
	draft, _ := truth(n)
	return draft
}

// valueOf returns the value of a key of a mapping, or nil when the key is not there
// or says nothing.
func valueOf(mapping *yaml.Node, key string) *yaml.Node {
	if _, value := entryOf(mapping, key); value != nil && !empty(value) {
		return value
	}
	return nil
}

// entryOf returns the first key of that name in a mapping and its value, or nils.
func entryOf(mapping *yaml.Node, name string) (key, value *yaml.Node) {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == name && mapping.Content[i].Kind == yaml.ScalarNode {
			return mapping.Content[i], mapping.Content[i+1]
		}
	}
	return nil, nil
}

var placeholder = regexp.MustCompile(`\[\[\p{Lu}[^\[\]\p{Ll}\n]*\]\]`)

// placeholders finds what a template left for the organizer to fill in.
func (d *decoder) placeholders(body []byte, line int) {
	if !bytes.Contains(body, []byte("[[")) {
		return
	}
	for _, m := range placeholder.FindAllIndex(body, 50) {
		d.placeholder(d.within(body, m[0], line), string(body[m[0]:m[1]]))
	}
}

// within returns the place of a byte of a text that begins on a line of the file.
func (d *decoder) within(text []byte, offset, line int) diag.Position {
	before := text[:offset]
	return diag.Position{
		File: d.doc.Path, Line: line + bytes.Count(before, []byte{'\n'}),
		Column: 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]),
	}
}

// unfilled reports a field that still holds a template's placeholder.
func (d *decoder) unfilled(n *yaml.Node, text string) bool {
	if !strings.Contains(text, "[[") {
		return false
	}
	found := placeholder.FindString(text)
	if found != "" {
		d.placeholder(d.at(n), found)
	}
	return found != ""
}

func (d *decoder) placeholder(at diag.Position, found string) {
	d.missing(at, Placeholder, "write what holds for your program in its place",
		"%s is a placeholder that nobody has filled in", short(found))
}

// publicAddress reports an e-mail address in a text that everybody can read.
func (d *decoder) publicAddress(at diag.Position, found string) {
	hint := "remove it here; readers write to the organizers"
	if d.doc.kind.folder == "mentors" {
		hint = "remove it here; to be written to directly, use `contact: {via: email, address: …}`"
	}
	d.errorf(at, PublicAddress, hint,
		"the e-mail address %s would be open to everybody, and to address collectors", masked(found))
}

// masked shows enough of an address to recognise it, and no more: build logs
// are public too.
func masked(address string) string {
	local, domain, _ := strings.Cut(address, "@")
	first, _ := utf8.DecodeRuneInString(local)
	return string(first) + "…@" + domain
}

// topicRef returns a reference to a topic with its key.
func topicRef(text string) portal.TopicRef {
	return portal.TopicRef{Text: text, Key: portal.Fold(text)}
}
