package edit

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"ithaca/generator/each"
	"ithaca/generator/markdown"
)

// Relink returns a file with other addresses of the links in its body: to returns the new
// address, the same one to keep a link, or "" to leave only its words. Each change is tried
// in the forms that a link can have, until the parsed body differs in that link alone.
func Relink(data []byte, to func(address string) string) ([]byte, error) {
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	t := linkedText{f.body(), 1 + strings.Count(f.plain[:f.bodyStart], "\n"), nil}
	t.links = t.parse().Links
	before := t.links
	for i, link := range slices.Backward(before) { // so that removing a link leaves the indexes of the others
		dest := to(link.Dest)
		if link.Image || dest == link.Dest {
			continue
		}
		if t.links[i].Dest != dest && !t.change(i, dest) {
			return nil, unchangeable(link.Position.Line, "a link on this line")
		}
	}
	if t.text == f.body() {
		return data, nil
	}
	for _, m := range slices.Backward(definition.FindAllStringSubmatchIndex(t.text, -1)) { // remove unused definitions
		if to(t.text[max(m[2], m[4]):max(m[3], m[5])]) == "" {
			t.accept(t.text[:m[0]]+t.text[m[1]:], -1, "")
		}
	}
	return Body(data, t.text)
}

// linkedText is a body with its links.
type linkedText struct {
	text  string
	first int // the line of the file on which the text begins, from 1
	links []markdown.Link
}

func (t *linkedText) parse() *markdown.Document {
	const most = 4 << 20 // bytes: the limit of bodies does not matter here
	doc, _ := markdown.Parse([]byte(t.text), markdown.Options{Line: t.first, Limit: most})
	return doc
}

// change sets the address of a link, or removes the link for "", and reports whether it
// could.
func (t *linkedText) change(i int, dest string) bool {
	for _, text := range t.forms(t.links[i], dest) {
		if t.accept(text, i, dest) {
			return true
		}
	}
	return false
}

// accept replaces the text by another, and reports true, if the two differ only in link i:
// dest is its address there, and that of links which share its definition, or it is removed
// for "". With i = -1 no link may differ.
func (t *linkedText) accept(text string, i int, dest string) bool {
	changed := linkedText{text, t.first, nil}
	before, after := t.parse(), changed.parse()
	changed.links = after.Links
	want, old := slices.Clone(t.links), ""
	if i >= 0 {
		old = t.links[i].Dest
		if dest == "" {
			want = slices.Delete(want, i, i+1)
		}
	}
	if before.Text() != after.Text() || len(want) != len(after.Links) || dest != "" && after.Links[i].Dest != dest {
		return false
	}
	for j, link := range want {
		follows := !link.Image && link.Dest == old && after.Links[j].Dest == dest
		if after.Links[j].Text != link.Text || after.Links[j].Dest != link.Dest && !follows {
			return false
		}
	}
	*t = changed
	return true
}

// definition matches a link reference definition, with its address.
var definition = regexp.MustCompile(`(?m)^[ \t>]*\[(?:[^\]\\]|\\.)+\]:[ \t]*(?:<([^>\n]*)>|(\S+))[^\n]*(?:\n|\z)`)

// mostForms bounds the forms tried in a paragraph full of brackets.
const mostForms = 100

// forms returns candidates for the text with another address of a link, or for "" with its
// words alone.
func (t *linkedText) forms(link markdown.Link, dest string) (all []string) {
	at := t.offset(link)
	before, text := t.text[:at], t.text[at:]
	if dest != "" { // the address stands behind the words, or in a definition
		for _, i := range occurrences(text, link.Dest) {
			all = append(all, before+text[:i]+dest+text[i+len(link.Dest):])
		}
		for _, i := range occurrences(before, link.Dest) {
			all = append(all, before[:i]+dest+before[i+len(link.Dest):]+text)
		}
		return all
	}
	for _, form := range []string{link.Dest, "<" + link.Dest + ">"} {
		if rest, bare := strings.CutPrefix(text, form); bare {
			all = append(all, before+"`"+link.Dest+"`"+rest)
		}
	}
	paragraph, _, _ := strings.Cut(text, "\n\n")
	for _, end := range occurrences(paragraph, "]") {
		words, rest := before+text[min(1, end):end], text[end+1:]
		all = append(all, words+rest)
		for opening, closing := range map[string]string{"(": ")", "[": "]"} {
			for _, to := range occurrences(paragraph[end+1:], closing) {
				if strings.HasPrefix(rest, opening) && len(all) < mostForms {
					all = append(all, words+rest[to+1:])
				}
			}
		}
	}
	return all
}

// occurrences returns the offsets of a string in a text, at most mostForms.
func occurrences(text, held string) []int {
	found := regexp.MustCompile(regexp.QuoteMeta(held)).FindAllStringIndex(text, mostForms)
	return each.Of(found, func(m []int) int { return m[0] })
}

// offset returns the offset at which a link begins in the text.
func (t *linkedText) offset(link markdown.Link) (at int) {
	for range link.Position.Line - t.first {
		at += strings.IndexByte(t.text[at:], '\n') + 1
	}
	for range link.Position.Column - 1 {
		_, size := utf8.DecodeRuneInString(t.text[at:])
		at += size
	}
	return at
}
