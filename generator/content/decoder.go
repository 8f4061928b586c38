package content

import (
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
	draft       bool
	noAddresses bool   // e-mail addresses in texts are mistakes
	field       string // the key being read, for messages
}

// at gives a node's position in the file: the frontmatter begins on line 2.
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
	to           target
	text         string
	line, column int32
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
)

func (d *decoder) refer(to target, text string, n *yaml.Node) {
	at := d.at(n)
	d.doc.refs = append(d.doc.refs, reference{to, text, int32(at.Line), int32(at.Column)})
}

func (r reference) position(file string) diag.Position {
	return diag.Position{File: file, Line: int(r.line), Column: int(r.column)}
}

// isDraft looks ahead for "draft: true", which softens other checks.
func isDraft(root *yaml.Node) bool {
	n := valueOf(root, "draft")
	return n != nil && n.Tag == "!!bool" && n.Value == "true"
}

// valueOf gives the value of a key of a mapping, or nil.
func valueOf(mapping *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1]
		}
	}
	return nil
}

var placeholder = regexp.MustCompile(`\[\[[A-Z][A-Z0-9 _-]*\]\]`)

// placeholders finds what a template left for the organizer to fill in.
func (d *decoder) placeholders(body []byte, line int) {
	for _, m := range placeholder.FindAllIndex(body, 50) {
		at := diag.Position{File: d.doc.Path}
		before := string(body[:m[0]])
		at.Line = line + strings.Count(before, "\n")
		at.Column = 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
		d.missing(at, Placeholder, "write what holds for your program in its place",
			"%s is a placeholder that nobody has filled in", body[m[0]:m[1]])
	}
}

var address = regexp.MustCompile(`[\pL\pN._%+-]+@[\pL\pN-]+(\.[\pL\pN-]+)+`)

// publicAddress reports an e-mail address in a text that everybody can read.
func (d *decoder) publicAddress(at diag.Position, found string) {
	d.errorf(at, PublicAddress, "remove it here; to be written to directly, use `contact: {via: email, address: …}`",
		"the e-mail address %s would be open to everybody, and to address collectors", masked(found))
}

// masked shows enough of an address to recognise it, and no more: build logs
// are public too.
func masked(address string) string {
	local, domain, _ := strings.Cut(address, "@")
	first, _ := utf8.DecodeRuneInString(local)
	return string(first) + "…@" + domain
}

// topicRef gives a reference to a topic with its key.
func topicRef(text string) portal.TopicRef {
	return portal.TopicRef{Text: text, Key: portal.Fold(text)}
}
