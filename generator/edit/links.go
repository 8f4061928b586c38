package edit

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"ithaca/generator/markdown"
)

// Relink returns a file in whose text every link leads to what "to" returns for its
// address: the address itself for a link that stays, and "" for one that becomes its
// words alone. Each change is tried in the forms that a link can have, until one is read as
// the text was, but for that link. The error is an *Error.
func Relink(data []byte, to func(address string) string) ([]byte, error) {
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	t := linked{f.body(), 1 + strings.Count(f.plain[:f.text], "\n"), nil}
	t.links = t.parse().Links
	before := t.links
	for i, link := range slices.Backward(before) { // so that a link that goes leaves the others their places
		dest := to(link.Dest)
		if link.Image || dest == link.Dest {
			continue
		}
		if t.links[i].Dest != dest && !t.change(i, dest) {
			return nil, &Error{link.Position.Line, "a link on this line is written in a way that cannot be changed here; change it by hand"}
		}
	}
	if t.text == f.body() {
		return data, nil
	}
	for _, m := range slices.Backward(defining.FindAllStringSubmatchIndex(t.text, -1)) { // nothing is named any more
		if to(t.text[max(m[2], m[4]):max(m[3], m[5])]) == "" {
			t.becomes(t.text[:m[0]]+t.text[m[1]:], -1, "")
		}
	}
	return Body(data, t.text)
}

// linked is a text with links.
type linked struct {
	text  string
	first int // line of the file
	links []markdown.Link
}

func (t *linked) parse() *markdown.Document {
	const most = 4 << 20 // what may be written is no matter here
	doc, _ := markdown.Parse([]byte(t.text), markdown.Options{Line: t.first, Limit: most})
	return doc
}

// change lets a link lead to another address, "" for none, and reports whether it could.
func (t *linked) change(i int, dest string) bool {
	for _, text := range t.forms(t.links[i], dest) {
		if t.becomes(text, i, dest) {
			return true
		}
	}
	return false
}

// becomes takes over a text that says the same, and in which a link and those that share its
// definition lead to another address, or that link alone is none; for -1 no link changes.
func (t *linked) becomes(text string, i int, dest string) bool {
	changed := linked{text, t.first, nil}
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

// defining is a line that says where the links of a name lead.
var defining = regexp.MustCompile(`(?m)^[ \t>]*\[(?:[^\]\\]|\\.)+\]:[ \t]*(?:<([^>\n]*)>|(\S+))[^\n]*(?:\n|\z)`)

// mostForms ends the search in a paragraph full of brackets.
const mostForms = 100

// forms returns what the text may be with another address of a link, or with its words alone.
func (t *linked) forms(link markdown.Link, dest string) (all []string) {
	at := t.offset(link)
	before, text := t.text[:at], t.text[at:]
	if dest != "" { // the address stands behind the words, or in a definition
		for _, i := range places(text, link.Dest) {
			all = append(all, before+text[:i]+dest+text[i+len(link.Dest):])
		}
		for _, i := range places(before, link.Dest) {
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
	for _, end := range places(paragraph, "]") {
		words, rest := before+text[min(1, end):end], text[end+1:]
		all = append(all, words+rest)
		for opening, closing := range map[string]string{"(": ")", "[": "]"} {
			for _, to := range places(paragraph[end+1:], closing) {
				if strings.HasPrefix(rest, opening) && len(all) < mostForms {
					all = append(all, words+rest[to+1:])
				}
			}
		}
	}
	return all
}

// places returns where a text holds another.
func places(text, held string) (all []int) {
	for _, m := range regexp.MustCompile(regexp.QuoteMeta(held)).FindAllStringIndex(text, mostForms) {
		all = append(all, m[0])
	}
	return all
}

// offset returns where a link begins in the text.
func (t *linked) offset(link markdown.Link) (at int) {
	for range link.Position.Line - t.first {
		at += strings.IndexByte(t.text[at:], '\n') + 1
	}
	for range link.Position.Column - 1 {
		_, size := utf8.DecodeRuneInString(t.text[at:])
		at += size
	}
	return at
}
