package markdown

import (
	"iter"
	"net/url"
	"regexp"
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

// origin says that the plain text from an offset on came from an offset in the source.
type origin struct{ text, source int }

// origin appends source to the plain text and remembers where it came from.
func (w *writer) origin(text []byte, offset int) {
	if w.trackOrigins && len(text) > 0 {
		w.origins = append(w.origins, origin{w.text.Len(), offset})
	}
	w.text.Write(text)
}

// findEmails collects the addresses. A link's words may be other than the
// address it leads to, so destinations and titles are looked at as well.
func (w *writer) findEmails(text string) {
	if !w.trackOrigins {
		return
	}
	next := 0
	for from, to := range emails(text) {
		for next+1 < len(w.origins) && w.origins[next+1].text <= from {
			next++
		}
		o := w.origins[next]
		w.emails = append(w.emails, EmailAt{text[from:to], w.place(o.source + from - o.text)})
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

// Parts of an address: what may begin its name, the marks in a name, and letters
// beyond ASCII. These belong to a name only when nothing else does, since in many
// scripts no space parts an address from the words before it, and to a host likewise.
const (
	first  = `[0-9A-Za-z]`
	marks  = "[0-9A-Za-z._+%'*!#$&^{|}~`-]"
	beyond = `[^\x00-\x7F]`
)

// address is an e-mail address: its name, without punctuation before it, and its host,
// without what ends the sentence and with a dot inside.
var address = regexp.MustCompile(`(` + first + marks + `*|(?:(?:` + first + `|` + beyond + `)(?:` + marks + `|` + beyond + `)*)?` + beyond + `|` + marks + `)@` +
	`(?:[0-9A-Za-z.-]+\.[0-9A-Za-z.-]*` + first + `|(?:[0-9A-Za-z.-]|` + beyond + `)+\.(?:[0-9A-Za-z.-]|` + beyond + `)*(?:` + first + `|` + beyond + `))`)

// emails returns where the e-mail addresses in a text begin and end.
func emails(text string) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		for start := 0; strings.IndexByte(text[start:], '@') >= 0; {
			m := address.FindStringSubmatchIndex(text[start:])
			if m == nil {
				return
			}
			from, name, to := start+m[0], start+m[3], start+m[1]
			if (from == 0 || text[from-1] != '@') && !yield(from, to) {
				return
			}
			start = name + 1 // a host is no name: it has an @ before it
		}
	}
}
