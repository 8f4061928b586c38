package markdown

import (
	"bytes"
	"html"
	"iter"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"ithaca/generator/diag"
)

// EmailAt is an e-mail address that a page would show or link.
type EmailAt struct {
	Address  string
	Position diag.Position
}

// Emails returns the e-mail addresses in a text, in code, and in the addresses and titles of
// links: those in the text first, in the order of the page. The list must not be changed.
func (d *Document) Emails() []EmailAt { return d.emails }

// findEmails collects the addresses. A link's words may be other than the
// address it leads to, so destinations and titles are looked at as well.
func (w *writer) findEmails(text string) {
	after := 0 // the offset in the source behind the previous address
	for from, to := range emails(text) {
		at := w.find(text[from:to], after)
		if at < 0 { // a footnote's, whose text may stand before
			at = w.find(text[from:to], 0)
		}
		if at < 0 {
			at = w.findSpelled(text[from:to])
		}
		w.emails = append(w.emails, EmailAt{text[from:to], w.notes.position(at)})
		after = min(at+to-from, len(w.source))
	}
	for _, l := range w.links {
		seen := l.Text
		for _, hidden := range []string{Unescape(l.Dest), l.title} {
			for from, to := range emails(hidden) {
				if address := hidden[from:to]; !strings.Contains(seen, address) {
					w.emails = append(w.emails, EmailAt{address, l.Position})
					seen += " " + address
				}
			}
		}
	}
}

// find returns the first offset, at least from, at which an address is in the source without
// mailto: before it; -1 for none.
func (w *writer) find(address string, from int) int {
	for {
		at := bytes.Index(w.source[from:], []byte(address))
		if at < 0 {
			return -1
		}
		if at += from; !bytes.HasSuffix(w.source[:at], []byte("mailto:")) {
			return at
		}
		from = at + len(address)
	}
}

// findSpelled returns the offset of an address that stands behind mailto: in the text, else of
// the first line that spells it with entities or backslashes; 0 where there is none.
func (w *writer) findSpelled(address string) int {
	offset := 0
	for line := range bytes.Lines(w.source) {
		plain := html.UnescapeString(strings.ReplaceAll(string(line), `\`, ""))
		if strings.Contains(plain, address) {
			return offset + max(0, bytes.Index(line, []byte(address)))
		}
		offset += len(line)
	}
	return 0
}

// Unescape decodes the percent-encoding of an address, in which an @ can be hidden from
// readers but not from programs. What is encoded wrongly stays.
func Unescape(address string) string {
	if plain, err := url.PathUnescape(address); err == nil {
		return plain
	}
	return address
}

// FindEmail returns the first e-mail address in a text, "" where there is none.
// A handle of a social network, like @ana@example.social, is no address.
func FindEmail(text string) string {
	for from, to := range emails(text) {
		return text[from:to]
	}
	return ""
}

// localMarks are the punctuation marks that occur in a local part.
const localMarks = "._-+%'*!#$&^{|}~`"

// emailForm matches all letters before the @, of which emails cuts off those in another
// script. A domain in ASCII ends where other letters begin: many scripts put no space
// between an address and a word.
var emailForm = regexp.MustCompile(`[\pL\pM\pN.%+'*!#$&^{|}~\x60_-]+@` +
	`(?:(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]*[A-Za-z0-9]|(?:[\pL\pM\pN-]+\.)+[\pL\pM\pN-]*[\pL\pM\pN])`)

// emails returns the start and end offsets of the e-mail addresses in a text.
func emails(text string) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		if strings.IndexByte(text, '@') < 0 {
			return
		}
		for _, m := range emailForm.FindAllStringIndex(text, -1) {
			from, at := m[0], m[0]+strings.IndexByte(text[m[0]:], '@')
			ascii := at
			for ascii > from && text[ascii-1] < utf8.RuneSelf {
				ascii--
			}
			if name := strings.TrimLeft(text[ascii:at], localMarks); name != "" {
				from = at - len(name)
			}
			if (m[0] == 0 || text[m[0]-1] != '@') && !yield(from, m[1]) {
				return
			}
		}
	}
}
