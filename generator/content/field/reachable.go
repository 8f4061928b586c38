package field

import (
	"bytes"
	"regexp"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/markdown"
)

// The codes of ways to reach a person in a text.
const (
	// DisguisedAddress warns of an e-mail address that is spelt out.
	DisguisedAddress diag.Code = "disguised-address"
	// TelephoneNumber warns of a telephone number.
	TelephoneNumber diag.Code = "telephone-number"
)

// disguised matches spellings like "ana [at] example.org" and "ana at example dot org".
// After brackets a host must follow: "I am (at) home" is none.
var disguised = regexp.MustCompile(`(?i)[\pL\pN._%+-]+\s*\\?[\[({<]\s*(?:at|ät|arroba|chez|@)\s*\\?[\])}>]\s*` +
	`(?:[\pL\pN-]+(?:(?:\s*\\?[\[({<]\s*(?:dot|punkt|punto|ponto|point|\.)\s*\\?[\])}>]\s*|\s*\.\s*|\s+(?:dot|punkt|punto|ponto|point)\s+)[\pL\pN-]+)+|(?:g(?:oogle)?mail|outlook|hotmail|yahoo|proton(?:mail)?|icloud|gmx)\b)` +
	`|\b[\pL\pN._%+-]+\s+(?:at|ät|arroba)\s+[\pL\pN-]+(?:\s+(?:dot|punkt|punto|ponto)\s+[\pL\pN-]+)+` +
	`|[\pL\pN._%+-]+\s*＠\s*[\pL\pN-]+(?:\.[\pL\pN-]+)+`)

// telephone matches telephone numbers: with a country code, after a word for telephone, or
// in the groups of a national number.
var telephone = regexp.MustCompile(`(?i)tel:\+?[\d ()./-]{5,}\d` +
	`|(?:\+|\b00)[1-9](?:[ ().\x{A0}/-]{0,2}\d){7,14}\b` +
	`|\b(?:tel|telephone|telefon|teléfono|téléphone|phone|mobile|cell|whatsapp|handy|call me|ring me)\b[^\d\n+]{0,12}\d(?:[ ().\x{A0}/-]{0,2}\d){6,13}\b` +
	`|(?:\(0\d{1,4}\)|\b0\d{1,4})(?:[ .\x{A0}/-]{1,2}\d{2,8}){1,4}\b` +
	`|\(\d{3}\)[ .-]?\d{3}[ .-]\d{4}\b|\b\d{3}[.-]\d{3}[.-]\d{4}\b`)

// commentOrURL matches comments and web addresses, which are not searched.
var commentOrURL = regexp.MustCompile(`(?s)<!--.*?-->|https?://[^\s<>)\]]+`)

// betweenDigits are the bytes that may be between the digits of a telephone number; the last
// two are a no-break space.
var betweenDigits = []byte(" ().-/\xC2\xA0")

// shortestNumber is the fewest digits of a telephone number: a date has eight.
const shortestNumber = 9

// maxReachable is how many matches of each pattern are reported in one text.
const maxReachable = 5

// Reachable warns of spelt-out addresses and, in a profile, of telephone numbers in a
// text that begins on a line of the file.
func (d *Decoder) Reachable(text []byte, line int) {
	d.reachable(text, func(offset int) diag.Position { return diag.PositionOf(d.File, text, offset, line) })
}

// reachable is Reachable with a function that returns the position of an offset. Messages do
// not quote the text, because build logs are public. The patterns are slow, so each is tried
// only where maybeDisguised or maybeTelephone is true.
func (d *Decoder) reachable(text []byte, place func(offset int) diag.Position) {
	if d.AddressHint == "" {
		return
	}
	if bytes.Contains(text, []byte("<!--")) || bytes.Contains(text, []byte("://")) {
		text = commentOrURL.ReplaceAllFunc(text, blank)
	}
	if maybeDisguised(text) {
		for _, at := range disguised.FindAllIndex(text, maxReachable) {
			d.Diags.Warnf(place(at[0]), DisguisedAddress, d.AddressHint,
				"an e-mail address is spelt out here: programs that collect addresses read it all the same")
		}
	}
	if !d.Profile || !maybeTelephone(text) {
		return
	}
	for _, at := range telephone.FindAllIndex(text, maxReachable) {
		if countDigits(text[at[0]:at[1]]) >= shortestNumber {
			d.Diags.Warnf(place(at[0]), TelephoneNumber, "leave it out: `contact` says how people reach the person, who can give the number later",
				"a telephone number here would be open to everybody")
		}
	}
}

// WithoutReach returns a text with each e-mail address and telephone number replaced by an
// ellipsis, and how many there were.
func WithoutReach(text string) (clean string, found int) {
	for {
		address := markdown.FindEmail(text)
		if address == "" {
			break
		}
		text = strings.Replace(text, address, "…", 1)
		found++
	}
	for _, pattern := range []*regexp.Regexp{disguised, telephone} {
		text = pattern.ReplaceAllStringFunc(text, func(hit string) string {
			if pattern == telephone && countDigits([]byte(hit)) < shortestNumber {
				return hit
			}
			found++
			return "…"
		})
	}
	return text, found
}

// maybeDisguised reports whether disguised can match a text: every match has a word for @ in
// brackets, a word for the dot, or a full-width @.
func maybeDisguised(text []byte) bool {
	lower := bytes.ToLower(text)
	for i, c := range lower {
		if c != '[' && c != '(' && c != '{' && c != '<' {
			continue
		}
		inside := bytes.TrimLeft(lower[i+1:], " \t\n\f\r")
		for _, at := range []string{"at", "ät", "ar", "ch", "@"} {
			if bytes.HasPrefix(inside, []byte(at)) {
				return true
			}
		}
	}
	for _, dot := range []string{"dot", "punkt", "punto", "ponto"} {
		if bytes.Contains(lower, []byte(dot)) {
			return true
		}
	}
	return bytes.Contains(text, []byte("＠"))
}

// maybeTelephone reports whether telephone can match a text with enough digits: it has
// shortestNumber digits with only betweenDigits between them.
func maybeTelephone(text []byte) bool {
	digits := 0
	for _, c := range text {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case digits > 0 && bytes.IndexByte(betweenDigits, c) < 0:
			digits = 0
		}
		if digits >= shortestNumber {
			return true
		}
	}
	return false
}

// blank returns a text with every byte but line ends replaced by a space.
func blank(text []byte) []byte {
	spaces := bytes.Clone(text)
	for i, c := range spaces {
		if c != '\n' {
			spaces[i] = ' '
		}
	}
	return spaces
}

func countDigits(text []byte) int {
	n := 0
	for _, c := range text {
		if '0' <= c && c <= '9' {
			n++
		}
	}
	return n
}

// CurlyQuotes warns of a value in typographic quotes, which YAML takes for part of it.
const CurlyQuotes diag.Code = "curly-quotes"

// curly matches a whole value in typographic quotes of any language.
var curly = regexp.MustCompile(`^(?:[“”„‟«»]([^“”„‟«»]+)[“”‟«»]|[‘’‚‛‹›]([^‘‚‛‹›]+)[’‘‛‹›])$`)

func (d *Decoder) curlyQuotes(n Node, text string) {
	if isPlain(text) || n.Style&quotedStyles != 0 {
		return
	}
	if m := curly.FindStringSubmatch(text); m != nil {
		d.Warnf(n, CurlyQuotes, "write `\""+Short(m[1]+m[2])+"\"`, with straight quotes, or leave the quotes out",
			"the quotes around %s are shown with it, because they are not straight", d.subject())
		d.mending(diag.WriteText, strings.TrimSpace(m[1]+m[2]))
	}
}
