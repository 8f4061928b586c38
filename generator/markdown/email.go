package markdown

import (
	"bytes"
	"iter"
	"net/url"
	"strings"

	"ithaca/generator/diag"
)

// EmailAt is an e-mail address that a page would show or link.
type EmailAt struct {
	Address  string
	Position diag.Position
}

// Emails returns the e-mail addresses in a text, in code and in the titles of
// links as well as in links: those in the text first, in the order of the page.
// Callers must not change the list. Whether an address may be published is not
// decided here.
func (d *Document) Emails() []EmailAt { return d.emails }

// findEmails collects the addresses. A link's words may be other than the
// address it leads to, so destinations and titles are looked at as well.
func (w *writer) findEmails(text string) {
	after := 0 // the offset in the source behind the address before
	for from, to := range emails(text) {
		at := w.find(text[from:to], after)
		if at < 0 { // a footnote's, whose text may stand before, or one that the source spells otherwise
			at = max(0, w.find(text[from:to], 0))
		}
		w.emails = append(w.emails, EmailAt{text[from:to], w.place(at)})
		after = min(at+to-from, len(w.source))
	}
	for _, l := range w.links {
		seen := l.Text
		for _, hidden := range []string{unescape(l.Dest), l.title} {
			for from, to := range emails(hidden) {
				if address := hidden[from:to]; !strings.Contains(seen, address) {
					w.emails = append(w.emails, EmailAt{address, l.Position})
					seen += " " + address
				}
			}
		}
	}
}

// find returns the offset of an address in the source, from another on and where it is
// shown; -1 for none.
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

// unescape resolves percent-encoding, by which an @ can be hidden from sight
// but not from programs.
func unescape(address string) string {
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

// emails returns where the e-mail addresses in a text begin and end.
func emails(text string) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		for start := 0; ; {
			at := strings.IndexByte(text[start:], '@')
			if at < 0 {
				return
			}
			at += start
			from, to := localPart(text, start, at), hostPart(text, at+1)
			if from < at && to > at && (from == 0 || text[from-1] != '@') && !yield(from, to) {
				return
			}
			start = at + 1
		}
	}
}

// localMarks are the marks that occur before the @.
const localMarks = "._-+%'*!#$&^{|}~`"

// localPart returns where the part of an address before the @ begins. Letters
// beyond ASCII belong to it only when nothing else does, since in many scripts
// no space parts the address from the words before it.
func localPart(text string, start, at int) int {
	from := at
	for from > start && isAddress(text[from-1], localMarks) {
		from--
	}
	if from == at {
		for from > start && (text[from-1] >= 0x80 || isAddress(text[from-1], localMarks)) {
			from--
		}
	}
	for from < at-1 && strings.IndexByte(localMarks, text[from]) >= 0 {
		from++ // punctuation before the address
	}
	return from
}

// hostPart returns where the host of an address ends, 0 when there is none.
func hostPart(text string, start int) int {
	end := start
	for end < len(text) && isAddress(text[end], ".-") {
		end++
	}
	if n := hostLength(text[start:end]); n > 0 {
		return start + n
	}
	for end < len(text) && (text[end] >= 0x80 || isAddress(text[end], ".-")) {
		end++
	}
	if n := hostLength(text[start:end]); n > 0 {
		return start + n
	}
	return 0
}

// hostLength returns the length of a host without what ends the sentence, and 0
// when it has no dot inside.
func hostLength(host string) int {
	host = strings.TrimRight(host, ".-")
	if strings.LastIndexByte(host, '.') < 1 {
		return 0
	}
	return len(host)
}

func isAddress(c byte, marks string) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte(marks, c) >= 0
}
